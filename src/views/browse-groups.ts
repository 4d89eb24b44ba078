import { getOrAdd } from '#domain/get-or-add.ts';
import { keepBySite } from '#domain/keep-by-site.ts';
import type { ScoredItem, ScoredSite } from '#domain/scored-site.ts';
import { CONSONANTS, getFirstLetter, LATIN, type LetterId, OTHER } from './first-letter.ts';
import { findPlanArea } from './plan-view.ts';

interface Groups {
  byLetter: Map<LetterId, ScoredItem[][]>;
  byArea: Map<string | undefined, ScoredItem[]>;
}

/** Letters of the alphabet's order under which there are names, each with its series (years newest first). */
export function getLetterGroups(site: ScoredSite): Map<LetterId, ScoredItem[][]> {
  return getGroups(site).byLetter;
}

/** Indicators of every year by the area of their plan (plan/code); those without a plan under undefined. */
export function getPlanGroups(site: ScoredSite): Map<string | undefined, ScoredItem[]> {
  return getGroups(site).byArea;
}

/** A site is grouped once; every list page asks for its groups. */
const getGroups = keepBySite((site: ScoredSite): Groups => {
  const made: Groups = { byLetter: groupByLetter(site), byArea: new Map() };
  for (const item of site.items.values()) getOrAdd(made.byArea, findPlanArea(site, item), () => []).push(item);
  return made;
});

/** An indicator of several years stands under the newest of its names only. */
function groupByLetter(site: ScoredSite): Map<LetterId, ScoredItem[][]> {
  const found = new Map<LetterId, ScoredItem[][]>();
  for (const years of site.bySeries.values()) {
    getOrAdd(found, getFirstLetter(years[0]?.indicator.data.name ?? ''), () => []).push(years);
  }
  const order = [...CONSONANTS.map(({ id }) => id), LATIN, OTHER];
  return new Map([...found].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}
