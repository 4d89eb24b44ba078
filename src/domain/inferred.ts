import type { Indicator } from './schemas/indicator.ts';

/** A field that the editors may have read into a source. */
export type InferredField = NonNullable<NonNullable<Indicator['source']>['inferred']>[number];

/** Whether a field is the editors' reading, the source not stating it. */
export function isInferred(indicator: Indicator, field: InferredField): boolean {
  return indicator.source?.inferred?.includes(field) === true;
}

/** Whether the source leaves open what counts between two steps of the scale. */
export function isReadingOpen(indicator: Indicator): boolean {
  return isInferred(indicator, 'between') || isInferred(indicator, 'scale');
}
