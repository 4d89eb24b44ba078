import type { Dataset, IndicatorYear } from '#domain/dataset.ts';
import type { IndicatorEntry } from '#domain/entry.ts';
import type { InferredField } from '#domain/inferred.ts';
import type { Indicator } from '#domain/schemas/indicator.ts';
import { YEAR_IN_NAME } from '#domain/thai-text.ts';
import type { Fields } from '../write/format-entry.ts';
import type { Plan } from './plan.ts';
import { splitEntry } from './split-entry.ts';

/** What of a carried promise a person must look at before it is published. */
export type Review =
  | 'year-in-name'
  | 'plan'
  | 'not-scored'
  | 'negotiated'
  | 'quarter-targets'
  | 'scale'
  | 'splits'
  | 'dimension'
  | 'code'
  | 'weight';

export interface Carried {
  /** A whole indicator, its target unknown. */
  fields: Fields;
  /** The text as it was typed. */
  body: string;
  reviews: Review[];
  /** Files that the text shows and that must stand beside it. */
  copies: Plan['copies'];
}

/** Where a promise is carried to; `path` is agency/indicator. */
export interface Destination {
  year: number;
  path: string;
  plans: Dataset['plans'];
}

/**
 * Fields that describe what is measured and how: they hold until somebody changes them. Not among them is what was
 * promised or happened in one year: target, quarterTargets, negotiated, notScored, declared, withdrawn, corrections,
 * and what became of the series (continues, splits, merges, redefined).
 */
const LASTING = [
  'name',
  'nameEn',
  'code',
  'kind',
  'outcome',
  'dimension',
  'weight',
  'unit',
  'direction',
  'accumulation',
  'scale',
  'series',
  'responsible',
  'dataQuality',
] as const satisfies (keyof Indicator)[];

/** The promise of an earlier year as a draft for a later one. No target is invented: it is `unknown` until somebody promises one. */
export function carryOver(item: IndicatorYear, text: string, to: Destination): Carried {
  const { data } = item.indicator;
  const { fields: typed, body } = splitEntry(text);
  const fields: Fields = Object.fromEntries(LASTING.map((key) => [key, typed[key]]));
  const isPlanInForce = isInForce(data, to);
  if (isPlanInForce) fields.plan = typed.plan;
  if (item.series !== to.path) fields.series = item.series;
  fields.target = 'unknown';
  fields.source = keepMarks(data, isPlanInForce);
  return { fields, body, reviews: listReviews(data, isPlanInForce), copies: listCopies(item.indicator, to) };
}

function isInForce({ plan }: Indicator, to: Destination): boolean {
  const years = plan === undefined ? undefined : to.plans.get(plan.id)?.data.years;
  return years !== undefined && years.from <= to.year && to.year <= years.until;
}

/**
 * The document of last year says nothing of this one. That a field is our own reading, or the name a description, stays
 * true of what is carried: without the mark a guess would turn into a statement.
 */
function keepMarks({ source, plan }: Indicator, isPlanInForce: boolean): Indicator['source'] {
  const gone: InferredField[] = plan !== undefined && isPlanInForce ? ['target'] : ['target', 'plan'];
  const inferred = source?.inferred?.filter((field) => !gone.includes(field)) ?? [];
  const marks = {
    ...(source?.name === 'described' ? { name: source.name } : {}),
    ...(inferred.length > 0 ? { inferred } : {}),
  };
  return Object.keys(marks).length === 0 ? undefined : marks;
}

function listReviews(data: Indicator, isPlanInForce: boolean): Review[] {
  const { scale } = data;
  const hasNumbers = scale.kind === 'bands' || (scale.kind === 'proportional' && scale.baseline !== undefined);
  const found: Record<Review, boolean> = {
    'year-in-name': YEAR_IN_NAME.test(data.name),
    plan: data.plan !== undefined && !isPlanInForce,
    'not-scored': data.notScored !== undefined,
    negotiated: data.negotiated === true,
    'quarter-targets': data.quarterTargets !== undefined,
    scale: hasNumbers || scale.kind === 'milestones',
    splits: data.splits !== undefined,
    dimension: data.dimension !== undefined,
    code: data.code !== undefined,
    weight: data.weight !== 'unknown',
  };
  // Safe: the keys of the table above.
  return (Object.keys(found) as Review[]).filter((review) => found[review]);
}

function listCopies({ file, mentions }: IndicatorEntry, { year, path }: Destination): Plan['copies'] {
  const folder = file.slice(0, file.lastIndexOf('/'));
  const names = [...new Set(mentions.map(({ name }) => name))];
  return names.map((name) => ({ from: `${folder}/${name}`, to: `reports/${year}/${path}/${name}` }));
}
