import type { IndicatorYear } from '../dataset.ts';
import { getQuarterPhase, QUARTERS } from '../fiscal-year.ts';
import type { Calendar } from '../schemas/calendar.ts';
import type { QuarterNumber } from '../schemas/text.ts';
import { type Accumulated, accumulateQuarter, accumulateYear, isRatioUnit, type QuarterResults } from './accumulate.ts';
import { isMet } from './scale-value.ts';
import { type NotScoredReason, type Score, scoreValue } from './score.ts';
import { getPlanStatus, getStatusWithoutScore, type Status } from './status.ts';

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

/** The figures reported by quarter. */
export function getResults(item: IndicatorYear): QuarterResults {
  const results: QuarterResults = {};
  for (const quarter of QUARTERS) {
    const result = item.reports[quarter]?.data.result;
    if (result !== undefined) results[quarter] = result;
  }
  return results;
}

function getQuarterStanding(item: IndicatorYear, quarter: QuarterNumber, rules: Rules): QuarterStanding {
  const indicator = item.indicator.data;
  const report = item.reports[quarter];
  const target = getTarget(item, quarter);
  const submitted = report?.data.submitted;
  const due = rules.calendar.quarters[quarter - 1]?.due;
  const base = {
    quarter,
    ...(target === undefined ? {} : { target }),
    ...(report?.data.result === undefined ? {} : { result: report.data.result }),
    isLate: submitted !== undefined && due !== undefined && submitted > due,
  };
  const without = (reason: NotScoredReason): QuarterStanding => ({
    ...base,
    status: getStatusWithoutScore(reason),
    score: { state: 'not-scored', reason },
  });

  if (indicator.withdrawn !== undefined && quarter >= indicator.withdrawn.quarter) return without('withdrawn');
  if (report === undefined) return without(getAbsence(quarter, rules));
  if (report.data.notApplicable !== undefined) return without('not-applicable');
  if (report.data.result === undefined) {
    return without(hasNarrative(item, quarter) ? 'narrative-only' : getAbsence(quarter, rules));
  }
  const isRatio = isRatioUnit(indicator.unit, rules.ratioUnits);
  const accumulated = accumulateQuarter(getResults(item), quarter, indicator.accumulation, isRatio);
  if (accumulated.state === 'none') return without(accumulated.reason);

  const score = scoreValue(accumulated.value, indicator, rules.calendar.ruleSet);
  const toDate = accumulated.value === report.data.result ? {} : { toDate: accumulated.value };
  if (score.state === 'not-scored') return { ...base, ...toDate, score, status: getStatusWithoutScore(score.reason) };
  return { ...base, ...toDate, score, status: getQuarterStatus(item, quarter, accumulated.value, rules) };
}

function getYearStanding(item: IndicatorYear, quarters: Standing['quarters'], rules: Rules): YearStanding {
  const indicator = item.indicator.data;
  const isProvisional = getQuarterPhase(rules.calendar, 4, rules.today) !== 'closed';
  const target = indicator.target === 'unknown' ? {} : { target: { value: indicator.target, of: 'year' as const } };
  const made = getYearResult(item, rules);
  const result =
    made.state === 'none'
      ? {}
      : { result: { value: made.value, from: made.stated, quarters: made.from, missing: made.missing } };
  const base = { ...target, ...result, isProvisional };
  const without = (reason: NotScoredReason): YearStanding => ({
    ...base,
    status: getStatusWithoutScore(reason),
    score: { state: 'not-scored', reason },
  });

  if (indicator.withdrawn !== undefined) return without('withdrawn');
  if (made.state === 'none') return without(getYearAbsence(quarters, made.reason, item));
  const score = scoreValue(made.value, indicator, rules.calendar.ruleSet);
  if (score.state === 'not-scored') return { ...base, score, status: getStatusWithoutScore(score.reason) };
  const isDecided = indicator.direction === 'higher' || !isProvisional;
  if (isDecided && isAttained(item, made.value, score)) {
    const isKnown = indicator.direction === 'higher' || made.stated === 'stated' || isComplete(item);
    return isKnown ? { ...base, score, status: 'met' } : without('not-reported');
  }
  if (!isProvisional) return { ...base, score, status: 'missed' };
  const latest = quarters.filter((quarter) => quarter.result !== undefined).at(-1);
  const isSameFigure = (latest?.toDate ?? latest?.result) === made.value;
  return { ...base, score, status: latest !== undefined && isSameFigure ? latest.status : 'reported' };
}

