import { Exact, round } from '../decimal.ts';
import type { NotScoredReason, Score } from './score.ts';

/** One indicator's part in a total. */
export interface Part {
  path: string;
  score: Score;
  weight: number | 'unknown';
}

/** Why a part stands beside a total and not in it. */
export type LeftOutReason = NotScoredReason | 'weight-unknown';

/** Points earned of the weights of those indicators that have a score, and what is left out with its weight. */
export interface Total {
  /** 2 decimals. */
  points: number;
  weight: number;
  /** 0…100 with 4 decimals; absent where nothing has a score and a weight. */
  percent?: number;
  counted: string[];
  leftOut: { path: string; weight: number | 'unknown'; reason: LeftOutReason }[];
}

/**
 * Σ(points) / Σ(weights) over indicators that have a score. Those not due, withdrawn, not reported or without a
 * known weight are listed beside it: a total must not fall because something is missing, nor hide that it is.
 */
export function getTotal(parts: readonly Part[]): Total {
  const total: Total = { points: 0, weight: 0, counted: [], leftOut: [] };
  let points = new Exact(0);
  let weight = new Exact(0);
  for (const part of parts) {
    const { score, path } = part;
    if (score.state === 'not-scored') {
      total.leftOut.push({ path, weight: part.weight, reason: score.reason });
    } else if (part.weight === 'unknown' || score.points === undefined) {
      total.leftOut.push({ path, weight: 'unknown', reason: 'weight-unknown' });
    } else {
      points = points.plus(score.points);
      weight = weight.plus(part.weight);
      total.counted.push(path);
    }
  }
  const percent = weight.isZero() ? {} : { percent: round(points.div(weight).times(100), 4) };
  return { ...total, points: Math.min(round(points, 2), weight.toNumber()), weight: weight.toNumber(), ...percent };
}
