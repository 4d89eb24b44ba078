import { QUARTERS } from '../fiscal-year.ts';
import { getOrAdd } from '../get-or-add.ts';
import { getCalendar, type ScoredItem, type ScoredSite } from '../scored-site.ts';
import { findMissRuns, getMark, isOfYear, type MissRun } from './miss-runs.ts';
import { type DueReport, getDueReport } from './report-state.ts';
import { getReviewTally, getTally, type ReviewTally, type Tally } from './tally.ts';

/** An indicator's four reports of a year and its runs of misses that touch the year. */
export interface ItemReporting {
  item: ScoredItem;
  reports: DueReport[];
  runs: MissRun[];
}

/** An agency's year: what of its reports came, when, and what did not. */
export interface AgencyReporting {
  agency: string;
  /** Of the four quarters. */
  quarters: Tally[];
  review: ReviewTally;
  items: ItemReporting[];
  /** Due quarters in a row in which no report of the agency came at all. */
  runs: MissRun[];
}

export interface YearReporting {
  year: number;
  whole: Tally;
  review: ReviewTally;
  agencies: AgencyReporting[];
}

/** Who reported when, by fiscal year. */
export type Reporting = ReadonlyMap<number, YearReporting>;

/** Judges every report of a site on its day; the years in the site's order, agencies in the order of their paths. */
export function buildReporting(site: ScoredSite): Reporting {
  const due = new Map([...site.items.values()].map((item) => [item.path, listDueReports(site, item)]));
  const byAgency = new Map<string, ScoredItem[]>();
  for (const item of site.items.values()) getOrAdd(byAgency, item.agency, () => []).push(item);
  const list = (sets: ReadonlyMap<string, readonly ScoredItem[]>) =>
    new Map([...sets].map(([key, items]) => [key, listRuns(items, due)]));
  const judged = { due, bySeries: list(site.bySeries), byAgency: list(byAgency) };
  return new Map(site.years.map((year) => [year, buildYear(site, year, judged)]));
}

interface Judged {
  /** By path, in the order of the quarters. */
  due: ReadonlyMap<string, DueReport[]>;
  bySeries: ReadonlyMap<string, MissRun[]>;
  byAgency: ReadonlyMap<string, MissRun[]>;
}

function buildYear(site: ScoredSite, year: number, { due, bySeries, byAgency }: Judged): YearReporting {
  const ofYear = (runs: readonly MissRun[] = []) => runs.filter((run) => isOfYear(run, year));
  const agencies = [...(site.byYear.get(year) ?? [])].map(([agency, own]): AgencyReporting => {
    const items = own.map((item) => ({
      item,
      reports: due.get(item.path) ?? [],
      runs: ofYear(bySeries.get(item.series)),
    }));
    const reports = items.flatMap((item) => item.reports);
    const quarters = QUARTERS.map((quarter) => getTally(reports.filter((report) => report.quarter === quarter)));
    return { agency, quarters, review: getReviewTally(reports), items, runs: ofYear(byAgency.get(agency)) };
  });
  const all = agencies.flatMap(({ items }) => items.flatMap(({ reports }) => reports));
  return { year, whole: getTally(all), review: getReviewTally(all), agencies };
}

function listDueReports(site: ScoredSite, item: ScoredItem): DueReport[] {
  const calendar = getCalendar(site.dataset, item.year);
  return QUARTERS.map((quarter) => getDueReport(item, quarter, calendar, site.today));
}

/** Runs of indicators whose reports of one quarter are judged together: those of an agency, or the years of a series. */
function listRuns(items: readonly ScoredItem[], due: Judged['due']): MissRun[] {
  const byYear = new Map<number, DueReport[]>();
  for (const { year, path } of items) getOrAdd(byYear, year, () => []).push(...(due.get(path) ?? []));
  const quarters = [...byYear]
    .sort(([a], [b]) => a - b)
    .flatMap(([year, reports]) =>
      QUARTERS.map((quarter) => {
        const states = reports.filter((report) => report.quarter === quarter).map(({ state }) => state);
        return { year, quarter, mark: getMark(states) };
      }),
    );
  return findMissRuns(quarters);
}
