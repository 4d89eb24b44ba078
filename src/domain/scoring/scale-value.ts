import { Exact, round } from '../decimal.ts';
import type { Indicator } from '../schemas/indicator.ts';
import type { Bands, Milestones, Proportional, Reading } from '../schemas/scale.ts';
import type { ScaledValue, Step } from './score.ts';

type Direction = Indicator['direction'];

/**
 * Where a result stands on milestones. Step: the highest level fully reached; below level 1 nothing.
 * Linear: interpolated between neighbouring levels, from (0, 0). Source of the step table: the
 * source form (level k = 20k percent); which reading applies is stated by the indicator.
 */
export function scaleMilestones(value: number, scale: Milestones, between: Reading = scale.between): ScaledValue {
  const axis = (level: Milestones['levels'][number]) => (scale.reads === 'level' ? level.level : level.percent);
  const levels = [...scale.levels].sort((a, b) => a.level - b.level);
  const top = levels.at(-1);
  if (top === undefined || top.points === 0) return { share: new Exact(0), level: 0, steps: [] };
  const reached = levels.filter((level) => axis(level) <= value).at(-1);
  const next = levels.find((level) => axis(level) > value);
  const lower = reached === undefined ? { at: 0, points: 0, level: 0 } : { ...reached, at: axis(reached) };
  const steps: Step[] = [{ step: 'level-reached', value, level: lower.level, at: lower.at, points: lower.points }];
  let points = new Exact(lower.points);
  if (between === 'linear' && next !== undefined && value > lower.at) {
    const part = new Exact(value).minus(lower.at).div(new Exact(axis(next)).minus(lower.at));
    points = points.plus(part.times(new Exact(next.points).minus(lower.points)));
    steps.push({
      step: 'between-levels',
      value,
      from: { at: lower.at, points: lower.points },
      to: { at: axis(next), points: next.points },
      points: round(points, 4),
    });
  }
  return { share: Exact.min(1, points.div(top.points)), level: lower.level, steps };
}

/**
 * Where a result stands on five criteria: s = k + (r − ck) / (ck+1 − ck), at most 5; short of c1 it is the
 * scale's floor. The classic scale of Thai government performance agreements; `step` gives k itself.
 */
export function scaleBands(
  value: number,
  scale: Bands,
  direction: Direction,
  between: Reading = scale.between,
): ScaledValue {
  const isReached = (edge: number) => (direction === 'higher' ? value >= edge : value <= edge);
  const short = scale.edges.findIndex((edge) => !isReached(edge));
  const count = short === -1 ? scale.edges.length : short;
  const lower = scale.edges[count - 1];
  const upper = scale.edges[count];
  if (lower === undefined) {
    return {
      share: new Exact(scale.floor).div(5),
      level: scale.floor,
      steps: [{ step: 'short-of-first', value, first: scale.edges[0], level: scale.floor }],
    };
  }
  let score = new Exact(count);
  if (between === 'linear' && upper !== undefined) {
    score = score.plus(new Exact(value).minus(lower).div(new Exact(upper).minus(lower)));
  }
  return {
    share: score.div(5),
    level: count,
    steps: [{ step: 'band', value, level: count, from: lower, to: upper, score: round(score, 4), between }],
  };
}

/**
 * Share of the gap from baseline to target that was closed: (r − b) / (t − b), kept within 0…1.
 * A target reached in its direction is 1 whatever the baseline. Where there is no gap to close (baseline
 * not on the far side of the target, as with target 0, or lower-is-better without baseline) it is met or not met.
 */
export function scaleProportional(
  value: number,
  target: number,
  scale: Proportional,
  direction: Direction,
): ScaledValue {
  const baseline = scale.baseline ?? 0;
  if (isMet(value, target, direction)) {
    const steps: Step[] = [{ step: 'met', value, target }];
    if (value !== target) steps.push({ step: 'capped', value, target });
    return { share: new Exact(1), steps };
  }
  const share = getShareOfGap(value, target, baseline, direction);
  if (share === undefined) return { share: new Exact(0), steps: [{ step: 'not-met', value, target }] };
  const kept = Exact.max(0, share);
  return { share: kept, steps: [{ step: 'share-of-gap', value, baseline, target, share: round(kept, 6) }] };
}

/** Whether a value has reached a target in the indicator's direction; exactly on it counts. */
export function isMet(value: number, target: number, direction: Direction): boolean {
  return direction === 'higher' ? value >= target : value <= target;
}

/** The uncapped share of the gap, or undefined where the baseline leaves no gap in the direction of the target. */
export function getShareOfGap(
  value: number,
  target: number,
  baseline: number,
  direction: Direction,
): Exact | undefined {
  const hasGap = direction === 'higher' ? baseline < target : baseline > target;
  if (!hasGap) return undefined;
  return new Exact(value).minus(baseline).div(new Exact(target).minus(baseline));
}
