import { describe, expect, test } from 'vitest';
import type { IndicatorYear } from '#domain/dataset.ts';
import { buildLineage, getSeriesSteps, type LineageEdge } from '#domain/lineage.ts';
import type { Indicator } from '#domain/schemas/indicator.ts';
import { buildIndicatorYear } from '../support/build-indicator.ts';

function year(number: number, series: string, indicator: Partial<Indicator> = {}): IndicatorYear {
  return { ...buildIndicatorYear({ indicator }), year: number, series, path: `${number}/${series}` };
}

const roads = (number: number, indicator?: Partial<Indicator>) => year(number, 'works/roads', indicator);
const word = ({ kind, from, to, year }: LineageEdge) => `${kind} ${from} > ${to} ${year}`;

/** What a series came from and became, as sentences. */
function tell(items: IndicatorYear[], series: string) {
  const { before = [], after = [] } = buildLineage(items).get(series) ?? {};
  return { before: before.map(word), after: after.map(word) };
}

describe('the years of a series', () => {
  test('are followed from the newest back; only missing years between two entries are a gap', () => {
    const steps = getSeriesSteps([roads(2568), roads(2567), roads(2563)]);
    expect(steps.map(({ item }) => item.year)).toEqual([2568, 2567, 2563]);
    expect(steps.map(({ gap }) => gap)).toEqual([undefined, { from: 2564, until: 2566 }, undefined]);
  });

  test('can be compared as long as nothing changes what is measured', () => {
    const steps = getSeriesSteps([roads(2567, { target: 50, name: 'ถนน', weight: 5 }), roads(2566)]);
    expect(steps.flatMap(({ breaks }) => breaks)).toEqual([]);
  });

  test('break off in the year that states a new meaning, also where no earlier year is known', () => {
    const steps = getSeriesSteps([roads(2567), roads(2566, { redefined: 'นับเป็นจุด' })]);
    expect(steps.map(({ breaks }) => breaks)).toEqual([[], [{ kind: 'redefined', reason: 'นับเป็นจุด' }]]);
  });

  test('break off where the unit or the direction changes, also across years without an entry', () => {
    const steps = getSeriesSteps([
      roads(2568, { direction: 'lower' }),
      roads(2567, { unit: 'สาย' }),
      roads(2565, { unit: 'ตารางเมตร' }),
    ]);
    expect(steps.map(({ breaks }) => breaks)).toEqual([
      [{ kind: 'direction', from: 'higher', to: 'lower' }],
      [{ kind: 'unit', from: 'ตารางเมตร', to: 'สาย' }],
      [],
    ]);
  });
});

describe('the lineage of a series', () => {
  const lamps = year(2567, 'works/lamps', { continues: 'works/poles' });
  const drains = year(2567, 'works/drains', { splits: ['works/north', 'works/south'] });
  const health = year(2568, 'health/all', { merges: ['health/pets', 'health/people'] });

  test('is told from both sides, with the year of the entry that states it', () => {
    const items = [lamps, drains, health];
    expect(tell(items, 'works/lamps')).toEqual({ before: ['continued works/poles > works/lamps 2567'], after: [] });
    expect(tell(items, 'works/poles')).toEqual({ before: [], after: ['continued works/poles > works/lamps 2567'] });
    expect(tell(items, 'works/drains').after).toEqual([
      'split works/drains > works/north 2567',
      'split works/drains > works/south 2567',
    ]);
    expect(tell(items, 'works/south').before).toEqual(['split works/drains > works/south 2567']);
    expect(tell(items, 'health/all').before).toEqual([
      'merged health/pets > health/all 2568',
      'merged health/people > health/all 2568',
    ]);
    expect(tell(items, 'health/pets').after).toEqual(['merged health/pets > health/all 2568']);
    expect(buildLineage(items).has('works/roads')).toBe(false);
  });

  test('lists the oldest first, whatever the order of the entries', () => {
    const items = [year(2568, 'a/x', { splits: ['a/z'] }), year(2565, 'a/x', { splits: ['a/y'] })];
    expect(tell(items, 'a/x').after).toEqual(['split a/x > a/y 2565', 'split a/x > a/z 2568']);
  });

  test('tells once what several years repeat: with the first of them', () => {
    const again = year(2568, 'works/lamps', { continues: 'works/poles' });
    expect(tell([again, lamps], 'works/lamps').before).toEqual(['continued works/poles > works/lamps 2567']);
  });

  test.each(['first', 'last'])('tells a split once where the part says %s that it follows the whole', (order) => {
    const north = year(2568, 'works/north', { continues: 'works/drains' });
    const items = order === 'first' ? [north, drains] : [drains, north];
    expect(tell(items, 'works/north').before).toEqual(['split works/drains > works/north 2567']);
  });

  test('follows no series to itself, and two that name each other to no further than each other', () => {
    const own = year(2567, 'a/x', { continues: 'a/x', splits: ['a/x'], merges: ['a/x'] });
    expect(buildLineage([own]).size).toBe(0);
    const circle = [year(2566, 'a/x', { continues: 'a/y' }), year(2567, 'a/y', { continues: 'a/x' })];
    expect(tell(circle, 'a/x')).toEqual({ before: ['continued a/y > a/x 2566'], after: ['continued a/x > a/y 2567'] });
  });

  test('of twenty thousand series in one chain is built at once', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => ({
      ...lamps,
      series: `a/${index}`,
      indicator: { ...lamps.indicator, data: { ...lamps.indicator.data, continues: `a/${index - 1}` } },
    }));
    const start = performance.now();
    expect(buildLineage(chain).size).toBe(20_001);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
