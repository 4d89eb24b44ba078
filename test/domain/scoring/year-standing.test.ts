import { describe, expect, test } from 'vitest';
import type { Indicator } from '#domain/schemas/indicator.ts';
import type { Bands } from '#domain/schemas/scale.ts';
import { getStanding } from '#domain/scoring/standing.ts';
import {
  buildIndicatorYear,
  buildMilestones,
  buildRules,
  type IndicatorYearParts,
} from '../../support/build-indicator.ts';

const DURING = '2024-10-10';
const LAST_OPEN_DAY = '2024-11-15';
const CLOSED = '2024-11-16';
const FOUR = { 1: 10, 2: 30, 3: 60, 4: 90 };

function getYear(parts: IndicatorYearParts, today = CLOSED) {
  return getStanding(buildIndicatorYear(parts), buildRules(today)).year;
}

describe('the figure of the year', () => {
  test('is what the summary states, before what the quarters make', () => {
    const year = getYear({ reports: FOUR, year: 95 });
    expect(year.result).toEqual({ value: 95, from: 'stated', quarters: [], missing: [] });
    expect(year.score).toMatchObject({ value: 95, points: 9.5 });
  });

  test.each([
    ['cumulative', { value: 90, quarters: [4], missing: [] }],
    ['latest', { value: 90, quarters: [4], missing: [] }],
    ['per-quarter', { value: 190, quarters: [1, 2, 3, 4], missing: [] }],
    ['year-end', { value: 90, quarters: [4], missing: [] }],
  ] as const)('is made from the quarters: %s', (accumulation, result) => {
    expect(getYear({ indicator: { accumulation }, reports: FOUR }).result).toEqual({ from: 'quarters', ...result });
  });

  test('says which quarter of a sum is missing', () => {
    const year = getYear({ indicator: { accumulation: 'per-quarter' }, reports: { 1: 10, 3: 30, 4: 10 } });
    expect(year).toMatchObject({ result: { value: 50, missing: [2] }, status: 'missed' });
  });

  test.each([
    [{ accumulation: 'unknown' }, 'accumulation-unknown'],
    [{ accumulation: 'per-quarter', unit: 'ร้อยละ' }, 'not-additive'],
  ] as [Partial<Indicator>, string][])('is not made where it cannot be: %j', (indicator, reason) => {
    const year = getYear({ indicator, reports: FOUR });
    expect(year).toMatchObject({ status: 'reported', score: { reason } });
    expect(year).not.toHaveProperty('result');
    expect(getYear({ indicator, reports: FOUR, year: 100 })).toMatchObject({ status: 'met', score: { points: 10 } });
  });
});

describe('met or missed', () => {
  test.each([
    [100, 'met'],
    [119.58, 'met'],
    [99.99, 'missed'],
    [0, 'missed'],
  ])('more is better: %d of 100 is %s', (value, status) => {
    expect(getYear({ reports: { 4: value } }).status).toBe(status);
  });

  test('more is better can be met before the year is over', () => {
    expect(getYear({ reports: { 1: 100 } }, '2024-01-10')).toMatchObject({ status: 'met', isProvisional: true });
  });

  test('missed only once the fourth quarter is closed; until then as its latest quarter', () => {
    expect(getYear({ reports: { 1: 10, 2: 30 } }, LAST_OPEN_DAY).status).toBe('reported');
    expect(getYear({ reports: { 1: 10, 2: 30 } }, CLOSED).status).toBe('missed');
    const quarterTargets: [number, number, number, number] = [20, 60, 80, 100];
    expect(getYear({ indicator: { quarterTargets }, reports: { 1: 20, 2: 40 } }, DURING).status).toBe('behind');
  });

  test('less is better is not met before the year closes', () => {
    const parts = { indicator: { direction: 'lower', target: 5 }, reports: { 1: 0, 2: 1 } } as const;
    expect(getYear(parts, DURING).status).toBe('reported');
    const whole = { ...parts, reports: { ...parts.reports, 3: 3, 4: 5 } };
    expect(getYear(whole).status).toBe('met');
    expect(getYear({ ...whole, reports: { ...whole.reports, 4: 6 } }).status).toBe('missed');
  });

  test('the closing day itself is still provisional', () => {
    const provisional = [LAST_OPEN_DAY, CLOSED].map((today) => getYear({ reports: FOUR }, today).isProvisional);
    expect(provisional).toEqual([true, false]);
  });

  test('a stated figure is not judged by the fourth quarter', () => {
    expect(getYear({ reports: { 4: 100 }, year: 60 }, DURING).status).toBe('reported');
    expect(getYear({ reports: { 4: 100 }, year: 60 }, CLOSED).status).toBe('missed');
    const ceiling = { direction: 'lower', target: 5 } as const;
    expect(getYear({ indicator: ceiling, reports: { 4: 3 }, year: 7 }, DURING).status).toBe('reported');
  });

  test('with an unknown target, full marks on the scale are met and a hair less is not', () => {
    const scale: Bands = { kind: 'bands', between: 'linear', edges: [1, 2, 3, 4, 1e6], floor: 1 };
    const of = (year: number) => getYear({ indicator: { target: 'unknown', scale }, year }).status;
    expect([1e6, 999_999.5].map(of)).toEqual(['met', 'missed']);
  });
});

