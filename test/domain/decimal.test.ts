import { expect, test } from 'vitest';
import { Exact, round } from '#domain/decimal.ts';

test.each([
  [1.005, 2, 1.01],
  [2.675, 2, 2.68],
  [1.0049999, 2, 1],
  [0.5, 0, 1],
  [10.00005, 4, 10.0001],
  [-1.005, 2, -1.01],
  [104.15, 2, 104.15],
])('%d rounded to %d decimals is %d', (value, places, expected) => {
  expect(round(value, places)).toBe(expected);
});

test('tenths add up to what a person expects', () => {
  expect(new Exact(0.1).plus(0.2).toNumber()).toBe(0.3);
});

test('a half that a division left a hair short of is still a half', () => {
  expect(round(new Exact(3505).div(30000).times(30), 2)).toBe(3.51);
  expect(round(new Exact(9515).div(60000).times(60), 2)).toBe(9.52);
});

test('nothing rounds to minus zero, which a page would print as -0.00', () => {
  expect(round(-0.001, 2)).toBe(0);
  expect(round(new Exact(0).div(-8), 4)).toBe(0);
});
