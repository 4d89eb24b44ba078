import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getAxis, getLines, getTone } from '#views/charts/axis.ts';
import { thai } from '../../support/build-site.ts';

const ticks = (...values: number[]) => getAxis(values, thai).ticks.map(({ lines }) => lines.join(''));

/** Figures as they are typed: a few digits, somewhere around the decimal point. */
const typed = fc
  .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: -6, max: 9 }))
  .map(([digits, places]) => Number(`${digits}e${places}`));

describe('an axis', () => {
  test('holds every value and zero, between ticks that rise in equal steps', () => {
    fc.assert(
      fc.property(fc.array(typed, { maxLength: 12 }), (values) => {
        const axis = getAxis(values, thai);
        const at = axis.ticks.map(({ value }) => value);
        for (const value of [0, ...values]) {
          expect(value).toBeGreaterThanOrEqual(axis.min);
          expect(value).toBeLessThanOrEqual(axis.max);
        }
        expect([at[0], at.at(-1)]).toEqual([axis.min, axis.max]);
        expect(at).toContain(0);
        expect(at.every((value, index) => index === 0 || value > (at[index - 1] ?? value))).toBe(true);
        expect(at.length).toBeGreaterThan(1);
        expect(at.length).toBeLessThan(9);
      }),
      { numRuns: 300 },
    );
  });

  test('writes each tick as the decimal that it is, a few digits long', () => {
    fc.assert(
      fc.property(fc.array(typed, { minLength: 1, maxLength: 6 }), (values) => {
        for (const { value, lines } of getAxis(values, thai).ticks) {
          const text = lines.join('').replaceAll(',', '').replace('\u2212', '-');
          expect(Number(text)).toBe(value);
          expect(text.replace(/[-.]/g, '').replace(/^0+|0+$/g, '').length).toBeLessThan(4);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('steps by tenths without a trace of binary', () => {
    expect(ticks(0.35)).toEqual(['0', '0.1', '0.2', '0.3', '0.4']);
    expect(ticks(0.00195)).toEqual(['0', '0.0005', '0.001', '0.0015', '0.002']);
  });

  test('steps as people count', () => {
    expect(ticks(100)).toEqual(['0', '25', '50', '75', '100']);
    expect(ticks(104.15)).toEqual(['0', '50', '100', '150']);
    expect(ticks(4_938_271.56)).toEqual(['0', '2,000,000', '4,000,000', '6,000,000']);
  });

  test('runs below zero only as far as figures do', () => {
    expect(ticks(-3.5, 5)).toEqual(['−5', '−2.5', '0', '2.5', '5']);
    expect(ticks(-8)).toEqual(['−8', '−6', '−4', '−2', '0']);
  });

  test('of zeros, or of nothing, runs from 0 to 1', () => {
    expect(ticks(0, 0)).toEqual(['0', '1']);
    expect(ticks()).toEqual(['0', '1']);
  });
});

test('colours tell kept from broken, and what is open from both', () => {
  const statuses = ['met', 'on-track', 'behind', 'missed', 'not-comparable', 'not-due'] as const;
  expect(statuses.map(getTone)).toEqual(['good', 'fair', 'warn', 'bad', 'odd', 'open']);
});

test('lines are broken where the text says', () => {
  expect(getLines('ไม่ได้\nรายงาน')).toEqual(['ไม่ได้', 'รายงาน']);
  expect(getLines('ยกเลิก')).toEqual(['ยกเลิก']);
});
