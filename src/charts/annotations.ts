import type { Chart, Plugin } from 'chart.js';
import { FONT_STACK } from './font.ts';
import { drawLegend } from './legend.ts';
import { LETTERS } from './letters.ts';
import type { ChartModel, Size } from './model.ts';
import type { Theme } from './theme.ts';
import { drawValues } from './values.ts';

/** What a drawing step needs: where Chart.js has put things, and how they are to look. */
export interface Drawing {
  chart: Chart;
  /** A canvas's context, or our own. */
  ctx: Pen;
  model: ChartModel;
  theme: Theme;
  size: Size;
}

/** The part of a 2D context that our drawing uses. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'save'
  | 'restore'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'stroke'
  | 'arc'
  | 'fill'
  | 'fillRect'
  | 'setLineDash'
  | 'fillText'
  | 'strokeText'
  | 'measureText'
  | 'font'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineJoin'
  | 'lineCap'
  | 'textAlign'
  | 'textBaseline'
>;

/** Below bars: where a figure must not be, the levels reached, and the line that sets the whole year apart. */
export function drawUnder(model: ChartModel, theme: Theme, size: Size): Plugin<'bar' | 'line'> {
  return {
    id: 'under',
    // Widths are the font's advances (font.ts): with pairs of letters moved together the browser would lay out otherwise.
    beforeUpdate: (chart) => {
      chart.ctx.fontKerning = 'none';
    },
    beforeDatasetsDraw: (chart) => {
      const drawing = { chart: chart as unknown as Chart, ctx: chart.ctx, model, theme, size };
      if (model.shape === 'rows') return;
      drawForbidden(drawing);
      drawRungs(drawing);
      drawWhole(drawing);
    },
  };
}

/** Above bars: target, plan, breaks, gaps, values and legend. */
export function drawOver(model: ChartModel, theme: Theme, size: Size): Plugin<'bar' | 'line'> {
  return {
    id: 'over',
    afterDatasetsDraw: (chart) => {
      const drawing = { chart: chart as unknown as Chart, ctx: chart.ctx, model, theme, size };
      drawTarget(drawing);
      drawMarks(drawing);
      drawBreaks(drawing);
      drawAbsences(drawing);
      drawValues(drawing);
      drawTitle(drawing);
      drawLegend(drawing);
    },
  };
}

/** A text with the paper around it, so that it reads across lines and bars. */
export function writeWithHalo({ ctx, theme }: Drawing, text: string, x: number, y: number): void {
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = theme.paper;
  ctx.strokeText(text, x, y);
  ctx.fillText(text, x, y);
}

export function setFont(ctx: Pen, size: number, weight: 400 | 600): void {
  ctx.font = `${weight} ${size}px ${FONT_STACK}`;
}

/** Where a value lies across the axis of values. */
export function getPlace(chart: Chart, value: number): number {
  const scale = chart.scales.y ?? chart.scales.x;
  if (scale === undefined) throw new Error('the chart has no scale');
  return scale.getPixelForValue(value);
}

export function drawStroke(ctx: Pen, from: [number, number], to: [number, number]): void {
  ctx.beginPath();
  ctx.moveTo(...from);
  ctx.lineTo(...to);
  ctx.stroke();
}

function drawForbidden({ chart, ctx, model, theme }: Drawing): void {
  if (model.target?.isCeiling !== true) return;
  const { left, right, top } = chart.chartArea;
  const bottom = getPlace(chart, model.target.value);
  ctx.fillStyle = theme.forbidden;
  ctx.fillRect(left, top, right - left, bottom - top);
}

/** Levels of the scale as rungs of a ladder: the one reached as a full line, the others dotted. */
function drawRungs({ chart, ctx, model, theme }: Drawing): void {
  const { left, right } = chart.chartArea;
  const rungs = model.axis.ticks.filter(({ rung }) => rung !== undefined);
  const here = rungs.findLast(({ rung }) => rung === 'reached');
  ctx.save();
  ctx.strokeStyle = theme.soft;
  for (const rung of rungs) {
    const y = getPlace(chart, rung.value);
    ctx.lineWidth = rung === here ? 1.5 : 1;
    ctx.setLineDash(rung === here ? [] : [1, 3]);
    drawStroke(ctx, [left, y], [right, y]);
  }
  ctx.restore();
}

function drawWhole({ chart, ctx, model, theme }: Drawing): void {
  const index = model.slots.findIndex(({ isWhole }) => isWhole === true);
  if (index < 1) return;
  const { top, bottom } = chart.chartArea;
  const x = getEdge(chart, index);
  ctx.save();
  ctx.strokeStyle = theme.line;
  ctx.lineWidth = 1.5;
  drawStroke(ctx, [x, top], [x, bottom]);
  ctx.restore();
}

