import type { IndicatorYear } from './dataset.ts';
import type { Place } from './entry.ts';
import { findPlace } from './places.ts';

/** What of an indicator's year concerns anything outside its folder: so little that those of every year fit in memory. */
export interface Outline {
  /** Path of its indicator.mdx from the content folder. */
  file: string;
  year: number;
  agency: string;
  /** agency/indicator of the series it belongs to. */
  series: string;
  code?: string;
  plan?: { id: string; goal: string };
  /** Series that it says it comes from or became, each with the key that says so. */
  names: { key: string; series: string }[];
  /** Where these fields stand, by key; '' is the start of the file's fields. */
  places: Record<string, Place>;
}

export function buildOutline({ indicator, year, agency, series }: IndicatorYear): Outline {
  const { code, plan, continues, splits = [], merges = [] } = indicator.data;
  const names = [
    ...(continues === undefined ? [] : [{ key: 'continues', series: continues }]),
    ...splits.map((name, index) => ({ key: `splits.${index}`, series: name })),
    ...merges.map((name, index) => ({ key: `merges.${index}`, series: name })),
  ];
  const keys = [
    '',
    'series',
    ...(code === undefined ? [] : ['code']),
    ...(plan === undefined ? [] : ['plan.id', 'plan.goal']),
    ...names.map(({ key }) => key),
  ];
  return {
    file: indicator.file,
    year,
    agency,
    series,
    ...(code === undefined ? {} : { code }),
    ...(plan === undefined ? {} : { plan }),
    names,
    places: Object.fromEntries(keys.map((key) => [key, findPlace(indicator.places, key)])),
  };
}
