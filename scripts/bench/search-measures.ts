import type { Answer } from './ask.ts';

/** A query with where it comes from; `d` holds misspelt ones, which no page answers. */
export interface BenchQuery {
  q: string;
  set: string;
  kind: string;
}

/** How one query was answered. */
export interface Verdict extends BenchQuery {
  /** Pages that hold every part. */
  right: number;
  total?: number;
  recall: number;
  /** Right among the first ten shown; undefined where none is shown. */
  precision?: number;
  isExact: boolean;
  /** Some addresses that are missing, and that should not be there. */
  missing: string[];
  wrong: string[];
}

/** Results whose total is trusted only as far as these first are all right. */
const LOOKED_AT = 30;
/** Differences that are told. */
const TOLD = 5;

/** Holds an answer against the pages that are right. Where not all results were read, the number stands for them. */
export function judge(query: BenchQuery, right: ReadonlySet<string>, { total, first, all }: Answer): Verdict {
  const shown = all ?? first;
  const wrong = [...new Set(shown)].filter((href) => !right.has(href));
  const missing = all === undefined ? [] : [...right].filter((href) => !all.includes(href));
  const top = first.slice(0, 10);
  const byNumber = first.slice(0, LOOKED_AT).every((href) => right.has(href)) ? (total ?? 0) / right.size : 0;
  const recall = all === undefined ? Math.min(1, byNumber) : (right.size - missing.length) / right.size;
  return {
    ...query,
    right: right.size,
    ...(total === undefined ? {} : { total }),
    recall: right.size === 0 ? 1 : recall,
    ...(top.length === 0 ? {} : { precision: top.filter((href) => right.has(href)).length / top.length }),
    isExact: (total ?? 0) === right.size,
    missing: missing.slice(0, TOLD),
    wrong: wrong.slice(0, TOLD),
  };
}

/** All verdicts together, over the queries that pages answer. */
export interface Quality {
  queries: number;
  recall: number;
  precision: number;
  /** Share of queries without any result. */
  zero: number;
  /** Share of queries whose number is right, and the mean of the number by the right one. */
  exact: number;
  ratio: number;
}

export function sumUp(verdicts: readonly Verdict[]): Quality {
  const answerable = verdicts.filter(({ right }) => right > 0);
  const precisions = answerable.flatMap(({ precision }) => precision ?? []);
  return {
    queries: answerable.length,
    recall: getMean(answerable.map(({ recall }) => recall)),
    precision: getMean(precisions),
    zero: getMean(answerable.map(({ total }) => Number((total ?? 0) === 0))),
    exact: getMean(answerable.map(({ isExact }) => Number(isExact))),
    ratio: getMean(answerable.map(({ total, right }) => (total ?? 0) / right)),
  };
}

export function getMean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** The value below which so much of all lies: 0.5 for the median, 1 for the greatest; 0 of none. */
export function getQuantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
