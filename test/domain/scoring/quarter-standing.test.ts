import { describe, expect, test } from 'vitest';
import type { Indicator } from '#domain/schemas/indicator.ts';
import { getStanding } from '#domain/scoring/standing.ts';
import { buildIndicatorYear, buildRules, type IndicatorYearParts } from '../../support/build-indicator.ts';

function getQuarters(parts: IndicatorYearParts, today = '2024-10-10') {
  return getStanding(buildIndicatorYear(parts), buildRules(today)).quarters;
}

function getStatuses(indicator: Partial<Indicator>, reports: NonNullable<IndicatorYearParts['reports']>) {
  return getQuarters({ indicator, reports }).map(({ status }) => status);
}

const FOUR = { 1: 10, 2: 30, 3: 60, 4: 90 };

describe('without quarter targets a figure is reported, and judged only by the year', () => {
  test('short of the target: reported until the fourth quarter, then missed', () => {
    expect(getStatuses({}, FOUR)).toEqual(['reported', 'reported', 'reported', 'missed']);
  });

  test('more is better: met as soon as the year is met', () => {
    expect(getStatuses({ target: 60 }, FOUR)).toEqual(['reported', 'reported', 'met', 'met']);
  });

  test('less is better: below the ceiling is never met before the fourth quarter', () => {
    expect(getStatuses({ direction: 'lower', target: 90 }, FOUR)).toEqual(['reported', 'reported', 'reported', 'met']);
    expect(getStatuses({ direction: 'lower', target: 89 }, FOUR)[3]).toBe('missed');
  });

  test('a latest value that reaches the target early may still fall: not met, and without a plan not on track', () => {
    const statuses = getStatuses({ target: 60, accumulation: 'latest' }, { 1: 85, 2: 70, 3: 40, 4: 65 });
    expect(statuses).toEqual(['reported', 'reported', 'reported', 'met']);
  });

  test('zero deaths: four zeros are met at the end and not before', () => {
    const zeros = { 1: 0, 2: 0, 3: 0, 4: 0 };
    const statuses = getStatuses({ direction: 'lower', target: 0, accumulation: 'per-quarter' }, zeros);
    expect(statuses).toEqual(['reported', 'reported', 'reported', 'met']);
  });

  test('a ceiling on a sum is not met while a quarter of the sum is missing', () => {
    const indicator = { direction: 'lower', target: 5, accumulation: 'per-quarter' } as const;
    expect(getStatuses(indicator, { 1: 1, 3: 1, 4: 1 })[3]).toBe('reported');
    expect(getStatuses(indicator, { 1: 1, 2: { notApplicable: 'ปิดปรับปรุง' }, 3: 1, 4: 1 })[3]).toBe('met');
    expect(getStatuses(indicator, { 1: 9, 3: 1, 4: 1 })[3]).toBe('missed');
  });
});

describe('quarter targets with the thresholds of the calendar', () => {
  const quarterTargets: [number, number, number, number] = [20, 40, 80, 100];

  test('each quarter is held against its own', () => {
    const statuses = getStatuses({ quarterTargets }, { 1: 20, 2: 32, 3: 40, 4: 49 });
    expect(statuses).toEqual(['on-track', 'on-track', 'behind', 'missed']);
  });

  test('reaching the target of the year early is more than on track', () => {
    expect(getStatuses({ quarterTargets }, { 3: 100 })[2]).toBe('met');
  });

  test('the fourth quarter is held against the year, whatever its plan said', () => {
    expect(getStatuses({ quarterTargets: [20, 40, 60, 80] }, { 4: 85 })[3]).toBe('missed');
  });

  test('the page can say which target is meant', () => {
    expect(getQuarters({ indicator: { quarterTargets } })[1].target).toEqual({ value: 40, of: 'quarter' });
    expect(getQuarters({})[1].target).toEqual({ value: 100, of: 'year' });
    expect(getQuarters({ indicator: { target: 'unknown' } })[1]).not.toHaveProperty('target');
  });

  test('what is reported quarter by quarter is planned quarter by quarter', () => {
    const equal: Partial<Indicator> = { quarterTargets: [25, 25, 25, 25], accumulation: 'per-quarter' };
    const statuses = getStatuses(equal, { 1: 25, 2: 15, 3: 5, 4: 10 });
    expect(statuses).toEqual(['on-track', 'behind', 'missed', 'missed']);
  });
});

