import type { ScoredSite } from '#domain/scored-site.ts';
import type { Cell, Column } from './column.ts';

/** What rows are made from: the site, and full addresses of its pages and receipts, undefined where they are not known. */
export interface TableSource {
  site: ScoredSite;
  locatePage: (path: string) => string | undefined;
  locateReceipt: (path: string) => string | undefined;
}

export type TableId = 'indicators' | 'reports' | 'agencies' | 'plan' | 'corrections' | 'changes';

/** Columns that name a row of another table. */
export interface ForeignKey {
  columns: readonly string[];
  table: TableId;
  /** The columns there, in the same order. */
  reference: readonly string[];
}

/** A table of the open data: its columns, and its rows in a stable order. */
export interface Table {
  id: TableId;
  columns: readonly Column[];
  /** Empty where rows have no identity of their own. */
  primaryKey: readonly string[];
  foreignKeys: readonly ForeignKey[];
  /** Whether there is a file of it for each fiscal year. */
  isByYear: boolean;
  /** The cells of each row in the order of the columns; of all years without a year. */
  listRows: (source: TableSource, year?: number) => Cell[][];
}

/** A column with how its cell is read from a row. */
export type ColumnOf<Row> = readonly [column: Column, get: (row: Row, source: TableSource) => Cell];

interface Definition<Row> extends Omit<Table, 'columns' | 'listRows' | 'foreignKeys'> {
  foreignKeys?: readonly ForeignKey[];
  columns: readonly ColumnOf<Row>[];
  list: (source: TableSource, year: number | undefined) => Iterable<Row>;
}

/** A table from the getters of its columns. */
export function defineTable<Row>({ columns, list, foreignKeys = [], ...own }: Definition<Row>): Table {
  return {
    ...own,
    columns: columns.map(([column]) => column),
    foreignKeys,
    listRows: (source, year) =>
      Array.from(list(source, year), (row) => columns.map(([, get]) => tidy(get(row, source)))),
  };
}

/** An empty text or list says as little as an absent one. */
function tidy(cell: Cell): Cell {
  if (cell === '' || (Array.isArray(cell) && cell.length === 0)) return undefined;
  // Minus zero is zero.
  return cell === 0 ? 0 : cell;
}

/** Fiscal years that have rows, oldest first: new years are added at the end of a file. */
export function listYears({ site }: TableSource, year: number | undefined): number[] {
  return year === undefined ? site.years.toReversed() : site.years.filter((known) => known === year);
}
