import { getQuarterPhase, QUARTERS } from '#domain/fiscal-year.ts';
import type { ReportState } from '#domain/reporting/report-state.ts';
import type { AgencyReporting, YearReporting } from '#domain/reporting/reporting.ts';
import { countStates, type ReviewTally } from '#domain/reporting/tally.ts';
import { getCalendar, type ScoredSite } from '#domain/scored-site.ts';
import type { Status } from '#domain/scoring/status.ts';
import type { ViewContext } from './context.ts';
import { compareThai, getAgencyName, getShortYear, getYearLabel } from './names.ts';
import type { Crumb } from './page-view.ts';
import { countAgency, getReportingAnswer, type ReportingAnswerView } from './reporting-answer-view.ts';
import { getReportingDetail, type ReportingDetailView } from './reporting-detail-view.ts';
import { getMarks, type MarkView } from './reporting-mark-view.ts';
import { getYearReporting } from './site-reporting.ts';

/** Who reported when in a fiscal year. */
export interface ReportingView {
  title: string;
  description: string;
  crumbs: Crumb[];
  years: (Crumb & { isCurrent: boolean })[];
  answer: ReportingAnswerView;
  /** Agencies with reports that are overdue now; where none is, those with reports that never came. */
  late: { title: string; isFolded: boolean; agencies: LateAgency[] } | undefined;
  whole: MarkView[];
  /** Shapes that the page shows, each drawn once. */
  shapes: Status[];
  /** What must be known before anybody is blamed. */
  notes: string[];
  dates: { basis: string; note?: string; quarters: { label: string; due: string; closed: string; phase: string }[] };
  quarters: string[];
  hasReviews: boolean;
  groups: { title: string; agencies: ReportingRow[] }[];
  details: ReportingDetailView[];
  /** Whether the details of an agency are folded until they are asked for. */
  isFolded: boolean;
}

interface LateAgency {
  name: string;
  href: string;
  count: string;
}

/** Longer lists are folded, so that what follows is found on a phone. */
const MOST_AGENCIES = 12;
const MOST_DETAILS = 40;

/** An agency's line; `details` leads to its late and missing reports. */
export interface ReportingRow {
  name: string;
  href: string;
  count: string;
  quarters: { label: string; marks: MarkView[] }[];
  review?: { text: string; medians: string[] };
  details?: string;
}

export function getReportingView(site: ScoredSite, year: number, context: ViewContext): ReportingView {
  const { t, links } = context;
  const reporting = getYearReporting(site, year);
  const answer = getReportingAnswer(site, reporting, context);
  const groups = groupAgencies(site, reporting, context);
  const details = groups.flatMap(({ agencies }) =>
    agencies.flatMap((agency) => getReportingDetail(site, year, agency, context) ?? []),
  );
  const whole = getMarks(reporting.whole, context);
  const worst = countStates(reporting.whole, 'overdue') > 0 ? 'overdue' : 'not-reported';
  const title = t('reporting.title-of', { year: getYearLabel(year, context) });
  return {
    title,
    description: `${title} · ${answer.text}`,
    crumbs: [
      { label: t('nav.home'), href: links.home },
      { label: t('reporting.title'), href: links.reporting() },
    ],
    years: site.years.map((other) => ({
      label: getShortYear(other, context),
      href: links.reporting(other),
      isCurrent: other === year,
    })),
    answer,
    late: getLate(
      groups.flatMap(({ agencies }) => agencies.flatMap((agency) => getLateAgency(site, year, agency, worst, context))),
      context,
    ),
    whole,
    shapes: [...new Set([answer.shape, ...whole.map(({ shape }) => shape)])],
    notes: getNotes(site, reporting, context),
    dates: getDates(site, year, context),
    quarters: QUARTERS.map((quarter) => t('series.quarter', { quarter })),
    hasReviews: reporting.review.reviewed + reporting.review.waiting > 0,
    groups: groups.map((group) => ({
      title: group.title,
      agencies: group.agencies.map((agency) => getRow(site, year, agency, context)),
    })),
    details,
    isFolded: details.reduce((sum, { items }) => sum + items.length, 0) > MOST_DETAILS,
  };
}