describe('how figures add up', () => {
  test('per quarter: the figure of the quarter and the sum so far, which is scored', () => {
    const [first, second] = getQuarters({ indicator: { accumulation: 'per-quarter' }, reports: { 1: 10, 2: 30 } });
    expect(second).toMatchObject({ result: 30, toDate: 40, score: { value: 40, percent: 40, points: 4 } });
    expect(first).not.toHaveProperty('toDate');
  });

  test('per quarter in percent: every quarter by itself', () => {
    const indicator = { accumulation: 'per-quarter', unit: 'ร้อยละ' } as const;
    const [, second] = getQuarters({ indicator, reports: { 1: 10, 2: 30 } });
    expect(second).toMatchObject({ result: 30, score: { value: 30 } });
    expect(second).not.toHaveProperty('toDate');
  });

  test.each(['cumulative', 'latest'] as const)('%s: the quarter stands for itself', (accumulation) => {
    const [, second] = getQuarters({ indicator: { accumulation }, reports: FOUR });
    expect(second).toMatchObject({ result: 30, score: { value: 30, percent: 30 } });
  });

  test('year-end: earlier figures are shown and not scored', () => {
    const quarters = getQuarters({ indicator: { accumulation: 'year-end' }, reports: FOUR });
    expect(quarters[2]).toMatchObject({ result: 60, status: 'reported', score: { reason: 'year-end-only' } });
    expect(quarters[3]).toMatchObject({ result: 90, status: 'missed', score: { state: 'scored', percent: 90 } });
  });

  test('unknown: figures are shown and not scored', () => {
    const [first] = getQuarters({ indicator: { accumulation: 'unknown' }, reports: FOUR });
    expect(first).toMatchObject({ result: 10, status: 'reported', score: { reason: 'accumulation-unknown' } });
  });
});

test('over-achievement: the figure as reported, the score at its cap', () => {
  const [first] = getQuarters({ indicator: { target: 12 }, reports: { 1: 62 } });
  expect(first).toMatchObject({ result: 62, status: 'met', score: { percent: 100, points: 10 } });
});

test('target and result that cannot be compared: shown, not scored, not called missed', () => {
  const notScored = { reason: 'unit-mismatch', note: 'เป้าหมายเป็นระดับ ผลเป็นร้อยละ' } as const;
  const quarters = getQuarters({ indicator: { target: 5, notScored }, reports: FOUR });
  expect(quarters[3]).toMatchObject({ result: 90, status: 'not-comparable', score: { reason: 'unit-mismatch' } });
});

describe('nothing was reported', () => {
  test('measured at the end of the year: nothing is due before', () => {
    const statuses = getQuarters({ indicator: { accumulation: 'year-end' } }).map(({ status }) => status);
    expect(statuses.slice(0, 3)).toEqual(['not-applicable', 'not-applicable', 'not-applicable']);
    expect(statuses[3]).not.toBe('not-applicable');
  });

  test('dashes in place of words are no report', () => {
    const statuses = getStatuses({}, { 1: { text: '- – …' }, 2: { text: 'กำหนดร่างขอบเขตงาน' } });
    expect(statuses[0]).not.toBe('narrative');
    expect(statuses[1]).toBe('narrative');
  });

  test('a source without quarterly reports says nothing about whether they were handed in', () => {
    const item = { indicator: { source: { quarters: 'not-in-source' } } } as const;
    const { quarters, year } = getStanding(buildIndicatorYear(item), buildRules('2030-01-01'));
    expect(quarters.map(({ status }) => status)).toEqual(Array(4).fill('not-in-source'));
    expect(year.status).toBe('not-in-source');
    expect(getStatuses({ source: { quarters: 'not-in-source' } }, { 4: 100 })[3]).toBe('met');
  });
});
