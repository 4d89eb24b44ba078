import { drawAboveBars, drawBelowBars } from './annotations.ts';
import { drawAxes, type LaidDrawing } from './draw-axes.ts';
import { layChart } from './layout.ts';
import { LINE } from './look.ts';
import type { Series } from './model.ts';
import type { Drawing } from './pen.ts';
import type { Placement } from './series-layout.ts';

/**
 * Draws a chart at build: what Chart.js draws of config.ts in a browser, in a twentieth of its time. A test holds the
 * two equal to the byte. `ratio` is how many pixels of the canvas one of the drawing is: lines of axes lie on whole ones.
 */
export function drawChart(ordered: Omit<Drawing, 'chart'>, ratio = 1): void {
  const drawing = { ...ordered, chart: layChart(ordered.model, ordered.size) };
  const series = [...ordered.model.series.entries()].reverse();
  drawAxes(drawing, ratio);
  drawBelowBars(drawing);
  // The first series lies on top, and every line over every bar.
  for (const [index, { points, kind }] of series) {
    if (kind === 'bar' || kind === 'part') drawBars(drawing, points, drawing.chart.placements[index] ?? []);
  }
  for (const [index, { points, kind }] of series) {
    if (kind === 'line') drawLine(drawing, points, drawing.chart.placements[index] ?? []);
  }
  drawAboveBars(drawing);
}

function drawBars({ ctx, theme }: LaidDrawing, points: Series['points'], placements: readonly Placement[]): void {
  placements.forEach(({ bar }, slot) => {
    if (bar === undefined) return;
    ctx.beginPath();
    ctx.rect(bar.left, bar.top, bar.right - bar.left, bar.bottom - bar.top);
    ctx.fillStyle = theme[points[slot]?.tone ?? 'fair'];
    ctx.fill();
  });
}

/** From point to point, broken where one is absent; then the points. */
function drawLine(
  { chart, ctx, theme }: LaidDrawing,
  points: Series['points'],
  placements: readonly Placement[],
): void {
  ctx.save();
  ctx.lineCap = 'butt';
  ctx.lineJoin = 'miter';
  ctx.setLineDash([...LINE.dash]);
  ctx.lineWidth = LINE.width;
  ctx.strokeStyle = theme.ink;
  for (const run of getRuns(points, placements)) {
    ctx.beginPath();
    run.forEach(({ x, y }, index) => {
      if (index === 0) ctx.moveTo(x, y);
      else ctx.lineTo(x, y);
    });
    ctx.stroke();
  }
  ctx.restore();
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = LINE.border;
  ctx.fillStyle = theme.paper;
  for (const { x, y } of placements.filter((at, slot) => points[slot] !== undefined && isNear(at, chart.chartArea))) {
    ctx.beginPath();
    ctx.arc(x, y, LINE.radius, 0, Math.PI * 2);
    ctx.closePath();
    ctx.fill();
    ctx.stroke();
  }
}

/** Points that follow one another without a gap. */
function getRuns(points: Series['points'], placements: readonly Placement[]): Placement[][] {
  const runs: Placement[][] = [[]];
  placements.forEach((placement, slot) => {
    if (points[slot] === undefined) runs.push([]);
    else runs.at(-1)?.push(placement);
  });
  return runs.filter(({ length }) => length > 0);
}

/** Whether any of a point lies in the plot: one that is wholly out of it is not drawn. */
function isNear({ x, y }: Placement, { left, right, top, bottom }: LaidDrawing['chart']['chartArea']): boolean {
  const reach = LINE.radius + LINE.border;
  return x > left - reach && x < right + reach && y > top - reach && y < bottom + reach;
}
