import { Exact } from '../decimal.ts';
import { QUARTERS } from '../fiscal-year.ts';
import type { Indicator } from '../schemas/indicator.ts';
import type { QuarterNumber } from '../schemas/text.ts';
import type { NotScoredReason } from './score.ts';

/** Figures reported by quarter, in the indicator's unit; absent = none. */
export type QuarterResults = Partial<Record<QuarterNumber, number>>;

/** What the figures amount to at the end of a quarter, or why they amount to nothing that can be compared. */
export type Accumulated =
  | { state: 'value'; value: number; from: QuarterNumber[]; missing: QuarterNumber[] }
  | { state: 'none'; reason: NotScoredReason };

/**
 * The figure that a quarter is compared with its target by.
 * cumulative, latest: the quarter's own figure · per-quarter: the sum so far (in a ratio unit the quarter's own
 * figure, since percentages do not add up) · year-end: the fourth quarter's alone.
 */
export function accumulateQuarter(
  results: QuarterResults,
  quarter: QuarterNumber,
  accumulation: Indicator['accumulation'],
  isRatio: boolean,
): Accumulated {
  const own = results[quarter];
  if (accumulation === 'unknown') return { state: 'none', reason: 'accumulation-unknown' };
  if (accumulation === 'year-end' && quarter !== 4) return { state: 'none', reason: 'year-end-only' };
  if (own === undefined) return { state: 'none', reason: 'not-reported' };
  if (accumulation === 'per-quarter' && !isRatio) return sum(results, quarter);
  return { state: 'value', value: own, from: [quarter], missing: [] };
}

/** The year's figure where none is stated: what the quarters reported so far make by the same rules. */
export function accumulateYear(
  results: QuarterResults,
  accumulation: Indicator['accumulation'],
  isRatio: boolean,
): Accumulated {
  const last = QUARTERS.filter((quarter) => results[quarter] !== undefined).at(-1);
  if (last === undefined) return { state: 'none', reason: 'not-reported' };
  if (accumulation === 'per-quarter' && isRatio) return { state: 'none', reason: 'not-additive' };
  if (accumulation === 'year-end') return accumulateQuarter(results, 4, accumulation, isRatio);
  return accumulateQuarter(results, last, accumulation, isRatio);
}

/** Whether a unit is a ratio, level or average, by the beginnings that `site.yaml` lists. */
export function isRatioUnit(unit: string, ratioUnits: readonly string[]): boolean {
  return ratioUnits.some((start) => unit.startsWith(start));
}

function sum(results: QuarterResults, until: QuarterNumber): Accumulated {
  const due = QUARTERS.filter((quarter) => quarter <= until);
  const from = due.filter((quarter) => results[quarter] !== undefined);
  const value = from.reduce((total, quarter) => total.plus(results[quarter] ?? 0), new Exact(0));
  return { state: 'value', value: value.toNumber(), from, missing: due.filter((quarter) => !from.includes(quarter)) };
}
