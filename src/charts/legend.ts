import { measureText } from './font.ts';
import { LETTERS } from './letters.ts';
import { type ChartModel, hasLegend, type Series, type Size } from './model.ts';
import { type Drawing, drawStroke, MARK, setFont, strokeWithHalo } from './pen.ts';
import type { Theme } from './theme.ts';

const KEY_WIDTH = 24;
const KEY_GAP = 6;
const ENTRY_GAP = 16;

/** Height of a line of the legend in pixels. */
export const LEGEND_LINE = 20;

interface Entry {
  series: Series;
  x: number;
  line: number;
}

/** Lines that the legend takes above the plot. */
export function countLegendLines(model: ChartModel, size: Size): number {
  const last = layEntries(model, size).at(-1);
  return last === undefined ? 0 : last.line + 1;
}

/** What each shape stands for, where there is more than one: told apart by form, not by colour alone. */
export function drawLegend(drawing: Drawing): void {
  const { ctx, model, theme, size } = drawing;
  const { small } = LETTERS[size.name];
  const top = model.axis.title === undefined ? 10 : 10 + LEGEND_LINE;
  ctx.save();
  setFont(ctx, small, 400);
  for (const { series, x, line } of layEntries(model, size)) {
    const y = top + line * LEGEND_LINE;
    drawKey(drawing, series, x, y);
    ctx.fillStyle = theme.ink;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'alphabetic';
    ctx.fillText(getText(series), x + KEY_WIDTH + KEY_GAP, y + small * 0.36);
  }
  ctx.restore();
}

function layEntries(model: ChartModel, size: Size): Entry[] {
  if (!hasLegend(model)) return [];
  let x = 0;
  let line = 0;
  return model.series.map((series) => {
    const width = KEY_WIDTH + KEY_GAP + measureText(getText(series), LETTERS[size.name].small, 400);
    if (x > 0 && x + width > size.width) {
      x = 0;
      line += 1;
    }
    const entry = { series, x, line };
    x += width + ENTRY_GAP;
    return entry;
  });
}

function drawKey({ ctx, theme }: Drawing, series: Series, x: number, y: number): void {
  const middle = x + KEY_WIDTH / 2;
  if (series.kind === 'mark') {
    strokeWithHalo(ctx, theme, MARK, [x, y], [x + KEY_WIDTH, y]);
  } else if (series.kind === 'line') {
    drawLineKey(ctx, theme, x, y);
  } else {
    const tones = new Set(series.points.flatMap((point) => point?.tone ?? []));
    const [only = 'fair'] = tones;
    // Bars of several statuses share a shape, not a colour.
    ctx.fillStyle = tones.size > 1 ? theme.soft : theme[only];
    ctx.fillRect(middle - 6, y - 6, 12, 12);
  }
}

function drawLineKey(ctx: Drawing['ctx'], theme: Theme, x: number, y: number): void {
  ctx.save();
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = 2;
  ctx.setLineDash([2, 3]);
  drawStroke(ctx, [x, y], [x + KEY_WIDTH, y]);
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.arc(x + KEY_WIDTH / 2, y, 4.5, 0, Math.PI * 2);
  ctx.fillStyle = theme.paper;
  ctx.fill();
  ctx.stroke();
  ctx.restore();
}

function getText({ label, legend }: Series): string {
  return legend ?? label;
}
