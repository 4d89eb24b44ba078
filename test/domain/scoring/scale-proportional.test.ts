import { describe, expect, test } from 'vitest';
import { round } from '#domain/decimal.ts';
import { getShareOfGap, isMet, scaleProportional } from '#domain/scoring/scale-value.ts';

type Direction = 'higher' | 'lower';

function read(value: number, target: number, direction: Direction, baseline?: number) {
  const scale = { kind: 'proportional' as const, ...(baseline === undefined ? {} : { baseline }) };
  const { share, steps } = scaleProportional(value, target, scale, direction);
  return { percent: round(share.times(100), 4), how: steps.map(({ step }) => step) };
}

describe('share of the gap from baseline to target', () => {
  test.each([
    [0, 80, undefined, 0],
    [20, 80, undefined, 25],
    [79.99, 80, undefined, 99.9875],
    [60, 80, 40, 50],
    [40, 80, 40, 0],
    [30, 80, 40, 0],
    [-10, 80, undefined, 0],
  ])('higher is better: %d of %d from %s is %d percent', (value, target, baseline, percent) => {
    expect(read(value, target, 'higher', baseline)).toEqual({ percent, how: ['share-of-gap'] });
  });

  test.each([
    [40, 10, 40, 0],
    [25, 10, 40, 50],
    [10.01, 10, 40, 99.9667],
    [55, 10, 40, 0],
    [10, 0, 40, 75],
  ])('lower is better: %d of %d from %d is %d percent', (value, target, baseline, percent) => {
    expect(read(value, target, 'lower', baseline)).toEqual({ percent, how: ['share-of-gap'] });
  });
});

describe('over-achievement', () => {
  test.each([
    [104.15, 100, 'higher'],
    [62, 12, 'higher'],
    [3, 10, 'lower'],
  ] as const)(
    '%d against %d (%s) is full marks and no more, and says that it was capped',
    (value, target, direction) => {
      expect(read(value, target, direction)).toEqual({ percent: 100, how: ['met', 'capped'] });
    },
  );

  test('exactly on the target nothing is capped', () => {
    expect(read(100, 100, 'higher')).toEqual({ percent: 100, how: ['met'] });
    expect(read(10, 10, 'lower', 40)).toEqual({ percent: 100, how: ['met'] });
  });
});

describe('where there is no gap to divide by, it is met or not met', () => {
  test.each([
    ['zero deaths, none', 0, 0, 'lower', undefined, 100, ['met']],
    ['zero deaths, one', 1, 0, 'lower', undefined, 0, ['not-met']],
    ['a target of zero to be exceeded', 3, 0, 'higher', undefined, 100, ['met', 'capped']],
    ['a target of zero, below it', -3, 0, 'higher', undefined, 0, ['not-met']],
    ['a ceiling without baseline, above it', 11, 10, 'lower', undefined, 0, ['not-met']],
    ['a ceiling without baseline, on it', 10, 10, 'lower', undefined, 100, ['met']],
    ['baseline equal to the target', 49, 50, 'higher', 50, 0, ['not-met']],
    ['baseline beyond the target', 49, 50, 'higher', 60, 0, ['not-met']],
  ] as const)('%s', (_, value, target, direction, baseline, percent, how) => {
    expect(read(value, target, direction, baseline)).toEqual({ percent, how });
  });
});

test('a target counts as reached exactly on it, in either direction', () => {
  expect([79.99, 80, 80.01].map((value) => isMet(value, 80, 'higher'))).toEqual([false, true, true]);
  expect([79.99, 80, 80.01].map((value) => isMet(value, 80, 'lower'))).toEqual([true, true, false]);
});

test('the uncapped share may leave 0…1, and is absent without a gap', () => {
  expect(getShareOfGap(120, 100, 0, 'higher')?.toNumber()).toBe(1.2);
  expect(getShareOfGap(-50, 100, 0, 'higher')?.toNumber()).toBe(-0.5);
  expect(getShareOfGap(5, 0, 0, 'lower')).toBeUndefined();
});