function drawTarget({ chart, ctx, model, theme }: Drawing): void {
  if (model.target === undefined) return;
  const y = getPlace(chart, model.target.value);
  ctx.save();
  ctx.setLineDash([7, 4]);
  // Paper around the dashes: in the dark a bar is nearly as light as the line.
  for (const [color, width] of [
    [theme.paper, 5],
    [theme.ink, 2],
  ] as const) {
    ctx.strokeStyle = color;
    ctx.lineWidth = width;
    drawStroke(ctx, [chart.chartArea.left, y], [chart.chartArea.right, y]);
  }
  ctx.restore();
}

/** The plan of each slot as a short line across its bar and a little beyond. */
function drawMarks(drawing: Drawing): void {
  const { chart, ctx, model, theme, size } = drawing;
  const reach = size.name === 'wide' ? 40 : 22;
  model.series.forEach((series, index) => {
    if (series.kind !== 'mark') return;
    series.points.forEach((point, slot) => {
      const element = chart.getDatasetMeta(index).data[slot];
      if (point === undefined || element === undefined) return;
      drawMark(ctx, theme, element.x, element.y, reach);
    });
  });
}

/** A short line in ink with paper around it, so that it is seen on a dark bar too. */
export function drawMark(ctx: Pen, theme: Theme, x: number, y: number, reach: number): void {
  ctx.save();
  for (const [color, width] of [
    [theme.paper, 5.5],
    [theme.ink, 2.5],
  ] as const) {
    ctx.strokeStyle = color;
    ctx.lineWidth = width;
    drawStroke(ctx, [x - reach, y], [x + reach, y]);
  }
  ctx.restore();
}

function drawBreaks(drawing: Drawing): void {
  const { chart, ctx, model, theme, size } = drawing;
  const { top, bottom } = chart.chartArea;
  for (const { before, label } of model.breaks ?? []) {
    const x = getEdge(chart, before);
    ctx.save();
    ctx.strokeStyle = theme.odd;
    ctx.lineWidth = 1.5;
    ctx.setLineDash([3, 3]);
    drawStroke(ctx, [x, top - 12], [x, bottom]);
    ctx.setLineDash([]);
    setFont(ctx, LETTERS[size.name].small, 600);
    ctx.fillStyle = theme.odd;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'alphabetic';
    writeWithHalo(drawing, label, x, top - 16);
    ctx.restore();
  }
}

/** Where there is no figure, the reason stands in its place: a gap is not a zero. */
function drawAbsences(drawing: Drawing): void {
  const { chart, ctx, model, theme, size } = drawing;
  const slots = chart.scales.x;
  if (model.shape === 'rows' || slots === undefined) return;
  const { small } = LETTERS[size.name];
  const lineHeight = small * 1.5;
  const base = getPlace(chart, Math.max(0, model.axis.min));
  ctx.save();
  setFont(ctx, small, 400);
  ctx.fillStyle = theme.soft;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  model.slots.forEach(({ absence }, index) => {
    const lines = absence?.lines ?? [];
    const bottom = getFreeBase(drawing, index, base - 9, lines.length * lineHeight);
    lines.forEach((line, below) => {
      const y = bottom - (lines.length - 1 - below) * lineHeight;
      writeWithHalo(drawing, line, slots.getPixelForValue(index), y);
    });
  });
  ctx.restore();
}

/** Over the plan's mark where the plan is so low that it would run through the words. */
function getFreeBase({ chart, model }: Drawing, slot: number, base: number, height: number): number {
  const marks = model.series.flatMap(({ kind, points }, index) => {
    const element = chart.getDatasetMeta(index).data[slot];
    return kind === 'mark' && points[slot] !== undefined && element !== undefined ? [element.y] : [];
  });
  return marks.some((y) => y > base - height && y < base + 9) ? Math.min(...marks) - 9 : base;
}

/** What the axis counts, and which way is better. */
function drawTitle(drawing: Drawing): void {
  const { ctx, model, theme, size } = drawing;
  if (model.axis.title === undefined) return;
  ctx.save();
  setFont(ctx, LETTERS[size.name].small, 400);
  ctx.fillStyle = theme.soft;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(model.axis.title, 0, 14);
  ctx.restore();
}

/** The border before a slot. */
function getEdge(chart: Chart, index: number): number {
  const slots = chart.scales.x;
  if (slots === undefined) throw new Error('the chart has no slots');
  return (slots.getPixelForValue(index - 1) + slots.getPixelForValue(index)) / 2;
}
