import { createHash } from 'node:crypto';
import { getAddress } from '#domain/public-address.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import { buildDatabase, type SqlStep } from './database.ts';
import type { Cell } from './tables/column.ts';
import { listYears, type Table, type TableId, type TableSource } from './tables/table.ts';
import { formatFrame, formatRows, type TableForm } from './tables/table-file.ts';
import { TABLES } from './tables/tables.ts';

/** Addresses that the open data holds, without the host. */
export interface DataLinks {
  indicator: (path: string) => string;
  data: (path: string) => string;
  year: (year: number) => string;
  openData: string;
  dataFile: (name: string) => string;
}

/** database: all tables in one file. */
export type DataForm = TableForm | 'database';

/** A published file with what tells whether it arrived whole. */
export interface DataFile {
  /** Below /data/; it never changes. */
  name: string;
  form: DataForm;
  /** Absent of the database, which holds every table. */
  table?: TableId;
  /** Absent where it holds all years. */
  year?: number;
  mediaType: string;
  bytes: number;
  sha256: string;
  read: () => Bytes;
}

/** All tables as files, made once. */
export interface DataEdition {
  site: ScoredSite;
  links: DataLinks;
  /** By name. */
  files: ReadonlyMap<string, DataFile>;
}

export type Bytes = Uint8Array<ArrayBuffer>;

/** What needs a disk. */
export interface DataStore {
  /** Writes a database by steps and gives its bytes. */
  pack: (steps: readonly SqlStep[]) => Bytes;
  /** Puts bytes where they can be read again, and need not be in memory meanwhile. */
  keep: (bytes: Bytes) => () => Bytes;
}

export const DATABASE_FILE = 'chiwat.sqlite';

const MEDIA_TYPES: Record<DataForm, string> = {
  csv: 'text/csv',
  worded: 'text/csv',
  json: 'application/json',
  database: 'application/vnd.sqlite3',
};

const ENDINGS: Record<TableForm, string> = { csv: 'csv', worded: 'th.csv', json: 'json' };

const FORMS: readonly TableForm[] = ['csv', 'worded', 'json'];

const made = new WeakMap<ScoredSite, DataEdition>();

/** The tables of a site as files, made once for it; the addresses in them are those of the first call. */
export function getEdition(site: ScoredSite, links: DataLinks, store: DataStore): DataEdition {
  const known = made.get(site);
  if (known !== undefined) return known;
  const edition = buildEdition(site, links, store);
  made.set(site, edition);
  return edition;
}

/** The name of a file without its ending: 2567, 2567-reports, all, all-reports, agencies. */
function getStem({ id, isByYear }: Pick<Table, 'id' | 'isByYear'>, year: number | undefined): string {
  if (!isByYear) return id;
  const span = year === undefined ? 'all' : String(year);
  return id === 'indicators' ? span : `${span}-${id}`;
}

/** Where a table's rows are made from: addresses in them are full ones, where the public address is known. */
export function getTableSource(site: ScoredSite, links: DataLinks): TableSource {
  return {
    site,
    locatePage: (path) => getAddress(site.settings, links.indicator(path)),
    locateReceipt: (path) => getAddress(site.settings, links.data(path)),
  };
}

function buildEdition(site: ScoredSite, links: DataLinks, store: DataStore): DataEdition {
  const source = getTableSource(site, links);
  const all = new Map<TableId, Cell[][]>();
  const files: DataFile[] = [];
  for (const table of TABLES) {
    const parts = listParts(table, source);
    files.push(...FORMS.flatMap((form) => writeTable(table, form, parts, site, store)));
    all.set(
      table.id,
      parts.flatMap(({ rows }) => rows),
    );
  }
  const read = store.keep(store.pack(buildDatabase(source, all)));
  files.push(describe({ name: DATABASE_FILE, form: 'database' }, [read]));
  return { site, links, files: new Map(files.map((file) => [file.name, file])) };
}

interface Part {
  year?: number;
  rows: Cell[][];
}

/** The rows of each year, of a table that has years; else all of them. */
function listParts(table: Table, source: TableSource): Part[] {
  if (!table.isByYear) return [{ rows: table.listRows(source) }];
  return listYears(source, undefined).map((year) => ({ year, rows: table.listRows(source, year) }));
}

/** A file of each year and one of all: the rows of a year are written once. */
function writeTable(table: Table, form: TableForm, parts: Part[], site: ScoredSite, { keep }: DataStore): DataFile[] {
  const written = parts.map(({ year, rows }) => {
    return { year, isEmpty: rows.length === 0, read: keep(Buffer.from(formatRows(table, form, rows))) };
  });
  const build = (year: number | undefined) => {
    const { head, between, foot } = formatFrame(table, form, tellAbout(table, site, year));
    const readers = written.filter((part) => !part.isEmpty && (year === undefined || part.year === year));
    const pieces = readers.flatMap(({ read }, index) => (index === 0 ? [read] : [spell(between), read]));
    const name = `${getStem(table, year)}.${ENDINGS[form]}`;
    return describe({ name, form, table: table.id, ...(year !== undefined && { year }) }, [
      spell(head),
      ...pieces,
      spell(foot),
    ]);
  };
  return [...written.flatMap(({ year }) => (year === undefined ? [] : [build(year)])), build(undefined)];
}

function tellAbout({ id }: Table, site: ScoredSite, year: number | undefined): object {
  const { licence } = site.settings;
  return {
    ...(year !== undefined && { fiscalYear: year }),
    asOf: site.today,
    ...(licence && { licence: licence.id ?? licence.url }),
    ...(id === 'changes' && tellLedger(site)),
  };
}

/** How far the history reaches, and why there is none where nothing is known of it. */
function tellLedger({ ledger }: ScoredSite): object {
  if (ledger.state === 'unknown') return { history: 'unknown', reason: ledger.reason };
  return { history: ledger.state, commit: ledger.head.id, isEdited: ledger.isEdited };
}

/** A file of pieces: never put together but where it is read. */
function describe(file: Omit<DataFile, 'bytes' | 'sha256' | 'mediaType' | 'read'>, pieces: (() => Bytes)[]): DataFile {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of pieces) {
    const part = piece();
    hash.update(part);
    bytes += part.byteLength;
  }
  const read = () => Buffer.concat(pieces.map((piece) => piece()));
  return { ...file, mediaType: MEDIA_TYPES[file.form], bytes, sha256: hash.digest('hex'), read };
}

function spell(text: string): () => Bytes {
  return () => Buffer.from(text);
}
