import { describe, expect, test } from 'vitest';
import type { Indicator } from '#domain/schemas/indicator.ts';
import { getSparkline, type SparkView } from '#views/charts/sparkline.ts';
import { buildItem, english, type ItemParts, thai } from '../../support/build-site.ts';

function find(reports: ItemParts['reports'] & object, indicator: Partial<Indicator> = {}, context = thai) {
  return getSparkline(buildItem({ reports, indicator }).item, context);
}

function spark(...given: Parameters<typeof find>): SparkView {
  const made = find(...given);
  if (made === undefined) throw new Error('no sparkline');
  return made;
}

const heights = ({ bars }: SparkView) => bars.map(({ height }) => height);

describe('a sparkline', () => {
  test('has bars as long as their figures, each in the place of its quarter', () => {
    const made = spark({ 1: 25, 2: 50, 4: 100 });
    expect(heights(made)).toEqual([6, 12, 24]);
    expect(made.bars.map(({ x }) => x)).toEqual([0, 17, 51]);
    expect(made.bars.map(({ y, height }) => y + height)).toEqual([24, 24, 24]);
    expect(made.bars.at(-1)).toMatchObject({ tone: 'good' });
  });

  test('says its figures in words, with what is missing', () => {
    expect(spark({ 1: 25, 4: 0 }).label).toBe(
      'ไตรมาสที่ 1: 25.00, ไตรมาสที่ 2: ไม่มีตัวเลข, ไตรมาสที่ 3: ไม่มีตัวเลข, ไตรมาสที่ 4: 0.00',
    );
    expect(spark({ 1: 25, 4: 0 }, {}, english).label).toMatch(/^Quarter 1: 25\.00, Quarter 2: No figure,/);
  });

  test('shows zero as a line, and nothing where nothing was reported', () => {
    expect(heights(spark({ 1: 0, 2: 0 }, { target: 'unknown' }))).toEqual([1.5, 1.5]);
    expect(spark({ 1: 0, 3: 10 }).bars).toHaveLength(2);
  });

  test('hangs what is below zero under its line', () => {
    const made = spark({ 1: -50, 2: 50 }, { accumulation: 'latest', target: 50 });
    expect(made.base).toBe(12);
    expect(made.bars.map(({ y, height }) => [y, height])).toEqual([
      [12, 12],
      [0, 12],
    ]);
  });

  test.each([
    ['a zero among negatives', { 1: -3, 2: 0 }],
    ['a trace below zero', { 1: -0.001, 2: 100 }],
    ['all alike', { 1: 5, 2: 5 }],
    ['all zero', { 1: 0, 2: 0 }],
    ['far over the target', { 1: 5, 2: 5_000_000 }],
  ])('stays inside its frame: %s', (_, reports) => {
    const { bars, height } = spark(reports, { accumulation: 'latest', target: 'unknown' });
    for (const bar of bars) {
      expect(bar.y).toBeGreaterThanOrEqual(0);
      expect(bar.y + bar.height).toBeLessThanOrEqual(height);
      expect(bar.height).toBeGreaterThanOrEqual(1.5);
    }
  });

  test('has the line of its target, which a figure over it passes', () => {
    const made = spark({ 1: 50, 4: 200 });
    expect(made.target).toBe(12);
    expect(made.bars.at(-1)?.y).toBe(0);
  });

  test.each<[string, Partial<Indicator>]>([
    ['in another unit', { notScored: { reason: 'unit-mismatch', note: 'คนละหน่วย' } }],
    ['of which quarters are parts', { accumulation: 'per-quarter' }],
    ['of which quarters may be parts', { accumulation: 'unknown' }],
    ['not in figures', { target: 'unknown' }],
  ])('has no line of a target %s', (_, indicator) => {
    const made = spark({ 1: 25, 2: 50 }, indicator);
    expect(made.target).toBeUndefined();
    // The target then takes no room either.
    expect(Math.max(...heights(made))).toBe(24);
  });

  test('does not stand for a single figure', () => {
    expect(find({ 1: 25 })).toBeUndefined();
    expect(find({})).toBeUndefined();
  });
});
