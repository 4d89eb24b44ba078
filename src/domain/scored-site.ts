import { findDisagreements } from './checks/check-figures.ts';
import type { Dataset, IndicatorYear } from './dataset.ts';
import { getOrAdd } from './get-or-add.ts';
import type { Issue } from './issue.ts';
import { type Ledger, NO_LEDGER } from './ledger/ledger.ts';
import { buildLineage, type Lineage } from './lineage.ts';
import type { Reads } from './reads.ts';
import type { Calendar } from './schemas/calendar.ts';
import type { Site } from './schemas/site.ts';
import { getStanding, type Standing } from './scoring/standing.ts';
import { getTotal, type Total } from './scoring/total.ts';

/** An indicator's year with where it stands and what in its figures disagrees. */
export interface ScoredItem extends IndicatorYear {
  standing: Standing;
  disagreements: Issue[];
}

/** All that pages are made from: content, linked, scored once. */
export interface ScoredSite {
  settings: Site;
  dataset: Dataset;
  /** YYYY-MM-DD in the site's time zone; statuses hold for this day. */
  today: string;
  /** By path. */
  items: Map<string, ScoredItem>;
  /** Fiscal years that have indicators, newest first. */
  years: number[];
  /** By year, then by agency. */
  byYear: Map<number, Map<string, ScoredItem[]>>;
  /** Every year of a series, newest first. */
  bySeries: Map<string, ScoredItem[]>;
  /** By series; only those that came from others or became others. */
  lineage: Map<string, Lineage>;
  /** What git tells of how figures came to be as they are. */
  ledger: Ledger;
  /** Where a build notes which parts of the site each page was made from. */
  reads?: Reads;
}

/** Scores everything for a day. `dataset` must be free of errors; missing settings or calendars are a programming error here. */
export function scoreSite(dataset: Dataset, today: string, ledger: Ledger = NO_LEDGER): ScoredSite {
  const settings = dataset.site?.data;
  if (settings === undefined) throw new Error('scoreSite needs a dataset with a site entry: check it first');
  const site: ScoredSite = {
    settings,
    dataset,
    today,
    items: new Map(),
    years: [],
    byYear: new Map(),
    bySeries: new Map(),
    lineage: buildLineage(dataset.indicatorYears.values()),
    ledger,
  };
  for (const item of dataset.indicatorYears.values()) {
    const calendar = getCalendar(dataset, item.year);
    const standing = getStanding(item, { calendar, today, ratioUnits: settings.ratioUnits });
    const scored = { ...item, standing, disagreements: findDisagreements(item, settings.ratioUnits) };
    site.items.set(item.path, scored);
    getOrAdd(
      getOrAdd(site.byYear, item.year, () => new Map()),
      item.agency,
      () => [],
    ).push(scored);
    getOrAdd(site.bySeries, item.series, () => []).push(scored);
  }
  site.years = [...site.byYear.keys()].sort((a, b) => b - a);
  for (const series of site.bySeries.values()) series.sort((a, b) => b.year - a.year);
  return site;
}

/** The rules of a year that content is known to have. */
export function getCalendar(dataset: Dataset, year: number): Calendar {
  const calendar = dataset.calendars.get(year)?.data;
  if (calendar === undefined) throw new Error(`no calendar for ${year}: check the content first`);
  return calendar;
}

/** The indicators of a year, of all its agencies; none where the year has none. */
export function getYearItems(site: ScoredSite, year: number): ScoredItem[] {
  return [...(site.byYear.get(year)?.values() ?? [])].flat();
}

/** Fiscal years in which an agency has indicators, newest first. */
export function getAgencyYears(site: ScoredSite, slug: string): number[] {
  return site.years.filter((year) => site.byYear.get(year)?.has(slug));
}

/** Points earned of the weights of these indicators in the year. */
export function getItemsTotal(items: readonly ScoredItem[]): Total {
  return getTotal(
    items.map(({ path, standing, indicator }) => ({ path, score: standing.year.score, weight: indicator.data.weight })),
  );
}
