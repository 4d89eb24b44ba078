import { describe, expect, test } from 'vitest';
import type { Indicator } from '#domain/schemas/indicator.ts';
import type { Bands } from '#domain/schemas/scale.ts';
import { getReachedLevel, type Scored, scoreValue } from '#domain/scoring/score.ts';
import { buildIndicator, buildMilestones } from '../../support/build-indicator.ts';

function score(value: number, changes: Partial<Indicator>): Scored {
  const result = scoreValue(value, buildIndicator(changes), 1);
  if (result.state === 'not-scored') throw new Error(`not scored: ${result.reason}`);
  return result;
}

describe('the source form: weight 20, milestones 20/4 … 100/20, result 75', () => {
  const form = { weight: 20, unit: 'ร้อยละ', scale: buildMilestones('step') };

  test('by steps level 3, 12.00 of 20; interpolated 15.00 of 20 stands beside it', () => {
    const read = score(75, form);
    expect(read).toMatchObject({ reading: 'step', level: 3, percent: 60, points: 12, weight: 20, value: 75 });
    expect(read.other).toMatchObject({ reading: 'linear', level: 3, percent: 75, points: 15 });
  });

  test('an indicator that states the other reading swaps the two', () => {
    const read = score(75, { ...form, scale: buildMilestones('linear') });
    expect(read).toMatchObject({ reading: 'linear', points: 15, other: { reading: 'step', points: 12 } });
  });

  test('the target, declared as level 5, never divides the percent', () => {
    expect(score(75, { ...form, target: 5 }).points).toBe(12);
    expect(score(75, { ...form, target: 'unknown' }).points).toBe(12);
  });

  test('the sum can be done again from its steps', () => {
    expect(score(75, form).steps).toEqual([
      { step: 'level-reached', value: 75, level: 3, at: 60, points: 12 },
      { step: 'points', percent: 60, weight: 20, points: 12 },
    ]);
  });
});

describe('points of the weight', () => {
  test.each([
    ['a half cent of points rounds up', 33.5, 3, 1.01],
    ['also where division leaves it a hair short', 3505 / 300, 30, 3.51],
    ['a third', 100 / 3, 10, 3.33],
    ['over-achievement is full marks', 119.58, 10, 10],
    ['zero is a value', 0, 10, 0],
    ['below the baseline is zero, not less', -20, 10, 0],
    ['a weight with three decimals is not exceeded', 100, 33.335, 33.335],
  ])('%s', (_, value, weight, points) => {
    expect(score(value, { weight }).points).toBe(points);
  });

  test('the result is kept as it was, however far above the target', () => {
    expect(score(62, { target: 12 })).toMatchObject({ value: 62, percent: 100, points: 10 });
  });

  test('a lower-is-better result of zero against a target of zero earns everything', () => {
    expect(score(0, { direction: 'lower', target: 0 })).toMatchObject({ percent: 100, points: 10 });
    expect(score(1, { direction: 'lower', target: 0 })).toMatchObject({ percent: 0, points: 0 });
  });

  test('with an unknown weight there is a percent and no points, invented or zero', () => {
    const read = score(50, { weight: 'unknown' });
    expect(read.percent).toBe(50);
    expect(read).not.toHaveProperty('points');
    expect(read).not.toHaveProperty('weight');
    expect(read.steps.map(({ step }) => step)).not.toContain('points');
  });
});

describe('readings', () => {
  test('bands have two, with their level', () => {
    const scale: Bands = { kind: 'bands', between: 'linear', edges: [60, 65, 70, 80, 90], floor: 1 };
    const read = score(72, { scale });
    expect(read).toMatchObject({ reading: 'linear', percent: 64, points: 6.4, level: 3 });
    expect(read.other).toMatchObject({ reading: 'step', percent: 60, points: 6, level: 3 });
  });

  test('a share of the gap has one, and no level', () => {
    const read = score(50, {});
    expect(read).toMatchObject({ reading: 'proportional', percent: 50 });
    expect(read).not.toHaveProperty('other');
    expect(read).not.toHaveProperty('level');
  });
});

describe('no score', () => {
  test.each(['unit-mismatch', 'disputed'] as const)('%s: figures that cannot be compared are not scored', (reason) => {
    const indicator = buildIndicator({ target: 5, notScored: { reason, note: 'เป้าหมายเป็นระดับ ผลเป็นร้อยละ' } });
    expect(scoreValue(75, indicator, 1)).toEqual({ state: 'not-scored', reason });
  });

  test('a share of an unknown target', () => {
    const indicator = buildIndicator({ target: 'unknown' });
    expect(scoreValue(75, indicator, 1)).toEqual({ state: 'not-scored', reason: 'target-unknown' });
  });
});

describe('the level reached', () => {
  const bands: Bands = { kind: 'bands', between: 'linear', edges: [60, 65, 70, 80, 90], floor: 1 };

  test.each([
    ['the last one passed', 75, { scale: buildMilestones('linear') }, 3],
    ['none below the first milestone', 19, { scale: buildMilestones('linear') }, 0],
    ['the last criterion met', 72, { scale: bands }, 3],
    ['none short of the first criterion, though level 1 is given', 59, { scale: bands }, 0],
    ['none where the scale has no levels', 100, {}, 0],
    ['none without a score', 75, { scale: bands, notScored: { reason: 'disputed', note: 'x' } }, 0],
  ] as const)('is %s', (_, value, changes, level) => {
    expect(getReachedLevel(scoreValue(value, buildIndicator(changes), 1))).toBe(level);
  });
});

test('the rule set in force is on the score, whatever the scale', () => {
  expect(scoreValue(50, buildIndicator(), 7)).toMatchObject({ ruleSet: 7 });
  expect(scoreValue(50, buildIndicator({ scale: buildMilestones('step') }), 7)).toMatchObject({ ruleSet: 7 });
});
