import type { QuarterNumber } from '../schemas/text.ts';
import type { ReportState } from './report-state.ts';

/** A quarter of a fiscal year. */
export interface Moment {
  year: number;
  quarter: QuarterNumber;
}

/** What one quarter says of handing in: nothing was to be done in a quarter that is passed over. */
export type Mark = 'missed' | 'came' | 'passed-over' | 'unknown';

/** Reports that did not come in one due quarter after the other, across fiscal years too. */
export interface MissRun {
  from: Moment;
  until: Moment;
  /** Quarters in which a report was due and did not come; at least two. */
  count: number;
}

const MARKS: Record<ReportState, Mark> = {
  'on-time': 'came',
  late: 'came',
  'no-day': 'came',
  overdue: 'missed',
  'not-reported': 'missed',
  'not-due': 'passed-over',
  'not-applicable': 'passed-over',
  withdrawn: 'passed-over',
  'not-in-source': 'unknown',
};

/** Of all reports of a quarter: missed only where some were due, none came and of none it is unknown whether it came. */
export function getMark(states: readonly ReportState[]): Mark {
  const marks = states.map((state) => MARKS[state]);
  return (['came', 'unknown', 'missed'] as const).find((mark) => marks.includes(mark)) ?? 'passed-over';
}

/**
 * Every run of two and more, oldest first. `quarters` must be in their order. What came and what is unknown end a run:
 * so does a year without an entry, of which nobody knows whether anything was due.
 */
export function findMissRuns(quarters: readonly (Moment & { mark: Mark })[]): MissRun[] {
  const runs: MissRun[] = [];
  let run: MissRun | undefined;
  let last: number | undefined;
  for (const { year, quarter, mark } of quarters) {
    const hasGap = last !== undefined && year - last > 1;
    last = year;
    if (hasGap || mark === 'came' || mark === 'unknown') run = undefined;
    if (mark !== 'missed') continue;
    if (run === undefined) {
      run = { from: { year, quarter }, until: { year, quarter }, count: 1 };
      runs.push(run);
    } else {
      run.until = { year, quarter };
      run.count += 1;
    }
  }
  return runs.filter(({ count }) => count > 1);
}

/** Whether a run touches a fiscal year. */
export function isOfYear({ from, until }: MissRun, year: number): boolean {
  return from.year <= year && year <= until.year;
}
