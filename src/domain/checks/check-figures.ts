import type { IndicatorYear } from '../dataset.ts';
import { Exact } from '../decimal.ts';
import type { ReportEntry, YearEntry } from '../entry.ts';
import { QUARTERS } from '../fiscal-year.ts';
import { isReadingOpen } from '../inferred.ts';
import type { Issue } from '../issue.ts';
import type { QuarterNumber } from '../schemas/text.ts';
import { isRatioUnit } from '../scoring/accumulate.ts';
import { getResults } from '../scoring/results.ts';
import { scaleMilestones } from '../scoring/scale-value.ts';
import { findText } from '../section-text.ts';
import { findMeantNumber, findPercentages } from '../thai-text.ts';
import { reportIssue } from './report-issue.ts';

/** A result this many times the target was a mistake in 12 of 13 published cases; the thirteenth was true. */
const SUSPICIOUS_RATIO = 4;

/**
 * Figures of one indicator that disagree with each other or with what the source declares. They are published
 * as they stand and pointed out: the same list feeds the checker's warnings and the page.
 */
export function findDisagreements(item: IndicatorYear, ratioUnits: readonly string[]): Issue[] {
  return [
    ...checkWeightAsTarget(item),
    ...checkDeclared(item),
    ...checkRatio(item),
    ...checkReadings(item),
    ...checkLastQuarter(item),
    ...checkFalls(item),
    ...checkLevels(item),
    ...checkCuts(item),
    ...checkComputable(item, ratioUnits),
    ...checkNarrativeFigures(item, ratioUnits),
  ];
}

function checkWeightAsTarget(item: IndicatorYear): Issue[] {
  const { weight, target, scale } = item.indicator.data;
  const isSuspicious =
    weight !== 'unknown' && weight === target && scale.kind !== 'milestones' && getHighest(item) > target;
  return isSuspicious
    ? [reportIssue(item.indicator, 'CW601', 'target', { seen: target, result: getHighest(item) })]
    : [];
}

function checkDeclared(item: IndicatorYear): Issue[] {
  const { declared, target, scale } = item.indicator.data;
  if (declared === undefined) return [];
  const issues: Issue[] = [];
  const declaredTarget = findMeantNumber(declared.target ?? '');
  if (declaredTarget !== undefined && target !== 'unknown' && Number(declaredTarget) !== target) {
    const isLevel = scale.kind === 'milestones' && scale.levels.some((level) => level.level === Number(declaredTarget));
    const params = { seen: declared.target ?? '', used: target, result: declared.result ?? '–' };
    issues.push(reportIssue(item.indicator, isLevel ? 'CW629' : 'CW606', 'declared.target', params));
  }
  const declaredResult = findMeantNumber(declared.result ?? '');
  const used = item.summary?.data.result;
  if (declaredResult !== undefined && used !== undefined && Number(declaredResult) !== used) {
    issues.push(reportIssue(item.indicator, 'CW605', 'declared.result', { seen: declared.result ?? '', used }));
  }
  return issues;
}

function checkRatio(item: IndicatorYear): Issue[] {
  const { target } = item.indicator.data;
  // Where the weight stands in place of the target the ratio says nothing more.
  if (target === 'unknown' || target <= 0 || checkWeightAsTarget(item).length > 0) return [];
  const figures = getFigures(item);
  const highest = Math.max(...figures.map(({ value }) => value));
  if (highest / target < SUSPICIOUS_RATIO) return [];
  // The latest of equal figures: where a year's result is stated, that is the one people read.
  return figures
    .filter(({ value }) => value === highest)
    .slice(-1)
    .map(({ entry, value }) => reportIssue(entry, 'CW602', 'result', { seen: value, target }));
}

/** The source does not say whether a step or a share of the way counts, and it makes a difference. */
function checkReadings(item: IndicatorYear): Issue[] {
  const { scale } = item.indicator.data;
  const result = item.summary?.data.result ?? getResults(item)[4];
  if (scale.kind !== 'milestones' || result === undefined || !isReadingOpen(item.indicator.data)) return [];
  const step = scaleMilestones(result, scale, 'step');
  const linear = scaleMilestones(result, scale, 'linear');
  if (step.share.eq(linear.share)) return [];
  return [reportIssue(item.indicator, 'CW630', 'scale.between', { seen: result, level: step.level ?? 0 })];
}

