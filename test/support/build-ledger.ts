import type { EntryChange, FieldChange, FieldValue, Mark, StandingChange } from '#domain/impact/impact.ts';
import type { CalendarRevision, Commit, Ledger, Revision } from '#domain/ledger/ledger.ts';

type KnownLedger = Exclude<Ledger, { state: 'unknown' }>;

export interface LedgerParts extends Partial<Pick<KnownLedger, 'state' | 'isEdited' | 'head'>> {
  /** By path, oldest first. */
  items?: Record<string, Revision[]>;
  gone?: Record<string, Revision[]>;
  calendars?: CalendarRevision[];
}

/** A commit of a day; its id tells commits of different days apart. */
export function buildCommit(day: string, changes: Partial<Commit> = {}): Commit {
  const id = day.replaceAll('-', '').padEnd(40, 'abcdef0123456789');
  return { id, time: `${day}T05:00:00Z`, day, ...changes };
}

/** What a commit of a day did to an indicator's year; nothing but words, when nothing else is given. */
export function buildRevision(day: string | undefined, changes: Partial<Revision> = {}): Revision {
  return {
    ...(day === undefined ? {} : { commit: buildCommit(day) }),
    path: '2567/finance/roads',
    name: 'จำนวนถนนที่ปรับปรุงแล้วเสร็จ',
    change: 'changed',
    places: [],
    entries: [],
    standings: [],
    unreadable: [],
    marks: [],
    ...changes,
  };
}

export function buildEntryChange(changes: Partial<EntryChange> = {}): EntryChange {
  return {
    place: 'indicator',
    change: 'changed',
    fields: [],
    narratives: [],
    evidence: { added: [], removed: [] },
    corrections: { added: [], removed: [] },
    ...changes,
  };
}

export function buildField(
  key: string,
  before: FieldValue | undefined,
  after: FieldValue | undefined,
  ...marks: Mark[]
): FieldChange {
  return { key, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }), marks };
}

/** A score of a weight of 20 that becomes another; undefined where there was none. */
export function buildScores(
  of: StandingChange['of'],
  before: number | undefined,
  after: number | undefined,
): StandingChange {
  const side = (points: number | undefined): NonNullable<StandingChange['after']> => ({
    status: points === undefined ? 'overdue' : 'on-track',
    isLate: false,
    score:
      points === undefined
        ? { state: 'not-scored', reason: 'overdue' }
        : { state: 'scored', percent: points * 5, points, weight: 20 },
  });
  return { of, before: side(before), after: side(after) };
}

/** A whole history with these revisions, as of its newest commit. */
export function buildLedger({ items = {}, gone = {}, calendars = [], ...changes }: LedgerParts = {}): KnownLedger {
  const commits = [...Object.values(items), ...Object.values(gone)].flat().flatMap(({ commit }) => commit ?? []);
  const [head = buildCommit('2024-01-01')] = commits.sort((a, b) => (a.time < b.time ? 1 : -1));
  return {
    state: 'whole',
    head,
    isEdited: false,
    items: new Map(Object.entries(items)),
    gone: new Map(Object.entries(gone)),
    calendars,
    ...changes,
  };
}