function getYearResult(item: IndicatorYear, rules: Rules): Accumulated & { stated: 'stated' | 'quarters' } {
  const stated = item.summary?.data.result;
  if (stated !== undefined) return { state: 'value', value: stated, from: [], missing: [], stated: 'stated' };
  const { unit, accumulation } = item.indicator.data;
  const made = accumulateYear(getResults(item), accumulation, isRatioUnit(unit, rules.ratioUnits));
  return { ...made, stated: 'quarters' };
}

/** The quarter's own target where the plan gives one, else the year's. */
function getTarget(item: IndicatorYear, quarter: QuarterNumber): Target | undefined {
  const { quarterTargets, target } = item.indicator.data;
  const own = quarterTargets?.[quarter - 1];
  if (own !== undefined) return { value: own, of: 'quarter' };
  return target === 'unknown' ? undefined : { value: target, of: 'year' };
}

function getQuarterStatus(item: IndicatorYear, quarter: QuarterNumber, toDate: number, rules: Rules): Status {
  const indicator = item.indicator.data;
  const year = indicator.target;
  const isYearMet = year !== 'unknown' && isMet(toDate, year, indicator.direction);
  if (isYearMet && isYearDecided(item, quarter)) return 'met';
  const planned = indicator.quarterTargets?.[quarter - 1];
  if (planned !== undefined) {
    const own = indicator.accumulation === 'per-quarter' ? (item.reports[quarter]?.data.result ?? toDate) : toDate;
    return getPlanStatus(own, planned, indicator, rules.calendar);
  }
  return quarter === 4 && year !== 'unknown' && !isYearMet ? 'missed' : 'reported';
}

/**
 * Whether reaching the year's target now settles it: rising figures that reached it early have; a ceiling
 * (lower is better) can still be broken until the last quarter.
 */
function isYearDecided(item: IndicatorYear, quarter: QuarterNumber): boolean {
  return item.indicator.data.direction === 'higher' || (quarter === 4 && isComplete(item));
}

/** Whether no figure that counts is missing: the fourth quarter's, and every quarter's where they are added up. */
function isComplete(item: IndicatorYear): boolean {
  const counted = item.indicator.data.accumulation === 'per-quarter' ? QUARTERS : ([4] as const);
  return counted.every((quarter) => {
    const report = item.reports[quarter]?.data;
    return report?.result !== undefined || report?.notApplicable !== undefined;
  });
}

function isAttained(item: IndicatorYear, value: number, score: Score): boolean {
  const { target, direction } = item.indicator.data;
  if (target !== 'unknown') return isMet(value, target, direction);
  if (score.state === 'not-scored') return false;
  const step = score.reading === 'step' ? score : score.other;
  return step?.percent === 100;
}

function getAbsence(quarter: QuarterNumber, rules: Rules): NotScoredReason {
  const phase = getQuarterPhase(rules.calendar, quarter, rules.today);
  return phase === 'not-due' ? 'not-due' : phase === 'late' ? 'overdue' : 'not-reported';
}

function getYearAbsence(quarters: Standing['quarters'], reason: NotScoredReason, item: IndicatorYear): NotScoredReason {
  if (reason !== 'not-reported') return reason;
  const statuses = quarters.map((quarter) => quarter.status);
  if (statuses.includes('narrative') || item.summary?.sections.body !== undefined) return 'narrative-only';
  if (statuses.includes('overdue')) return 'overdue';
  if (statuses.includes('not-due')) return 'not-due';
  return statuses.every((status) => status === 'not-applicable') ? 'not-applicable' : 'not-reported';
}

function hasNarrative(item: IndicatorYear, quarter: QuarterNumber): boolean {
  return (item.reports[quarter]?.sections.body?.text ?? '') !== '';
}
