import type { Column } from '#exports/tables/column.ts';
import type { Table } from '#exports/tables/table.ts';
import { getColumnChoice, getColumnText, getTableText, getTypeText, getUnitText } from '#strings/column-text.ts';
import type { ViewContext } from './context.ts';

/** What each column of a table holds. */
export interface ColumnsView {
  /** Where the table can be linked to. */
  id: string;
  title: string;
  about: string;
  count: string;
  schema: string;
  columns: ColumnView[];
}

export interface ColumnView {
  /** Where the column can be linked to. */
  anchor: string;
  id: string;
  thai: string;
  english: string;
  type: string;
  meaning: string;
  /** Values to choose from, with what they mean. */
  choices: { value: string; meaning: string }[];
}

export function getColumnsView({ id, columns }: Table, context: ViewContext): ColumnsView {
  const { t, format, links, language } = context;
  return {
    id: `columns-${id}`,
    ...getTableText(id, language),
    count: t('data.count-columns', { count: format.count(columns.length) }),
    schema: links.dataFile(`schema/${id}.json`),
    columns: columns.map((column) => getColumnView(id, column, context)),
  };
}

function getColumnView(table: string, column: Column, { language }: ViewContext): ColumnView {
  const { id, type, unit, words, choices } = column;
  const parts = [getTypeText(type, language), ...(unit === undefined ? [] : [getUnitText(unit, language)])];
  return {
    anchor: `${table}-${id}`,
    id,
    thai: getColumnText(column, 'th').name,
    english: getColumnText(column, 'en').name,
    type: parts.join(' · '),
    meaning: getColumnText(column, language).meaning,
    choices: choices.map((value) => ({ value, meaning: getColumnChoice(words, value, language) })),
  };
}
