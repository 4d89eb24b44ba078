import { FONT_STACK } from './font.ts';
import type { ChartModel, Size } from './model.ts';
import type { Theme } from './theme.ts';

/** Where things are put, as Chart.js says it and as layout.ts does: what a drawing step reads of either. */
export interface Placed {
  /** Pixels between which bars and lines are drawn. */
  chartArea: { left: number; right: number; top: number; bottom: number };
  /** By the name of the axis: where a value or, by its index, a slot lies. */
  scales: { [axis: string]: { getPixelForValue: (value: number) => number } };
  /** The end of the bar or the point of each slot, by the index of its series. */
  getDatasetMeta: (index: number) => { data: { x: number; y: number }[] };
}

/** What a drawing step needs: where things are, and how they are to look. */
export interface Drawing {
  chart: Placed;
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
  | 'translate'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'rect'
  | 'closePath'
  | 'stroke'
  | 'arc'
  | 'fill'
  | 'fillRect'
  | 'setLineDash'
  | 'fillText'
  | 'strokeText'
  | 'font'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineJoin'
  | 'lineCap'
  | 'textAlign'
  | 'textBaseline'
> & { measureText: (text: string) => { width: number } };

/** Width of a plan's line. */
export const MARK = 2.5;

/** A text with the paper around it, so that it reads across lines and bars. */
export function writeWithHalo({ ctx, theme }: Drawing, text: string, x: number, y: number): void {
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = theme.paper;
  ctx.strokeText(text, x, y);
  ctx.fillText(text, x, y);
}

export function setFont(ctx: Pen, size: number, weight: 400 | 600): void {
  ctx.font = getFont(size, weight);
}

const fonts = { 400: new Map<number, string>(), 600: new Map<number, string>() };

/** Sizes are few, and a context is quicker with a text that it has seen than with another like it. */
function getFont(size: number, weight: 400 | 600): string {
  const known = fonts[weight].get(size);
  if (known !== undefined) return known;
  const made = `${weight} ${size}px ${FONT_STACK}`;
  fonts[weight].set(size, made);
  return made;
}

/** Where a value lies across the axis of values. */
export function getPlace(chart: Placed, value: number): number {
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

/** A line in ink with paper around it, so that it is seen across a dark bar too. */
export function strokeWithHalo(
  ctx: Pen,
  theme: Theme,
  width: number,
  from: [number, number],
  to: [number, number],
): void {
  ctx.strokeStyle = theme.paper;
  ctx.lineWidth = width + 3;
  drawStroke(ctx, from, to);
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = width;
  drawStroke(ctx, from, to);
}

/** The border before a slot. */
export function getEdge(chart: Placed, index: number): number {
  const slots = chart.scales.x;
  if (slots === undefined) throw new Error('the chart has no slots');
  return (slots.getPixelForValue(index - 1) + slots.getPixelForValue(index)) / 2;
}
