import type { IndicatorYear } from '../dataset.ts';
import { getQuarterPhase } from '../fiscal-year.ts';
import type { QuarterNumber } from '../schemas/text.ts';
import { findText } from '../section-text.ts';
import { accumulateQuarter, isRatioUnit } from './accumulate.ts';
import { getResults, isComplete } from './results.ts';
import { isMet } from './scale-value.ts';
import { type NotScoredReason, scoreValue } from './score.ts';
import type { QuarterStanding, Rules, Target } from './standing.ts';
import { getPlanStatus, getStatusWithoutScore, type Status } from './status.ts';

/** Where an indicator stands at the end of one quarter. */
export function getQuarterStanding(item: IndicatorYear, quarter: QuarterNumber, rules: Rules): QuarterStanding {
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
  if (report === undefined) return without(getAbsence(item, quarter, rules));
  if (report.data.notApplicable !== undefined) return without('not-applicable');
  if (report.data.result === undefined) {
    return without(hasNarrative(item, quarter) ? 'narrative-only' : getAbsence(item, quarter, rules));
  }
  const isRatio = isRatioUnit(indicator.unit, rules.ratioUnits);
  const accumulated = accumulateQuarter(getResults(item), quarter, indicator.accumulation, isRatio);
  if (accumulated.state === 'none') return without(accumulated.reason);

  const score = scoreValue(accumulated.value, indicator, rules.calendar.ruleSet);
  const toDate = accumulated.value === report.data.result ? {} : { toDate: accumulated.value };
  if (score.state === 'not-scored') return { ...base, ...toDate, score, status: getStatusWithoutScore(score.reason) };
  return { ...base, ...toDate, score, status: getQuarterStatus(item, quarter, accumulated.value, rules) };
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
  if (quarter === 4 && year !== 'unknown') return isYearMet ? 'reported' : 'missed';
  const planned = indicator.quarterTargets?.[quarter - 1];
  if (planned === undefined) return 'reported';
  const own = indicator.accumulation === 'per-quarter' ? (item.reports[quarter]?.data.result ?? toDate) : toDate;
  return getPlanStatus(own, planned, indicator, rules.calendar);
}

/**
 * Whether reaching the year's target now settles it. Figures that only rise have reached it for good; a latest
 * value can fall again, and a ceiling (lower is better) can still be broken, until the last quarter.
 */
function isYearDecided(item: IndicatorYear, quarter: QuarterNumber): boolean {
  const { direction, accumulation } = item.indicator.data;
  if (direction === 'lower') return quarter === 4 && isComplete(item);
  return quarter === 4 || accumulation === 'cumulative' || accumulation === 'per-quarter';
}

/** Why nothing is there: where the source holds no quarterly reports, that is all that can be said. */
function getAbsence(item: IndicatorYear, quarter: QuarterNumber, rules: Rules): NotScoredReason {
  if (item.indicator.data.source?.quarters === 'not-in-source') return 'not-in-source';
  if (item.indicator.data.accumulation === 'year-end' && quarter !== 4) return 'not-applicable';
  const phase = getQuarterPhase(rules.calendar, quarter, rules.today);
  return phase === 'not-due' ? 'not-due' : phase === 'late' ? 'overdue' : 'not-reported';
}

/** Words, not dashes or dots that stand for nothing. */
function hasNarrative(item: IndicatorYear, quarter: QuarterNumber): boolean {
  return /[\p{L}\p{N}]/u.test(findText(item.reports[quarter]?.sections.body) ?? '');
}
