import { Exact } from '../decimal.ts';
import { type DueReport, isReviewed, REPORT_STATES, type ReportState } from './report-state.ts';

/** Days past the due date, of several reports. */
export interface DaySpread {
  median: number;
  most: number;
}

/** How many reports stand in each state that occurs, in the order of `REPORT_STATES`; days where the state has any. */
export type Tally = { state: ReportState; count: number; days?: DaySpread }[];

/** What reviewers said of reports: of the reports, never of what was achieved. */
export interface ReviewTally {
  /** Reports that were handed in. */
  reports: number;
  reviewed: number;
  /** Reports with a pair of zeros: not reviewed yet. */
  waiting: number;
  /** Medians over the reviewed ones, 0…100; absent where none was reviewed. */
  completeness?: number;
  timeliness?: number;
}

export function getTally(reports: readonly DueReport[]): Tally {
  return REPORT_STATES.flatMap((state) => {
    const found = reports.filter((report) => report.state === state);
    if (found.length === 0) return [];
    const days = found.flatMap((report) => report.days ?? []);
    const median = findMedian(days);
    const spread = median === undefined ? {} : { days: { median, most: Math.max(...days) } };
    return [{ state, count: found.length, ...spread }];
  });
}

/** How many stand in one of the states. */
export function countStates(tally: Tally, ...states: ReportState[]): number {
  return tally.reduce((sum, { state, count }) => (states.includes(state) ? sum + count : sum), 0);
}

export function getReviewTally(reports: readonly DueReport[]): ReviewTally {
  const pairs = reports.flatMap(({ review }) => review ?? []);
  const reviewed = pairs.filter((pair) => isReviewed(pair));
  const completeness = findMedian(reviewed.map((pair) => pair.completeness));
  const timeliness = findMedian(reviewed.map((pair) => pair.timeliness));
  return {
    reports: countStates(getTally(reports), 'on-time', 'late', 'no-day'),
    reviewed: reviewed.length,
    waiting: pairs.length - reviewed.length,
    ...(completeness === undefined || timeliness === undefined ? {} : { completeness, timeliness }),
  };
}

/** The middle value, or the mean of the two in the middle. */
function findMedian(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : new Exact(low).plus(high).div(2).toNumber();
}
