import type { ChartModel } from './model.ts';

/** A chart's figures as rows of finished texts; the first cell of a row names it. Absent cells have nothing to say. */
export interface ChartTable {
  caption: string;
  header: string[];
  rows: { name: string; cells: (string | undefined)[]; isWhole: boolean }[];
}

/** The same model as the drawing, so that no figure can differ between the two. */
export function getChartTable({ caption, slotLabel, slots, series, notes = [] }: ChartModel): ChartTable {
  return {
    caption,
    header: [slotLabel, ...series.map(({ label }) => label), ...notes.map(({ label }) => label)],
    rows: slots.map((slot, index) => ({
      name: slot.name,
      cells: [...series.map(({ points }) => points[index]?.text), ...notes.map(({ texts }) => texts[index])],
      isWhole: slot.isWhole === true,
    })),
  };
}

/** The table for spreadsheets: bare numbers in place of texts, empty where something is missing, 0 where it is zero. */
export function getChartRows(model: ChartModel): (string | number | undefined)[][] {
  const { header } = getChartTable(model);
  const { unit, notes = [] } = model;
  const rows = model.slots.map((slot, index) => [
    slot.name,
    ...model.series.map(({ points }) => points[index]?.value),
    ...notes.map(({ texts, values }) => (values === undefined ? texts[index] : values[index])),
    ...(unit === undefined ? [] : [unit.text]),
  ]);
  return [[...header, ...(unit === undefined ? [] : [unit.label])], ...rows];
}
