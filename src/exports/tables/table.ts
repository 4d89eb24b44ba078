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
  /** The fiscal years that rows are listed by, in the order of the rows; undefined alone where rows have no year. */
  listYears: (source: TableSource) => readonly (number | undefined)[];
  /** The cells of each row of such a year in the order of the columns; what is read of other years is not noted. */
  listRows: (source: TableSource, year: number | undefined) => Cell[][];
}

/** A column with how its cell is read from a row. */
export type ColumnOf<Row> = readonly [column: Column, get: (row: Row, source: TableSource) => Cell];

interface Definition<Row> extends Pick<Table, 'id' | 'primaryKey'> {
  foreignKeys?: readonly ForeignKey[];
  columns: readonly ColumnOf<Row>[];
}

/** A table without years, from the getters of its columns. */
export function defineTable<Row>(
  definition: Definition<Row> & { list: (source: TableSource) => Iterable<Row> },
): Table {
  const { list } = definition;
  return {
    ...buildTable(definition, (source) => list(source)),
    isByYear: false,
    listYears: () => [undefined],
  };
}

/** A table whose rows are listed a fiscal year at a time; `list` reads what belongs to that year only. */
export function defineYearTable<Row>(
  definition: Definition<Row> &
    Pick<Table, 'isByYear'> & {
      /** Every year that may have rows, where that is more than the years of the site. */
      listYears?: (source: TableSource) => number[];
      list: (source: TableSource, year: number) => Iterable<Row>;
    },
): Table {
  const { list, isByYear, listYears = listSiteYears } = definition;
  return {
    ...buildTable(definition, (source, year) => (year === undefined ? [] : list(source, year))),
    isByYear,
    listYears,
  };
}

function buildTable<Row>(
  { id, primaryKey, foreignKeys = [], columns }: Definition<Row>,
  list: (source: TableSource, year: number | undefined) => Iterable<Row>,
): Omit<Table, 'isByYear' | 'listYears'> {
  return {
    id,
    primaryKey,
    foreignKeys,
    columns: columns.map(([column]) => column),
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

/** Fiscal years that have indicators, oldest first: new years are added at the end of a file. */
export function listSiteYears({ site }: TableSource): number[] {
  return site.years.toReversed();
}
