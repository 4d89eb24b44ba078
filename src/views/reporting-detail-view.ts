import type { DueReport, ReportState } from '#domain/reporting/report-state.ts';
import type { AgencyReporting, ItemReporting } from '#domain/reporting/reporting.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import type { Status } from '#domain/scoring/status.ts';
import type { ViewContext } from './context.ts';
import { compareThai, getAgencyName, getItemName } from './names.ts';
import { getReportView, wordRun } from './reporting-mark-view.ts';

/** What of an agency is late or missing, by indicator. */
export interface ReportingDetailView {
  /** Where the table leads to. */
  id: string;
  name: string;
  href: string;
  count: string;
  runs: string[];
  items: DetailItem[];
  /** How many more there are, of an agency of which not all are listed. */
  more?: string;
}

interface DetailItem {
  name: string;
  language: 'th' | 'en';
  href: string;
  reports: { shape: Status; text: string }[];
  runs: string[];
}

/** A page of seventy agencies that all miss everything must still load on a slow line. */
const MOST_ITEMS = 10;

/** States that say something of how a report was handed in, the most pressing first. */
const TROUBLES: readonly ReportState[] = ['overdue', 'not-reported', 'late'];

/** Nothing where no report of the agency is late or missing. */
export function getReportingDetail(
  site: ScoredSite,
  year: number,
  { agency, items, runs }: AgencyReporting,
  context: ViewContext,
): ReportingDetailView | undefined {
  const troubled = items
    .map((reporting) => ({ reporting, reports: reporting.reports.filter(isTrouble) }))
    .filter(({ reports }) => reports.length > 0)
    .map(({ reporting, reports }) => ({ ...getItem(reporting, reports, context), rank: getRank(reports) }))
    .sort((a, b) => a.rank - b.rank || compareThai(a.name, b.name));
  if (troubled.length === 0) return undefined;
  const rest = troubled.length - MOST_ITEMS;
  return {
    id: `a-${agency}`,
    name: getAgencyName(site, agency, year, context),
    href: context.links.agency(year, agency),
    count: context.t('agency.counts', { indicators: context.format.count(troubled.length) }),
    runs: runs.map((run) => wordRun(run, 'reporting.run-agency', context)),
    items: troubled.slice(0, MOST_ITEMS).map(({ rank, ...item }) => item),
    ...(rest > 0 ? { more: context.t('reporting.details-more', { count: context.format.count(rest) }) } : {}),
  };
}

function isTrouble({ state }: DueReport): boolean {
  return TROUBLES.includes(state);
}

function getRank(reports: readonly DueReport[]): number {
  return Math.min(...reports.map(({ state }) => TROUBLES.indexOf(state)));
}

function getItem({ item, runs }: ItemReporting, reports: readonly DueReport[], context: ViewContext): DetailItem {
  const { text, language } = getItemName(item, context);
  return {
    name: text,
    language,
    href: context.links.indicator(item.path),
    reports: reports.map((report) => getReportView(report, context)),
    runs: runs.map((run) => wordRun(run, 'reporting.run', context)),
  };
}
