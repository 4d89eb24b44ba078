import type { IndicatorYear } from './dataset.ts';
import type { Correction } from './schemas/correction.ts';

/** Every correction of an indicator's year: of the promise, of its quarters, of the year's own result. */
export function listCorrections({ indicator, reports, summary }: IndicatorYear): Correction[] {
  const entries = [indicator, ...Object.values(reports), ...(summary === undefined ? [] : [summary])];
  return entries.flatMap(({ data }) => data.corrections ?? []);
}
