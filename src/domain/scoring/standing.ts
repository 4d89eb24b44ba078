import type { IndicatorYear } from '../dataset.ts';
import type { Calendar } from '../schemas/calendar.ts';
import type { QuarterNumber } from '../schemas/text.ts';
import { getQuarterStanding } from './quarter-standing.ts';
import type { Score } from './score.ts';
import type { Status } from './status.ts';
import { getYearStanding } from './year-standing.ts';

/** What a target is compared with, and whether it is the quarter's own or the year's. */
export interface Target {
  value: number;
  of: 'quarter' | 'year';
}

export interface QuarterStanding {
  quarter: QuarterNumber;
  status: Status;
  target?: Target;
  /** The figure as reported; absent = none. */
  result?: number;
  /** The figure so far, where it differs from the reported one (sums). */
  toDate?: number;
  score: Score;
  /** True when the report came after its due date. */
  isLate: boolean;
}

export interface YearStanding {
  status: Status;
  target?: Target;
  /** The year's figure: stated in year.mdx, or made from the quarters. */
  result?: { value: number; from: 'stated' | 'quarters'; quarters: QuarterNumber[]; missing: QuarterNumber[] };
  score: Score;
  /** True until the fourth quarter closes: the figure may still change without a correction. */
  isProvisional: boolean;
}

export interface Standing {
  quarters: [QuarterStanding, QuarterStanding, QuarterStanding, QuarterStanding];
  year: YearStanding;
}

/** What of the year decides a standing: its calendar, the day it is read on and the units that do not add up. */
export interface Rules {
  calendar: Calendar;
  /** YYYY-MM-DD in the site's time zone. */
  today: string;
  ratioUnits: readonly string[];
}

/** Where an indicator stands in each quarter and in the year. */
export function getStanding(item: IndicatorYear, rules: Rules): Standing {
  const [first, second, third, fourth] = [1, 2, 3, 4] as const;
  const quarter = (number: QuarterNumber) => getQuarterStanding(item, number, rules);
  const quarters: Standing['quarters'] = [quarter(first), quarter(second), quarter(third), quarter(fourth)];
  return { quarters, year: getYearStanding(item, quarters, rules) };
}
