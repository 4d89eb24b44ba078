import type { ChartConfiguration, ChartDataset, Plugin, ScriptableScaleContext } from 'chart.js';
import { drawAboveBars, drawBelowBars } from './annotations.ts';
import { FONT_STACK } from './font.ts';
import { LETTERS } from './letters.ts';
import {
  type AxisLabel,
  getBarLook,
  getPadding,
  getSlotLabels,
  LABEL_GAP,
  LINE,
  LINE_HEIGHT,
  OPTICAL,
} from './look.ts';
import type { ChartModel, Series, Size } from './model.ts';
import type { Theme } from './theme.ts';
import { getTickLabels, pickTicks } from './ticks.ts';

type Dataset = ChartDataset<'bar' | 'line', (number | null)[]>;
export type Config = ChartConfiguration<'bar' | 'line', (number | null)[], string[]>;

/**
 * What Chart.js draws in a browser: the drawing of draw-chart.ts, made live. A test holds the two equal to the byte.
 * Pure: the same model, theme and size give the same drawing. What Chart.js does not know (target, levels of the scale,
 * values, gaps) is drawn by two small plugins.
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
    plugins: [getUnder(model, theme, size), getOver(model, theme, size)],
  };
}

function getUnder(model: ChartModel, theme: Theme, size: Size): Plugin<'bar' | 'line'> {
  return {
    id: 'under',
    // Widths are the font's advances (font.ts): with pairs of letters moved together the browser would lay out otherwise.
    beforeUpdate: (chart) => {
      chart.ctx.fontKerning = 'none';
    },
    beforeDatasetsDraw: (chart) => {
      drawBelowBars({ chart, ctx: chart.ctx, model, theme, size });
    },
  };
}

function getOver(model: ChartModel, theme: Theme, size: Size): Plugin<'bar' | 'line'> {
  return {
    id: 'over',
    afterDatasetsDraw: (chart) => {
      drawAboveBars({ chart, ctx: chart.ctx, model, theme, size });
    },
  };
}

function getDataset(series: Series, model: ChartModel, theme: Theme, size: Size): Dataset {
  const base = { label: series.label, data: series.points.map((point) => point?.value ?? null), clip: false as const };
  if (series.kind === 'bar' || series.kind === 'part') {
    const bars = {
      ...base,
      ...getBarLook(model, size, series.kind),
      type: 'bar' as const,
      order: 1,
      backgroundColor: series.points.map((point) => theme[point?.tone ?? 'fair']),
    };
    return series.kind === 'part' ? { ...bars, stack: 'parts' } : { ...bars, grouped: false };
  }
  const line = { ...base, type: 'line' as const, order: 0, borderColor: theme.ink, backgroundColor: theme.paper };
  // Marks have a place that a finger can find; their line is drawn by us, with paper around it.
  if (series.kind === 'mark') return { ...line, showLine: false, pointRadius: 0 };
  return {
    ...line,
    borderWidth: LINE.width,
    borderDash: [...LINE.dash],
    pointRadius: LINE.radius,
    pointBorderWidth: LINE.border,
    spanGaps: false,
  };
}

function getSlotScale(model: ChartModel, theme: Theme, size: Size) {
  const { label } = LETTERS[size.name];
  const isRows = model.shape === 'rows';
  const labels = getSlotLabels(model, size);
  return {
    type: 'category' as const,
    stacked: model.series.some(({ kind }) => kind === 'part'),
    grid: { display: false },
    border: { display: !isRows, color: theme.soft },
    ticks: {
      autoSkip: false,
      maxRotation: 0,
      color: theme.ink,
      padding: LABEL_GAP,
      labelOffset: isRows ? label * OPTICAL : 0,
      font: ({ index }: ScriptableScaleContext) => getFont(labels[index], label),
    },
  };
}

function getValueScale(model: ChartModel, theme: Theme, size: Size) {
  const { small } = LETTERS[size.name];
  const { axis, target, shape } = model;
  const ticks = pickTicks(axis, target, size);
  const labels = getTickLabels(ticks, size);
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
      padding: LABEL_GAP,
      labelOffset: small * OPTICAL,
      color: ({ index }: ScriptableScaleContext) => (ticks[index]?.isTarget ? theme.ink : theme.soft),
      font: ({ index }: ScriptableScaleContext) => getFont(labels[index], small),
      callback: (_: unknown, index: number) => ticks[index]?.lines ?? '',
    },
  };
}

/** Chart.js asks once without an index, to know how tall a line is. */
function getFont(label: AxisLabel | undefined, size: number) {
  return { size, lineHeight: LINE_HEIGHT, weight: label?.weight ?? (400 as const) };
}