describe('missing against zero', () => {
  const none = { direction: 'lower', target: 0, accumulation: 'per-quarter' } as const;

  test('no deaths reported in every quarter is met with full marks', () => {
    const year = getYear({ indicator: none, reports: { 1: 0, 2: 0, 3: 0, 4: 0 } });
    expect(year).toMatchObject({ status: 'met', result: { value: 0 }, score: { points: 10 } });
  });

  test('no reports are not zero deaths', () => {
    expect(getYear({ indicator: none })).toMatchObject({ status: 'not-reported', score: { reason: 'not-reported' } });
  });

  test('to fall silent after a good quarter is not to keep below a ceiling', () => {
    for (const accumulation of ['per-quarter', 'cumulative', 'latest'] as const) {
      const year = getYear({ indicator: { ...none, accumulation }, reports: { 1: 0 } });
      expect(year).toMatchObject({ status: 'not-reported', result: { value: 0 }, score: { reason: 'not-reported' } });
    }
    expect(getYear({ indicator: none, reports: { 1: 0, 3: 0, 4: 0 } }).status).toBe('not-reported');
  });

  test('a cumulative figure of the fourth quarter says all, whatever is missing before it', () => {
    expect(getYear({ indicator: { ...none, accumulation: 'cumulative' }, reports: { 4: 0 } }).status).toBe('met');
  });

  test('a figure stated for the year needs no quarters', () => {
    expect(getYear({ indicator: none, year: 0 }).status).toBe('met');
  });
});

describe('no figure at all', () => {
  test.each([
    ['2024-01-10', 'not-due'],
    ['2024-01-16', 'overdue'],
    ['2024-03-01', 'not-due'],
    [CLOSED, 'not-reported'],
  ])('on %s: %s', (today, status) => {
    expect(getYear({}, today)).toMatchObject({ status, score: { state: 'not-scored', reason: status } });
  });

  test('words without a figure are a state of their own, in a quarter or in the summary', () => {
    expect(getYear({ reports: { 2: { text: 'อยู่ระหว่างดำเนินการ' } } }).status).toBe('narrative');
    expect(getYear({ year: { text: 'แล้วเสร็จตามแผน' } }).status).toBe('narrative');
  });

  test('not applicable in all quarters', () => {
    const quarter = { notApplicable: 'ไม่มีผู้ป่วย' };
    expect(getYear({ reports: { 1: quarter, 2: quarter, 3: quarter, 4: quarter } }).status).toBe('not-applicable');
    expect(getYear({ reports: { 1: quarter, 2: quarter, 3: quarter } }).status).toBe('not-reported');
  });

  test('withdrawn: the figure stays, the score does not', () => {
    const year = getYear({ indicator: { withdrawn: { quarter: 4, reason: 'ยกเลิก' } }, reports: { 3: 60 } });
    expect(year).toMatchObject({ status: 'withdrawn', result: { value: 60 }, score: { reason: 'withdrawn' } });
  });
});

test('the source form: year 75, the fourth quarter never reported', () => {
  const indicator: Partial<Indicator> = { weight: 20, unit: 'ร้อยละ', scale: buildMilestones('step') };
  const parts = { indicator, reports: { 1: { text: 'กำหนดร่างขอบเขตงาน' } }, year: 75 };
  const { quarters, year } = getStanding(buildIndicatorYear(parts), buildRules('2025-01-01'));
  expect(quarters.map(({ status }) => status)).toEqual(['narrative', 'not-reported', 'not-reported', 'not-reported']);
  expect(year).toMatchObject({ status: 'missed', score: { level: 3, points: 12, weight: 20, other: { points: 15 } } });
});
