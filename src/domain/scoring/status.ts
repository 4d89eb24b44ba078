import type { Calendar } from '../schemas/calendar.ts';
import type { Indicator } from '../schemas/indicator.ts';
import { getShareOfGap, isMet } from './scale-value.ts';
import type { NotScoredReason } from './score.ts';

/** Where a quarter or a year stands. Each looks different on the page. */
export type Status =
  | 'met'
  | 'on-track'
  | 'behind'
  | 'missed'
  | 'reported'
  | 'narrative'
  | 'not-comparable'
  | 'not-due'
  | 'overdue'
  | 'not-reported'
  | 'not-in-source'
  | 'not-applicable'
  | 'withdrawn';

/** A figure against what was planned for the end of its quarter; thresholds come from the year's calendar. */
export function getPlanStatus(value: number, planned: number, indicator: Indicator, calendar: Calendar): Status {
  if (isMet(value, planned, indicator.direction)) return 'on-track';
  const baseline = indicator.scale.kind === 'proportional' ? (indicator.scale.baseline ?? 0) : 0;
  const percent = getShareOfGap(value, planned, baseline, indicator.direction)?.times(100);
  if (percent === undefined) return 'missed';
  if (percent.gte(calendar.thresholds.onTrack)) return 'on-track';
  return percent.gte(calendar.thresholds.behind) ? 'behind' : 'missed';
}

/** The status that says why there is no score. */
export function getStatusWithoutScore(reason: NotScoredReason): Status {
  switch (reason) {
    case 'not-due':
    case 'overdue':
    case 'not-reported':
    case 'not-in-source':
    case 'not-applicable':
    case 'withdrawn':
      return reason;
    case 'narrative-only':
      return 'narrative';
    case 'unit-mismatch':
    case 'disputed':
      return 'not-comparable';
    case 'year-end-only':
    case 'not-additive':
    case 'accumulation-unknown':
    case 'target-unknown':
      return 'reported';
  }
}
