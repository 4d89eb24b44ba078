import { type ItemPair, type Likeness, pairAlike } from '#domain/impact/pair-items.ts';
import { buildRevision, type CommitRules } from '#domain/ledger/build-revision.ts';
import { fillIn, findName, type ItemVersion, PLACES, type PlaceDigests } from '#domain/ledger/item-version.ts';
import type { Commit, Revision } from '#domain/ledger/ledger.ts';
import { createScoring, type ScoreVersion } from '#domain/ledger/score-version.ts';
import type { WrittenFile } from './git-history.ts';
import { buildRules, listCalendars } from './ledger-rules.ts';
import { type KnownParts, type LedgerState, layFiles, type Step } from './ledger-state.ts';
import type { LedgerVersions } from './ledger-versions.ts';

/** A commit to go through; without one what stands on disk and is not committed. */
export interface ReplayCommit {
  commit?: Commit;
  isCutOff?: true;
  /** The day that standings and marks hold for: the commit's. */
  day: string;
  files: readonly WrittenFile[];
}

/** Commits gone through at once: git is asked seldom, and not all is held that was ever written. */
const BATCH = 2000;

/** Goes through commits in order and writes into the state what each did to every indicator's year and calendar. */
export function replay(state: LedgerState, commits: readonly ReplayCommit[], versions: LedgerVersions): void {
  const scoring = createScoring();
  for (let start = 0; start < commits.length; start += BATCH) {
    const steps = commits.slice(start, start + BATCH).map((commit) => {
      const step = layFiles(state, commit.files);
      wantFiles(step, state, versions);
      return { commit, step };
    });
    versions.load();
    for (const { commit, step } of steps) replayStep(state, commit, step, versions, scoring);
    versions.keepOnly(new Set([...state.folders.values()].flatMap((digests) => Object.values(digests))));
  }
}

/** Every file of every folder that was touched: a score is made of all of them. */
function wantFiles({ folders, before, after }: Step, { gone }: LedgerState, versions: LedgerVersions): void {
  for (const [path, step] of folders) {
    versions.wantFolder(path, step.before);
    versions.wantFolder(path, step.after);
    versions.wantFolder(path, gone.get(path)?.digests);
  }
  for (const { site, calendars } of [before, after]) versions.wantRules(site, calendars);
}

function replayStep(
  state: LedgerState,
  commit: ReplayCommit,
  step: Step,
  versions: LedgerVersions,
  scoring: ScoreVersion,
): void {
  const told = {
    ...(commit.commit === undefined ? {} : { commit: commit.commit }),
    ...(commit.isCutOff === undefined ? {} : { isCutOff: commit.isCutOff }),
  };
  const rules = buildRules(told, commit.day, step, versions, scoring);
  const [before, after] = [new Map<string, ItemVersion>(), new Map<string, ItemVersion>()];
  for (const [path, { before: old, after: now }] of step.folders) {
    if (old?.indicator !== undefined) before.set(path, readItem(path, old, versions, state.parts.get(path)));
    if (now?.indicator !== undefined) after.set(path, readItem(path, now, versions));
  }
  // All are taken out first: what moves away makes room for what moves in.
  const taken = pairAlike(before, after, LIKENESSES).map((pair) => takeOut(state, pair, versions));
  for (const one of taken) putIn(state, one, rules);
  for (const calendar of listCalendars(state, step, versions)) state.calendarRevisions.push({ ...told, ...calendar });
}

/** By what an indicator's year that moved is known again; reports count only below the same name, since many are alike. */
const LIKENESSES: readonly Likeness<ItemVersion>[] = [
  ({ digests }) => PLACES.map((place) => digests[place]).join(' '),
  ({ digests }) => digests.indicator,
  (item) => (findName(item) === undefined ? undefined : `${item.year}/${item.agency} ${findName(item)}`),
  ...PLACES.map(
    (place): Likeness<ItemVersion> =>
      ({ slug, digests }) => {
        const digest = place === 'indicator' ? undefined : digests[place];
        return digest === undefined ? undefined : `${slug} ${digest}`;
      },
  ),
];

function readItem(path: string, digests: PlaceDigests, versions: LedgerVersions, parts: KnownParts = {}): ItemVersion {
  const [year, agency = '', slug = ''] = path.split('/');
  const known = Object.entries(parts).map(([place, known]) => [place, { is: 'part', known }]);
  const entries = { ...versions.getEntries(digests), ...Object.fromEntries(known) };
  return { path, year: Number(year), agency, slug, digests, entries };
}

/** An indicator's year between its two sides, with its history so far. */
interface TakenItem extends ItemPair<ItemVersion> {
  change?: 'restored';
  revisions: Revision[];
}

function takeOut(state: LedgerState, { before, after }: ItemPair<ItemVersion>, versions: LedgerVersions): TakenItem {
  if (before !== undefined) {
    const revisions = state.items.get(before.path) ?? [];
    state.items.delete(before.path);
    state.parts.delete(before.path);
    return { before, ...(after === undefined ? {} : { after }), revisions };
  }
  const gone = after === undefined ? undefined : state.gone.get(after.path);
  if (after === undefined || gone === undefined) return { ...(after === undefined ? {} : { after }), revisions: [] };
  state.gone.delete(after.path);
  const last = readItem(after.path, gone.digests, versions, gone.parts);
  return { before: last, after, change: 'restored', revisions: gone.revisions };
}

function putIn(state: LedgerState, { before, after, change, revisions }: TakenItem, rules: CommitRules): void {
  const now = before === undefined || after === undefined ? after : fillIn(before, after);
  const revision = buildRevision(before, now, change, rules);
  if (revision !== undefined) revisions.push(revision);
  if (now !== undefined) {
    const parts = findParts(now);
    state.items.set(now.path, revisions);
    if (parts !== undefined) state.parts.set(now.path, parts);
  } else if (before !== undefined) {
    const { path, digests } = before;
    const parts = findParts(before);
    // Something else stood here once, and went too.
    const earlier = state.gone.get(path)?.revisions ?? [];
    state.gone.set(path, { revisions: [...earlier, ...revisions], digests, ...(parts === undefined ? {} : { parts }) });
  }
}

function findParts({ entries }: ItemVersion): KnownParts | undefined {
  const parts: KnownParts = {};
  for (const place of PLACES) {
    const version = entries[place];
    if (version?.is === 'part') parts[place] = version.known;
  }
  return Object.keys(parts).length === 0 ? undefined : parts;
}
