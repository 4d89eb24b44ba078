import type { Calendar } from './schemas/calendar.ts';
import type { QuarterNumber } from './schemas/text.ts';

/** Years between the Buddhist and the common era. */
export const BUDDHIST_ERA_OFFSET = 543;

export const QUARTERS: readonly QuarterNumber[] = [1, 2, 3, 4];

/**
 * First and last day (C.E., YYYY-MM-DD) of a quarter of a Thai fiscal year:
 * B.E. year Y runs from 1 October Y−1 to 30 September Y.
 */
export function getQuarterSpan(year: number, quarter: QuarterNumber): { from: string; until: string } {
  const ce = year - BUDDHIST_ERA_OFFSET;
  const spans = {
    1: { from: `${ce - 1}-10-01`, until: `${ce - 1}-12-31` },
    2: { from: `${ce}-01-01`, until: `${ce}-03-31` },
    3: { from: `${ce}-04-01`, until: `${ce}-06-30` },
    4: { from: `${ce}-07-01`, until: `${ce}-09-30` },
  };
  return spans[quarter];
}

/** Where a quarter stands on a day (YYYY-MM-DD): before its due date, past it, or closed. */
export function getQuarterPhase(
  calendar: Calendar,
  quarter: QuarterNumber,
  today: string,
): 'not-due' | 'late' | 'closed' {
  const dates = calendar.quarters[quarter - 1];
  if (dates === undefined || today <= dates.due) return 'not-due';
  return today <= dates.closed ? 'late' : 'closed';
}