/** By name within their groups: with so few and so different numbers of indicators an order by lateness would be a ranking of nothing. */
function groupAgencies(site: ScoredSite, { year, agencies }: YearReporting, context: ViewContext) {
  const name = ({ agency }: AgencyReporting) => getAgencyName(site, agency, year, context);
  return site.settings.agencyGroups.flatMap((group) => {
    const own = agencies.filter(({ agency }) => site.dataset.agencies.get(agency)?.data.group === group.id);
    const title = context.language === 'th' ? group.name : group.nameEn;
    return own.length === 0 ? [] : [{ title, agencies: own.sort((a, b) => compareThai(name(a), name(b))) }];
  });
}

function getLate(agencies: LateAgency[], { t, format }: ViewContext): ReportingView['late'] {
  if (agencies.length === 0) return undefined;
  const title = t('reporting.late-agencies', { count: format.count(agencies.length) });
  return { title, isFolded: agencies.length > MOST_AGENCIES, agencies };
}

function getLateAgency(
  site: ScoredSite,
  year: number,
  agency: AgencyReporting,
  state: ReportState,
  context: ViewContext,
): LateAgency[] {
  const count = countAgency(agency, state);
  const name = getAgencyName(site, agency.agency, year, context);
  return count === 0
    ? []
    : [
        {
          name,
          href: `#a-${agency.agency}`,
          count: context.t('reporting.count', { count: context.format.count(count) }),
        },
      ];
}

function getRow(site: ScoredSite, year: number, agency: AgencyReporting, context: ViewContext): ReportingRow {
  const { t, format, links } = context;
  const review = getReview(agency.review, context);
  const isTroubled = countAgency(agency, 'overdue', 'not-reported', 'late') > 0;
  return {
    name: getAgencyName(site, agency.agency, year, context),
    href: links.agency(year, agency.agency),
    count: t('agency.counts', { indicators: format.count(agency.items.length) }),
    quarters: agency.quarters.map((tally, index) => ({
      label: t('series.quarter', { quarter: index + 1 }),
      marks: getMarks(tally, context),
    })),
    ...(review === undefined ? {} : { review }),
    ...(isTroubled ? { details: `#a-${agency.agency}` } : {}),
  };
}

/** How many of the reports were reviewed, and what reviewers said; nothing where there was nothing to review. */
function getReview({ reports, reviewed, completeness, timeliness }: ReviewTally, { t, format }: ViewContext) {
  if (reports === 0) return undefined;
  const text = t('reporting.reviewed', { reviewed: format.count(reviewed), reports: format.count(reports) });
  if (completeness === undefined || timeliness === undefined) return { text, medians: [] };
  const medians = [
    t('reporting.completeness', { value: format.plain(completeness) }),
    t('reporting.timeliness', { value: format.plain(timeliness) }),
  ];
  return { text, medians };
}

function getNotes(site: ScoredSite, { year, whole, agencies }: YearReporting, { t, format }: ViewContext): string[] {
  const isAssumed = getCalendar(site.dataset, year).basis === 'assumed';
  const isJudged = countStates(whole, 'on-time', 'late', 'overdue', 'not-reported') > 0;
  const items = agencies.flatMap((agency) => agency.items);
  const inferred = items.filter(({ item }) => item.indicator.data.source?.year === 'inferred').length;
  return [
    ...(isAssumed && isJudged ? [t('reporting.note-assumed')] : []),
    ...(countStates(whole, 'no-day') > 0 ? [t('reporting.note-no-day')] : []),
    ...(countStates(whole, 'not-in-source') > 0 ? [t('reporting.note-not-in-source')] : []),
    ...(inferred > 0 ? [t('year.inferred', { count: format.count(inferred) })] : []),
  ];
}

function getDates(site: ScoredSite, year: number, { t, format }: ViewContext): ReportingView['dates'] {
  const calendar = getCalendar(site.dataset, year);
  return {
    basis: t(`calendar.${calendar.basis}`),
    ...(calendar.note === undefined ? {} : { note: calendar.note }),
    quarters: QUARTERS.map((quarter) => ({
      label: t('quarter.label', { quarter }),
      due: format.day(calendar.quarters[quarter - 1]?.due ?? ''),
      closed: format.day(calendar.quarters[quarter - 1]?.closed ?? ''),
      phase: t(`reporting.phase-${getQuarterPhase(calendar, quarter, site.today)}`),
    })),
  };
}
