import type { Box } from './frame.ts';
import type { Scales } from './layout.ts';
import { type BarLook, getBarLook } from './look.ts';
import type { ChartModel, Point, Series, Size } from './model.ts';

/** What stands in a slot: where its bar ends or its point lies, and the bar itself. */
export interface Placement {
  x: number;
  y: number;
  bar?: Box;
}

/**
 * Where the bars or points of each series lie, by series and slot; an absent point has a place at the base. As the
 * controllers of Chart.js 4.6.1 place them; sums are in their order, for they must be the same to the last bit.
 */
export function layAllSeries(model: ChartModel, size: Size, scales: Scales): Placement[][] {
  const parts = model.series.filter(({ kind }) => kind === 'part');
  if (parts.length > 0 && parts.length < model.series.length) throw new Error('parts share a chart with parts alone');
  return model.series.map((series, index) => {
    const { kind } = series;
    if (kind === 'bar' || kind === 'part') return layBars(model, series, index, scales, getBarLook(model, size, kind));
    return series.points.map((point, slot) => {
      return place(model, scales.placeSlot(slot), scales.placeValue(point?.value ?? getBase(model)));
    });
  });
}

function layBars(model: ChartModel, series: Series, index: number, scales: Scales, look: BarLook): Placement[] {
  const room = getSlotRoom(model, scales);
  const isPart = series.kind === 'part';
  const share = look.categoryPercentage * look.barPercentage;
  const full = isPart ? room * look.categoryPercentage * look.barPercentage : room * share;
  const half = Math.min(look.maxBarThickness, full) / 2;
  return series.points.map((point, slot) => {
    const at = scales.placeSlot(slot);
    // Parts of one row are a group of one, which Chart.js places by its edge.
    const group = room * look.categoryPercentage;
    const middle = isPart ? at - group / 2 + group / 2 : at;
    if (point === undefined) return place(model, middle, scales.placeValue(getBase(model)));
    const start = isPart ? getStart(model, index, slot, point) : 0;
    const { base, head } = layBar(point.value, start, scales, look.minBarLength);
    return { ...place(model, middle, head), bar: getBox(model, middle - half, middle + half, base, head) };
  });
}

/** Pixels from slot to slot. */
function getSlotRoom({ slots }: ChartModel, { placeSlot, length }: Scales): number {
  return slots.slice(1).reduce((least, _, index) => {
    return Math.min(least, Math.abs(placeSlot(index + 1) - placeSlot(index)) || least);
  }, length);
}

/** Where the parts before a part of the same slot end: those above zero on one side, those below on the other. */
function getStart({ series }: ChartModel, index: number, slot: number, { value }: Point): number {
  const end = series.slice(0, index).reduce((sum, { points }) => {
    const other = points[slot]?.value;
    const isBefore = other !== undefined && (sum === 0 || Math.sign(sum) === Math.sign(other));
    return isBefore ? sum + other : sum;
  }, value);
  return end === value ? 0 : end - value;
}

/** The two ends of a bar, in pixels. Too short a bar is drawn longer; one from a line of the grid begins at its edge. */
function layBar(value: number, start: number, scales: Scales, least: number): { base: number; head: number } {
  const { placeValue, ends } = scales;
  let base = placeValue(start);
  let head = placeValue(start + value);
  let size = head - base;
  if (Math.abs(size) < least) {
    size = (size === 0 ? scales.ahead : Math.sign(size)) * least;
    if (value === 0) base -= size / 2;
    base = Math.max(Math.min(base, Math.max(...ends)), Math.min(...ends));
    head = base + size;
  }
  if (base === placeValue(0)) base += (Math.sign(size) * scales.zeroLine) / 2;
  return { base, head };
}

/** The value that absent points stand at: zero, or the end of the axis nearest to it. */
function getBase({ axis: { min, max } }: ChartModel): number {
  if (min < 0 && max < 0) return max;
  return min > 0 && max > 0 ? min : 0;
}

function place({ shape }: ChartModel, slot: number, value: number): Placement {
  return shape === 'rows' ? { x: value, y: slot } : { x: slot, y: value };
}

function getBox({ shape }: ChartModel, before: number, after: number, base: number, head: number): Box {
  const [from, to] = [Math.min(head, base), Math.max(head, base)];
  return shape === 'rows'
    ? { left: from, right: to, top: before, bottom: after }
    : { left: before, right: after, top: from, bottom: to };
}
