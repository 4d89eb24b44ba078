import { getColumnText, getTypeText } from '#strings/column-text.ts';
import type { Cell, Column, ColumnType } from './tables/column.ts';
import type { Table, TableSource } from './tables/table.ts';
import { TABLE_VERSION } from './tables/table-file.ts';
import { TABLES } from './tables/tables.ts';

/** A statement, run once for each row of values; once without any where it has no rows. */
export interface SqlStep {
  sql: string;
  rows?: Iterable<readonly (string | number | null)[]>;
}

/** A number is REAL even where it is whole, so that points divided by weight is never the division of integers. */
const SQL_TYPES: Record<ColumnType, string> = {
  text: 'TEXT',
  number: 'REAL',
  integer: 'INTEGER',
  flag: 'INTEGER',
  day: 'TEXT',
  time: 'TEXT',
  address: 'TEXT',
  list: 'TEXT',
  any: 'ANY',
};

/** Views that join what people join most; figures are not worked out anew in them. */
const VIEWS = [
  `CREATE VIEW "report_details" AS
SELECT r.*, i."agency_name", i."indicator_name", i."unit", i."direction", i."target", i."weight"
FROM "reports" AS r JOIN "indicators" AS i USING ("path")`,
  `CREATE VIEW "indicator_quarters" AS
SELECT i."path", i."fiscal_year", i."agency_name", i."indicator_name", i."unit", i."target",
  max(CASE WHEN r."quarter" = 1 THEN r."result" END) AS "q1", max(CASE WHEN r."quarter" = 2 THEN r."result" END) AS "q2",
  max(CASE WHEN r."quarter" = 3 THEN r."result" END) AS "q3", max(CASE WHEN r."quarter" = 4 THEN r."result" END) AS "q4",
  i."year_result", i."status"
FROM "indicators" AS i JOIN "reports" AS r USING ("path") GROUP BY i."path"`,
];

/** The steps that make a database of one table's rows, which `buildDatabase` takes over: no keys, for they are held together there. */
export function buildPartDatabase({ columns }: Table, rows: readonly (readonly Cell[])[]): SqlStep[] {
  const types = columns.map(({ id, type }) => `"${id}" ${SQL_TYPES[type]}`);
  return [
    { sql: `CREATE TABLE "rows" (${types.join(', ')}) STRICT` },
    { sql: 'BEGIN' },
    { sql: `INSERT INTO "rows" VALUES (${columns.map(() => '?').join(', ')})`, rows: bindEach(rows) },
    { sql: 'COMMIT' },
  ];
}

/**
 * The steps that make a database of all tables: with keys, views, what each column means, and what holds for all of it. Rows
 * come from databases of parts, by their paths in order: a year that did not change need not be listed and written again.
 */
export function buildDatabase(source: TableSource, listPaths: (table: Table) => readonly string[]): SqlStep[] {
  const tables = sortByKeys(TABLES);
  return [
    { sql: `PRAGMA user_version = ${TABLE_VERSION}` },
    { sql: 'PRAGMA foreign_keys = ON' },
    { sql: 'BEGIN' },
    ...tables.map((table) => ({ sql: createTable(table) })),
    ...VIEWS.map((sql) => ({ sql })),
    { sql: 'COMMIT' },
    ...tables.flatMap((table) => listPaths(table).flatMap((path) => takeRows(table, path))),
    { sql: 'BEGIN' },
    ...describeColumns(),
    ...describeAll(source),
    { sql: 'COMMIT' },
  ];
}

/** One transaction for each part: no database can be attached within one. */
function takeRows({ id }: Table, path: string): SqlStep[] {
  return [
    { sql: `ATTACH '${path.replaceAll("'", "''")}' AS "part"` },
    { sql: `INSERT INTO "${id}" SELECT * FROM "part"."rows" ORDER BY rowid` },
    { sql: 'DETACH "part"' },
  ];
}

/** Tables after those that their keys point to. */
function sortByKeys(tables: readonly Table[]): Table[] {
  const sorted: Table[] = [];
  const add = (table: Table) => {
    if (sorted.includes(table)) return;
    for (const { table: id } of table.foreignKeys) {
      const other = tables.find((known) => known.id === id);
      if (other !== undefined && other !== table) add(other);
    }
    sorted.push(table);
  };
  for (const table of tables) add(table);
  return sorted;
}

function createTable({ id, columns, primaryKey, foreignKeys }: Table): string {
  const lines = [
    ...columns.map(writeColumn),
    ...(primaryKey.length === 0 ? [] : [`PRIMARY KEY (${joinNames(primaryKey)})`]),
    ...foreignKeys.map(
      (key) => `FOREIGN KEY (${joinNames(key.columns)}) REFERENCES "${key.table}" (${joinNames(key.reference)})`,
    ),
  ];
  return `CREATE TABLE "${id}" (\n  ${lines.join(',\n  ')}\n) STRICT`;
}

function writeColumn({ id, type, isRequired, choices }: Column): string {
  const values = type === 'flag' ? ['0', '1'] : type === 'text' ? choices.map((choice) => `'${choice}'`) : [];
  const check = values.length === 0 ? '' : ` CHECK ("${id}" IN (${values.join(', ')}))`;
  return `"${id}" ${SQL_TYPES[type]}${isRequired ? ' NOT NULL' : ''}${check}`;
}

/** Bound one by one: all at once would be the whole table in memory once more. */
function* bindEach(rows: readonly (readonly Cell[])[]): Iterable<(string | number | null)[]> {
  for (const row of rows) yield row.map(bind);
}

function describeColumns(): SqlStep[] {
  const names = ['table', 'column', 'type', 'name_th', 'name_en', 'meaning_th', 'meaning_en'];
  const rows = TABLES.flatMap((table) =>
    table.columns.map((column) => {
      const [thai, english] = [getColumnText(column, 'th'), getColumnText(column, 'en')];
      const type = getTypeText(column.type, 'en');
      return [table.id, column.id, type, thai.name, english.name, thai.meaning, english.meaning];
    }),
  );
  return describeIn('columns', names, rows);
}

function describeAll({ site }: TableSource): SqlStep[] {
  const { settings, ledger, today } = site;
  const { licence, address } = settings;
  const rows = [
    ['title', settings.nameEn],
    ['organisation', settings.organisationEn],
    ['address', address],
    ['status_day', today],
    ['licence', licence?.name],
    ['licence_url', licence?.url],
    ['history', ledger.state === 'unknown' ? `unknown: ${ledger.reason}` : ledger.state],
  ].flatMap(([key, value]) => (key === undefined || value === undefined ? [] : [[key, value]]));
  return describeIn('about', ['key', 'value'], rows);
}

function describeIn(table: string, names: string[], rows: string[][]): SqlStep[] {
  const columns = names.map((name) => `"${name}" TEXT NOT NULL`).join(', ');
  return [
    { sql: `CREATE TABLE "${table}" (${columns}) STRICT` },
    { sql: `INSERT INTO "${table}" VALUES (${names.map(() => '?').join(', ')})`, rows },
  ];
}

function joinNames(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

function bind(cell: Cell): string | number | null {
  if (cell === undefined) return null;
  if (typeof cell === 'boolean') return Number(cell);
  return typeof cell === 'object' ? JSON.stringify(cell) : cell;
}
