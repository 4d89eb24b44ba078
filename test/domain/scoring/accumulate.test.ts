import { describe, expect, test } from 'vitest';
import { accumulateQuarter, accumulateYear, isRatioUnit } from '#domain/scoring/accumulate.ts';

const value = (figure: number, from: number[], missing: number[] = []) => ({
  state: 'value',
  value: figure,
  from,
  missing,
});
const none = (reason: string) => ({ state: 'none', reason });

describe('what a quarter is compared by', () => {
  const results = { 1: 10, 2: 15, 4: 40 };

  test.each(['cumulative', 'latest'] as const)('%s: its own figure', (accumulation) => {
    expect(accumulateQuarter(results, 2, accumulation, false)).toEqual(value(15, [2]));
    expect(accumulateQuarter(results, 3, accumulation, false)).toEqual(none('not-reported'));
  });

  test('per quarter: the sum so far, with the quarters that are missing from it', () => {
    expect(accumulateQuarter(results, 1, 'per-quarter', false)).toEqual(value(10, [1]));
    expect(accumulateQuarter(results, 2, 'per-quarter', false)).toEqual(value(25, [1, 2]));
    expect(accumulateQuarter(results, 4, 'per-quarter', false)).toEqual(value(65, [1, 2, 4], [3]));
  });

  test('per quarter in a ratio unit: its own figure, since percentages do not add up', () => {
    expect(accumulateQuarter(results, 2, 'per-quarter', true)).toEqual(value(15, [2]));
  });

  test('year-end: only the fourth quarter counts', () => {
    expect(accumulateQuarter(results, 1, 'year-end', false)).toEqual(none('year-end-only'));
    expect(accumulateQuarter(results, 4, 'year-end', false)).toEqual(value(40, [4]));
    expect(accumulateQuarter({}, 4, 'year-end', false)).toEqual(none('not-reported'));
  });

  test('unknown: nothing, rather than a guess', () => {
    expect(accumulateQuarter(results, 2, 'unknown', false)).toEqual(none('accumulation-unknown'));
  });

  test('zero is a figure', () => {
    expect(accumulateQuarter({ 1: 0 }, 1, 'cumulative', false)).toEqual(value(0, [1]));
    expect(accumulateQuarter({ 1: 5, 2: 0 }, 2, 'per-quarter', false)).toEqual(value(5, [1, 2]));
  });

  test('sums are decimal: 0.1 + 0.2 is 0.3', () => {
    expect(accumulateQuarter({ 1: 0.1, 2: 0.2 }, 2, 'per-quarter', false)).toEqual(value(0.3, [1, 2]));
  });
});

describe('what the quarters make of the year', () => {
  const results = { 1: 10, 3: 15 };

  test.each([
    ['cumulative', value(15, [3])],
    ['latest', value(15, [3])],
    ['per-quarter', value(25, [1, 3], [2])],
    ['year-end', none('not-reported')],
    ['unknown', none('accumulation-unknown')],
  ] as const)('%s', (accumulation, expected) => {
    expect(accumulateYear(results, accumulation, false)).toEqual(expected);
  });

  test('percentages of single quarters make no year', () => {
    expect(accumulateYear(results, 'per-quarter', true)).toEqual(none('not-additive'));
    expect(accumulateYear(results, 'cumulative', true)).toEqual(value(15, [3]));
  });

  test.each(['cumulative', 'latest', 'per-quarter', 'year-end', 'unknown'] as const)(
    '%s without any report is not reported, never zero',
    (accumulation) => {
      expect(accumulateYear({}, accumulation, true)).toEqual(none('not-reported'));
    },
  );
});

test('a ratio unit is known by how it begins', () => {
  const units = ['ร้อยละ (ลดลง)', 'ระดับความสำเร็จ', 'ครั้ง', 'จำนวนร้อยละ'];
  expect(units.map((unit) => isRatioUnit(unit, ['ร้อยละ', 'ระดับ']))).toEqual([true, true, false, false]);
});
