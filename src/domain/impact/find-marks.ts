import type { IndicatorYear } from '../dataset.ts';
import { getQuarterPhase, getQuarterSpan, QUARTERS } from '../fiscal-year.ts';
import type { Calendar } from '../schemas/calendar.ts';
import type { Correction } from '../schemas/correction.ts';
import type { QuarterNumber } from '../schemas/text.ts';
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
const FROZEN = ['result', 'level', 'notApplicable'];

/** What the marks of a year's changes are judged by. */
export interface MarkRules {
  year: number;
  today: string;
  /** The calendars of both sides: a pull request cannot reopen a quarter for itself. */
  calendars: readonly Calendar[];
}

/** Whether a field is one of those by which results are judged. */
export function isPromise(key: string): boolean {
  return PROMISE.includes(getTop(key));
}

/** The changes of an entry, each with what a reviewer should look at. */
export function markEntry(entry: EntryChange, rules: MarkRules): EntryChange {
  const mark = (field: FieldChange) => ({ ...field, marks: findMarks(entry, field, rules) });
  return { ...entry, fields: entry.fields.map(mark) };
}

/** Figures of closed quarters that go with a whole indicator. */
export function markRemoval(item: IndicatorYear, rules: MarkRules): Mark[] {
  const hasClosedFigure = QUARTERS.some(
    (quarter) => item.reports[quarter]?.data.result !== undefined && isClosed(quarter, rules),
  );
  const isClosedYear = item.summary?.data.result !== undefined && isClosed(4, rules);
  return hasClosedFigure || isClosedYear ? ['closed-without-correction'] : [];
}

function findMarks({ place, corrections }: EntryChange, field: FieldChange, rules: MarkRules): Mark[] {
  const isOfPromise = place === 'indicator' && isPromise(field.key);
  const began: Mark[] = isOfPromise && getQuarterSpan(rules.year, 1).from <= rules.today ? ['after-year-began'] : [];
  const isFrozen = place === 'indicator' ? isOfPromise : FROZEN.includes(getTop(field.key));
  if (!isFrozen || !listQuarters(place, field).some((quarter) => isClosed(quarter, rules))) return began;
  return [...began, judgeCorrection(field, corrections.added)];
}

/** The quarters whose figures a field decides. */
function listQuarters(place: EntryPlace, { key, before, after }: FieldChange): readonly QuarterNumber[] {
  if (place === 'year') return [4];
  if (place !== 'indicator') return [place];
  // Quarters before a withdrawal stay as they are, and so does everything where only its reason is worded anew.
  if (key === 'withdrawn.reason') return [];
  if (key === 'withdrawn.quarter')
    return QUARTERS.filter((quarter) => [before, after].some((at) => Number(at) <= quarter));
  if (key !== 'quarterTargets') return QUARTERS;
  const at = (value: FieldValue | undefined, index: number) => (Array.isArray(value) ? value[index] : undefined);
  return QUARTERS.filter((quarter) => at(before, quarter - 1) !== at(after, quarter - 1));
}

function isClosed(quarter: QuarterNumber, { calendars, today }: MarkRules): boolean {
  return calendars.some((calendar) => getQuarterPhase(calendar, quarter, today) === 'closed');
}

function judgeCorrection({ key, before, after }: FieldChange, added: readonly Correction[]): Mark {
  const named = added.filter(({ field }) => field === key || field === getTop(key));
  if (named.length === 0) return 'closed-without-correction';
  // Of a whole scale a correction says in words what a list of its values would.
  const isWhole = [before, after].some(Array.isArray) || key.includes('.');
  // Corrected twice in one step: from the first value, to the last.
  const fits = named.some(({ from }) => isShown(from, before)) && named.some(({ to }) => isShown(to, after));
  return isWhole || fits ? 'closed-with-correction' : 'closed-correction-differs';
}

function isShown(shown: number | string, value: FieldValue | undefined): boolean {
  // A figure may be written as it was shown: "1,407.50".
  if (typeof value === 'number' && /\d/.test(String(shown)))
    return Number(String(shown).replace(/,(?=\d{3})/g, '')) === value;
  return String(shown) === (value === undefined ? 'absent' : String(value));
}

function getTop(key: string): string {
  return key.split('.')[0] ?? key;
}
