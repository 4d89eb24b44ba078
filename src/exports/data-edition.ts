import type { ScoredSite } from '#domain/scored-site.ts';
import { type Joining, joinFile, type KeptPart, LARGEST, Memory } from './data-file.ts';
import { type DataLinks, getTableSource } from './data-links.ts';
import { listDataParts, nameFile, TABLE_FORMS, tellAbout } from './data-parts.ts';
import type { Bytes, DataStore } from './data-store.ts';
import { buildDatabase } from './database.ts';
import type { Table, TableId, TableSource } from './tables/table.ts';
import { formatFrame, type TableForm } from './tables/table-file.ts';
import { TABLES } from './tables/tables.ts';

/** database: all tables in one file. */
export type DataForm = TableForm | 'database';

/** A published file with what tells whether it arrived whole. */
export interface DataFile {
  /** Below /data/; it never changes, but that .gz follows once the file is too large to stand as it is. */
  name: string;
  form: DataForm;
  /** Absent of the database, which holds every table. */
  table?: TableId;
  /** Absent where it holds all years. */
  year?: number;
  /** Of what is in it, where it is packed. */
  mediaType: string;
  /** Whether it is packed (gzip). */
  isPacked: boolean;
  /** Where it stands on disk. */
  path: string;
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

export const DATABASE_FILE = 'chiwat.sqlite';

const MEDIA_TYPES: Record<DataForm, string> = {
  csv: 'text/csv',
  worded: 'text/csv',
  json: 'application/json',
  database: 'application/vnd.sqlite3',
};

const made = new WeakMap<ScoredSite, DataEdition>();

/** The tables of a site as files, made once for it; the addresses in them are those of the first call. */
export function getEdition(site: ScoredSite, links: DataLinks, store: DataStore): DataEdition {
  const known = made.get(site);
  if (known !== undefined) return known;
  const edition = buildEdition(site, links, store);
  made.set(site, edition);
  return edition;
}

/**
 * Every table as files: of each year, of all years together, and as a database. Rows are listed and written for parts that
 * are not kept; all else is put together from parts on disk. A file larger than `largest` bytes is packed.
 */
export function buildEdition(site: ScoredSite, links: DataLinks, store: DataStore, largest = LARGEST): DataEdition {
  const kept = listDataParts(site, links, store).map((part): KeptPart => {
    return { part, piece: store.keepPiece(part.name, part.make) };
  });
  const joining: Joining = { store, largest, memory: new Memory() };
  const files = TABLES.flatMap((table) => {
    const own = kept.filter(({ part }) => part.table === table);
    return TABLE_FORMS.flatMap((form) => listTableFiles(table, form, own, site, joining));
  });
  files.push(writeDatabase(getTableSource(site, links), kept, store));
  return { site, links, files: new Map(files.map((file) => [file.name, file])) };
}

/** A file of each year, where the table has those, and one of all. */
function listTableFiles(
  table: Table,
  form: TableForm,
  kept: readonly KeptPart[],
  site: ScoredSite,
  joining: Joining,
): DataFile[] {
  const parts = kept.filter(({ part }) => part.form === form);
  const join = (year: number | undefined, used: readonly KeptPart[]) => {
    const frame = formatFrame(table, form, tellAbout(table, site, year));
    const joined = joinFile(nameFile(table, form, year), frame, used, joining);
    return describe({ form, table: table.id, ...(year !== undefined && { year }) }, joined, joining.store);
  };
  const years = table.isByYear ? parts.flatMap(({ part: { year } }) => year ?? []) : [];
  return [
    ...years.map((year) =>
      join(
        year,
        parts.filter(({ part }) => part.year === year),
      ),
    ),
    join(undefined, parts),
  ];
}

function writeDatabase(source: TableSource, kept: readonly KeptPart[], store: DataStore): DataFile {
  const parts = kept.filter(({ part }) => part.form === 'database');
  const listPaths = ({ id }: Table) => parts.flatMap(({ part, piece }) => (part.table.id === id ? [piece.path] : []));
  const of = parts.map(({ piece }) => piece.sha256).join();
  const make = () => store.packDatabase(buildDatabase(source, listPaths));
  const piece = store.keepPiece(DATABASE_FILE, make, of);
  return describe({ form: 'database' }, { name: DATABASE_FILE, piece, isPacked: false }, store);
}

function describe(
  file: Pick<DataFile, 'form' | 'table' | 'year'>,
  { name, piece, isPacked }: ReturnType<typeof joinFile>,
  { readInto }: DataStore,
): DataFile {
  const read = () => {
    const bytes = Buffer.alloc(piece.bytes);
    readInto(piece.path, 0, bytes);
    return bytes;
  };
  return { ...file, ...piece, name, isPacked, mediaType: MEDIA_TYPES[file.form], read };
}
