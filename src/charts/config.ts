import type { ChartConfiguration, ChartDataset, ScriptableScaleContext } from 'chart.js';
import { drawOver, drawUnder } from './annotations.ts';
import { FONT_STACK } from './font.ts';
import { countLegendLines, LEGEND_LINE } from './legend.ts';
import { LETTERS } from './letters.ts';
import type { Axis, ChartModel, Series, Size, Tick } from './model.ts';
import type { Theme } from './theme.ts';

type Dataset = ChartDataset<'bar' | 'line', (number | null)[]>;
export type Config = ChartConfiguration<'bar' | 'line', (number | null)[], string[]>;

/** Pixels a line of an axis needs, so that none stands on another. */
const LINE_HEIGHT = 1.35;

/** Beside a line the eye centres on the letters, not on the em, of which Thai leaves the lower part to vowels. */
const OPTICAL = 0.12;

/**
 * The one configuration that build and browser draw from. Pure: the same model, theme and size give the same drawing.
 * What Chart.js does not know (target, levels of the scale, values, gaps) is drawn by two small plugins.
 */
export function getConfig(model: ChartModel, theme: Theme, size: Size): Config {
  const isRows = model.shape === 'rows';
  const slots = getSlotScale(model, theme, size);
  const values = getValueScale(model, theme, size);
  return {
    type: 'bar',
    data: {
      // Chart.js sets an array of texts as lines.
      labels: model.slots.map(({ lines }) => [...lines]),
      datasets: model.series.map((series) => getDataset(series, model, theme, size)),
    },
    options: {
      indexAxis: isRows ? 'y' : 'x',
      responsive: false,
      animation: false,
      events: [],
      devicePixelRatio: 1,
      font: { family: FONT_STACK, size: LETTERS[size.name].label },
      layout: { padding: getPadding(model, size) },
      scales: isRows ? { x: values, y: slots } : { x: slots, y: values },
    },
    plugins: [drawUnder(model, theme, size), drawOver(model, theme, size)],
  };
}

/** Room above for title, legend and the highest value, and beside for a value beyond the end of its row. */
function getPadding(model: ChartModel, size: Size) {
  const title = model.axis.title === undefined ? 0 : 20;
  const legend = countLegendLines(model, size) * LEGEND_LINE;
  const value = model.shape === 'rows' ? 4 : (model.breaks ?? []).length > 0 ? 32 : 18;
  return { top: title + legend + value, right: model.shape === 'rows' ? 44 : 4, bottom: 0, left: 0 };
}

function getDataset(series: Series, model: ChartModel, theme: Theme, size: Size): Dataset {
  const base = { label: series.label, data: series.points.map((point) => point?.value ?? null), clip: false as const };
  if (series.kind === 'bar' || series.kind === 'part') {
    const bars = {
      ...base,
      type: 'bar' as const,
      order: 1,
      backgroundColor: series.points.map((point) => theme[point?.tone ?? 'fair']),
      // A zero that was reported is seen as a line at the bottom; a missing figure is not drawn at all.
      minBarLength: 3,
      maxBarThickness: model.shape === 'rows' ? 20 : size.name === 'wide' ? 64 : 34,
      categoryPercentage: 0.78,
      barPercentage: model.shape === 'rows' ? 1 : 0.8,
    };
    if (series.kind !== 'part') return { ...bars, grouped: false };
    return { ...bars, stack: 'parts', minBarLength: 0 };
  }
  const line = { ...base, type: 'line' as const, order: 0, borderColor: theme.ink, backgroundColor: theme.paper };
  // Marks have a place that a finger can find; their line is drawn by us, with paper around it.
  if (series.kind === 'mark') return { ...line, showLine: false, pointRadius: 0 };
  return { ...line, borderWidth: 2, borderDash: [2, 3], pointRadius: 4.5, pointBorderWidth: 2, spanGaps: false };
}

function getSlotScale(model: ChartModel, theme: Theme, size: Size) {
  const { label } = LETTERS[size.name];
  const isRows = model.shape === 'rows';
  return {
    type: 'category' as const,
    stacked: model.series.some(({ kind }) => kind === 'part'),
    grid: { display: false },
    border: { display: !isRows, color: theme.soft },
    ticks: {
      autoSkip: false,
      maxRotation: 0,
      color: theme.ink,
      padding: 6,
      labelOffset: isRows ? label * OPTICAL : 0,
      font: ({ index }: ScriptableScaleContext) => ({
        size: label,
        lineHeight: LINE_HEIGHT,
        weight: model.slots[index]?.isWhole === true ? (600 as const) : (400 as const),
      }),
    },
  };
}

function getValueScale(model: ChartModel, theme: Theme, size: Size) {
  const { small } = LETTERS[size.name];
  const { axis, target, shape } = model;
  const ticks = pickTicks(axis, target, size, small);
  return {
    type: 'linear' as const,
    display: shape === 'columns',
    min: axis.min,
    max: axis.max,
    stacked: model.series.some(({ kind }) => kind === 'part'),
    border: { display: false },
    grid: { color: theme.line, drawTicks: false },
    afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
      scale.ticks = ticks.map(({ value }) => ({ value }));
    },
    ticks: {
      autoSkip: false,
      padding: 6,
      labelOffset: small * OPTICAL,
      color: ({ index }: ScriptableScaleContext) => (ticks[index]?.isTarget ? theme.ink : theme.soft),
      font: ({ index }: ScriptableScaleContext) => ({
        size: small,
        lineHeight: LINE_HEIGHT,
        weight: ticks[index]?.isTarget || ticks[index]?.rung === 'reached' ? (600 as const) : (400 as const),
      }),
      callback: (_: unknown, index: number) => ticks[index]?.lines ?? '',
    },
  };
}

/**
 * The values written at the axis, from below: the target always, then zero and the ends, then those that still have
 * room. About the height of the plot: the rest is labels and legend.
 */
export function pickTicks(
  axis: Axis,
  target: ChartModel['target'],
  size: Size,
  letter: number,
): (Tick & { isTarget: boolean })[] {
  const perUnit = (size.height * 0.68) / (axis.max - axis.min);
  const half = ({ lines }: { lines: string[] }) => (lines.length * letter * LINE_HEIGHT) / 2;
  const wanted = [
    ...(target === undefined ? [] : [{ value: target.value, lines: target.lines, isTarget: true }]),
    ...[...axis.ticks].sort((a, b) => rank(a, axis) - rank(b, axis)).map((tick) => ({ ...tick, isTarget: false })),
  ];
  const picked: (Tick & { isTarget: boolean })[] = [];
  for (const tick of wanted) {
    const isFree = picked.every(
      (other) => Math.abs(other.value - tick.value) * perUnit >= half(other) + half(tick) + 1,
    );
    if (isFree) picked.push(tick);
  }
  return picked.sort((a, b) => a.value - b.value);
}

/** Levels reached and zero first: what a reader looks for. */
function rank(tick: Tick, axis: Axis): number {
  if (tick.rung === 'reached') return 0;
  if (tick.value === 0) return 1;
  if (tick.rung === 'open') return 2;
  return tick.value === axis.max || tick.value === axis.min ? 3 : 4;
}
