import { getColumnChoice, getColumnText } from '#strings/column-text.ts';
import type { Language } from '#strings/translate.ts';
import { formatCsv, formatCsvLine } from '../csv.ts';
import type { Cell, Column, Single } from './column.ts';
import type { Table } from './table.ts';

/** Files for people are in Thai; English is read by programs, and by those who can read ids. */
const WORDED: Language = 'th';

/** Version of the shape of the tables' JSON; raised when a column changes its meaning or goes. */
export const TABLE_VERSION = 1;

/** Between two rows in JSON. */
const ROW_BREAK = ',\n';

type Rows = readonly (readonly Cell[])[];

/** csv: for programs; worded: for people, in Thai; json: for programs. */
export type TableForm = 'csv' | 'worded' | 'json';

/** What stands around rows in a file; between rows of one year and those of the next stands `between`. */
export interface TableFrame {
  head: string;
  between: string;
  foot: string;
}

/**
 * The frame of a table's file. csv has ids of columns above it; worded their Thai names; json what holds for all of the file.
 */
export function formatFrame({ id, columns }: Table, form: TableForm, about: object): TableFrame {
  if (form === 'json') {
    const head = JSON.stringify({ version: TABLE_VERSION, table: id, ...about }, null, 2).slice(0, -2);
    return { head: `${head},\n  "rows": [\n`, between: ROW_BREAK, foot: '\n  ]\n}\n' };
  }
  const names = columns.map((column) => (form === 'csv' ? column.id : getColumnText(column, WORDED).name));
  return { head: formatCsv([names]), between: '', foot: '' };
}

/**
 * Writes rows of a table, a piece for each: as they are for programs (csv: a list is written as JSON within its cell; json: one
 * row a line, null where nothing is), or for people, in place of each value to choose from what it means.
 */
export function* writeRows({ columns }: Table, form: TableForm, rows: Rows): Iterable<string> {
  if (form === 'json') {
    const names = columns.map(({ id }, index) => `${index === 0 ? '{' : ','}${JSON.stringify(id)}:`);
    for (const [index, row] of rows.entries()) yield `${index === 0 ? '' : ROW_BREAK}${writeJson(names, row)}`;
  } else if (form === 'csv') {
    for (const row of rows) yield formatCsvLine(row.map(writeCell));
  } else {
    const words = columns.map((column) => createWords(column, WORDED));
    for (const row of rows) yield formatCsvLine(row.map((cell, index) => words[index]?.(cell)));
  }
}

/** A row as an object by ids of columns, which stand in `names` with what JSON has around them. */
function writeJson(names: readonly string[], row: readonly Cell[]): string {
  let text = '';
  // By hand: to make an object of each row and write that takes twice as long, and a city has a hundred thousand of them.
  for (const [index, cell] of row.entries()) {
    text += names[index] ?? '';
    text += cell === undefined ? 'null' : JSON.stringify(cell);
  }
  return `${text}}`;
}

function writeCell(cell: Cell): string | number | undefined {
  if (typeof cell === 'boolean') return String(cell);
  return typeof cell === 'object' ? JSON.stringify(cell) : cell;
}

function createWords({ words, choices }: Column, language: Language): (cell: Cell) => string | number | undefined {
  const known = new Map(choices.map((choice) => [choice, getColumnChoice(words, choice, language)]));
  const word = (value: Single): string | number => {
    if (typeof value === 'boolean') return getColumnChoice('choice', String(value), language);
    return typeof value === 'string' ? (known.get(value) ?? value) : value;
  };
  return (cell) => {
    if (cell === undefined) return undefined;
    return typeof cell === 'object' ? cell.map(word).join(', ') : word(cell);
  };
}
