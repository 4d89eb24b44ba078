import type { Tone } from '#charts/model.ts';
import type { ScoredItem } from '#domain/scored-site.ts';
import type { ViewContext } from '../context.ts';
import { getTone } from './axis.ts';

/** Pixels of a sparkline. */
const SPARK = { width: 64, height: 24 } as const;

const BAR = 12;
const STEP = 17;

/** A zero is seen as a line. */
const LEAST = 1.5;

/** A row's quarters as four small bars, in pixels, and the line of its target where it is in the same unit. */
export interface SparkView {
  /** The figures in words. */
  label: string;
  width: number;
  height: number;
  bars: { x: number; y: number; width: number; height: number; tone: Tone }[];
  /** Where zero lies. */
  base: number;
  target?: number;
}

/** Undefined where fewer than two quarters have a figure: one bar tells less than the figure beside it. */
export function getSparkline(item: ScoredItem, { t, format }: ViewContext): SparkView | undefined {
  const { quarters } = item.standing;
  const results = quarters.flatMap(({ result }) => (result === undefined ? [] : [result]));
  if (results.length < 2) return undefined;
  const { target, notScored, accumulation } = item.indicator.data;
  // A year's target has no place beside quarters that add up to it, or that may do so.
  const isWholeEach = accumulation !== 'per-quarter' && accumulation !== 'unknown';
  const isTargetDrawn = target !== 'unknown' && notScored === undefined && isWholeEach;
  const values = [0, ...results, ...(isTargetDrawn ? [target] : [])];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const getPlace = (value: number) =>
    most === least ? SPARK.height : SPARK.height * (1 - (value - least) / (most - least));
  const base = getPlace(0);
  const bars = quarters.flatMap(({ quarter, result, status }) => {
    if (result === undefined) return [];
    const height = Math.max(Math.abs(getPlace(result) - base), LEAST);
    const end = result < 0 ? base : base - height;
    const y = Math.min(Math.max(end, 0), SPARK.height - height);
    return [{ x: (quarter - 1) * STEP, y, width: BAR, height, tone: getTone(status) }];
  });
  const figures = quarters.map(({ quarter, result }) =>
    t('spark.quarter', { quarter, result: result === undefined ? t('chart.none') : format.figure(result) }),
  );
  return { label: figures.join(', '), ...SPARK, bars, base, ...(isTargetDrawn ? { target: getPlace(target) } : {}) };
}
