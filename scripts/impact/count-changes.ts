import { isPromise } from '#domain/impact/find-marks.ts';
import type { EntryChange, FieldChange, Impact, ItemChange, Mark } from '#domain/impact/impact.ts';

/** A change in numbers: what its first sentence is made from. */
export interface Counts {
  figures: number;
  /** Indicators whose target, or target of a quarter, is another. */
  targets: number;
  /** Other fields by which results are judged. */
  promises: number;
  reports: number;
  lateReports: number;
  reportsRemoved: number;
  itemsAdded: number;
  itemsRemoved: number;
  itemsMoved: number;
  /** Standings that new calendars or settings change by themselves. */
  rules: number;
  /** Indicators with another score of the year. */
  scores: number;
  /** Indicators of which a quarter or the year stands otherwise, though the year's score is the same. */
  statuses: number;
  overdue: number;
  other: number;
  marks: Record<Mark | 'correction-removed', number>;
}

/** Fields of a report that are figures; whether nothing was to be reported decides a total as much. */
const FIGURES = ['result', 'level', 'notApplicable'];

export function countChanges(impact: Impact): Counts {
  const { items, delays, settings, ruleEffects } = impact;
  const written = items.flatMap(({ entries }) => entries);
  const promise = written.filter(({ place }) => place === 'indicator');
  const reports = written.filter(({ place }) => place !== 'indicator');
  const changed = fieldsOf(reports.filter(({ change }) => change === 'changed'));
  // A file that is new or gone is one change, however much stands in it.
  const settingChanges = settings.reduce(
    (sum, { change, fields }) => sum + (change === 'changed' ? fields.length : 1),
    0,
  );
  return {
    figures: changed.filter(isFigure).length,
    targets: items.filter(({ entries }) => entries.some(hasTarget)).length,
    promises: fieldsOf(promise).filter(({ key }) => isPromise(key) && !isTarget(key)).length,
    reports: reports.filter(({ change }) => change === 'added').length,
    lateReports: delays.filter(({ path, quarter, state }) => state !== 'overdue' && isNew(items, path, quarter)).length,
    reportsRemoved: reports.filter(({ change }) => change === 'removed').length,
    itemsAdded: items.filter(({ change }) => change === 'added').length,
    itemsRemoved: items.filter(({ change }) => change === 'removed').length,
    itemsMoved: items.filter(({ change }) => change === 'moved').length,
    rules: ruleEffects.reduce((sum, { standings }) => sum + standings, 0),
    scores: items.filter(hasOtherScore).length,
    statuses: items.filter((item) => hasOtherStatus(item) && !hasOtherScore(item)).length,
    overdue: delays.filter(({ state }) => state === 'overdue').length,
    other: settingChanges + items.reduce((sum, item) => sum + countOther(item), 0),
    marks: countMarks(items),
  };
}

function isNew(items: readonly ItemChange[], path: string, quarter: number): boolean {
  const entries = items.find((item) => item.path === path)?.entries ?? [];
  return entries.some(({ place, change }) => place === quarter && change === 'added');
}

function fieldsOf(entries: readonly EntryChange[]): FieldChange[] {
  return entries.flatMap(({ fields }) => fields);
}

function isFigure({ key }: FieldChange): boolean {
  return FIGURES.includes(key);
}

function isTarget(key: string): boolean {
  return key === 'target' || key === 'quarterTargets';
}

function hasTarget({ place, fields }: EntryChange): boolean {
  return place === 'indicator' && fields.some(({ key }) => isTarget(key));
}

/** Of one that was added or removed as a whole that is said already. */
function hasOtherScore({ change, standings }: ItemChange): boolean {
  if (change === 'added' || change === 'removed') return false;
  const year = standings.find(({ of }) => of === 'year');
  const [before, after] = [year?.before?.score, year?.after?.score];
  const isScored = before?.state === 'scored' || after?.state === 'scored';
  return isScored && JSON.stringify(before) !== JSON.stringify(after);
}

function hasOtherStatus({ change, standings }: ItemChange): boolean {
  if (change === 'added' || change === 'removed') return false;
  // That a report is there now, or is not, is said already.
  return standings.some(({ before, after }) => before?.result === after?.result && before?.status !== after?.status);
}

/** Changes that are neither figures nor rules: words, evidence, days, names. */
function countOther({ change, entries, files }: ItemChange): number {
  const loose = change === 'added' || change === 'removed' ? [] : Object.values(files).flat();
  return entries.reduce((sum, { place, change, fields, narratives, evidence, corrections }) => {
    if (place !== 'indicator' && change !== 'changed') return sum;
    const plain = fields.filter((field) => (place === 'indicator' ? !isPromise(field.key) : !isFigure(field)));
    const lists = [plain, narratives, evidence.added, evidence.removed, corrections.added, corrections.removed];
    return lists.reduce((all, list) => all + list.length, sum);
  }, loose.length);
}

function countMarks(items: readonly ItemChange[]): Counts['marks'] {
  const entries = items.flatMap((item) => item.entries);
  const marks = [...items.flatMap((item) => item.marks), ...fieldsOf(entries).flatMap((field) => field.marks)];
  const count = (mark: Mark) => marks.filter((other) => other === mark).length;
  return {
    'after-year-began': count('after-year-began'),
    'closed-without-correction': count('closed-without-correction'),
    'closed-with-correction': count('closed-with-correction'),
    'closed-correction-differs': count('closed-correction-differs'),
    'correction-removed': entries.reduce((sum, { corrections }) => sum + corrections.removed.length, 0),
  };
}
