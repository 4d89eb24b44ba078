import { getItemsTotal, getYearItems, type ScoredItem, type ScoredSite } from '../scored-site.ts';
import type { TotalChange, TotalFigures } from './impact.ts';

/** Totals of years and of their agencies that are other ones than before, the year's first. */
export function compareTotals(base: ScoredSite, head: ScoredSite): TotalChange[] {
  const years = [...new Set([...base.years, ...head.years])].sort((a, b) => a - b);
  return years.flatMap((year) => {
    const agencies = [base, head].flatMap((site) => [...(site.byYear.get(year)?.keys() ?? [])]);
    const own = [...new Set(agencies)].sort().map((agency) => {
      const list = (site: ScoredSite) => site.byYear.get(year)?.get(agency) ?? [];
      return { year, agency, ...compareTotal(list(base), list(head)) };
    });
    const all = { year, ...compareTotal(getYearItems(base, year), getYearItems(head, year)) };
    return [all, ...own].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
  });
}

function compareTotal(before: readonly ScoredItem[], after: readonly ScoredItem[]) {
  return {
    ...(before.length === 0 ? {} : { before: getFigures(before) }),
    ...(after.length === 0 ? {} : { after: getFigures(after) }),
  };
}

function getFigures(items: readonly ScoredItem[]): TotalFigures {
  const { points, weight, percent, counted, leftOut } = getItemsTotal(items);
  const share = percent === undefined ? {} : { percent };
  return { points, weight, ...share, counted: counted.length, leftOut: leftOut.length };
}
