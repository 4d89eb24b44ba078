import type { IndicatorYear } from '../dataset.ts';
import { QUARTERS } from '../fiscal-year.ts';
import type { QuarterResults } from './accumulate.ts';
import type { Standing } from './standing.ts';

/** The figures reported by quarter. */
export function getResults(item: IndicatorYear): QuarterResults {
  const results: QuarterResults = {};
  for (const quarter of QUARTERS) {
    const result = item.reports[quarter]?.data.result;
    if (result !== undefined) results[quarter] = result;
  }
  return results;
}

/** Whether no figure that counts is missing: the fourth quarter's, and every quarter's where they are added up. */
export function isComplete(item: IndicatorYear): boolean {
  const counted = item.indicator.data.accumulation === 'per-quarter' ? QUARTERS : ([4] as const);
  return counted.every((quarter) => {
    const report = item.reports[quarter]?.data;
    return report?.result !== undefined || report?.notApplicable !== undefined;
  });
}

/** Whether the year's figure is one of the whole year: stated as such, or made of quarters of which none that counts is missing. */
export function isWholeYear(item: IndicatorYear & { standing: Standing }): boolean {
  return item.standing.year.result?.from === 'stated' || isComplete(item);
}

/** Whether the result is in another unit than the one that the indicator names. */
export function isUnitInDoubt(item: IndicatorYear): boolean {
  return item.indicator.data.notScored?.reason === 'unit-mismatch';
}
