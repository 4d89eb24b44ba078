import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Indicator } from '#domain/schemas/indicator.ts';
import { isMet } from '#domain/scoring/scale-value.ts';
import { getFinding } from '#views/charts/finding.ts';
import { buildItem, english, type ItemParts, thai } from '../../support/build-site.ts';

const figure = fc.oneof(
  fc.integer({ min: -5, max: 120 }),
  fc.constant(0),
  fc.double({ min: 0, max: 200, noNaN: true }),
);
const report = fc.oneof(
  figure.map((result) => ({ result })),
  fc.constant({ text: 'กำลังดำเนินการ' }),
  fc.constant({ notApplicable: 'นอกฤดู' }),
);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

const indicators: fc.Arbitrary<Partial<Indicator>> = fc.record(
  {
    direction: fc.constantFrom('higher', 'lower'),
    accumulation: fc.constantFrom('cumulative', 'per-quarter', 'latest', 'year-end', 'unknown'),
    target: fc.oneof(fc.constant('unknown' as const), fc.constant(0), fc.integer({ min: 1, max: 100 })),
    unit: fc.constantFrom('สาย', 'ร้อยละ'),
    quarterTargets: fc.tuple(figure, figure, figure, figure),
    withdrawn: fc.constant({ quarter: 3 as const, reason: 'รวมกัน' }),
    source: fc.constant({ quarters: 'not-in-source' as const }),
    notScored: fc.constant({ reason: 'disputed' as const, note: 'ขัดกัน' }),
  },
  { requiredKeys: ['direction', 'accumulation', 'target', 'unit'] },
);
const reports = fc
  .record({ 1: maybe(report), 2: maybe(report), 3: maybe(report), 4: maybe(report) })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));
const states: fc.Arbitrary<{ parts: ItemParts; today: string }> = fc
  .record({
    indicator: indicators,
    reports,
    year: maybe(figure),
    today: fc.constantFrom('2023-11-01', '2024-02-01', '2024-06-01', '2024-11-01', '2030-01-01'),
  })
  .map(({ today, year, ...parts }) => ({ today, parts: year === undefined ? parts : { ...parts, year } }));

test('whatever was reported, a finding is whole, and its verdict is that of figure, target and day', () => {
  fc.assert(
    fc.property(states, ({ parts, today }) => {
      const { item } = buildItem(parts, today);
      const { year } = item.standing;
      const { target, direction, withdrawn, notScored } = item.indicator.data;
      const text = getFinding(item, thai);
      for (const told of [text, getFinding(item, english)]) {
        expect(told).not.toMatch(/undefined|NaN|[{}]|\s\s|^\s|\s$|\d[\u0E01-\u0E4E]/);
      }
      // A whole year is said of closed years, or in the name of the source.
      if (/(^| )ทั้งปีได้/.test(text)) expect(year.isProvisional).toBe(false);
      if (year.result?.from === 'quarters' && year.isProvisional) expect(text).not.toContain('ทั้งปีได้');
      const isJudged = year.result !== undefined && target !== 'unknown' && !withdrawn && !notScored;
      const reached = isJudged && isMet(year.result?.value ?? 0, target, direction);
      if (/(ไม่ถึง|เกิน)เป้าหมาย/.test(text)) expect([isJudged, reached]).toEqual([true, false]);
      else if (/(ถึง|อยู่ใน)เป้าหมาย/.test(text)) expect(reached).toBe(true);
      if (isJudged && !year.isProvisional) expect(text).toMatch(/เป้าหมาย( |$)|ยังตัดสินไม่ได้/);
    }),
    { numRuns: 400 },
  );
});
