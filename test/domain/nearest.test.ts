import { describe, expect, test } from 'vitest';
import { findNearest } from '#domain/nearest.ts';

const KEYS = ['direction', 'accumulation', 'target', 'weight', 'unit', 'scale'];

describe('the word that was probably meant', () => {
  test.each([
    ['wieght', 'weight'],
    ['TARGET', 'target'],
    ['accumulate', 'accumulation'],
    ['untis', 'unit'],
    ['scales', 'scale'],
    ['direction', 'direction'],
  ])('%s: %s', (typed, meant) => {
    expect(findNearest(typed, KEYS)).toBe(meant);
  });

  test.each(['colour', 'x', 'ตัวชี้วัด', ''])('%j resembles none', (typed) => {
    expect(findNearest(typed, KEYS)).toBeUndefined();
  });

  test('Thai words are compared too', () => {
    expect(findNearest('คำนิยม', ['คำนิยาม', 'วิธีการคำนวณ'])).toBe('คำนิยาม');
  });

  test('a short word is corrected by one letter, not replaced', () => {
    expect(findNearest('q6', ['q1', 'year'])).toBe('q1');
    expect(findNearest('ab', ['cd'])).toBeUndefined();
  });

  test('the first of two equally near words is named, and none where there are none', () => {
    expect(findNearest('q5', ['q1', 'q2'])).toBe('q1');
    expect(findNearest('weight', [])).toBeUndefined();
  });
});
