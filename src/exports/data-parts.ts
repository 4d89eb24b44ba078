import type { ScoredSite } from '#domain/scored-site.ts';
import { type DataLinks, getTableSource } from './data-links.ts';
import type { Bytes, DataStore } from './data-store.ts';
import { buildPartDatabase } from './database.ts';
import type { Cell } from './tables/column.ts';
import type { Table, TableSource } from './tables/table.ts';
import { formatFrame, type TableForm, type TableFrame, writeRows } from './tables/table-file.ts';
import { TABLES } from './tables/tables.ts';

export const TABLE_FORMS: readonly TableForm[] = ['csv', 'worded', 'json'];

const ENDINGS: Record<TableForm | 'database', string> = {
  csv: 'csv',
  worded: 'th.csv',
  json: 'json',
  database: 'sqlite',
};

/** What files are put together from: the rows of one fiscal year of a table, or of a table without years, in one form. */
export interface DataPart {
  /** The same from build to build: 2567-reports.csv. */
  name: string;
  table: Table;
  form: TableForm | 'database';
  year: number | undefined;
  /** What stands around the rows, where the part is a whole file by itself; empty where it is rows alone. */
  frame: TableFrame;
  /** Reads of the site what belongs to the year only, while it is gone through. */
  make: () => Iterable<Bytes>;
}

const BARE: TableFrame = { head: '', between: '', foot: '' };

/**
 * All parts of the open data, those of one year of a table side by side: its rows are listed for the first of them that is
 * made, and no others are held meanwhile.
 */
export function listDataParts(site: ScoredSite, links: DataLinks, { packDatabase }: PartStore): DataPart[] {
  const source = getTableSource(site, links);
  const readRows = createRowReader(source);
  return TABLES.flatMap((table) =>
    table.listYears(source).flatMap((year): DataPart[] => {
      const isWhole = table.isByYear || year === undefined;
      const texts = TABLE_FORMS.map((form): DataPart => {
        const frame = isWhole ? formatFrame(table, form, tellAbout(table, site, year)) : BARE;
        const make = () => encode(surround(frame, writeRows(table, form, readRows(table, year))));
        return { name: nameFile(table, form, year), table, form, year, frame, make };
      });
      const make = () => packDatabase(buildPartDatabase(table, readRows(table, year)));
      return [...texts, { name: nameFile(table, 'database', year), table, form: 'database', year, frame: BARE, make }];
    }),
  );
}

type PartStore = Pick<DataStore, 'packDatabase'>;

/** 2567.csv, 2567-reports.json, agencies.th.csv; of all years all.csv, all-reports.json, changes.csv. */
export function nameFile(
  { id, isByYear }: Pick<Table, 'id' | 'isByYear'>,
  form: TableForm | 'database',
  year: number | undefined,
): string {
  const span = year ?? (isByYear ? 'all' : undefined);
  const stem = span === undefined ? id : id === 'indicators' ? span : `${span}-${id}`;
  return `${stem}.${ENDINGS[form]}`;
}

/** What holds for all of a file. */
export function tellAbout({ id }: Table, site: ScoredSite, year: number | undefined): object {
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

/** Lists the rows of a year once for the parts that are made of them one after the other; each notes what they were read from. */
function createRowReader(source: TableSource): (table: Table, year: number | undefined) => Cell[][] {
  const { reads } = source.site;
  let last: { table: Table; year: number | undefined; rows: Cell[][]; read: ReadonlySet<string> } | undefined;
  return (table, year) => {
    if (last !== undefined && last.table === table && last.year === year) {
      reads?.noteAll(last.read);
      return last.rows;
    }
    last = undefined;
    const list = () => table.listRows(source, year);
    const { value: rows, reads: read } = reads?.collect(list) ?? { value: list(), reads: new Set<string>() };
    last = { table, year, rows, read };
    return rows;
  };
}

function* surround({ head, foot }: TableFrame, rows: Iterable<string>): Iterable<string> {
  if (head !== '') yield head;
  yield* rows;
  if (foot !== '') yield foot;
}

/** Letters that are encoded at once. */
const CHUNK = 1 << 17;

function* encode(texts: Iterable<string>): Iterable<Bytes> {
  let text = '';
  for (const more of texts) {
    text += more;
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}
