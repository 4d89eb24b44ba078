import { countLegendLines, LEGEND_LINE } from './legend.ts';
import { LETTERS } from './letters.ts';
import type { ChartModel, Size } from './model.ts';

/** Height of a line of an axis as a share of its letters, so that none stands on another. */
export const LINE_HEIGHT = 1.35;

/** Beside a line the eye centres on the letters, not on the em, of which Thai leaves the lower part to vowels. */
export const OPTICAL = 0.12;

/** Pixels between the labels of an axis and what they stand at. */
export const LABEL_GAP = 6;

/** A line that adds up and its points, in pixels. */
export const LINE = { width: 2, dash: [2, 3], radius: 4.5, border: 2 } as const;

/** How long bars are at least, how thick at most, in pixels, and which share of their slot they take. */
export interface BarLook {
  minBarLength: number;
  maxBarThickness: number;
  categoryPercentage: number;
  barPercentage: number;
}

export function getBarLook({ shape }: ChartModel, size: Size, kind: 'bar' | 'part'): BarLook {
  return {
    // A zero that was reported is seen as a line at the bottom; a missing figure is not drawn at all.
    minBarLength: kind === 'part' ? 0 : 3,
    maxBarThickness: shape === 'rows' ? 20 : size.name === 'wide' ? 64 : 34,
    categoryPercentage: 0.78,
    barPercentage: shape === 'rows' ? 1 : 0.8,
  };
}

export interface Sides {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** Room above for title, legend and the highest value, and beside for a value beyond the end of its row. */
export function getPadding(model: ChartModel, size: Size): Sides {
  const title = model.axis.title === undefined ? 0 : 20;
  const legend = countLegendLines(model, size) * LEGEND_LINE;
  const value = model.shape === 'rows' ? 4 : (model.breaks ?? []).length > 0 ? 32 : 18;
  return { top: title + legend + value, right: model.shape === 'rows' ? 44 : 4, bottom: 0, left: 0 };
}

/** A text at an axis: its lines, the size of its letters in pixels, and their weight. */
export interface AxisLabel {
  lines: readonly string[];
  letter: number;
  weight: 400 | 600;
}

/** The labels of the slots; the whole year stands out. */
export function getSlotLabels({ slots }: ChartModel, size: Size): AxisLabel[] {
  const letter = LETTERS[size.name].label;
  return slots.map(({ lines, isWhole }) => ({ lines, letter, weight: isWhole === true ? 600 : 400 }));
}
