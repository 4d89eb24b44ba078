import { describe, expect, test } from 'vitest';
import { findMissRuns, getMark, isOfYear, type Mark } from '#domain/reporting/miss-runs.ts';
import type { QuarterNumber } from '#domain/schemas/text.ts';

const LETTERS: Record<string, Mark> = { m: 'missed', c: 'came', o: 'passed-over', '?': 'unknown' };

/** Quarters of years in a row from a word a year: m missed, c came, o passed over, ? unknown. */
function runs(words: Record<number, string>) {
  const quarters = Object.entries(words).flatMap(([year, word]) =>
    [...word].map((letter, index) => {
      // Safe: words have four letters.
      return { year: Number(year), quarter: (index + 1) as QuarterNumber, mark: LETTERS[letter] ?? 'unknown' };
    }),
  );
  return findMissRuns(quarters).map(
    ({ from, until, count }) => `${from.year}/${from.quarter}–${until.year}/${until.quarter}: ${count}`,
  );
}

describe('misses in a row', () => {
  test('are two and more, one is none', () => {
    expect(runs({ 2566: 'cmcc' })).toEqual([]);
    expect(runs({ 2566: 'mmcc' })).toEqual(['2566/1–2566/2: 2']);
    expect(runs({ 2566: 'mmmm' })).toEqual(['2566/1–2566/4: 4']);
  });

  test('go on across fiscal years, and may occur twice', () => {
    expect(runs({ 2566: 'ccmm', 2567: 'mccc' })).toEqual(['2566/3–2567/1: 3']);
    expect(runs({ 2566: 'mmcm', 2567: 'mmmc' })).toEqual(['2566/1–2566/2: 2', '2566/4–2567/3: 4']);
  });

  test('pass over quarters in which nothing was due', () => {
    expect(runs({ 2566: 'ooom', 2567: 'ooom', 2568: 'oooo' })).toEqual(['2566/4–2567/4: 2']);
  });

  test('end where it is not known whether anything came, and at years without an entry', () => {
    expect(runs({ 2566: 'mm?m', 2567: 'cccc' })).toEqual(['2566/1–2566/2: 2']);
    expect(runs({ 2564: 'cccm', 2566: 'mccc' })).toEqual([]);
  });

  test('are of every year they touch', () => {
    const run = { from: { year: 2564, quarter: 4 }, until: { year: 2566, quarter: 1 }, count: 6 } as const;
    expect([2563, 2564, 2565, 2566, 2567].filter((year) => isOfYear(run, year))).toEqual([2564, 2565, 2566]);
  });
});

describe('a quarter of several reports', () => {
  test('is missed only where some were due, none came and of none it is unknown', () => {
    expect(getMark(['overdue', 'not-reported', 'not-applicable'])).toBe('missed');
    expect(getMark(['overdue', 'no-day'])).toBe('came');
    expect(getMark(['not-reported', 'not-in-source'])).toBe('unknown');
    expect(getMark(['not-reported', 'not-in-source', 'late'])).toBe('came');
    expect(getMark(['not-due', 'withdrawn'])).toBe('passed-over');
    expect(getMark([])).toBe('passed-over');
  });
});
