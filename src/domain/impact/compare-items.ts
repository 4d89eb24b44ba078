import { countDays } from '../days.ts';
import type { Attachment } from '../entry.ts';
import { getQuarterPhase, QUARTERS } from '../fiscal-year.ts';
import type { Calendar } from '../schemas/calendar.ts';
import type { QuarterNumber } from '../schemas/text.ts';
import { getCalendar, type ScoredItem, type ScoredSite } from '../scored-site.ts';
import { compareEntries, findEntry } from './compare-entries.ts';
import type { Side } from './compare-sites.ts';
import { compareStandings } from './compare-standings.ts';
import { type MarkRules, markEntry, markRemoval } from './find-marks.ts';
import type { Delay, ItemChange } from './impact.ts';
import type { ItemPair } from './pair-items.ts';

/** What became of an indicator's year by what was written in its folder; undefined where nothing was. */
export function compareItem(pair: ItemPair, base: Side, head: Side): ItemChange | undefined {
  const { before, after } = pair;
  const item = after ?? before;
  if (item === undefined) return undefined;
  const standings = compareStandings(before?.standing, after?.standing);
  const files = compareFiles(listFiles(before, base), listFiles(after, head));
  const whole = { path: item.path, name: item.indicator.data.name, entries: [], standings, files, marks: [] };
  const rules = getMarkRules(item.year, base.site, head.site);
  if (before === undefined) return { ...whole, change: 'added' };
  if (after === undefined) return { ...whole, change: 'removed', marks: markRemoval(before, rules) };
  const entries = compareEntries(before, after).map((entry) => markEntry(entry, rules));
  if (before.path !== after.path) {
    // Into another year: the figures are no longer there for the year that they were published for.
    const isGone = before.year !== after.year;
    const marks = isGone ? markRemoval(before, getMarkRules(before.year, base.site, head.site)) : [];
    return { ...whole, change: 'moved', from: before.path, entries, marks };
  }
  const isWritten = entries.length + Object.values(files).flat().length > 0;
  return isWritten ? { ...whole, change: 'changed', entries } : undefined;
}

/** Reports of a changed indicator that came late, or that are overdue since the change. */
export function findDelays({ before, after }: ItemPair, head: ScoredSite): Delay[] {
  if (after === undefined) return [];
  const calendar = getCalendar(head.dataset, after.year);
  return QUARTERS.flatMap((quarter) => {
    const due = calendar.quarters[quarter - 1]?.due;
    const state = due === undefined ? undefined : findDelay(before, after, quarter, calendar, head.today);
    if (due === undefined || state === undefined) return [];
    const submitted = state === 'late' ? after.reports[quarter]?.data.submitted : undefined;
    const days = state === 'undated' ? {} : { days: countDays(due, submitted ?? head.today) };
    return [{ path: after.path, quarter, state, due, ...(submitted === undefined ? {} : { submitted }), ...days }];
  });
}

function findDelay(
  before: ScoredItem | undefined,
  after: ScoredItem,
  quarter: QuarterNumber,
  calendar: Calendar,
  today: string,
): Delay['state'] | undefined {
  const [old, now] = [before?.standing.quarters[quarter - 1], after.standing.quarters[quarter - 1]];
  const isNew = findEntry(after, quarter) !== undefined && (before === undefined || !findEntry(before, quarter));
  if (now?.isLate === true) return isNew || old?.isLate !== true ? 'late' : undefined;
  if (now?.status === 'overdue') return old?.status === 'overdue' ? undefined : 'overdue';
  // Of an indicator that is new as a whole nobody knows when its reports were handed in.
  const isUndated = isNew && before !== undefined && after.reports[quarter]?.data.submitted === undefined;
  return isUndated && getQuarterPhase(calendar, quarter, today) !== 'not-due' ? 'undated' : undefined;
}

function getMarkRules(year: number, base: ScoredSite, head: ScoredSite): MarkRules {
  const calendars = [base, head].flatMap(({ dataset }) => dataset.calendars.get(year)?.data ?? []);
  return { year, today: head.today, calendars };
}

/** By name what tells a file from another: its size and type, and where it is known the digest of its bytes. */
type FileList = ReadonlyMap<string, Attachment & { digest: string | undefined }>;

function listFiles(item: ScoredItem | undefined, { digests }: Side): FileList {
  const files = item?.attachments ?? [];
  return new Map(files.map((file) => [getName(file), { ...file, digest: digests?.get(file.file) }]));
}

function compareFiles(before: FileList, after: FileList): ItemChange['files'] {
  const isOther = (name: string) => {
    const [old, now] = [before.get(name), after.get(name)];
    if (old?.bytes !== now?.bytes || old?.type !== now?.type) return true;
    return old?.digest !== undefined && now?.digest !== undefined && old.digest !== now.digest;
  };
  return {
    added: [...after.keys()].filter((name) => !before.has(name)),
    removed: [...before.keys()].filter((name) => !after.has(name)),
    changed: [...after.keys()].filter((name) => before.has(name) && isOther(name)),
  };
}

function getName({ file }: Attachment): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
