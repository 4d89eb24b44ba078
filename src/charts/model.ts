/**
 * A picture of figures in finished form: every text is worded, every number is worked out. The same model is drawn as
 * SVG at build, on canvas in the browser and in pictures for sharing, and written as a table.
 */
export interface ChartModel {
  /** Unique on its page; the id of its finding begins with it. */
  id: string;
  /** Columns rise from a line (quarters, years); rows run from the left (statuses). */
  shape: 'columns' | 'rows';
  /** What the figures say, in one sentence. */
  finding: string;
  /** Title of the table. */
  caption: string;
  /** What the first column of the table holds. */
  slotLabel: string;
  slots: Slot[];
  series: Series[];
  axis: Axis;
  target?: TargetLine;
  /** Between which slots figures cannot be compared: before the slot of this index. */
  breaks?: { before: number; label: string }[];
  /** Columns of the table beside the series. */
  notes?: Note[];
  /** The unit of every figure, for the table as a file; absent where they are in several or it is in doubt. */
  unit?: { label: string; text: string };
}

/** A column of the table beside those of the series; `values` are its figures where it holds figures. */
export interface Note {
  label: string;
  texts: (string | undefined)[];
  values?: (number | undefined)[];
}

/** A place along the axis: a quarter, a year, a status. */
export interface Slot {
  /** In full, for the table and the tooltip. */
  name: string;
  /** Lines below or beside the drawing. */
  lines: string[];
  /** Why nothing is drawn here, in full, and as it stands in the gap. */
  absence?: { text: string; lines: string[] };
  /** Stands apart from those before it: the whole year after its quarters. */
  isWhole?: boolean;
}

/** Colour of a bar by what it stands for; each has a word beside it. */
export type Tone = 'good' | 'fair' | 'warn' | 'bad' | 'odd' | 'open';

export interface Point {
  value: number;
  /** The value for people. */
  text: string;
  tone?: Tone;
}

/**
 * Bars are what was done, a line is what adds up, marks are what was planned. Parts are bars of one row, end to end.
 * Without a figure a point is absent: zero is a figure.
 */
export interface Series {
  kind: 'bar' | 'line' | 'mark' | 'part';
  label: string;
  /** As the legend says it, where that is more than the label. */
  legend?: string;
  points: (Point | undefined)[];
}

export interface Axis {
  /** What is counted and which way is better, where it is short enough to stand above the axis. */
  title?: string;
  min: number;
  max: number;
  ticks: Tick[];
}

/** A value that is written at the axis; a rung is a level of the scale, reached or not. */
export interface Tick {
  value: number;
  lines: string[];
  rung?: 'reached' | 'open';
}

export interface TargetLine {
  value: number;
  lines: string[];
  /** Lower is better: beyond the line is where the figure must not be. */
  isCeiling: boolean;
}

/** The two sizes that pages switch between; part of the configuration, so that the live chart has the same layout. */
export type SizeName = 'wide' | 'narrow';

export interface Size {
  name: SizeName;
  /** CSS pixels. */
  width: number;
  height: number;
}

const ROW = { wide: 34, narrow: 32 } as const;
/** A label of two lines needs more room than a bar. */
const SECOND_LINE = 8;
const WIDTH = { wide: 640, narrow: 328 } as const;
/** Above rows of several parts; on a phone each part takes a line of the legend. */
const LEGEND = { wide: 40, narrow: 70 } as const;
const COLUMNS_HEIGHT = { wide: 360, narrow: 300 } as const;

/** Parts are known by their legend alone, even one; a single kind of bar or line needs none. */
export function hasLegend({ series }: ChartModel): boolean {
  return series.length > 1 || series.some(({ kind }) => kind === 'part');
}

/** Columns have a fixed height; rows take as much as they need. */
export function getSize(model: ChartModel, name: SizeName): Size {
  const most = Math.max(...model.slots.map(({ lines }) => lines.length));
  const row = ROW[name] + (most - 1) * SECOND_LINE;
  const rows = model.slots.length * row + (hasLegend(model) ? LEGEND[name] : 8);
  return { name, width: WIDTH[name], height: model.shape === 'columns' ? COLUMNS_HEIGHT[name] : rows };
}
