import { describe, expect, test } from 'vitest';
import { getQuarterPhase, getQuarterSpan, QUARTERS } from '#domain/fiscal-year.ts';
import { buildCalendar } from '../support/build-indicator.ts';

describe('quarters of a Thai fiscal year', () => {
  test('2567 runs from 1 October 2023 to 30 September 2024', () => {
    expect(QUARTERS.map((quarter) => getQuarterSpan(2567, quarter))).toEqual([
      { from: '2023-10-01', until: '2023-12-31' },
      { from: '2024-01-01', until: '2024-03-31' },
      { from: '2024-04-01', until: '2024-06-30' },
      { from: '2024-07-01', until: '2024-09-30' },
    ]);
  });

  test('no day lies between two quarters or two years', () => {
    const spans = [2563, 2564, 2565].flatMap((year) => QUARTERS.map((quarter) => getQuarterSpan(year, quarter)));
    const nextDays = spans.map(({ until }) => new Date(Date.parse(`${until}T00:00:00Z`) + 86_400_000));
    const followers = nextDays.map((date) => date.toISOString().slice(0, 10)).slice(0, -1);
    expect(spans.slice(1).map(({ from }) => from)).toEqual(followers);
  });
});

describe('where a quarter stands on a day', () => {
  test.each([
    ['2023-10-01', 'not-due'],
    ['2024-01-14', 'not-due'],
    ['2024-01-15', 'not-due'],
    ['2024-01-16', 'late'],
    ['2024-02-15', 'late'],
    ['2024-02-16', 'closed'],
    ['2030-01-01', 'closed'],
  ] as const)('the first quarter on %s: %s', (today, phase) => {
    expect(getQuarterPhase(buildCalendar(), 1, today)).toBe(phase);
  });

  test('each quarter has its own days', () => {
    const phases = QUARTERS.map((quarter) => getQuarterPhase(buildCalendar(), quarter, '2024-08-15'));
    expect(phases).toEqual(['closed', 'closed', 'late', 'not-due']);
  });

  test('a quarter that closes on its due day is never late', () => {
    const day = { due: '2024-01-15', closed: '2024-01-15' };
    const calendar = buildCalendar({ quarters: [day, day, day, day] });
    expect(getQuarterPhase(calendar, 1, '2024-01-15')).toBe('not-due');
    expect(getQuarterPhase(calendar, 1, '2024-01-16')).toBe('closed');
  });
});
