import { getOrAdd } from '#domain/get-or-add.ts';
import type { StandingChange, StandingFigures } from '#domain/impact/impact.ts';
import type { PlaceDigests } from '#domain/ledger/item-version.ts';
import type { Commit, Revision } from '#domain/ledger/ledger.ts';
import type { NotScoredReason } from '#domain/scoring/score.ts';
import type { Status } from '#domain/scoring/status.ts';
import type { StoredState } from './ledger-cache.ts';
import type { GoneItem, KnownParts, LedgerState } from './ledger-state.ts';

/** A revision without what it has in common with all others: commits by number, the name of the one before, empty lists. */
type FrozenRevision = Omit<Partial<Revision>, 'commit' | 'standings'> &
  Pick<Revision, 'path' | 'change'> & { c?: number; s?: FrozenStanding[] };

/** Quarter or year, before, after. */
type FrozenStanding = [of: StandingChange['of'], before: FrozenFigures | 0, after: FrozenFigures | 0];

/** Status, result, whether late; then the reason why there is no score, or percent, points, weight, level. What is absent is null. */
type FrozenFigures =
  | [Status, number | null, 0 | 1, NotScoredReason]
  | [Status, number | null, 0 | 1, number, ...(number | null)[]];

/** A stored state as it is written: its maps as lists, each commit once. */
export interface FrozenState extends Pick<StoredState, 'head' | 'cutOff'> {
  commits: Commit[];
  state: Pick<LedgerState, 'site' | 'calendarRevisions'> & {
    folders: [string, PlaceDigests][];
    calendars: [number, string][];
    readCalendars: [number, string][];
    parts: [string, KnownParts][];
    items: [string, FrozenRevision[]][];
    gone: [string, Omit<GoneItem, 'revisions'> & { revisions: FrozenRevision[] }][];
  };
}

const NOTHING = { places: [], entries: [], unreadable: [], marks: [] };

/** A state in few bytes: a city's history is read at every build. */
export function freeze({ state, ...stored }: StoredState): FrozenState {
  const numbers = new Map<string, number>();
  const commits: Commit[] = [];
  const getNumber = (commit: Commit) => getOrAdd(numbers, commit.id, () => commits.push(commit) - 1);
  const freezeAll = (revisions: readonly Revision[]) =>
    revisions.map(({ commit, name, ...revision }, index): FrozenRevision => {
      const { places, entries, standings, unreadable, marks, ...rest } = revision;
      return {
        ...rest,
        ...(places.length === 0 ? {} : { places }),
        ...(entries.length === 0 ? {} : { entries }),
        ...(standings.length === 0 ? {} : { s: standings.map(freezeStanding) }),
        ...(unreadable.length === 0 ? {} : { unreadable }),
        ...(marks.length === 0 ? {} : { marks }),
        ...(name === revisions[index - 1]?.name ? {} : { name }),
        ...(commit === undefined ? {} : { c: getNumber(commit) }),
      };
    });
  const { folders, calendars, readCalendars, parts, items, gone } = state;
  const frozen = {
    ...state,
    folders: [...folders],
    calendars: [...calendars],
    readCalendars: [...readCalendars],
    parts: [...parts],
    items: [...items].map(([path, revisions]): [string, FrozenRevision[]] => [path, freezeAll(revisions)]),
    gone: [...gone].map(([path, item]): FrozenState['state']['gone'][number] => [
      path,
      { ...item, revisions: freezeAll(item.revisions) },
    ]),
  };
  return { ...stored, commits, state: frozen };
}

export function thaw({ state, commits, ...stored }: FrozenState): StoredState {
  const thawAll = (revisions: readonly FrozenRevision[]) => {
    let last = '';
    return revisions.map(({ c, s = [], name = last, ...revision }): Revision => {
      last = name;
      const commit = c === undefined ? undefined : commits[c];
      const standings = s.map(thawStanding);
      return { ...NOTHING, ...revision, name, standings, ...(commit === undefined ? {} : { commit }) };
    });
  };
  const { folders, calendars, readCalendars, parts, items, gone } = state;
  const thawed = {
    ...state,
    folders: new Map(folders),
    calendars: new Map(calendars),
    readCalendars: new Map(readCalendars),
    parts: new Map(parts),
    items: new Map(items.map(([path, revisions]) => [path, thawAll(revisions)])),
    gone: new Map(gone.map(([path, item]) => [path, { ...item, revisions: thawAll(item.revisions) }])),
  };
  return { ...stored, state: thawed };
}

function freezeStanding({ of, before, after }: StandingChange): FrozenStanding {
  return [of, before === undefined ? 0 : freezeFigures(before), after === undefined ? 0 : freezeFigures(after)];
}

function freezeFigures({ status, result, isLate, score }: StandingFigures): FrozenFigures {
  const figures = [status, result ?? null, isLate ? 1 : 0] as const;
  if (score.state === 'not-scored') return [...figures, score.reason];
  return [...figures, score.percent, score.points ?? null, score.weight ?? null, score.level ?? null];
}

function thawStanding([of, before, after]: FrozenStanding): StandingChange {
  return {
    of,
    ...(before === 0 ? {} : { before: thawFigures(before) }),
    ...(after === 0 ? {} : { after: thawFigures(after) }),
  };
}

function thawFigures([status, result, late, told, points, weight, level]: FrozenFigures): StandingFigures {
  const figures = { status, ...(typeof result === 'number' ? { result } : {}), isLate: late === 1 };
  if (typeof told === 'string') return { ...figures, score: { state: 'not-scored', reason: told } };
  const score: StandingFigures['score'] = {
    state: 'scored',
    percent: told,
    ...(typeof points === 'number' ? { points } : {}),
    ...(typeof weight === 'number' ? { weight } : {}),
    ...(typeof level === 'number' ? { level } : {}),
  };
  return { ...figures, score };
}