function checkLastQuarter(item: IndicatorYear): Issue[] {
  const results = getResults(item);
  const report = item.reports[4];
  const hadPositive = ([1, 2, 3] as const).some((quarter) => (results[quarter] ?? 0) > 0);
  if (report === undefined || results[4] !== 0 || !hadPositive) return [];
  if (item.indicator.data.accumulation === 'per-quarter') return [];
  const last = ([3, 2, 1] as const).find((quarter) => (results[quarter] ?? 0) > 0) ?? 3;
  return [reportIssue(report, 'CW603', 'result', { seen: 0, before: results[last] ?? 0, quarter: last })];
}

function checkFalls(item: IndicatorYear): Issue[] {
  if (item.indicator.data.accumulation !== 'cumulative') return [];
  const results = getResults(item);
  let highest: { quarter: QuarterNumber; value: number } | undefined;
  const issues: Issue[] = [];
  for (const quarter of QUARTERS) {
    const value = results[quarter];
    const report = item.reports[quarter];
    if (value === undefined || report === undefined) continue;
    // A fourth quarter of 0 is told as such (CW603).
    if (quarter === 4 && value === 0) continue;
    if (highest !== undefined && value < highest.value) {
      issues.push(
        reportIssue(report, 'CW604', 'result', { seen: value, before: highest.value, quarter: highest.quarter }),
      );
    } else highest = { quarter, value };
  }
  return issues;
}

function checkLevels(item: IndicatorYear): Issue[] {
  const { scale } = item.indicator.data;
  if (scale.kind !== 'milestones') return [];
  return getFigures(item).flatMap(({ entry, value }) => {
    const claimed = entry.data.level;
    const supported = scaleMilestones(value, scale, 'step').level ?? 0;
    return claimed === undefined || claimed === supported
      ? []
      : [reportIssue(entry, 'CW607', 'level', { seen: claimed, supported, result: value })];
  });
}

/** "1,407.52" published as 1: a cast stopped at the thousands comma. */
function checkCuts(item: IndicatorYear): Issue[] {
  return getFigures(item).flatMap(({ entry, value }) => {
    const declared = entry.data.declared;
    const isCut = declared?.includes(',') && declared.split(',')[0] === String(value);
    return isCut ? [reportIssue(entry, 'CW625', 'result', { seen: value, declared: declared ?? '' })] : [];
  });
}

function checkComputable(item: IndicatorYear, ratioUnits: readonly string[]): Issue[] {
  const { scale, direction, accumulation, unit, target } = item.indicator.data;
  const issues: Issue[] = [];
  const isAllOrNothing = scale.kind === 'proportional' && direction === 'lower' && scale.baseline === undefined;
  if (isAllOrNothing && target !== 0 && target !== 'unknown') {
    issues.push(reportIssue(item.indicator, 'CW621', 'scale', { seen: target }));
  }
  const hasYear = item.summary?.data.result !== undefined;
  if (accumulation === 'per-quarter' && isRatioUnit(unit, ratioUnits) && !hasYear && item.reports[4] !== undefined) {
    issues.push(reportIssue(item.indicator, 'CW622', 'accumulation', { seen: unit }));
  }
  return issues;
}

function checkNarrativeFigures(item: IndicatorYear, ratioUnits: readonly string[]): Issue[] {
  if (!isRatioUnit(item.indicator.data.unit, ratioUnits)) return [];
  return getFigures(item).flatMap(({ entry, value }) => {
    const named = findPercentages(findText(entry.sections.body) ?? '');
    const isNamed = named.some((percentage) => new Exact(percentage).minus(value).abs().lte(0.01));
    return named.length === 0 || isNamed
      ? []
      : [reportIssue(entry, 'CW623', 'result', { seen: value, named: named.join(', ') })];
  });
}

/** Every figure with the entry it stands in, quarters first. */
function getFigures(item: IndicatorYear): { entry: ReportEntry | YearEntry; value: number }[] {
  const entries: (ReportEntry | YearEntry)[] = Object.values(item.reports);
  if (item.summary !== undefined) entries.push(item.summary);
  return entries.flatMap((entry) => (entry.data.result === undefined ? [] : [{ entry, value: entry.data.result }]));
}

function getHighest(item: IndicatorYear): number {
  return Math.max(...getFigures(item).map(({ value }) => value), Number.NEGATIVE_INFINITY);
}
