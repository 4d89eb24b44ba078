import { getOrAdd } from '#domain/get-or-add.ts';
import { keepBySite } from '#domain/keep-by-site.ts';
import type { ScoredItem, ScoredSite } from '#domain/scored-site.ts';
import { getLetterGroups, getPlanGroups } from './browse-groups.ts';
import { getSortingName, type LetterId } from './first-letter.ts';
import { cutPages, getPageAddress, type ListPage } from './list-pages.ts';
import { compareThai } from './names.ts';

/** A page of series, each with its years, newest first. */
export type SeriesPage = ListPage<ScoredItem[]>;

/** A line of so many years counts as one of a page, one of more as more. */
const YEARS_IN_ONE = 10;

/** The pages of a letter's list; none where no name begins with it. Ordered once, for all pages of the list. */
export const getLetterPages = keepBySite((site: ScoredSite, letter: LetterId): SeriesPage[] => {
  const series = getLetterGroups(site).get(letter);
  return series === undefined ? [] : buildPages(series);
});

/** The pages of an area of a plan (plan/code), or of what has no plan ("none"); none where there are no indicators. */
export const getAreaPages = keepBySite((site: ScoredSite, area: string): SeriesPage[] => {
  const items = getPlanGroups(site).get(area === 'none' ? undefined : area);
  if (items === undefined) return [];
  const series = new Map<string, ScoredItem[]>();
  for (const item of items) getOrAdd(series, item.series, () => []).push(item);
  for (const years of series.values()) years.sort((a, b) => b.year - a.year);
  return buildPages([...series.values()]);
});

/** All pages of all letters, in their order: "07", "35", "35/page/2". */
export function listLetterPages(site: ScoredSite): string[] {
  return [...getLetterGroups(site).keys()].flatMap((letter) => listAddresses(letter, getLetterPages(site, letter)));
}

/** All pages of the areas of plans, as plan/code, and of what has no plan: "city/1", "city/1/page/2", "none". */
export function listPlanPages(site: ScoredSite): string[] {
  const areas = [...getPlanGroups(site).keys()].map((area) => area ?? 'none');
  return areas.flatMap((area) => listAddresses(area, getAreaPages(site, area)));
}

function listAddresses(list: string, pages: readonly SeriesPage[]): string[] {
  return pages.map(({ number }) => getPageAddress(list, number));
}

/** By the Thai name, whatever language is shown; digits and marks before the first letter do not count. */
function buildPages(series: readonly ScoredItem[][]): SeriesPage[] {
  const sorted = series
    .map((years) => {
      const name = years[0]?.indicator.data.name ?? '';
      return { years, name, sorting: getSortingName(name) };
    })
    .sort((a, b) => compareThai(a.sorting, b.sorting) || compareThai(a.name, b.name))
    .map(({ years }) => years);
  return cutPages(sorted, (years) => Math.max(1, years.length / YEARS_IN_ONE));
}
