import type { EntryKind } from '#domain/issue.ts';
import en from './columns.en.json' with { type: 'json' };
import th from './columns.th.json' with { type: 'json' };
import { getChoiceText, getFieldText } from './field-text.ts';
import { createTranslate, type Language } from './translate.ts';

const texts: Record<Language, Record<string, string>> = { th, en };

/** A column as its texts need it: its id, and the field of the content that it shows as it was typed. */
export interface WordedColumn {
  id: string;
  field?: { kind: EntryKind; key: string };
}

/** A column in the words of a language: what stands above it for people, and what it means. */
export interface ColumnText {
  name: string;
  meaning: string;
}

/** Name and meaning of a column; one that shows a field is called as that field unless it has a name of its own. */
export function getColumnText({ id, field }: WordedColumn, language: Language): ColumnText {
  const name = texts[language][`${id}.name`] ?? (field && getFieldText(field.kind, field.key, language).label);
  if (name === undefined) throw new Error(`no name for the column ${id}`);
  return { name, meaning: getText(`${id}.help`, language) };
}

/** What a value to choose from means; the texts of statuses, reasons and readings are those of the pages. */
export function getColumnChoice(
  words: 'status' | 'reason' | 'reading' | 'choice',
  value: string,
  language: Language,
): string {
  if (words !== 'choice') return getPageText(words, value, language);
  return texts[language][`choice.${value}`] ?? getChoiceText(value, language);
}

/** Title and meaning of a table. */
export function getTableText(table: string, language: Language): { title: string; about: string } {
  return { title: getText(`table.${table}`, language), about: getText(`about.${table}`, language) };
}

/** What a column holds, in words. */
export function getTypeText(type: string, language: Language): string {
  return getText(`type.${type}`, language);
}

/** What a column's numbers count, in words. */
export function getUnitText(unit: string, language: Language): string {
  return getText(`measure.${unit}`, language);
}

/** Safe: a value without a text of its own stays visible as a key, which the test of every column would show. */
function getPageText(words: 'status' | 'reason' | 'reading', value: string, language: Language): string {
  const t = createTranslate(language);
  return t(`${words}.${value}` as Parameters<typeof t>[0]);
}

function getText(key: string, language: Language): string {
  const text = texts[language][key];
  if (text === undefined) throw new Error(`no text ${key} for the open data`);
  return text;
}
