import { getKnownValues } from '#data/schema-keys.ts';
import type { FieldChange, FieldValue, StandingChange, StandingFigures } from '#domain/impact/impact.ts';
import type { EntryKind } from '#domain/issue.ts';
import { schemaByKind } from '#domain/schemas/by-kind.ts';
import { getChoiceText, getFieldText } from '#strings/field-text.ts';
import { quote, quoteBoth } from './escape-markdown.ts';
import type { Words } from './words.ts';

const DAYS = /(^|\.)(asOf|submitted|due|closed)$/;

/** Fiscal years: a thousands comma would make a figure of them. */
const YEARS = /(^|\.)(from|until)$/;

/** Most letters of a text that stands in for a value. */
const MOST_LETTERS = 50;

/** The name of a field as people know it; items of a list have their number. */
export function describeField(kind: EntryKind, key: string, { language }: Words): string {
  const parts = key.split('.');
  const index = parts.findLast((part) => /^\d+$/.test(part));
  const { label } = getFieldText(kind, parts.filter((part) => !/^\d+$/.test(part)).join('.'), language);
  return index === undefined ? label : `${label} (${Number(index) + 1})`;
}

/** A field before and after, as Markdown. */
export function describeChange(kind: EntryKind, { key, before, after }: FieldChange, words: Words): string {
  if (isProse(kind, key, before) && isProse(kind, key, after)) {
    const [old, now] = quoteBoth(before, after, MOST_LETTERS);
    return words.say('value.change', { before: old, after: now });
  }
  const describe = (value: FieldValue | undefined) =>
    value === undefined ? words.say('value.absent') : describeValue(kind, key, value, words);
  return words.say('value.change', { before: describe(before), after: describe(after) });
}

/** Scores before and after, the status once where it is the same. */
export function describeScores({ before, after }: StandingChange, words: Words): string {
  const { say, t } = words;
  const [old, now] = [describeScore(before, words), describeScore(after, words)];
  const areScored = before?.score.state === 'scored' && after?.score.state === 'scored';
  if (!areScored || before.status !== after.status) {
    return say('value.change', { before: describeStanding(before, words), after: describeStanding(after, words) });
  }
  const score = old === now ? now : say('value.change', { before: old, after: now });
  return say('score.with-status', { score, status: t(`status.${after.status}`) });
}

/** A standing as a score and a status, or why there is no score. */
export function describeStanding(figures: StandingFigures | undefined, words: Words): string {
  const score = describeScore(figures, words);
  if (figures?.score.state !== 'scored') return score;
  return words.say('score.with-status', { score, status: words.t(`status.${figures.status}`) });
}

function describeScore(figures: StandingFigures | undefined, { say, t, format }: Words): string {
  if (figures === undefined) return say('value.absent');
  const { score } = figures;
  if (score.state === 'not-scored') return t(`reason.${score.reason}`);
  const { points, weight, percent } = score;
  if (points === undefined || weight === undefined) return format.percent(percent);
  return say('score.points', { points: format.points(points), weight: format.plain(weight) });
}

/** A result as a figure; absent is not 0. */
export function describeResult(result: number | undefined, { say, format }: Words): string {
  return result === undefined ? say('value.absent') : format.figure(result);
}

function describeValue(kind: EntryKind, key: string, value: FieldValue, words: Words): string {
  if (Array.isArray(value)) return value.map((item) => describePlain(kind, key, item, words)).join(' · ');
  // Safe: lists have just been told apart; Array.isArray does not narrow a readonly list away.
  return describePlain(kind, key, value as number | string | boolean, words);
}

function describePlain(kind: EntryKind, key: string, value: number | string | boolean, words: Words): string {
  const { say, format, language } = words;
  if (typeof value === 'boolean') return say(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') {
    if (YEARS.test(key)) return String(value);
    return /^result$/.test(key) ? format.figure(value) : format.plain(value);
  }
  if (DAYS.test(key)) return format.day(value);
  return isProse(kind, key, value) ? quote(value, MOST_LETTERS) : getChoiceText(value, language);
}

/** Whether a value is an author's own words: neither a day nor one of the choices of its field. */
function isProse(kind: EntryKind, key: string, value: FieldValue | undefined): value is string {
  if (typeof value !== 'string' || DAYS.test(key)) return false;
  return !getKnownValues(schemaByKind[kind], key.split('.')).includes(value);
}
