import { measureText } from './font.ts';
import { type AxisLabel, getPadding, LABEL_GAP, LINE, LINE_HEIGHT, type Sides } from './look.ts';
import type { ChartModel, Size } from './model.ts';

/** A rectangle in pixels, by its sides. */
export type Box = Sides;

/** Where the parts of a chart lie: the plot itself, the axis at its left, the axis below it. */
export interface Frame {
  area: Box;
  beside: Box;
  below: Box;
}

/** An axis to be laid out: its labels, and the length of its marks, for which Chart.js keeps room even undrawn. */
export interface AxisContent {
  labels: readonly AxisLabel[];
  mark: number;
}

interface Extent {
  width: number;
  height: number;
}

/**
 * Shares out a drawing's room: labels take what they need, the plot the rest, and half a label may stand beyond its end
 * of the axis. As Chart.js does it for one axis at the left and one below (layouts.update and Scale.fit of 4.6.1); an
 * axis without `below` takes no room. Sums are in its order, for they must be the same to the last bit.
 */
export function layFrame(model: ChartModel, size: Size, left: AxisContent, bottom: AxisContent | undefined): Frame {
  const padding = getPadding(model, size);
  const most = growSides(padding, getOverflow(model));
  const side = fitBeside(left, (size.width - padding.left - padding.right) / 2, most);
  const at = { ...padding, left: padding.left + side };
  let room = getRoom(size, at, most);
  let depth = 0;
  if (bottom !== undefined) {
    depth = fitBelow(bottom, room.width, (size.height - padding.top - padding.bottom) / 2, most);
    at.bottom += depth;
    room = getRoom(size, at, most);
  }
  const shift = { left: Math.max(most.left - at.left, 0), top: Math.max(most.top - at.top, 0) };
  const [x, y] = [padding.left + shift.left, at.top + shift.top];
  const area = makeBox(at.left + shift.left, y, room);
  return {
    area,
    beside: makeBox(x, y, { width: side, height: room.height }),
    below: makeBox(area.left, y + room.height, { width: room.width, height: depth }),
  };
}

/** How far points may stand out of the plot, in pixels. */
function getOverflow({ series }: ChartModel): number {
  return series.some(({ kind }) => kind === 'line') ? LINE.radius + LINE.border : 0;
}

function growSides(sides: Sides, least: number): Sides {
  const grow = (value: number) => Math.max(value, least);
  return { top: grow(sides.top), right: grow(sides.right), bottom: grow(sides.bottom), left: grow(sides.left) };
}

function getRoom(size: Size, at: Sides, most: Sides): Extent {
  const width = size.width - (Math.max(most.left, at.left) + Math.max(most.right, at.right));
  const height = size.height - (Math.max(most.top, at.top) + Math.max(most.bottom, at.bottom));
  return { width: Math.max(0, width), height: Math.max(0, height) };
}

/** Width of the axis at the left; `most` grows by half a label above and below. */
function fitBeside({ labels, mark }: AxisContent, widest: number, most: Sides): number {
  const extents = labels.map(measureLabel);
  const [first, last] = [extents[0], extents.at(-1)];
  if (first === undefined || last === undefined) return mark;
  most.top = Math.max(most.top, last.height / 2 + LABEL_GAP);
  most.bottom = Math.max(most.bottom, first.height / 2 + LABEL_GAP);
  return Math.min(widest, mark + Math.max(...extents.map(({ width }) => width)) + LABEL_GAP * 2);
}

/** Height of the axis below, for slots over a width; `most` grows by what stands out of its first and last slot. */
function fitBelow({ labels, mark }: AxisContent, width: number, highest: number, most: Sides): number {
  const extents = labels.map(measureLabel);
  const [first, last] = [extents[0], extents.at(-1)];
  if (first === undefined || last === undefined) return mark;
  const count = labels.length;
  const before = (0.5 / count) * width;
  const after = width - ((count - 1 + 0.5) / count) * width;
  most.left = Math.max(most.left, ((first.width / 2 - before + LABEL_GAP) * width) / (width - before));
  most.right = Math.max(most.right, ((last.width / 2 - after + LABEL_GAP) * width) / (width - after));
  return Math.min(highest, mark + Math.max(...extents.map(({ height }) => height)) + LABEL_GAP * 2);
}

function measureLabel({ lines, letter, weight }: AxisLabel): Extent {
  const extent = { width: 0, height: 0 };
  for (const line of lines) {
    extent.width = Math.max(extent.width, measureText(line, letter, weight));
    extent.height += letter * LINE_HEIGHT;
  }
  return extent;
}

function makeBox(left: number, top: number, { width, height }: Extent): Box {
  return { left, top, right: left + width, bottom: top + height };
}
