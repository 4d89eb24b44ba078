import { getQuarterSpan } from '#domain/fiscal-year.ts';
import { getCalendar, type ScoredItem, type ScoredSite } from '#domain/scored-site.ts';
import type { QuarterStanding } from '#domain/scoring/standing.ts';
import type { ViewContext } from './context.ts';
import type { CorrectionView } from './correction-view.ts';
import { type EvidenceView, getEvidence, placeAttachments } from './evidence-view.ts';
import { wordTarget } from './row-view.ts';
import { getScoreView, type ScoreView } from './score-view.ts';
import { getStatusView, type StatusView } from './status-view.ts';

/** A quarter: a row of the table and, below it, the words of its report. */
export interface QuarterView {
  id: string;
  label: string;
  span: string;
  target: string;
  targetNote: string;
  /** The figure, or a dash; why there is none stands in `resultNote`. */
  result: string;
  resultNote?: string;
  isZero: boolean;
  score: ScoreView;
  status: StatusView;
  /** What the reviewer said of the report. */
  review: string;
  dates: string[];
  /** What the reviewer wrote, and why nothing was to be reported. */
  notes: string[];
  corrections: readonly CorrectionView[];
  narrative?: string;
  /** What stands in place of a narrative. */
  remark?: string;
  evidence: EvidenceView[];
}

export function getQuarter(
  site: ScoredSite,
  item: ScoredItem,
  standing: QuarterStanding,
  corrections: readonly CorrectionView[],
  context: ViewContext,
): QuarterView {
  const { t, format } = context;
  const { quarter } = standing;
  const report = item.reports[quarter];
  const span = getQuarterSpan(item.year, quarter);
  const due = getCalendar(site.dataset, item.year).quarters[quarter - 1]?.due;
  const narrative = report?.sections.body?.html;
  const resultNote = getResultNote(item, standing, due, context);
  const remark = report === undefined ? undefined : (report.data.notApplicable ?? t('report.no-narrative'));
  return {
    id: `q${quarter}`,
    label: t('quarter.label', { quarter }),
    span: format.months(span.from, span.until),
    target: standing.target === undefined ? '–' : wordTarget(standing.target.value, item, context),
    targetNote: standing.target === undefined ? t('figure.target-unknown') : t(`target.of-${standing.target.of}`),
    result: standing.result === undefined ? '–' : format.figure(standing.result),
    ...(resultNote === undefined ? {} : { resultNote }),
    isZero: standing.result === 0,
    score: getScoreView(standing.score, context, item),
    status: getStatusView(standing.status, context),
    review: getReview(item, quarter, context),
    dates: getDates(standing, item, context),
    notes: getNotes(standing, item, context),
    corrections,
    ...(narrative === undefined ? {} : { narrative: placeAttachments(narrative, item, context) }),
    ...(remark === undefined || narrative !== undefined ? {} : { remark }),
    evidence: getEvidence(report?.data.evidence, item, context),
  };
}

function getResultNote(item: ScoredItem, standing: QuarterStanding, due: string | undefined, context: ViewContext) {
  const { t, format } = context;
  if (standing.result !== undefined) {
    const declared = item.reports[standing.quarter]?.data.declared;
    const notes = [
      ...(standing.result === 0 ? [t('figure.zero')] : []),
      ...(standing.toDate === undefined ? [] : [t('figure.to-date', { value: format.figure(standing.toDate) })]),
      ...(declared === undefined || declared === format.figure(standing.result)
        ? []
        : [t('figure.declared', { seen: declared })]),
    ];
    return notes.length === 0 ? undefined : notes.join(' · ');
  }
  if (standing.status === 'not-due' && due !== undefined) return t('figure.due', { day: format.day(due) });
  return undefined;
}

function getReview(item: ScoredItem, quarter: QuarterStanding['quarter'], { t, format }: ViewContext): string {
  const review = item.reports[quarter]?.data.review;
  if (review === undefined) return '–';
  if (review.completeness === 0 && review.timeliness === 0) return t('review.none-yet');
  return `${format.plain(review.completeness)} / ${format.plain(review.timeliness)}`;
}

function getDates(standing: QuarterStanding, item: ScoredItem, { t, format }: ViewContext): string[] {
  const { asOf, submitted, level } = item.reports[standing.quarter]?.data ?? {};
  return [
    ...(asOf === undefined ? [] : [t('report.as-of', { day: format.day(asOf) })]),
    ...(submitted === undefined
      ? []
      : [t(standing.isLate ? 'report.submitted-late' : 'report.submitted', { day: format.day(submitted) })]),
    ...(level === undefined ? [] : [t('report.claimed-level', { level })]),
  ];
}

function getNotes(standing: QuarterStanding, item: ScoredItem, context: ViewContext): string[] {
  const { review, notApplicable } = item.reports[standing.quarter]?.data ?? {};
  const hasWords = item.reports[standing.quarter]?.sections.body !== undefined;
  return [
    ...(notApplicable !== undefined && hasWords ? [notApplicable] : []),
    ...(review?.note === undefined ? [] : [context.t('review.says', { note: review.note })]),
  ];
}
