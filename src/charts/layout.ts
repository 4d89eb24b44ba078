import { type Frame, layFrame } from './frame.ts';
import { type AxisLabel, getSlotLabels } from './look.ts';
import type { ChartModel, Size } from './model.ts';
import type { Placed } from './pen.ts';
import { layAllSeries, type Placement } from './series-layout.ts';
import { getTickLabels, type PickedTick, pickTicks } from './ticks.ts';

/** Length of an axis's marks. None of ours are drawn, but Chart.js keeps their room at an axis of slots. */
export const MARK = { slots: 8, values: 0 } as const;

/** Where everything of a chart lies, in pixels. */
export interface Layout extends Placed {
  frame: Frame;
  scales: Record<'x' | 'y', { getPixelForValue: (value: number) => number }>;
  ticks: PickedTick[];
  tickLabels: AxisLabel[];
  slotLabels: AxisLabel[];
  placements: Placement[][];
}

/** How values and slots, these by their index, become pixels along their axes. */
export interface Scales {
  placeValue: (value: number) => number;
  placeSlot: (index: number) => number;
  /** Length of the axis of slots. */
  length: number;
  /** Pixels of the ends of the axis of values. */
  ends: readonly [number, number];
  /** Which way a bar of no length is drawn: 1 towards greater pixels, -1 towards lesser ones. */
  ahead: number;
  /** Width of the grid's line at zero; 0 where there is none. */
  zeroLine: number;
}

/** Lays out a chart as Chart.js does with what config.ts makes of the same model. Pure. */
export function layChart(model: ChartModel, size: Size): Layout {
  const isRows = model.shape === 'rows';
  const ticks = pickTicks(model.axis, model.target, size);
  const tickLabels = getTickLabels(ticks, size);
  const slotLabels = getSlotLabels(model, size);
  const slots = { labels: slotLabels, mark: MARK.slots };
  const values = { labels: tickLabels, mark: MARK.values };
  const frame = isRows ? layFrame(model, size, slots, undefined) : layFrame(model, size, values, slots);
  const scales = isRows ? getRowScales(model, frame) : getColumnScales(model, frame, ticks);
  const { placeValue, placeSlot } = scales;
  const placements = layAllSeries(model, size, scales);
  return {
    frame,
    ticks,
    tickLabels,
    slotLabels,
    placements,
    chartArea: frame.area,
    scales: {
      x: { getPixelForValue: isRows ? placeValue : placeSlot },
      y: { getPixelForValue: isRows ? placeSlot : placeValue },
    },
    getDatasetMeta: (index) => ({ data: placements[index] ?? [] }),
  };
}

/** Slots side by side, values from below upwards. */
function getColumnScales({ axis, slots }: ChartModel, frame: Frame, ticks: readonly PickedTick[]): Scales {
  const { top, bottom } = frame.beside;
  const { left, right } = frame.below;
  return {
    placeValue: (value) => hold(top + (1 - getShare(axis, value)) * (bottom - top)),
    placeSlot: (index) => hold(left + ((index + 0.5) / slots.length) * (right - left)),
    length: right - left,
    ends: [hold(top + (bottom - top)), hold(top)],
    ahead: axis.min >= 0 ? -1 : 1,
    zeroLine: ticks.some(({ value }) => value === 0) ? 1 : 0,
  };
}

/** Slots from above downwards, values from left to right, without a grid. */
function getRowScales({ axis, slots }: ChartModel, frame: Frame): Scales {
  const { top, bottom } = frame.beside;
  const { left, right } = frame.below;
  return {
    placeValue: (value) => hold(left + getShare(axis, value) * (right - left)),
    placeSlot: (index) => hold(top + ((index + 0.5) / slots.length) * (bottom - top)),
    length: bottom - top,
    ends: [hold(left), hold(left + (right - left))],
    ahead: axis.min >= 0 ? 1 : -1,
    zeroLine: 0,
  };
}

function getShare({ min, max }: ChartModel['axis'], value: number): number {
  return (value - min) / (max - min);
}

/** Within the pixels that Chart.js allows itself: a figure far beyond its axis is drawn to their end. */
function hold(pixel: number): number {
  return Math.max(-32768, Math.min(32767, pixel));
}
