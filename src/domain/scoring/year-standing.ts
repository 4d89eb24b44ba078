import type { IndicatorYear } from '../dataset.ts';
import { getQuarterPhase } from '../fiscal-year.ts';
import { type Accumulated, accumulateYear, isRatioUnit } from './accumulate.ts';
import { getResults, isComplete } from './results.ts';
import { isMet } from './scale-value.ts';
import { type NotScoredReason, type Score, scoreValue } from './score.ts';
import type { Rules, Standing, YearStanding } from './standing.ts';
import { getStatusWithoutScore } from './status.ts';

/** Where an indicator stands in the year: its stated result, or what its quarters make. */
export function getYearStanding(item: IndicatorYear, quarters: Standing['quarters'], rules: Rules): YearStanding {
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

function isAttained(item: IndicatorYear, value: number, score: Score): boolean {
  const { target, direction } = item.indicator.data;
  if (target !== 'unknown') return isMet(value, target, direction);
  if (score.state === 'not-scored') return false;
  const step = score.reading === 'step' ? score : score.other;
  return step?.percent === 100;
}

function getYearAbsence(quarters: Standing['quarters'], reason: NotScoredReason, item: IndicatorYear): NotScoredReason {
  if (reason !== 'not-reported') return reason;
  const statuses = quarters.map((quarter) => quarter.status);
  if (statuses.includes('narrative') || item.summary?.sections.body !== undefined) return 'narrative-only';
  if (statuses.includes('not-in-source')) return 'not-in-source';
  if (statuses.includes('overdue')) return 'overdue';
  if (statuses.includes('not-due')) return 'not-due';
  return statuses.every((status) => status === 'not-applicable') ? 'not-applicable' : 'not-reported';
}
