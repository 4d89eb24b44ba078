import type { ChartModel } from './model.ts';

/** A model that was written as JSON by whoever built it. JSON has no undefined: what is absent comes as null. */
export function readModel(json: string): ChartModel {
  // Safe: it was written from a ChartModel.
  const model = JSON.parse(json) as ChartModel;
  return {
    ...model,
    series: model.series.map((series) => ({ ...series, points: series.points.map((point) => point ?? undefined) })),
    // Values are for files, which the build writes: nothing that reads a model back needs them.
    notes: (model.notes ?? []).map(({ label, texts }) => ({ label, texts: texts.map((text) => text ?? undefined) })),
  };
}
