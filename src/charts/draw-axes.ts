import { type Layout, MARK } from './layout.ts';
import { type AxisLabel, LABEL_GAP, LINE_HEIGHT, OPTICAL } from './look.ts';
import { type Drawing, drawStroke, type Pen, setFont } from './pen.ts';

/** A drawing whose places were worked out here. */
export interface LaidDrawing extends Drawing {
  chart: Layout;
}

/** Grid, base line and labels: what lies under everything. `ratio` is that of drawChart. */
export function drawAxes(drawing: LaidDrawing, ratio: number): void {
  if (drawing.model.shape === 'columns') {
    drawGrid(drawing, ratio);
    drawGround(drawing, ratio);
    writeBelow(drawing);
    writeValues(drawing);
  } else {
    writeBeside(drawing);
  }
}

/** A line for each value that is written at the axis. */
function drawGrid({ chart, ctx, theme }: LaidDrawing, ratio: number): void {
  const { left, right } = chart.chartArea;
  ctx.save();
  ctx.lineWidth = 1;
  ctx.strokeStyle = theme.line;
  for (const { value } of chart.ticks) {
    const y = align(chart.scales.y.getPixelForValue(value), 1, ratio);
    drawStroke(ctx, [align(left, 0, ratio), y], [right, y]);
  }
  ctx.restore();
}

/** The line that the slots stand on. */
function drawGround({ chart, ctx, theme }: LaidDrawing, ratio: number): void {
  const { left, right, top } = chart.frame.below;
  const y = align(top, 1, ratio);
  ctx.save();
  ctx.lineWidth = 1;
  ctx.strokeStyle = theme.soft;
  drawStroke(ctx, [align(left, 1, ratio) - 0.5, y], [align(right, 1, ratio) + 0.5, y]);
  ctx.restore();
}

/** To whole pixels, so that a line of `width` is sharp. */
function align(pixel: number, width: number, ratio: number): number {
  const half = width === 0 ? 0 : Math.max(width / 2, 0.5);
  return Math.round((pixel - half) * ratio) / ratio + half;
}

function writeBelow({ chart, ctx, theme }: LaidDrawing): void {
  const y = chart.frame.below.top + (MARK.slots + LABEL_GAP);
  chart.slotLabels.forEach((label, index) => {
    const x = chart.scales.x.getPixelForValue(index);
    writeLabel(ctx, label, { x, y, offset: (label.letter * LINE_HEIGHT) / 2, align: 'center', color: theme.ink });
  });
}

function writeBeside({ chart, ctx, theme }: LaidDrawing): void {
  const x = chart.frame.beside.right - (MARK.slots + LABEL_GAP);
  chart.slotLabels.forEach((label, index) => {
    const y = chart.scales.y.getPixelForValue(index) + label.letter * OPTICAL;
    writeLabel(ctx, label, { x, y, offset: getOffset(label), align: 'right', color: theme.ink });
  });
}

function writeValues({ chart, ctx, theme }: LaidDrawing): void {
  const x = chart.frame.beside.right - (MARK.values + LABEL_GAP);
  chart.tickLabels.forEach((label, index) => {
    const { value = 0, isTarget = false } = chart.ticks[index] ?? {};
    const y = chart.scales.y.getPixelForValue(value) + label.letter * OPTICAL;
    writeLabel(ctx, label, {
      x,
      y,
      offset: getOffset(label),
      align: 'right',
      color: isTarget ? theme.ink : theme.soft,
    });
  });
}

/** From the middle of a label to the middle of its first line. */
function getOffset({ lines, letter }: AxisLabel): number {
  return ((1 - lines.length) * (letter * LINE_HEIGHT)) / 2;
}

interface LabelPlace {
  x: number;
  y: number;
  /** From `y` to the middle of the first line. */
  offset: number;
  align: CanvasTextAlign;
  color: string;
}

function writeLabel(ctx: Pen, { lines, letter, weight }: AxisLabel, place: LabelPlace): void {
  ctx.save();
  setFont(ctx, letter, weight);
  ctx.translate(place.x, place.y);
  ctx.fillStyle = place.color;
  ctx.textAlign = place.align;
  ctx.textBaseline = 'middle';
  let y = place.offset;
  for (const line of lines) {
    ctx.fillText(line, 0, y);
    y += letter * LINE_HEIGHT;
  }
  ctx.restore();
}
