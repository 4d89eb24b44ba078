import type { DataEdition, DataFile, DataForm } from '#exports/data-edition.ts';
import type { Table } from '#exports/tables/table.ts';
import { getTableText } from '#strings/column-text.ts';
import type { ViewContext } from './context.ts';
import { getShortYear } from './names.ts';

/** A file to take, with how large it is. */
export interface DownloadView {
  href: string;
  /** What it is called on disk. */
  name: string;
  label: string;
  size: string;
  /** What it is, for those who hear the link alone. */
  title: string;
}

/** Files of one table, under its name. */
export interface DownloadGroup {
  label: string;
  files: DownloadView[];
}

/** Files of a year, or of one table. */
export interface DownloadsView {
  label: string;
  groups: DownloadGroup[];
}

/** What most people come for. */
export interface PickView {
  title: string;
  text: string;
  files: DownloadView[];
}

const FORMS: readonly DataForm[] = ['worded', 'csv', 'json'];
/** Called alike in every language; files with headings in Thai are worded. */
const FORM_NAMES = { csv: 'CSV', json: 'JSON', database: 'SQLite' } as const;
const KILOBYTE = 1024;

/** Three ways to begin: all years for a spreadsheet, for a program, and in one database. */
export function getPicks(edition: DataEdition, context: ViewContext): PickView[] {
  const { t, language } = context;
  const main = [...edition.files.values()].filter(({ table }) => isMain(table));
  const pick = (forms: readonly DataForm[], year?: number) =>
    main.flatMap((file) => {
      if (!forms.includes(file.form) || file.year !== year) return [];
      const made = getDownload(file, context);
      // Where all are of one form, the card's title says it.
      const name = file.table && getTableText(file.table, language).title;
      return [{ ...made, label: forms.length === 1 ? (name ?? made.label) : made.title }];
    });
  const isHeavy = main.some(({ form, year, isPacked }) => form === 'worded' && year === undefined && isPacked);
  const sheet = isHeavy
    ? // Spreadsheets open no packed file.
      { text: t('data.pick-sheet-year'), files: pick(['worded'], edition.site.years[0]) }
    : { text: t('data.pick-sheet-text'), files: pick(['worded']) };
  return [
    { title: t('data.pick-sheet'), ...sheet },
    { title: t('data.pick-code'), text: t('data.pick-code-text'), files: pick(['csv', 'json']) },
    { title: t('data.pick-study'), text: t('data.pick-study-text'), files: pick(['database']) },
  ];
}

/** The files of each fiscal year, newest first, then those of all years. */
export function getYearDownloads(
  edition: DataEdition,
  tables: readonly Table[],
  context: ViewContext,
): DownloadsView[] {
  const byYear = tables.filter(({ isByYear }) => isByYear);
  const years = [...edition.site.years, undefined];
  return years.map((year) => ({
    label: year === undefined ? context.t('data.all-years') : getShortYear(year, context),
    groups: byYear.map((table) => getDownloads(edition, table, year, context)),
  }));
}

/** The files of a table, of a year or of all. */
export function getDownloads(
  { files }: DataEdition,
  { id }: Table,
  year: number | undefined,
  context: ViewContext,
): DownloadGroup {
  const found = [...files.values()].filter((file) => file.table === id && file.year === year);
  const sorted = FORMS.flatMap((form) => found.filter((file) => file.form === form));
  const label = getTableText(id, context.language).title;
  return { label, files: sorted.map((file) => getDownload(file, context)) };
}

function isMain(table: DataFile['table']): boolean {
  return table === undefined || table === 'indicators' || table === 'reports';
}

function getDownload(
  { name, form, table, bytes, isPacked }: DataFile,
  { t, links, language, format }: ViewContext,
): DownloadView {
  const file = form === 'worded' ? t('data.file-worded') : FORM_NAMES[form];
  const label = isPacked ? t('data.file-packed', { file }) : file;
  const title =
    table === undefined ? label : t('data.file-of', { table: getTableText(table, language).title, file: label });
  return { href: links.dataFile(name), name, label, title, size: wordSize(bytes, format) };
}

/** Whole kilobytes, rounded up; from a megabyte on with one decimal. */
function wordSize(bytes: number, format: ViewContext['format']): string {
  const kilobytes = Math.ceil(bytes / KILOBYTE);
  if (kilobytes < KILOBYTE) return `${format.count(kilobytes)} KB`;
  return `${format.plain(Math.ceil((10 * kilobytes) / KILOBYTE) / 10)} MB`;
}
