import { getQuarterPhase, QUARTERS } from '#domain/fiscal-year.ts';
import type { ReportState } from '#domain/reporting/report-state.ts';
import type { AgencyReporting, YearReporting } from '#domain/reporting/reporting.ts';
import { countStates } from '#domain/reporting/tally.ts';
import { getCalendar, type ScoredSite } from '#domain/scored-site.ts';
import type { Status } from '#domain/scoring/status.ts';
import type { ViewContext } from './context.ts';

/** Who is late now, in one sentence, and what should be known beside it. */
export interface ReportingAnswerView {
  /** The status whose shape and colour it has. */
  shape: Status;
  text: string;
  lines: string[];
}

export function getReportingAnswer(
  site: ScoredSite,
  reporting: YearReporting,
  context: ViewContext,
): ReportingAnswerView {
  const { t, format } = context;
  const overdue = countMissing(reporting, 'overdue');
  const missing = countMissing(reporting, 'not-reported');
  const word = ({ reports, agencies }: Missing) => ({
    count: format.count(reports),
    agencies: format.count(agencies),
  });
  const isUndated = countStates(reporting.whole, 'no-day') > 0 && countStates(reporting.whole, 'on-time', 'late') === 0;
  const lines = [
    ...(isUndated ? [t('reporting.no-days')] : []),
    t('reporting.as-of', { day: format.day(site.today) }),
    wordNext(site, reporting.year, context),
  ];
  if (overdue.reports > 0) {
    const closed = missing.reports === 0 ? [] : [t('reporting.missing', word(missing))];
    return { shape: 'overdue', text: t('reporting.now-overdue', word(overdue)), lines: [...closed, ...lines] };
  }
  if (missing.reports > 0) return { shape: 'not-reported', text: t('reporting.missing', word(missing)), lines };
  return { ...getQuiet(site, reporting, context), lines };
}

interface Missing {
  reports: number;
  agencies: number;
}

/** How many reports are in a state, and of how many agencies. */
function countMissing({ agencies }: YearReporting, state: ReportState): Missing {
  const counts = agencies.map((agency) => countAgency(agency, state)).filter((count) => count > 0);
  return { reports: counts.reduce((sum, count) => sum + count, 0), agencies: counts.length };
}

/** How many of an agency's reports of the year are in one of the states. */
export function countAgency({ quarters }: AgencyReporting, ...states: ReportState[]): number {
  return quarters.reduce((sum, tally) => sum + countStates(tally, ...states), 0);
}

/** What is said where nothing is missing: that is not the same as that everything came. */
function getQuiet(site: ScoredSite, { year, whole }: YearReporting, { t }: ViewContext) {
  const phases = listPhases(site, year);
  const came = countStates(whole, 'on-time', 'late', 'no-day');
  if (came === 0 && countStates(whole, 'not-in-source') > 0) {
    return { shape: 'not-in-source' as const, text: t('reporting.unknown') };
  }
  if (phases.every((phase) => phase === 'not-due')) return { shape: 'not-due' as const, text: t('reporting.none-due') };
  if (came === 0) return { shape: 'not-applicable' as const, text: t('reporting.nothing-due') };
  const isDated = countStates(whole, 'no-day') === 0;
  const isWhole = countStates(whole, 'not-in-source') === 0;
  const text = phases.includes('not-due')
    ? t(isWhole ? 'reporting.now-none' : 'reporting.now-none-known')
    : t(isWhole ? 'reporting.none-missing' : 'reporting.none-missing-known');
  return { shape: isDated && isWhole ? ('met' as const) : ('reported' as const), text };
}

function listPhases(site: ScoredSite, year: number) {
  const calendar = getCalendar(site.dataset, year);
  return QUARTERS.map((quarter) => getQuarterPhase(calendar, quarter, site.today));
}

/** The next due date; where there is none, whether figures may still come in. */
function wordNext(site: ScoredSite, year: number, { t, format }: ViewContext): string {
  const phases = listPhases(site, year);
  const quarter = QUARTERS[phases.indexOf('not-due')];
  const due = quarter && getCalendar(site.dataset, year).quarters[quarter - 1]?.due;
  if (quarter !== undefined && due !== undefined) {
    return t('reporting.next-due', { quarter, day: format.day(due) });
  }
  const closed = getCalendar(site.dataset, year).quarters[3].closed;
  return phases.every((phase) => phase === 'closed')
    ? t('reporting.all-closed')
    : t('reporting.last-close', { day: format.day(closed) });
}
