import { LETTERS } from './letters.ts';
import { type AxisLabel, LINE_HEIGHT } from './look.ts';
import type { Axis, ChartModel, Size, Tick } from './model.ts';

/** A value that has its room at the axis. */
export interface PickedTick extends Tick {
  isTarget: boolean;
}

/**
 * The values written at the axis, from below: the target always, then zero and the ends, then those that still have
 * room. About the height of the plot: the rest is labels and legend.
 */
export function pickTicks(axis: Axis, target: ChartModel['target'], size: Size): PickedTick[] {
  const letter = LETTERS[size.name].small;
  const perUnit = (size.height * 0.68) / (axis.max - axis.min);
  const half = ({ lines }: { lines: string[] }) => (lines.length * letter * LINE_HEIGHT) / 2;
  const wanted = [
    ...(target === undefined ? [] : [{ value: target.value, lines: target.lines, isTarget: true }]),
    ...[...axis.ticks].sort((a, b) => rank(a, axis) - rank(b, axis)).map((tick) => ({ ...tick, isTarget: false })),
  ];
  const picked: PickedTick[] = [];
  for (const tick of wanted) {
    const isFree = picked.every(
      (other) => Math.abs(other.value - tick.value) * perUnit >= half(other) + half(tick) + 1,
    );
    if (isFree) picked.push(tick);
  }
  return picked.sort((a, b) => a.value - b.value);
}

/** Levels reached and zero first: what a reader looks for. */
function rank(tick: Tick, axis: Axis): number {
  if (tick.rung === 'reached') return 0;
  if (tick.value === 0) return 1;
  if (tick.rung === 'open') return 2;
  return tick.value === axis.max || tick.value === axis.min ? 3 : 4;
}

/** How values are written: the target and the level reached stand out. */
export function getTickLabels(ticks: readonly PickedTick[], size: Size): AxisLabel[] {
  const letter = LETTERS[size.name].small;
  return ticks.map(({ lines, isTarget, rung }) => {
    return { lines, letter, weight: isTarget || rung === 'reached' ? 600 : 400 };
  });
}
