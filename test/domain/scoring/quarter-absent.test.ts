import { describe, expect, test } from 'vitest';
import { getStanding } from '#domain/scoring/standing.ts';
import { buildIndicatorYear, buildRules, type IndicatorYearParts } from '../../support/build-indicator.ts';

function getQuarters(parts: IndicatorYearParts, today: string) {
  return getStanding(buildIndicatorYear(parts), buildRules(today)).quarters;
}

function getStatuses(parts: IndicatorYearParts, today: string) {
  return getQuarters(parts, today).map(({ status }) => status);
}

describe('nothing reported: the calendar says what that means', () => {
  test.each([
    ['2023-10-01', 'not-due'],
    ['2024-01-15', 'not-due'],
    ['2024-01-16', 'overdue'],
    ['2024-02-15', 'overdue'],
    ['2024-02-16', 'not-reported'],
  ])('the first quarter on %s: %s', (today, status) => {
    const [first] = getQuarters({}, today);
    expect(first).toEqual({
      quarter: 1,
      status,
      target: { value: 100, of: 'year' },
      score: { state: 'not-scored', reason: status },
      isLate: false,
    });
  });

  test('four quarters on one day stand differently', () => {
    expect(getStatuses({}, '2024-08-01')).toEqual(['not-reported', 'not-reported', 'overdue', 'not-due']);
  });

  test('an empty report is no report', () => {
    expect(getStatuses({ reports: { 1: {} } }, '2024-01-16')[0]).toBe('overdue');
    expect(getStatuses({ reports: { 1: { text: '' } } }, '2024-01-16')[0]).toBe('overdue');
  });
});

describe('states of their own', () => {
  test('reported in words only is neither zero nor missing', () => {
    const [first] = getQuarters({ reports: { 1: { text: 'อยู่ระหว่างประกวดราคา' } } }, '2030-01-01');
    expect(first).toMatchObject({ status: 'narrative', score: { reason: 'narrative-only' } });
    expect(first).not.toHaveProperty('result');
  });

  test('zero is a figure with a score, also where nothing else was written', () => {
    const [first] = getQuarters({ reports: { 1: 0 } }, '2024-01-16');
    expect(first).toMatchObject({ status: 'reported', result: 0, score: { state: 'scored', points: 0 } });
  });

  test('not applicable, with a reason, is not overdue', () => {
    const reports = { 1: { notApplicable: 'เริ่มดำเนินการไตรมาสที่ 2' } };
    expect(getStatuses({ reports }, '2030-01-01')[0]).toBe('not-applicable');
  });

  test('withdrawn in the third quarter: what came before stands, later reports do not count', () => {
    const parts: IndicatorYearParts = {
      indicator: { withdrawn: { quarter: 3, reason: 'ยกเลิกโครงการ' } },
      reports: { 1: 10, 3: 60 },
    };
    const quarters = getQuarters(parts, '2024-06-01');
    expect(quarters.map(({ status }) => status)).toEqual(['reported', 'not-reported', 'withdrawn', 'withdrawn']);
    expect(quarters[2]).toMatchObject({ result: 60, score: { state: 'not-scored', reason: 'withdrawn' } });
  });
});

describe('late reports', () => {
  test('the due day itself is in time; the day after is late', () => {
    const late = (submitted: string) =>
      getQuarters({ reports: { 1: { result: 5, submitted } } }, '2024-03-01')[0].isLate;
    expect(['2024-01-15', '2024-01-16'].map(late)).toEqual([false, true]);
  });

  test('a late report is scored all the same, and one without a day is not called late', () => {
    const [first, second] = getQuarters(
      { reports: { 1: { result: 5, submitted: '2024-03-01' }, 2: 10 } },
      '2024-06-01',
    );
    expect(first.score.state).toBe('scored');
    expect(second.isLate).toBe(false);
  });
});
