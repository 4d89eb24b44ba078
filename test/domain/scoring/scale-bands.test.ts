import { describe, expect, test } from 'vitest';
import { round } from '#domain/decimal.ts';
import type { Bands } from '#domain/schemas/scale.ts';
import { scaleBands } from '#domain/scoring/scale-value.ts';

const rising: Bands = { kind: 'bands', between: 'linear', edges: [60, 65, 70, 80, 90], floor: 1 };
const falling: Bands = { kind: 'bands', between: 'linear', edges: [30, 25, 20, 10, 0], floor: 1 };

/** Score of five, as government agreements print it. */
function read(value: number, scale: Bands, direction: 'higher' | 'lower') {
  const { share, level } = scaleBands(value, scale, direction);
  return { level, score: round(share.times(5), 4) };
}

describe('higher is better: s = k + (r − ck) / (ck+1 − ck)', () => {
  test.each([
    [60, 1, 1],
    [62.5, 1, 1.5],
    [65, 2, 2],
    [72, 3, 3.2],
    [89.99, 4, 4.999],
    [90, 5, 5],
    [104.15, 5, 5],
  ])('%d is level %d, score %d', (value, level, score) => {
    expect(read(value, rising, 'higher')).toEqual({ level, score });
  });
});

describe('lower is better', () => {
  test.each([
    [31, 1, 1],
    [30, 1, 1],
    [27.5, 1, 1.5],
    [12, 3, 3.8],
    [0.01, 4, 4.999],
    [0, 5, 5],
    [-1, 5, 5],
  ])('%d is level %d, score %d', (value, level, score) => {
    expect(read(value, falling, 'lower')).toEqual({ level, score });
  });
});

describe('short of the first criterion', () => {
  test('it is the floor the scale states, 1 or 0', () => {
    expect(read(59.99, rising, 'higher')).toEqual({ level: 1, score: 1 });
    expect(read(59.99, { ...rising, floor: 0 }, 'higher')).toEqual({ level: 0, score: 0 });
    expect(read(30.01, { ...falling, floor: 0 }, 'lower')).toEqual({ level: 0, score: 0 });
  });

  test('on the first criterion itself it is 1 with either floor', () => {
    expect(read(60, { ...rising, floor: 0 }, 'higher')).toEqual({ level: 1, score: 1 });
  });
});

describe('bands without interpolation', () => {
  const steps: Bands = { ...rising, between: 'step' };

  test.each([
    [64.99, 1],
    [65, 2],
    [69.99, 2],
    [70, 3],
    [89.99, 4],
    [90, 5],
  ])('%d stands in band %d, half-open', (value, band) => {
    expect(read(value, steps, 'higher')).toEqual({ level: band, score: band });
  });

  test('the same falling', () => {
    const scores = [25.01, 25, 20, 0].map((value) => read(value, { ...falling, between: 'step' }, 'lower').score);
    expect(scores).toEqual([1, 2, 3, 5]);
  });
});

test('criteria out of order, which the checker refuses, still give no infinite score', () => {
  const broken: Bands = { ...rising, edges: [5, 1, 1, 1, 9] };
  expect(read(2, broken, 'higher')).toEqual({ level: 1, score: 1 });
  expect(read(1, { ...rising, edges: [1, 1, 1, 1, 1] }, 'higher')).toEqual({ level: 5, score: 5 });
});

test('the steps name the numbers that were used', () => {
  expect(scaleBands(72, rising, 'higher').steps).toEqual([
    { step: 'band', value: 72, level: 3, from: 70, to: 80, score: 3.2, between: 'linear' },
  ]);
  expect(scaleBands(31, falling, 'lower').steps).toEqual([{ step: 'short-of-first', value: 31, first: 30, level: 1 }]);
});
