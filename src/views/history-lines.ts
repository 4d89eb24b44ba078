import { getCorrectedKey, getTopField } from '#domain/corrected-field.ts';
import { isPromise } from '#domain/impact/find-marks.ts';
import type { EntryChange, EntryPlace, FieldChange, Mark } from '#domain/impact/impact.ts';
import type { Revision } from '#domain/ledger/ledger.ts';
import type { Correction } from '#domain/schemas/correction.ts';
import type { ViewContext } from './context.ts';
import { formatValue, nameField, namePlace } from './history-values.ts';

/** One figure: what it was and what it became. */
export interface LineView {
  label: string;
  /** Absent for what is published for the first time. */
  before?: string;
  after: string;
  /** The reasons that corrections give, with the position that approved each. */
  reasons: string[];
  marks: MarkView[];
}

export interface MarkView {
  text: string;
  /** Whether nothing is wrong: a correction explains it. */
  isFine: boolean;
}

/** The correction that explains a field of a revision and was written after it, where there is one. */
export type FindLater = (place: EntryPlace, key: string) => Correction | undefined;

/** Figures of a report. */
const FIGURES = /^(result|level|notApplicable|review\.(completeness|timeliness))$/;

/** Beside figures and promises, fields of which both values are shown; others are only named. */
const SHOWN = /^(name|asOf|submitted)$/;

export function isFigure(key: string): boolean {
  return FIGURES.test(key);
}

/** Whether both values of a field are shown. */
export function isShown(place: EntryPlace, key: string): boolean {
  return SHOWN.test(key) || (place === 'indicator' ? isPromise(key) : isFigure(key));
}

/** The fields of an entry of which both values are shown; of a report that is new or gone its result alone. */
export function listLines(
  revision: Revision,
  entry: EntryChange,
  findLater: FindLater,
  context: ViewContext,
): LineView[] {
  const { place, change, fields } = entry;
  if (place === 'indicator' || change === 'changed') {
    return fields
      .filter(({ key }) => isShown(place, key))
      .map((field) => getLine(revision, entry, field, findLater, context));
  }
  return [getReportLine(entry, place, context)];
}

export function getMark(mark: Mark, { t }: ViewContext): MarkView {
  return { text: t(`history.mark-${mark}`), isFine: mark === 'closed-with-correction' };
}

export function wordReason({ reason, approvedBy }: Correction, { t }: ViewContext): string {
  return t('history.reason', { reason, approvedBy });
}

/** Whether a correction speaks of a field. */
export function isAbout({ field }: Correction, key: string): boolean {
  return getCorrectedKey(field) === key || field === getTopField(key);
}

function getLine(
  { uncertain = [] }: Revision,
  entry: EntryChange,
  { key, before, after, marks }: FieldChange,
  findLater: FindLater,
  context: ViewContext,
): LineView {
  const { place } = entry;
  const isUnknown = before === undefined && uncertain.includes(place);
  return {
    label: nameField(place, key, context),
    before: isUnknown ? context.t('history.not-known') : formatValue(key, before, context),
    after: formatValue(key, after, context),
    reasons: listReasons(entry, key, findLater, context),
    marks: marks.map((mark) => getMark(mark, context)),
  };
}

function listReasons(entry: EntryChange, key: string, findLater: FindLater, context: ViewContext): string[] {
  const own = entry.corrections.added.filter((correction) => isAbout(correction, key));
  if (own.length > 0) return own.map((correction) => wordReason(correction, context));
  const later = findLater(entry.place, key);
  return later === undefined ? [] : [context.t('history.later', { reason: wordReason(later, context) })];
}

/** A report that is new, or gone. */
function getReportLine(entry: EntryChange, place: Exclude<EntryPlace, 'indicator'>, context: ViewContext): LineView {
  const { t } = context;
  const result = entry.fields.find(({ key }) => key === 'result');
  const isNew = entry.change === 'added';
  const value = isNew ? result?.after : result?.before;
  const figure = value === undefined ? t('history.words-only') : formatValue('result', value, context);
  const names = { place: namePlace(place, context) };
  return {
    ...(isNew
      ? { label: t('history.report-added', names), after: figure }
      : { label: t('history.report-removed', names), before: figure, after: t('history.absent') }),
    reasons: entry.corrections.added.map((correction) => wordReason(correction, context)),
    marks: (result?.marks ?? []).map((mark) => getMark(mark, context)),
  };
}
