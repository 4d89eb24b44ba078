import { describe, expect, test } from 'vitest';
import { findNumbers, isSameShown, isShown, listMeanings, spellValue } from '#domain/shown-value.ts';

describe('what a correction means by a value', () => {
  test.each([
    [1407.5, 1407.5, true],
    ['1,407.50', 1407.5, true],
    ['\u22125.25', -5.25, true],
    ['14,07.50', 1407.5, false],
    ['75.00%', 75, false],
    ['', 0, false],
    [0, undefined, false],
    ['absent', undefined, true],
    ['absent', 0, false],
    ['unknown', 'unknown', true],
    ['ถนนปิด\n  ทั้งไตรมาส', 'ถนนปิด ทั้งไตรมาส', true],
    ['20, 45, 70, 90', [20, 45, 70, 90], true],
    ['[20, 45, 70, 90]', [20, 45, 70, 90], true],
    ['1,000, 2,000', [1000, 2000], true],
    ['20, 45, 70', [20, 45, 70, 90], false],
    ['20, 45, 90, 70', [20, 45, 70, 90], false],
  ])('%j is %j: %s', (shown, value, expected) => {
    expect(isShown(shown, value)).toBe(expected);
  });

  test('is the same however it is typed, and reads back from how it is spelled', () => {
    expect(isSameShown('1,407.50', 1407.5)).toBe(true);
    expect(isSameShown('unknown', 'absent')).toBe(false);
    for (const value of [5, 0.1, 'higher', [1, 2.5, 3, 4]]) expect(isShown(spellValue(value), value)).toBe(true);
    expect(isShown(spellValue(undefined), undefined)).toBe(true);
  });

  test('may be a number, a list or the words themselves', () => {
    expect(listMeanings('1,407.50')).toEqual([1407.5, '1,407.50']);
    expect(listMeanings('20, 45')).toEqual([[20, 45], '20, 45']);
    expect(listMeanings('unknown')).toEqual(['unknown']);
  });

  test('numbers are found in words with their commas and decimals', () => {
    expect(findNumbers('จาก 1,200 เป็น 85.5 (ระดับ 3)')).toEqual([1200, 85.5, 3]);
    expect(findNumbers('ช่วง 10-20 ต่ำสุด -5')).toEqual([10, 20, -5]);
  });
});
