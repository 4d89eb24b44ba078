import { describe, expect, test } from 'vitest';
import { round } from '#domain/decimal.ts';
import type { Milestones } from '#domain/schemas/scale.ts';
import { scaleMilestones } from '#domain/scoring/scale-value.ts';
import { buildMilestones } from '../../support/build-indicator.ts';

function read(value: number, scale: Milestones) {
  const { share, level } = scaleMilestones(value, scale);
  return { level, percent: round(share.times(100), 4) };
}

describe('by steps: the highest level fully reached', () => {
  test.each([
    [0, 0, 0],
    [19.99, 0, 0],
    [20, 1, 20],
    [39.9999, 1, 20],
    [40, 2, 40],
    [75, 3, 60],
    [79.99, 3, 60],
    [80, 4, 80],
    [99.99, 4, 80],
    [100, 5, 100],
    [119.58, 5, 100],
    [-5, 0, 0],
  ])('%d percent is level %d, %d percent of the points', (value, level, percent) => {
    expect(read(value, buildMilestones('step'))).toEqual({ level, percent });
  });
});

describe('linear: a share of the way between two levels', () => {
  test.each([
    [0, 0, 0],
    [10, 0, 10],
    [20, 1, 20],
    [75, 3, 75],
    [79.99, 3, 79.99],
    [100, 5, 100],
    [119.58, 5, 100],
    [-5, 0, 0],
  ])('%d percent is level %d, %d percent of the points', (value, level, percent) => {
    expect(read(value, buildMilestones('linear'))).toEqual({ level, percent });
  });
});

describe('levels as a form writes them', () => {
  const level = (number: number, percent: number, points: number) => ({
    level: number,
    percent,
    points,
    criterion: '…',
  });
  const uneven: Milestones = {
    kind: 'milestones',
    between: 'linear',
    levels: [level(3, 100, 10), level(1, 10, 5), level(2, 60, 6)],
  };

  test('the order of the list does not matter: forms print the top level first', () => {
    expect(read(60, uneven)).toEqual({ level: 2, percent: 60 });
  });

  test('points need not follow the percent', () => {
    expect(read(5, uneven)).toEqual({ level: 0, percent: 25 });
    expect(read(35, uneven)).toEqual({ level: 1, percent: 55 });
    expect(read(80, uneven)).toEqual({ level: 2, percent: 80 });
  });

  test('where results are typed as levels, 3.5 is half way from level 3 to level 4', () => {
    expect(read(3.5, { ...buildMilestones('linear'), reads: 'level' })).toEqual({ level: 3, percent: 70 });
    expect(read(3.5, { ...buildMilestones('step'), reads: 'level' })).toEqual({ level: 3, percent: 60 });
    expect(read(5, { ...buildMilestones('step'), reads: 'level' })).toEqual({ level: 5, percent: 100 });
  });

  test('a single level is all or nothing by steps', () => {
    const single: Milestones = { kind: 'milestones', between: 'step', levels: [level(1, 100, 10)] };
    expect([99.99, 100].map((value) => read(value, single))).toEqual([
      { level: 0, percent: 0 },
      { level: 1, percent: 100 },
    ]);
  });

  test('a level worth more than the top one, which the checker refuses, is not worth more than everything', () => {
    const disordered: Milestones = { kind: 'milestones', between: 'step', levels: [level(1, 20, 12), level(2, 40, 3)] };
    expect(read(20, disordered).percent).toBe(100);
  });

  test('levels without points give no score and no division by zero', () => {
    const empty: Milestones = { kind: 'milestones', between: 'linear', levels: [level(1, 100, 0)] };
    expect(read(100, empty).percent).toBe(0);
  });
});

test('the steps name the numbers that were used', () => {
  expect(scaleMilestones(75, buildMilestones('linear')).steps).toEqual([
    { step: 'level-reached', value: 75, level: 3, at: 60, points: 12 },
    { step: 'between-levels', value: 75, from: { at: 60, points: 12 }, to: { at: 80, points: 16 }, points: 15 },
  ]);
  expect(scaleMilestones(60, buildMilestones('linear')).steps).toHaveLength(1);
});
