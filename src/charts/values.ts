import { LETTERS } from './letters.ts';
import type { Point, Size } from './model.ts';
import { type Drawing, setFont, writeWithHalo } from './pen.ts';

interface Label {
  text: string;
  x: number;
  /** Base line. */
  y: number;
  letter: number;
  width: number;
}

/** Between two labels, and between a label and what it stands over. */
const GAP = 4;

/** The figure of each bar at its end. Where labels would touch, the later one in order of importance is left to the table. */
export function drawValues(drawing: Drawing): void {
  const { ctx, theme, model } = drawing;
  ctx.save();
  ctx.fillStyle = theme.ink;
  ctx.textAlign = model.shape === 'rows' ? 'left' : 'center';
  ctx.textBaseline = 'alphabetic';
  const drawn: Label[] = [];
  for (const label of model.shape === 'rows' ? getRowLabels(drawing) : getColumnLabels(drawing)) {
    if (drawn.some((other) => isTouching(label, other))) continue;
    drawn.push(label);
    setFont(ctx, label.letter, 600);
    writeWithHalo(drawing, label.text, label.x, label.y);
  }
  ctx.restore();
}

/** The whole year first, then from the newest back. */
function getColumnLabels(drawing: Drawing): Label[] {
  const { chart, model, size } = drawing;
  const { value } = LETTERS[size.name];
  const slotWidth = (chart.chartArea.right - chart.chartArea.left) / model.slots.length;
  return model.series
    .flatMap((series, index) =>
      series.kind !== 'bar'
        ? []
        : series.points.flatMap((point, slot) => {
            const bar = chart.getDatasetMeta(index).data[slot];
            if (point === undefined || bar === undefined) return [];
            const fitted = fitLetters(drawing, point, value, slotWidth - GAP);
            const isDown = point.value < 0;
            const end = isDown ? bar.y + fitted.letter + 2 : bar.y - 6;
            const y = clear(drawing, slot, end, fitted.letter, isDown);
            return [{ ...fitted, text: point.text, x: keepInside(bar.x, fitted.width, size), y }];
          }),
    )
    .reverse();
}

function getRowLabels(drawing: Drawing): Label[] {
  const { chart, model, size } = drawing;
  const { value } = LETTERS[size.name];
  return model.series.flatMap((series, index) =>
    series.kind !== 'bar'
      ? []
      : series.points.flatMap((point, slot) => {
          const bar = chart.getDatasetMeta(index).data[slot];
          if (point === undefined || bar === undefined) return [];
          const fitted = fitLetters(drawing, point, value, size.width);
          return [{ ...fitted, text: point.text, x: bar.x + 8, y: bar.y + value * 0.36 }];
        }),
  );
}

/** The largest letters that keep a figure within its slot, down to those of the axis. */
function fitLetters(
  { ctx, size }: Drawing,
  point: Point,
  letter: number,
  room: number,
): { letter: number; width: number } {
  setFont(ctx, letter, 600);
  const { width } = ctx.measureText(point.text);
  if (width <= room) return { letter, width };
  const least = LETTERS[size.name].small;
  const smaller = Math.max(least, Math.floor((letter * room) / width));
  return { letter: smaller, width: (width * smaller) / letter };
}

/** Beyond the plan's mark and the line's point where they stand at the end of the bar; `y` is a base line. */
function clear({ chart, model }: Drawing, slot: number, y: number, letter: number, isDown: boolean): number {
  const inTheWay = model.series
    .flatMap((series, index) => {
      const element = chart.getDatasetMeta(index).data[slot];
      const isDrawn = series.kind !== 'bar' && series.points[slot] !== undefined;
      return isDrawn && element !== undefined ? [element.y] : [];
    })
    .sort((a, b) => (isDown ? a - b : b - a));
  const isHit = (at: number, other: number) => other > at - letter - 2 && other < at + 8;
  return inTheWay.reduce((at, other) => (isHit(at, other) ? (isDown ? other + letter + 4 : other - 9) : at), y);
}

/** A long figure of the last column must not run out of the picture. */
function keepInside(x: number, width: number, size: Size): number {
  return Math.max(width / 2 + 1, Math.min(x, size.width - width / 2 - 1));
}

function isTouching(a: Label, b: Label): boolean {
  const isBeside = Math.abs(a.x - b.x) >= (a.width + b.width) / 2 + GAP;
  return !isBeside && Math.abs(a.y - b.y) < Math.max(a.letter, b.letter);
}
