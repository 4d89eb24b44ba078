import { LETTERS } from './letters.ts';
import { type Drawing, drawStroke, getEdge, getPlace, setFont, writeWithHalo } from './pen.ts';

export function drawBreaks(drawing: Drawing): void {
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
export function drawAbsences(drawing: Drawing): void {
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
