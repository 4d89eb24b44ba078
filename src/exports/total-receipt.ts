import { getCalendar, getYearItems, type ScoredItem, type ScoredSite } from '#domain/scored-site.ts';
import { getTotal, type Part, type Total } from '#domain/scoring/total.ts';
import { type AgencyLabel, labelAgency } from './receipt.ts';

/** Version of the shape of a total's JSON; raised when a field changes its meaning. */
export const TOTAL_VERSION = 1;

/** What a total is worked out from: the indicators of one year, each with its agency. */
export interface TotalParts {
  year: number;
  /** YYYY-MM-DD; the day that statuses hold for. */
  asOf: string;
  ruleSet: number;
  parts: readonly Part[];
  /** Those of the parts, by their addresses. */
  agencies: ReadonlyMap<string, AgencyLabel>;
}

/** A year's total as data: the same figures as on its page, what they are made of, and each agency's. */
export function buildYearTotal(site: ScoredSite, year: number) {
  return writeYearTotal(getParts(site, year, getYearItems(site, year)));
}

/** An agency's total of a year as data. */
export function buildAgencyTotal(site: ScoredSite, year: number, agency: string) {
  return writeAgencyTotal(getParts(site, year, site.byYear.get(year)?.get(agency) ?? []), agency);
}

export function writeYearTotal({ parts, agencies, ...of }: TotalParts) {
  const path = String(of.year);
  const labels = [...agencies.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    ...writeHead(path, of),
    ...writeSum(parts, path),
    agencies: labels.map((label) => {
      const file = `${path}/${label.id}.json`;
      return { ...label, file, total: countTotal(getTotal(selectParts(parts, of.year, label.id))) };
    }),
  };
}

export function writeAgencyTotal({ parts, agencies, ...of }: TotalParts, agency: string) {
  const path = `${of.year}/${agency}`;
  return {
    ...writeHead(path, of),
    agency: agencies.get(agency),
    ...writeSum(selectParts(parts, of.year, agency), path),
  };
}

function getParts(site: ScoredSite, year: number, items: readonly ScoredItem[]): TotalParts {
  const slugs = new Set(items.map(({ agency }) => agency));
  return {
    year,
    asOf: site.today,
    ruleSet: getCalendar(site.dataset, year).ruleSet,
    parts: items.map(({ path, standing, indicator }) => {
      return { path, score: standing.year.score, weight: indicator.data.weight };
    }),
    agencies: new Map([...slugs].map((slug) => [slug, labelAgency(site, slug, year)])),
  };
}

function writeHead(path: string, { year, asOf, ruleSet }: Omit<TotalParts, 'parts' | 'agencies'>) {
  return { version: TOTAL_VERSION, path, year, asOf, ruleSet };
}

/** The sum with what it is made of and what stands beside it, in the order of their paths. Receipts are named from the total's own file. */
function writeSum(parts: readonly Part[], path: string) {
  const sorted = [...parts].sort((a, b) => (a.path < b.path ? -1 : 1));
  const total = getTotal(sorted);
  const byPath = new Map(sorted.map((part) => [part.path, part]));
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const locate = (part: string) => `${part.slice(folder.length)}.json`;
  return {
    total: countTotal(total),
    parts: total.counted.map((part) => {
      const { score, weight } = byPath.get(part) ?? {};
      const points = score?.state === 'scored' ? score.points : undefined;
      return { path: part, receipt: locate(part), points, weight };
    }),
    leftOut: total.leftOut.map((part) => ({ ...part, receipt: locate(part.path) })),
  };
}

/** A total in numbers, without the names of what is in it. */
function countTotal({ points, weight, percent, counted, leftOut }: Total) {
  return { points, weight, percent, counted: counted.length, leftOut: leftOut.length };
}

function selectParts(parts: readonly Part[], year: number, agency: string): Part[] {
  return parts.filter(({ path }) => path.startsWith(`${year}/${agency}/`));
}
