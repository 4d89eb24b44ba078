import type { Axis, ChartModel, Point, Series, Slot, Tick } from '#charts/model.ts';
import type { ScoredItem } from '#domain/scored-site.ts';
import { isUnitInDoubt, isWholeYear } from '#domain/scoring/results.ts';
import { getReachedLevel } from '#domain/scoring/score.ts';
import type { QuarterStanding } from '#domain/scoring/standing.ts';
import type { Status } from '#domain/scoring/status.ts';
import type { ViewContext } from '../context.ts';
import { getYearLabel } from '../names.ts';
import { wordTarget } from '../row-view.ts';
import { getAxis, getLines, getTone } from './axis.ts';
import { getAxisTitle } from './axis-title.ts';
import { getFinding } from './finding.ts';
import { markTarget, wordStatus } from './year-figure.ts';

/**
 * An indicator's quarters and its year against plan and target, or undefined where there is neither a figure nor a
 * plan to draw. Figures stand as published: over the target uncut, zero as zero, a missing one as a gap with its reason.
 */
export function getQuarterChart(item: ScoredItem, context: ViewContext): ChartModel | undefined {
  const { t } = context;
  const { quarters, year } = item.standing;
  const series = [getBars(item, context), ...getRunning(item, context), ...getPlan(item, context)];
  const hasFigure = quarters.some(({ result }) => result !== undefined) || year.result !== undefined;
  if (!hasFigure && series.length === 1) return undefined;
  const target = getTarget(item, context);
  const drawn = series.flatMap(({ points }) => points.flatMap((point) => (point === undefined ? [] : [point.value])));
  const texts = [...quarters, year].map((standing) => wordStatus(standing, context));
  return {
    id: 'quarters',
    shape: 'columns',
    finding: getFinding(item, context),
    caption: t('chart.quarters-caption', { year: getYearLabel(item.year, context) }),
    slotLabel: t('table.quarter'),
    slots: [...quarters.map((quarter) => getQuarterSlot(item, quarter, context)), getYearSlot(item, context)],
    series,
    axis: getQuarterAxis(item, [...drawn, ...(target === undefined ? [] : [target.value])], context),
    ...(target === undefined ? {} : { target }),
    ...getUnit(item, context),
    notes: [
      { label: t('table.target'), texts: getTargetTexts(item, context), values: getTargetValues(item) },
      { label: t('table.status'), texts },
    ],
  };
}

function getQuarterSlot(item: ScoredItem, standing: QuarterStanding, { t, format }: ViewContext): Slot {
  const { quarter, status, result } = standing;
  const planned = isComparable(item) ? item.indicator.data.quarterTargets?.[quarter - 1] : undefined;
  return {
    name: t('quarter.label', { quarter }),
    lines: [
      t('chart.quarter', { quarter }),
      ...(planned === undefined ? [] : [t('chart.planned', { plan: format.plain(planned) })]),
    ],
    ...(result === undefined ? getAbsence(status, { t }) : {}),
  };
}

function getYearSlot(item: ScoredItem, context: ViewContext): Slot {
  const { t } = context;
  const { result, status, score } = item.standing.year;
  if (result !== undefined) return { ...nameYear(item, context), isWhole: true };
  const name = t('table.year-row');
  const slot = { name, lines: [name], isWhole: true };
  const isReason = status === 'reported' && score.state === 'not-scored';
  if (!isReason) return { ...slot, ...getAbsence(status, context) };
  const lines = getLines(t(score.reason === 'accumulation-unknown' ? 'chart.sum-unknown' : 'chart.no-sum'));
  return { ...slot, absence: { text: wordStatus(item.standing.year, context), lines } };
}

/** What the last column holds: a whole year, an open one, or what was reported of a closed one. */
function nameYear(item: ScoredItem, { t }: ViewContext): Pick<Slot, 'name' | 'lines'> {
  const { result, isProvisional } = item.standing.year;
  if (isProvisional && result?.from === 'quarters') return { name: t('chart.so-far'), lines: [t('chart.so-far')] };
  if (isWholeYear(item)) return { name: t('table.year-row'), lines: [t('table.year-row')] };
  return { name: t('chart.partial'), lines: getLines(t('chart.partial-lines')) };
}

function getAbsence(status: Status, { t }: Pick<ViewContext, 't'>): Pick<Slot, 'absence'> {
  return { absence: { text: t(`status.${status}`), lines: getLines(t(`chart.absent-${getAbsentKey(status)}`)) } };
}

type AbsentKey =
  | 'narrative'
  | 'not-due'
  | 'overdue'
  | 'not-in-source'
  | 'not-applicable'
  | 'withdrawn'
  | 'not-reported';

function getAbsentKey(status: Status): AbsentKey {
  switch (status) {
    case 'narrative':
    case 'not-due':
    case 'overdue':
    case 'not-in-source':
    case 'not-applicable':
    case 'withdrawn':
      return status;
    default:
      return 'not-reported';
  }
}

