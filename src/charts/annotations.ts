import { drawAbsences, drawBreaks } from './gaps.ts';
import { drawLegend } from './legend.ts';
import { LETTERS } from './letters.ts';
import { type Drawing, drawStroke, getEdge, getPlace, MARK, setFont, strokeWithHalo } from './pen.ts';
import { drawValues } from './values.ts';

/** Below bars: where a figure must not be, the levels reached, and the line that sets the whole year apart. */
export function drawBelowBars(drawing: Drawing): void {
  if (drawing.model.shape === 'rows') return;
  drawForbidden(drawing);
  drawRungs(drawing);
  drawWhole(drawing);
}

/** Above bars: target, plan, breaks, gaps, values and legend. */
export function drawAboveBars(drawing: Drawing): void {
  drawTarget(drawing);
  drawMarks(drawing);
  drawSeams(drawing);
  drawBreaks(drawing);
  drawAbsences(drawing);
  drawValues(drawing);
  drawTitle(drawing);
  drawLegend(drawing);
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
  strokeWithHalo(ctx, theme, 2, [chart.chartArea.left, y], [chart.chartArea.right, y]);
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
      strokeWithHalo(ctx, theme, MARK, [element.x - reach, element.y], [element.x + reach, element.y]);
    });
  });
}

/** Paper between parts that lie end to end: their colours may be the same to a reader, or in forced colours. */
function drawSeams({ chart, ctx, model, theme }: Drawing): void {
  model.series.slice(0, -1).forEach(({ kind }, index) => {
    const bar = chart.getDatasetMeta(index).data[0];
    if (kind !== 'part' || bar === undefined) return;
    ctx.save();
    ctx.strokeStyle = theme.paper;
    ctx.lineWidth = 3;
    drawStroke(ctx, [bar.x, chart.chartArea.top], [bar.x, chart.chartArea.bottom]);
    ctx.restore();
  });
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
