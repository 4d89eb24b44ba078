import { describe, expect, test } from 'vitest';
import { scoreValue } from '#domain/scoring/score.ts';
import { getTotal, type Part } from '#domain/scoring/total.ts';
import { buildIndicator } from '../../support/build-indicator.ts';

/** A part that reached so many percent of its weight. */
function scored(path: string, percent: number, weight: number | 'unknown'): Part {
  return { path, weight, score: scoreValue(percent, buildIndicator({ weight }), 1) };
}

function unscored(
  path: string,
  weight: number,
  reason: 'not-due' | 'withdrawn' | 'not-reported' | 'unit-mismatch',
): Part {
  return { path, weight, score: { state: 'not-scored', reason } };
}

describe('points earned of the weights that have a score', () => {
  test('heavier indicators count for more', () => {
    expect(getTotal([scored('a', 100, 30), scored('b', 50, 10)])).toMatchObject({
      points: 35,
      weight: 40,
      percent: 87.5,
    });
  });

  test('what has no score is listed beside it with its weight and does not lower the total', () => {
    const total = getTotal([
      scored('a', 80, 20),
      unscored('b', 10, 'not-due'),
      unscored('c', 5, 'withdrawn'),
      unscored('d', 15, 'not-reported'),
      unscored('e', 7, 'unit-mismatch'),
    ]);
    expect(total).toEqual({
      points: 16,
      weight: 20,
      percent: 80,
      counted: ['a'],
      leftOut: [
        { path: 'b', weight: 10, reason: 'not-due' },
        { path: 'c', weight: 5, reason: 'withdrawn' },
        { path: 'd', weight: 15, reason: 'not-reported' },
        { path: 'e', weight: 7, reason: 'unit-mismatch' },
      ],
    });
  });

  test('a score of zero counts: failing is not the same as missing', () => {
    const total = getTotal([scored('a', 100, 10), scored('b', 0, 10)]);
    expect(total).toMatchObject({ points: 10, weight: 20, percent: 50, counted: ['a', 'b'], leftOut: [] });
  });

  test('a score without a known weight is left out and named', () => {
    const total = getTotal([scored('a', 100, 10), scored('b', 50, 'unknown')]);
    expect(total).toMatchObject({ points: 10, weight: 10, counted: ['a'] });
    expect(total.leftOut).toEqual([{ path: 'b', weight: 'unknown', reason: 'weight-unknown' }]);
  });

  test('with nothing to count there is no percentage, not zero percent', () => {
    expect(getTotal([])).toEqual({ points: 0, weight: 0, counted: [], leftOut: [] });
    expect(getTotal([unscored('a', 10, 'not-due')])).not.toHaveProperty('percent');
  });

  test('sums are decimal and the percentage has four decimals, half up', () => {
    expect(getTotal([scored('a', 100, 0.1), scored('b', 100, 0.2)]).weight).toBe(0.3);
    expect(getTotal([scored('a', 100, 10), scored('b', 0, 20)]).percent).toBe(33.3333);
    expect(getTotal([scored('a', 100, 20), scored('b', 0, 10)]).percent).toBe(66.6667);
  });

  test('full marks are 100 percent, also with weights of three decimals', () => {
    const total = getTotal([scored('a', 100, 33.335)]);
    expect(total).toMatchObject({ points: 33.335, weight: 33.335, percent: 100 });
  });
});