function getBars(item: ScoredItem, { t, format }: ViewContext): Series {
  const { quarters, year } = item.standing;
  const { accumulation } = item.indicator.data;
  const point = (value: number | undefined, status: Status): Point | undefined =>
    value === undefined ? undefined : { value, text: format.figure(value), tone: getTone(status) };
  return {
    kind: 'bar',
    label: t(`chart.result-${accumulation}`),
    points: [...quarters.map(({ result, status }) => point(result, status)), point(year.result?.value, year.status)],
  };
}

/** The sum so far, where quarters are added up. */
function getRunning(item: ScoredItem, { t, format }: ViewContext): Series[] {
  const isSum = item.standing.quarters.some(({ toDate }) => toDate !== undefined);
  if (!isSum) return [];
  const points = item.standing.quarters.map(({ toDate, result, status }) => {
    // What is reported after a withdrawal is added to nothing.
    const value = status === 'withdrawn' ? undefined : (toDate ?? result);
    return value === undefined ? undefined : { value, text: format.figure(value) };
  });
  return [{ kind: 'line', label: t('chart.to-date'), points: [...points, undefined] }];
}

function getPlan(item: ScoredItem, context: ViewContext): Series[] {
  const planned = item.indicator.data.quarterTargets;
  if (planned === undefined || !isComparable(item)) return [];
  const points = planned.map((value) => ({ value, text: wordTarget(value, item, context) }));
  return [{ kind: 'mark', label: context.t('chart.plan'), points: [...points, undefined] }];
}

/** No line where it is not known how quarters make a year: each would seem to fall short of it. */
function getTarget(item: ScoredItem, { t, format }: ViewContext): ChartModel['target'] {
  const { target, direction, accumulation } = item.indicator.data;
  if (target === 'unknown' || !isComparable(item)) return undefined;
  if (accumulation === 'unknown' && item.standing.year.result === undefined) return undefined;
  const isCeiling = direction === 'lower';
  const lines = [t(isCeiling ? 'chart.ceiling' : 'table.target'), format.plain(target)];
  return { value: target, lines, isCeiling };
}

/** The year's target stands with the year. What quarters were to bring is a column of its own, where it is drawn. */
function getTargetValues(item: ScoredItem): (number | undefined)[] {
  const { target, quarterTargets } = item.indicator.data;
  const quarters = item.standing.quarters.map((_, index) => (isComparable(item) ? undefined : quarterTargets?.[index]));
  return [...quarters, target === 'unknown' ? undefined : target];
}

function getTargetTexts(item: ScoredItem, context: ViewContext): (string | undefined)[] {
  const values = getTargetValues(item);
  return values.map((value, index) => {
    const isYear = index === values.length - 1;
    if (value === undefined) return isYear ? context.t('figure.target-unknown') : undefined;
    const worded = wordTarget(value, item, context);
    return isYear ? markTarget(worded, item, context) : worded;
  });
}

function getQuarterAxis(item: ScoredItem, values: readonly number[], context: ViewContext): Axis {
  const rungs = getRungs(item, context);
  const axis = getAxis([...values, ...rungs.map(({ value }) => value)], context);
  const isOnRung = (tick: Tick) => rungs.some(({ value }) => value === tick.value);
  const plain = axis.ticks.filter((tick) => !isOnRung(tick) && (rungs.length === 0 || tick.value === 0));
  return { ...axis, title: getAxisTitle(item, context), ticks: [...plain, ...rungs] };
}

/** Levels of the scale as the steps of a ladder; none where target and result cannot be compared. */
function getRungs(item: ScoredItem, { t, format }: ViewContext): Tick[] {
  const { scale } = item.indicator.data;
  const { score } = item.standing.year;
  if (scale.kind === 'proportional' || !isComparable(item)) return [];
  const reached = getReachedLevel(score);
  const at =
    scale.kind === 'bands'
      ? scale.edges.map((value, index) => ({ value, level: index + 1 }))
      : scale.levels.map((step) => ({ value: scale.reads === 'level' ? step.level : step.percent, level: step.level }));
  // The form prints levels from the top.
  return at
    .sort((a, b) => a.level - b.level)
    .map((step) => ({
      value: step.value,
      lines: [t('score.level', { level: step.level }), format.plain(step.value)],
      rung: step.level <= reached ? 'reached' : 'open',
    }));
}

/** Where the result is in another unit than the indicator names, none is said. */
function getUnit(item: ScoredItem, { t }: ViewContext): Pick<ChartModel, 'unit'> {
  return isUnitInDoubt(item) ? {} : { unit: { label: t('field.unit'), text: item.indicator.data.unit } };
}

/** Whether target and result are in the same unit, as far as is known. */
function isComparable(item: ScoredItem): boolean {
  return item.indicator.data.notScored === undefined;
}
