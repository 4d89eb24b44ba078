import type { SearchDocument } from './document.ts';

/** Values of one facet over all pages of a shelf: `names[of[page] - 1]`, 0 where a page has none. */
interface Column {
  names: string[];
  of: number[];
}

/** One row a page, in columns: all that filters, orders and counts need, so that they need no text. */
export interface SearchTable {
  normaliser: number;
  /** The engine's names of all pages, in order: as many letters of each as tell them apart, shorter ones filled up with spaces. */
  ids: string;
  idLength: number;
  /** Addresses, one a line. */
  hrefs: string;
  languages: Column;
  /** Series that do not follow from the address, by page. */
  series: Record<number, string>;
  /** How many characters of the searched text are the titles, and how many the labels behind them. */
  titles: number[];
  labels: number[];
  agency: Column;
  area: Column;
  status: Column;
  kind: Column;
  outcome: Column;
  /** Bits 1, 2, 4, 8 for quarters 1 to 4. */
  quarters: number[];
  /** Bit 1: has corrections; bit 2: has figures that disagree. */
  flags: number[];
  /** Hundredths of a percent; -1 where there is no score. */
  scores: number[];
}

/** What a table is made from beside the documents themselves. */
export interface Indexed {
  document: SearchDocument;
  /** The engine's name of the page. */
  id: string;
  titleLength: number;
  headLength: number;
}

export function buildTable(normaliser: number, pages: readonly Indexed[]): SearchTable {
  const documents = pages.map(({ document }) => document);
  const column = (get: (document: SearchDocument) => string | undefined) => buildColumn(documents.map(get));
  return {
    normaliser,
    ...buildIds(pages.map(({ id }) => id)),
    hrefs: documents.map(({ href }) => href).join('\n'),
    languages: column(({ language }) => language),
    series: Object.fromEntries(
      documents.flatMap(({ href, series }, page) =>
        series === undefined || series === getSeriesOf(href) ? [] : [[page, series]],
      ),
    ),
    titles: pages.map(({ titleLength }) => titleLength),
    labels: pages.map(({ headLength, titleLength }) => headLength - titleLength),
    agency: column(({ facets }) => facets.agency),
    area: column(({ facets }) => facets.area),
    status: column(({ facets }) => facets.status),
    kind: column(({ facets }) => facets.kind),
    outcome: column(({ facets }) => facets.outcome),
    quarters: documents.map(({ facets }) => facets.quarters.reduce((bits, quarter) => bits | (1 << (quarter - 1)), 0)),
    flags: documents.map(({ facets }) => (facets.isCorrected ? 1 : 0) | (facets.hasDisagreements ? 2 : 0)),
    scores: documents.map(({ facets }) => (facets.score === undefined ? -1 : Math.round(facets.score * 100))),
  };
}

function buildIds(ids: readonly string[]): Pick<SearchTable, 'ids' | 'idLength'> {
  const idLength = getIdLength(ids);
  return { idLength, ids: ids.map((id) => id.slice(0, idLength).padEnd(idLength)).join('') };
}

/** The names as they were put in. */
export function readIds({ ids, idLength }: SearchTable): string[] {
  return Array.from({ length: ids.length / idLength }, (_, row) =>
    ids.slice(row * idLength, (row + 1) * idLength).trimEnd(),
  );
}

/** 2564/budget/pbis/ belongs to budget/pbis unless it says otherwise. */
export function getSeriesOf(href: string): string {
  return href.replace(/^\d+\//, '').replace(/\/$/, '');
}

function buildColumn(values: readonly (string | undefined)[]): Column {
  const names = [...new Set(values.filter((value) => value !== undefined))].sort();
  const places = new Map(names.map((name, place) => [name, place + 1]));
  return { names, of: values.map((value) => (value === undefined ? 0 : (places.get(value) ?? 0))) };
}

/** The fewest letters that still tell all names apart. */
function getIdLength(ids: readonly string[]): number {
  const longest = Math.max(1, ...ids.map((id) => id.length));
  for (let length = 4; length < longest; length++) {
    if (new Set(ids.map((id) => id.slice(0, length))).size === ids.length) return length;
  }
  return longest;
}
