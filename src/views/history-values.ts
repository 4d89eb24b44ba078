import type { EntryPlace, FieldValue } from '#domain/impact/impact.ts';
import type { EntryKind } from '#domain/issue.ts';
import { getChoiceText, getFieldText } from '#strings/field-text.ts';
import type { ViewContext } from './context.ts';

const DAYS = /(^|\.)(asOf|submitted|due|closed)$/;

/** Fields that hold a value to choose from; in the others "higher" is an author's own word. */
const CHOICES =
  /^(kind|outcome|direction|accumulation|weight|target|basis|scale\.(kind|between|reads)|notScored\.reason|source\.(year|name|quarters|inferred))$/;

/** Most letters of an author's text that stands in for a value. */
const MOST_LETTERS = 120;

/** A field as people know it, with the quarter it belongs to; items of a list have their number. */
export function nameField(place: EntryPlace, key: string, context: ViewContext): string {
  const field = nameKey(getKind(place), key, context);
  return place === 'indicator' ? field : context.t('history.field', { place: namePlace(place, context), field });
}

/** A field of an entry of any kind, without where it stands. */
export function nameKey(kind: EntryKind, key: string, { t, format, language }: ViewContext): string {
  const parts = key.split('.');
  const index = parts.findLast((part) => /^\d+$/.test(part));
  const { label } = getFieldText(kind, parts.filter((part) => !/^\d+$/.test(part)).join('.'), language);
  return index === undefined ? label : t('history.item', { field: label, number: format.count(Number(index) + 1) });
}

/** Which part of the year a file holds. */
export function namePlace(place: Exclude<EntryPlace, 'indicator'>, { t }: ViewContext): string {
  return place === 'year' ? t('table.year-row') : t('quarter.label', { quarter: place });
}

/** A value as it is shown; absent is said and never 0. */
export function formatValue(key: string, value: FieldValue | undefined, context: ViewContext): string {
  if (value === undefined) return context.t('history.absent');
  if (Array.isArray(value)) return value.map((item) => formatPlain(key, item, context)).join(' · ');
  // Safe: lists have just been told apart; Array.isArray does not narrow a readonly list away.
  return formatPlain(key, value as number | string | boolean, context);
}

function formatPlain(key: string, value: number | string | boolean, { t, format, language }: ViewContext): string {
  if (typeof value === 'boolean') return t(value ? 'history.yes' : 'history.no');
  if (typeof value === 'number') return key === 'result' ? format.figure(value) : format.plain(value);
  if (DAYS.test(key)) return format.day(value);
  return CHOICES.test(key) ? getChoiceText(value, language) : cut(value);
}

function cut(text: string): string {
  const letters = [...new Intl.Segmenter('th', { granularity: 'grapheme' }).segment(text)];
  if (letters.length <= MOST_LETTERS) return text;
  const kept = letters.slice(0, MOST_LETTERS).map(({ segment }) => segment);
  return `${kept.join('')}…`;
}

function getKind(place: EntryPlace): 'indicator' | 'year' | 'report' {
  return place === 'indicator' || place === 'year' ? place : 'report';
}
