import type { ScoredSite } from '#domain/scored-site.ts';
import type { Status } from '#domain/scoring/status.ts';
import type { ViewContext } from './context.ts';
import { getYearLabel } from './names.ts';
import type { Crumb } from './page-view.ts';
import { getReportingAnswer, type ReportingAnswerView } from './reporting-answer-view.ts';
import { getMarks, type MarkView } from './reporting-mark-view.ts';
import { getReporting } from './site-reporting.ts';

/** Every fiscal year with how its reports came in. */
export interface ReportingYearsView {
  title: string;
  description: string;
  crumbs: Crumb[];
  years: { label: string; href: string; answer: ReportingAnswerView; marks: MarkView[] }[];
  /** Shapes that the page shows, each drawn once. */
  shapes: Status[];
}

export function getReportingYearsView(site: ScoredSite, context: ViewContext): ReportingYearsView {
  const { t, links } = context;
  const years = [...getReporting(site).values()].map((reporting) => ({
    label: getYearLabel(reporting.year, context),
    href: links.reporting(reporting.year),
    answer: getReportingAnswer(site, reporting, context),
    marks: getMarks(reporting.whole, context),
  }));
  return {
    title: t('reporting.title'),
    description: t('reporting.description'),
    crumbs: [{ label: t('nav.home'), href: links.home }],
    years,
    shapes: [...new Set(years.flatMap(({ answer, marks }) => [answer.shape, ...marks.map(({ shape }) => shape)]))],
  };
}
