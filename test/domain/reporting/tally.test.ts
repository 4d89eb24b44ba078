import { describe, expect, test } from 'vitest';
import type { DueReport } from '#domain/reporting/report-state.ts';
import { countStates, getReviewTally, getTally } from '#domain/reporting/tally.ts';

const late = (days: number): DueReport => ({ quarter: 1, state: 'late', days });
const reviewed = (completeness: number, timeliness: number): DueReport => ({
  quarter: 1,
  state: 'no-day',
  review: { completeness, timeliness },
});

describe('reports by their state', () => {
  test('are counted in a fixed order, with the days of the middle and of the worst', () => {
    const tally = getTally([
      { quarter: 1, state: 'on-time' },
      late(9),
      late(2),
      late(4),
      { quarter: 1, state: 'not-due' },
    ]);
    expect(tally).toEqual([
      { state: 'late', count: 3, days: { median: 4, most: 9 } },
      { state: 'on-time', count: 1 },
      { state: 'not-due', count: 1 },
    ]);
    expect(countStates(tally, 'late', 'on-time', 'overdue')).toBe(4);
  });

  test('of an even number have the mean of the two in the middle', () => {
    expect(getTally([late(1), late(4), late(3), late(30)])[0]?.days).toEqual({ median: 3.5, most: 30 });
  });

  test('that do not occur are not there', () => {
    expect(getTally([])).toEqual([]);
  });
});

describe('reviews', () => {
  test('are those with a figure; zeros wait, and what was not handed in is not counted', () => {
    const reports = [reviewed(100, 50), reviewed(85, 100), reviewed(90, 100), reviewed(0, 0), late(1)];
    expect(getReviewTally([...reports, { quarter: 2, state: 'overdue', days: 3 }])).toEqual({
      reports: 5,
      reviewed: 3,
      waiting: 1,
      completeness: 90,
      timeliness: 100,
    });
  });

  test('have no median where nothing was reviewed', () => {
    expect(getReviewTally([reviewed(0, 0)])).toEqual({ reports: 1, reviewed: 0, waiting: 1 });
  });
});
