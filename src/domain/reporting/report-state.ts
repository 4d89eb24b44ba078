import type { IndicatorYear } from '../dataset.ts';
import { countDays } from '../days.ts';
import type { Calendar } from '../schemas/calendar.ts';
import type { Report, Review } from '../schemas/report.ts';
import type { QuarterNumber } from '../schemas/text.ts';
import type { Standing } from '../scoring/standing.ts';

/** Where a quarter's report stands against its due date, in the order in which states are told. */
export const REPORT_STATES = [
  'overdue',
  'not-reported',
  'late',
  'on-time',
  'no-day',
  'not-due',
  'not-in-source',
  'not-applicable',
  'withdrawn',
] as const;

/**
 * no-day: a report stands, the day it was handed in does not; it is neither on time nor late.
 * overdue: past its due date and not there; not-reported: still not there when its quarter was closed.
 */
export type ReportState = (typeof REPORT_STATES)[number];

/** One indicator's report of one quarter, as far as handing it in goes. */
export interface DueReport {
  quarter: QuarterNumber;
  state: ReportState;
  /** Whole days past the due date: of a late report until it was handed in, of an overdue one until today. */
  days?: number;
  /** The reviewer's pair, of a report that was handed in. */
  review?: Review;
}

/** What is judged: an indicator's year and where its quarters stand. */
export type JudgedItem = IndicatorYear & { standing: Standing };

/** Where a quarter's report stands on a day (YYYY-MM-DD in the site's time zone). */
export function getDueReport(item: JudgedItem, quarter: QuarterNumber, calendar: Calendar, today: string): DueReport {
  const { status } = item.standing.quarters[quarter - 1] ?? {};
  const report = item.reports[quarter]?.data;
  const due = calendar.quarters[quarter - 1]?.due ?? today;
  if (status === 'withdrawn' || status === 'not-applicable') return { quarter, state: status };
  if (report !== undefined && (status === 'narrative' || isHandedIn(report))) {
    const review = report.review === undefined ? {} : { review: report.review };
    return { quarter, ...getTiming(report.submitted, due), ...review };
  }
  if (status === 'overdue') return { quarter, state: status, days: countDays(due, today) };
  if (status === 'not-due' || status === 'not-in-source') return { quarter, state: status };
  return { quarter, state: 'not-reported' };
}

/** 0/0 is how the source writes that nobody has reviewed a report. */
export function isReviewed(review: Review | undefined): review is Review {
  return review !== undefined && (review.completeness > 0 || review.timeliness > 0);
}

/** Anything that cannot be there without a report; a file with nothing in it is none. */
function isHandedIn({ result, submitted, level, evidence, review }: Report): boolean {
  const hasEvidence = evidence !== undefined && evidence.length > 0;
  return result !== undefined || submitted !== undefined || level !== undefined || hasEvidence || isReviewed(review);
}

function getTiming(submitted: string | undefined, due: string): { state: ReportState; days?: number } {
  if (submitted === undefined) return { state: 'no-day' };
  return submitted <= due ? { state: 'on-time' } : { state: 'late', days: countDays(due, submitted) };
}
