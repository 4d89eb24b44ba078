import { type Exact, round } from '../decimal.ts';
import { getOrAdd } from '../get-or-add.ts';
import type { Indicator } from '../schemas/indicator.ts';
import type { Reading } from '../schemas/scale.ts';
import { scaleBands, scaleMilestones, scaleProportional } from './scale-value.ts';

/** One step of a score with every number used, so that anyone can do it again. Worded by views. */
export type Step =
  | { step: 'level-reached'; value: number; level: number; at: number; points: number }
  | {
      step: 'between-levels';
      value: number;
      from: { at: number; points: number };
      to: { at: number; points: number };
      points: number;
    }
  | { step: 'short-of-first'; value: number; first: number; level: number }
  | {
      step: 'band';
      value: number;
      level: number;
      from: number;
      to: number | undefined;
      score: number;
      between: Reading;
    }
  | { step: 'met'; value: number; target: number }
  | { step: 'capped'; value: number; target: number }
  | { step: 'not-met'; value: number; target: number }
  | { step: 'share-of-gap'; value: number; baseline: number; target: number; share: number }
  | { step: 'points'; percent: number; weight: number; points: number };

/** A value laid on a scale: share of the full score (0…1, unrounded), level where the scale has levels. */
export interface ScaledValue {
  share: Exact;
  level?: number;
  steps: Step[];
}

/** A score under one reading of the scale. Percent has 4 decimals, points 2, both half up; points never pass the weight. */
export interface Marks {
  reading: Reading | 'proportional';
  /** 0…100. */
  percent: number;
  /** Of the weight; absent where no weight is stated. */
  points?: number;
  /** The level reached, for milestones and bands. */
  level?: number;
  steps: Step[];
}

export interface Scored extends Marks {
  state: 'scored';
  /** The value that was scored, in the indicator's unit. */
  value: number;
  weight?: number;
  /** The other reading of the same scale, where it has two. */
  other?: Marks;
  ruleSet: number;
}

export type NotScoredReason =
  | 'not-due'
  | 'overdue'
  | 'not-reported'
  | 'not-in-source'
  | 'narrative-only'
  | 'not-applicable'
  | 'withdrawn'
  | 'year-end-only'
  | 'not-additive'
  | 'accumulation-unknown'
  | 'target-unknown'
  | 'unit-mismatch'
  | 'disputed';

export interface NotScored {
  state: 'not-scored';
  reason: NotScoredReason;
}

export type Score = Scored | NotScored;

/** Scores by promise and value: a history asks for the same again and again, as a year does for its last quarter's. */
const known = new WeakMap<Indicator, Map<string, Score>>();

/** Scores one value on the indicator's scale. `ruleSet` is the calendar's and is carried along. */
export function scoreValue(value: number, indicator: Indicator, ruleSet: number): Score {
  const scores = known.get(indicator) ?? new Map<string, Score>();
  known.set(indicator, scores);
  return getOrAdd(scores, `${ruleSet} ${value}`, () => makeScore(value, indicator, ruleSet));
}

function makeScore(value: number, indicator: Indicator, ruleSet: number): Score {
  if (indicator.notScored !== undefined) return { state: 'not-scored', reason: indicator.notScored.reason };
  const { scale, direction, target } = indicator;
  const weight = indicator.weight === 'unknown' ? {} : { weight: indicator.weight };
  if (scale.kind === 'proportional') {
    if (target === 'unknown') return { state: 'not-scored', reason: 'target-unknown' };
    const marks = mark(scaleProportional(value, target, scale, direction), 'proportional', indicator);
    return { state: 'scored', value, ...weight, ...marks, ruleSet };
  }
  const read = (between: Reading) =>
    mark(
      scale.kind === 'milestones'
        ? scaleMilestones(value, scale, between)
        : scaleBands(value, scale, direction, between),
      between,
      indicator,
    );
  const other = read(scale.between === 'step' ? 'linear' : 'step');
  return { state: 'scored', value, ...weight, ...read(scale.between), other, ruleSet };
}

/** The level reached on a scale; 0 short of its first criterion, even where the scale then gives a level, and without a score. */
export function getReachedLevel(score: Score): number {
  if (score.state === 'not-scored' || score.steps.some(({ step }) => step === 'short-of-first')) return 0;
  return score.level ?? 0;
}

function mark(scaled: ScaledValue, reading: Marks['reading'], indicator: Indicator): Marks {
  const percent = round(scaled.share.times(100), 4);
  const level = scaled.level === undefined ? {} : { level: scaled.level };
  if (indicator.weight === 'unknown') return { reading, percent, ...level, steps: scaled.steps };
  const points = Math.min(round(scaled.share.times(indicator.weight), 2), indicator.weight);
  const steps: Step[] = [...scaled.steps, { step: 'points', percent, weight: indicator.weight, points }];
  return { reading, percent, points, ...level, steps };
}
