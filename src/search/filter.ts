import { CLOSE } from './rank.ts';
import { getSeriesOf, readIds, type SearchTable } from './table.ts';

/** What can be filtered by, in the order in which it is offered. */
export const FACETS = [
  'year',
  'quarter',
  'agency',
  'area',
  'status',
  'kind',
  'outcome',
  'corrected',
  'disagrees',
] as const;
export type Facet = (typeof FACETS)[number];

/** Values of a facet are alternatives; facets must all hold. */
export type Filters = Partial<Record<Facet, string[]>>;

export const ORDERS = ['relevance', 'year', 'score', 'score-asc'] as const;
export type Order = (typeof ORDERS)[number];

/** A page with all that lists, orders and counts go by. */
export interface Page {
  /** Unique over all indexes. */
  key: string;
  part: string;
  /** The engine's short name, which its text is kept under. */
  id: string;
  href: string;
  language?: string;
  series: string;
  year?: number;
  values: Partial<Record<Facet, string[]>>;
  /** Percent of the weight earned. */
  score?: number;
  titleLength: number;
  headLength: number;
}

/** A page that matches, with how well. */
export interface Match {
  page: Page;
  /** Higher is better: where its parts stand first, then how often. */
  rank: number;
}

/** All pages of a part as rows. */
export function readTable(table: SearchTable, part: { name: string; year?: number }): Page[] {
  const hrefs = table.hrefs.split('\n');
  const ids = readIds(table);
  // One title a row: an empty list of addresses is no row, an empty address is one.
  return table.titles.map((titleLength, row) => {
    const href = hrefs[row] ?? '';
    const pick = ({ names, of }: { names: string[]; of: number[] }) => names[(of[row] ?? 0) - 1];
    const list = (value: string | undefined) => (value === undefined ? [] : [value]);
    const score = table.scores[row] ?? -1;
    const language = pick(table.languages);
    const flags = table.flags[row] ?? 0;
    const bits = table.quarters[row] ?? 0;
    const id = ids[row] ?? '';
    return {
      key: `${part.name}/${row}`,
      part: part.name,
      id,
      href,
      ...(language === undefined ? {} : { language }),
      series: table.series[row] ?? getSeriesOf(href),
      ...(part.year === undefined ? {} : { year: part.year }),
      values: {
        year: list(part.year === undefined ? undefined : String(part.year)),
        quarter: [1, 2, 3, 4].filter((quarter) => bits & (1 << (quarter - 1))).map(String),
        agency: list(pick(table.agency)),
        area: list(pick(table.area)),
        status: list(pick(table.status)),
        kind: list(pick(table.kind)),
        outcome: list(pick(table.outcome)),
        corrected: flags & 1 ? ['yes'] : [],
        disagrees: flags & 2 ? ['yes'] : [],
      },
      ...(score < 0 ? {} : { score: score / 100 }),
      titleLength,
      headLength: titleLength + (table.labels[row] ?? 0),
    };
  });
}

/** Whether a page holds against all filters, or against all but one. */
export function isKept(page: Page, filters: Filters, except?: Facet): boolean {
  return FACETS.every((facet) => {
    const wanted = filters[facet];
    if (facet === except || wanted === undefined || wanted.length === 0) return true;
    return page.values[facet]?.some((value) => wanted.includes(value)) ?? false;
  });
}

/** For each facet how many pages each of its values would leave, all other facets being as they are. */
export function countFacets(pages: readonly Page[], filters: Filters): Record<Facet, Map<string, number>> {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()])) as Record<Facet, Map<string, number>>;
  for (const page of pages) {
    for (const facet of FACETS) {
      if (!isKept(page, filters, facet)) continue;
      for (const value of page.values[facet] ?? []) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  }
  return counts;
}

/** In order; what has no score comes last whichever way scores are ordered, ties from the newest year on. */
export function sortMatches(matches: readonly Match[], order: Order): Match[] {
  const byYear = (a: Match, b: Match) => (b.page.year ?? 9999) - (a.page.year ?? 9999);
  const byRank = (a: Match, b: Match) => b.rank - a.rank;
  const byPlace = (a: Match, b: Match) => (a.page.href < b.page.href ? -1 : a.page.href > b.page.href ? 1 : 0);
  const byScore = (a: Match, b: Match) => {
    const [of, other] = [a.page.score, b.page.score];
    if (of === undefined || other === undefined) return Number(of === undefined) - Number(other === undefined);
    return order === 'score' ? other - of : of - other;
  };
  const rules = {
    relevance: [byRank, byYear, byPlace],
    year: [byYear, byRank, byPlace],
    score: [byScore, byYear, byRank, byPlace],
    'score-asc': [byScore, byYear, byRank, byPlace],
  }[order];
  return [...matches].sort((a, b) => {
    for (const rule of rules) {
      const difference = rule(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

/** The years of one promise together: the one that stands for it, then the others from the newest on. */
export interface Group {
  series: string;
  matches: [Match, ...Match[]];
}

/**
 * Groups in the order of their first match, which stands for the promise; where matches are ordered by how well they
 * match, the newest of those that match about as well does.
 */
export function groupMatches(sorted: readonly Match[], order: Order): Group[] {
  const groups = new Map<string, Group>();
  for (const match of sorted) {
    // Pages of no year stand alone.
    const series = match.page.year === undefined ? match.page.key : match.page.series;
    const group = groups.get(series);
    if (group === undefined) groups.set(series, { series, matches: [match] });
    else group.matches.push(match);
  }
  for (const group of groups.values()) {
    const [first] = group.matches;
    const byYear = group.matches.sort((a, b) => (b.page.year ?? 0) - (a.page.year ?? 0));
    const head = (order === 'relevance' && byYear.find(({ rank }) => first.rank - rank < CLOSE)) || first;
    group.matches = [head, ...byYear.filter((match) => match !== head)];
  }
  return [...groups.values()];
}
