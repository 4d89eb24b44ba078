import type { EntryChange, EntryPlace, FieldValue, Mark } from '#domain/impact/impact.ts';
import type { Commit, Ledger, Revision } from '#domain/ledger/ledger.ts';
import type { Correction } from '#domain/schemas/correction.ts';

export const PATH = '2567/finance/roads';

/** The commit of a day, at noon. */
export function buildCommit(day: string, changes: Partial<Commit> = {}): Commit {
  return { id: day.replaceAll('-', '').padEnd(40, '0'), time: `${day}T12:00:00Z`, day, ...changes };
}

/** What the commit of a day did to the roads of 2567; nothing unless told. */
export function buildRevision(day: string | undefined, changes: Partial<Revision> = {}): Revision {
  return {
    ...(day === undefined ? {} : { commit: buildCommit(day) }),
    path: PATH,
    name: 'ถนน',
    change: 'changed',
    places: [],
    entries: [],
    standings: [],
    unreadable: [],
    marks: [],
    ...changes,
  };
}

/** Fields of a file from one value to another; undefined where one does not stand. */
export function buildEntryChange(
  place: EntryPlace,
  fields: Record<string, [before: FieldValue | undefined, after: FieldValue | undefined]>,
  corrections: Correction[] = [],
  marks: Mark[] = [],
): EntryChange {
  const changes = Object.entries(fields).map(([key, [before, after]]) => ({
    key,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    marks,
  }));
  const none = { added: [], removed: [] };
  return {
    place,
    change: 'changed',
    fields: changes,
    narratives: [],
    evidence: none,
    corrections: { added: corrections, removed: [] },
  };
}

export function buildLedger(
  items: Record<string, Revision[]>,
  gone: Record<string, Revision[]> = {},
): Exclude<Ledger, { state: 'unknown' }> {
  return {
    state: 'whole',
    head: buildCommit('2024-07-20'),
    isEdited: false,
    items: new Map(Object.entries(items)),
    gone: new Map(Object.entries(gone)),
    calendars: [],
  };
}
