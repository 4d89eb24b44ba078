import { findFieldValue, getCorrectedKey, getTopField, PATH_FIELD } from '../corrected-field.ts';
import type { WrittenEntry } from '../impact/compare-entries.ts';
import type { Issue } from '../issue.ts';
import { findNearest } from '../nearest.ts';
import type { Correction } from '../schemas/correction.ts';
import { indicatorSchema } from '../schemas/indicator.ts';
import { reportSchema, yearSummarySchema } from '../schemas/report.ts';
import { isSameShown, isShown, spellValue } from '../shown-value.ts';
import { reportIssue } from './report-issue.ts';

const SCHEMAS = { indicator: indicatorSchema, report: reportSchema, year: yearSummarySchema };

/** A correction with its number in the list of its file. */
interface Listed {
  correction: Correction;
  index: number;
}

/**
 * Corrections held against the file they stand in: they name a field of it, come in the order of their days, each takes
 * up where the one before left the field, and the last one leads to what stands now.
 */
export function checkCorrections(entry: WrittenEntry): Issue[] {
  const listed = (entry.data.corrections ?? []).map((correction, index) => ({ correction, index }));
  const chains = Map.groupBy(listed, ({ correction }) => getCorrectedKey(correction.field));
  return [
    ...listed.flatMap((item) => [...checkWords(entry, item), ...checkField(entry, item), ...checkOrder(entry, item)]),
    ...[...chains.values()].flatMap((chain) => [...checkJoints(entry, chain), ...checkEnd(entry, chain)]),
  ];
}

/** Corrections that are dated after a day (YYYY-MM-DD). Only a command knows what day it is: a build says the same on every day. */
export function checkCorrectionDays(entry: WrittenEntry, today: string): Issue[] {
  return (entry.data.corrections ?? []).flatMap(({ date }, index) =>
    date > today ? [reportIssue(entry, 'CW705', `corrections.${index}.date`, { seen: date, today })] : [],
  );
}

/** The dots of an entry that is ready to be filled in are no words. */
function checkWords(entry: WrittenEntry, { correction, index }: Listed): Issue[] {
  return (['reason', 'approvedBy'] as const).flatMap((key) =>
    /[\p{L}\p{N}]/u.test(correction[key]) ? [] : [reportIssue(entry, 'CW307', `corrections.${index}.${key}`)],
  );
}

function checkField(entry: WrittenEntry, { correction: { field }, index }: Listed): Issue[] {
  const fields = listFields(entry);
  const top = getTopField(field);
  if (fields.includes(top)) return [];
  const params = { seen: field, nearest: findNearest(top, fields) ?? '', known: fields.join(', ') };
  return [reportIssue(entry, 'CW701', `corrections.${index}.field`, params)];
}

function listFields({ kind }: WrittenEntry): string[] {
  const fields = Object.keys(SCHEMAS[kind].shape).filter((key) => key !== 'corrections');
  return kind === 'indicator' ? [...fields, PATH_FIELD] : fields;
}

function checkOrder(entry: WrittenEntry, { correction: { date }, index }: Listed): Issue[] {
  const before = entry.data.corrections?.[index - 1]?.date;
  if (before === undefined || before <= date) return [];
  return [reportIssue(entry, 'CW704', `corrections.${index}.date`, { seen: date, before })];
}

function checkJoints(entry: WrittenEntry, chain: readonly Listed[]): Issue[] {
  return chain.flatMap(({ correction, index }, position) => {
    const before = chain[position - 1]?.correction;
    if (before === undefined || isInWords(entry, correction.field) || isSameShown(before.to, correction.from))
      return [];
    const params = { seen: correction.from, type: before.to };
    return [reportIssue(entry, 'CW702', `corrections.${index}.from`, params)];
  });
}

function checkEnd(entry: WrittenEntry, chain: readonly Listed[]): Issue[] {
  const last = chain.at(-1);
  if (last === undefined || !listFields(entry).includes(getTopField(last.correction.field))) return [];
  const { field, to } = last.correction;
  const now = getPresent(entry, field);
  if (now === 'in-words' || isShown(to, now.value)) return [];
  return [
    reportIssue(entry, 'CW703', `corrections.${last.index}.to`, { seen: to, field, type: spellValue(now.value) }),
  ];
}

function isInWords(entry: WrittenEntry, field: string): boolean {
  return getPresent(entry, field) === 'in-words';
}

function getPresent(entry: WrittenEntry, field: string) {
  if (field === PATH_FIELD) return { value: `${entry.year}/${entry.agency}/${entry.slug}` };
  return findFieldValue(entry.data, field);
}
