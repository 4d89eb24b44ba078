import { getCorrectedKey, getTopField } from '../corrected-field.ts';
import type { IndicatorYear } from '../dataset.ts';
import { getQuarterPhase, getQuarterSpan, QUARTERS } from '../fiscal-year.ts';
import type { Calendar } from '../schemas/calendar.ts';
import type { Correction } from '../schemas/correction.ts';
import type { QuarterNumber } from '../schemas/text.ts';
import { isShown } from '../shown-value.ts';
import type { EntryChange, EntryPlace, FieldChange, FieldValue, Mark } from './impact.ts';

/** Fields of the promise by which a result is judged; each may hold more below it (scale.edges). */
const PROMISE = [
  'target',
  'quarterTargets',
  'weight',
  'direction',
  'accumulation',
  'scale',
  'unit',
  'notScored',
  'withdrawn',
];

/** Fields of a report that a closed quarter freezes. */
const FIGURES = ['result', 'level', 'notApplicable'];

/** What the marks of a year's changes are judged by. */
export interface MarkRules {
  year: number;
  today: string;
  /** The calendars of both sides: a pull request cannot reopen a quarter for itself. */
  calendars: readonly Calendar[];
}

/** Whether a field is one of those by which results are judged. */
export function isPromise(key: string): boolean {
  return PROMISE.includes(getTopField(key));
}

/** Whether a field of a report is a figure, or stands in place of one. */
export function isFigure(key: string): boolean {
  return FIGURES.includes(getTopField(key));
}

/** Whether a year has begun: what it promises can then no longer move in silence. */
export function hasBegun(year: number, today: string): boolean {
  return getQuarterSpan(year, 1).from <= today;
}

/** Whether a quarter is closed by any of the calendars. */
export function isClosed(quarter: QuarterNumber, { calendars, today }: MarkRules): boolean {
  return calendars.some((calendar) => getQuarterPhase(calendar, quarter, today) === 'closed');
}

/**
 * Whether an entry is the first report of its quarter. After its quarter closed it is late, which dates tell, and
 * overwrites nothing. A figure that joins a report in words does: the report would seem to have been on time with it.
 */
export function isFirstReport({ place, change }: EntryChange): boolean {
  return typeof place === 'number' && change === 'added';
}

/** The changes of an entry, each with what a reviewer should look at. */
export function markEntry(entry: EntryChange, rules: MarkRules): EntryChange {
  const mark = (field: FieldChange) => ({ ...field, marks: findMarks(entry, field, rules) });
  return { ...entry, fields: entry.fields.map(mark) };
}

/** Figures of closed quarters that go with a whole indicator. */
export function markRemoval(item: IndicatorYear, rules: MarkRules): Mark[] {
  return hasClosedFigure(item, rules) ? ['closed-without-correction'] : [];
}

/** Whether figures of an indicator's year, or what stands in place of one, are of quarters that are closed, or of the year once it is. */
export function hasClosedFigure({ reports, summary }: IndicatorYear, rules: MarkRules): boolean {
  const hasFigure = (data: object = {}) => Object.keys(data).some(isFigure);
  if (hasFigure(summary?.data) && isClosed(4, rules)) return true;
  return QUARTERS.some((at) => hasFigure(reports[at]?.data) && isClosed(at, rules));
}

function findMarks(entry: EntryChange, field: FieldChange, rules: MarkRules): Mark[] {
  const { place, corrections } = entry;
  const isOfPromise = place === 'indicator' && isPromise(field.key);
  const began: Mark[] = isOfPromise && hasBegun(rules.year, rules.today) ? ['after-year-began'] : [];
  const isFrozen = place === 'indicator' ? isOfPromise : isFigure(field.key) && !isFirstReport(entry);
  if (!isFrozen || !listQuarters(place, field).some((quarter) => isClosed(quarter, rules))) return began;
  return [...began, judgeCorrection(field, corrections.added)];
}

/** The quarters whose figures a field decides. */
export function listQuarters(place: EntryPlace, { key, before, after }: FieldChange): readonly QuarterNumber[] {
  if (place === 'year') return [4];
  if (place !== 'indicator') return [place];
  // Quarters before a withdrawal stay as they are, and so does everything where only a reason is worded anew.
  if (key === 'withdrawn.reason' || key === 'notScored.note') return [];
  if (key === 'withdrawn.quarter')
    return QUARTERS.filter((quarter) => [before, after].some((at) => Number(at) <= quarter));
  if (key !== 'quarterTargets') return QUARTERS;
  const at = (value: FieldValue | undefined, index: number) => (Array.isArray(value) ? value[index] : undefined);
  return QUARTERS.filter((quarter) => at(before, quarter - 1) !== at(after, quarter - 1));
}

function judgeCorrection({ key, before, after }: FieldChange, added: readonly Correction[]): Mark {
  const exact = added.filter(({ field }) => getCorrectedKey(field) === key);
  if (exact.length === 0) {
    // Of a whole scale a correction says in words what a list of its values would.
    const isWorded = added.some(({ field }) => field === getTopField(key));
    return isWorded ? 'closed-with-correction' : 'closed-without-correction';
  }
  // Corrected twice in one step: from the first value, to the last.
  const fits = exact.some(({ from }) => isShown(from, before)) && exact.some(({ to }) => isShown(to, after));
  return fits ? 'closed-with-correction' : 'closed-correction-differs';
}
