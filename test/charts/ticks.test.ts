import { describe, expect, test } from 'vitest';
import type { Axis, Tick } from '#charts/model.ts';
import { getSize } from '#charts/model.ts';
import { pickTicks } from '#charts/ticks.ts';
import { getChart } from '../support/chart-site.ts';

const size = getSize(getChart('2567/works/road-repair'), 'narrow');
const tick = (value: number, rung?: Tick['rung']): Tick => ({
  value,
  lines: [String(value)],
  ...(rung === undefined ? {} : { rung }),
});
const axis = (ticks: Tick[]): Axis => ({ min: 0, max: 100, ticks });

describe('the values written at an axis', () => {
  test('always hold the target, and none that would touch it', () => {
    const target = { value: 97, lines: ['เป้าหมาย', '97'], isCeiling: false };
    const picked = pickTicks(axis([0, 25, 50, 75, 100].map((value) => tick(value))), target, size);
    expect(picked.map(({ value }) => value)).toEqual([0, 25, 50, 75, 97]);
    expect(picked.at(-1)).toMatchObject({ isTarget: true, lines: ['เป้าหมาย', '97'] });
  });

  test('hold the level reached and zero before others, from below upwards', () => {
    const crowded = [60, 61, 62, 63].map((value, index) => tick(value, index === 2 ? 'reached' : 'open'));
    const picked = pickTicks(axis([...crowded, tick(0)]), undefined, size);
    expect(picked.map(({ value }) => value)).toEqual([0, 62]);
  });

  test('keep their distance at any number', () => {
    const many = Array.from({ length: 101 }, (_, value) => tick(value));
    const picked = pickTicks(axis(many), undefined, size).map(({ value }) => value);
    const perUnit = (size.height * 0.68) / 100;
    for (const [index, value] of picked.slice(1).entries()) {
      expect((value - (picked[index] ?? 0)) * perUnit).toBeGreaterThanOrEqual(11 * 1.35);
    }
  });
});
