import fc from 'fast-check';
import type { Indicator } from '#domain/schemas/indicator.ts';
import type { Bands, Milestones, Proportional, Reading, Scale } from '#domain/schemas/scale.ts';
import { type Scored, scoreValue } from '#domain/scoring/score.ts';
import { buildIndicator } from '../../support/build-indicator.ts';

/** Figures as people type them: up to two decimals, either sign, small ones often. */
export const figure = fc.oneof(
  fc.integer({ min: -500, max: 500 }),
  fc.integer({ min: -10_000_000, max: 10_000_000 }).map((hundredths) => hundredths / 100),
);

export const weight = fc.oneof(
  fc.integer({ min: 1, max: 100 }),
  fc.integer({ min: 1, max: 100_000 }).map((thousandths) => thousandths / 1000),
);

export const between = fc.constantFrom<Reading>('step', 'linear');
export const direction = fc.constantFrom<Indicator['direction']>('higher', 'lower');

/** Levels whose percent and points rise, the top one worth the weight: what the checker lets through. */
export const milestones = fc
  .record({
    between,
    percents: fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 10, maxLength: 10 }),
    points: fc.uniqueArray(fc.integer({ min: 0, max: 9_999 }), { minLength: 9, maxLength: 9 }),
    count: fc.integer({ min: 1, max: 10 }),
    weight,
  })
  .map((drawn) => {
    const percents = drawn.percents.slice(0, drawn.count).sort((a, b) => a - b);
    const shares = drawn.points.slice(0, drawn.count - 1).sort((a, b) => a - b);
    const levels = percents.map((percent, index) => ({
      level: index + 1,
      percent: percent / 100,
      points: drawn.weight * ((shares[index] ?? 10_000) / 10_000),
      criterion: '…',
    }));
    const scale: Milestones = { kind: 'milestones', between: drawn.between, levels };
    return { scale, weight: drawn.weight, direction: 'higher' as const };
  });

const edges = fc
  .uniqueArray(figure, { minLength: 5, maxLength: 5 })
  .map((drawn) => drawn.sort((a, b) => a - b) as Bands['edges']);

/** Criteria that rise or fall with the direction. */
export const bands = fc
  .record({ between, edges, floor: fc.constantFrom<0 | 1>(0, 1), weight, direction })
  .map((drawn) => {
    const ordered = drawn.direction === 'higher' ? drawn.edges : (drawn.edges.toReversed() as Bands['edges']);
    const scale: Bands = { kind: 'bands', between: drawn.between, edges: ordered, floor: drawn.floor };
    return { scale, weight: drawn.weight, direction: drawn.direction };
  });

/** With and without a baseline, on either side of the target. */
export const proportional = fc
  .record({ baseline: fc.option(figure, { nil: undefined }), target: figure, weight, direction })
  .map(({ baseline, ...drawn }) => {
    const scale: Proportional = { kind: 'proportional', ...(baseline === undefined ? {} : { baseline }) };
    return { ...drawn, scale };
  });

export interface Promise extends Pick<Indicator, 'direction'> {
  scale: Scale;
  weight: number;
  target?: number;
}

/** Any scale in any direction. */
export const promise: fc.Arbitrary<Promise> = fc.oneof(milestones, bands, proportional);

/** A result, often exactly on an edge, a level, the baseline or the target, or a hundredth beside it. */
export function resultFor({ scale, target }: Promise): fc.Arbitrary<number> {
  const marks = [...getMarks(scale), target ?? 0];
  const near = fc
    .tuple(fc.constantFrom(...marks), fc.constantFrom(-1, 0, 1))
    .map(([mark, beside]) => Math.round(mark * 100 + beside) / 100);
  return fc.oneof(figure, near);
}

export function score(value: number, changes: Partial<Indicator>): Scored {
  const result = scoreValue(value, buildIndicator(changes), 1);
  if (result.state === 'not-scored') throw new Error(`not scored: ${result.reason}`);
  return result;
}

function getMarks(scale: Scale): number[] {
  if (scale.kind === 'milestones') return scale.levels.map(({ percent }) => percent);
  return scale.kind === 'bands' ? scale.edges : [scale.baseline ?? 0];
}
