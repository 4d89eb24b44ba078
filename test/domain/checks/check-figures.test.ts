import { describe, expect, it, test } from 'vitest';
import { findDisagreements } from '#domain/checks/check-figures.ts';
import type { Indicator } from '#domain/schemas/indicator.ts';
import { buildIndicatorYear, buildMilestones, type IndicatorYearParts } from '../../support/build-indicator.ts';

const RATIOS = ['ร้อยละ', 'ระดับ'];

/** Disagreements as "CODE file key". */
function find(parts: IndicatorYearParts): string[] {
  return findDisagreements(buildIndicatorYear(parts), RATIOS).map(({ code, file, field }) => {
    return `${code} ${file.split('/').at(-1)} ${field?.key}`;
  });
}

describe('figures that agree', () => {
  test.each<[string, IndicatorYearParts]>([
    ['none at all', {}],
    ['a rising series', { reports: { 1: 10, 2: 40, 3: 40, 4: 90 } }],
    ['quarters by themselves', { indicator: { accumulation: 'per-quarter' }, reports: { 1: 50, 2: 10, 3: 0, 4: 0 } }],
    ['a year that begins with zero', { reports: { 1: 0, 2: 0, 3: 0, 4: 0 } }],
    ['a target of zero', { indicator: { target: 0, direction: 'lower' }, reports: { 4: 7 } }],
    ['nearly four times the target', { reports: { 4: 399 } }],
    [
      'a narrative without percentages',
      { indicator: { unit: 'ร้อยละ' }, reports: { 1: { result: 5, text: 'ทำ 12 แห่ง' } } },
    ],
    ['a narrative in another unit', { reports: { 1: { result: 5, text: 'คิดเป็นร้อยละ 12' } } }],
    [
      'a figure among others',
      { indicator: { unit: 'ร้อยละ' }, reports: { 1: { result: 5, text: 'ร้อยละ 3, 5 และ 9' } } },
    ],
    ['a figure rounded', { indicator: { unit: 'ร้อยละ' }, reports: { 1: { result: 33.33, text: 'ร้อยละ 33.34' } } }],
    ['a declared number in other words', { indicator: { declared: { target: 'ร้อยละ 100.00' } }, reports: { 4: 1 } }],
    [
      'a declared text that is no number',
      { indicator: { declared: { target: 'ไม่น้อยกว่า 90', result: '-' } }, year: 90 },
    ],
  ])('%s', (_, parts) => {
    expect(find(parts)).toEqual([]);
  });
});

describe('figures that do not', () => {
  const milestones = { scale: buildMilestones('step'), weight: 20, target: 100 } satisfies Partial<Indicator>;

  test.each<[string, IndicatorYearParts, string[]]>([
    ['the weight as target', { indicator: { target: 10, weight: 10 }, year: 45.19 }, ['CW601 indicator.mdx target']],
    ['four times the target', { reports: { 1: 100, 4: 400 } }, ['CW602 q4.mdx result']],
    ['it in the year', { reports: { 4: 400 }, year: 400 }, ['CW602 year.mdx result']],
    ['a last quarter of zero', { reports: { 3: 50, 4: 0 } }, ['CW603 q4.mdx result']],
    ['a series that falls', { reports: { 1: 50, 2: 40, 3: 60 } }, ['CW604 q2.mdx result']],
    [
      'another result declared',
      { indicator: { declared: { result: '75.00' } }, year: 80 },
      ['CW605 indicator.mdx declared.result'],
    ],
    ['another target declared', { indicator: { declared: { target: '90' } } }, ['CW606 indicator.mdx declared.target']],
    [
      'a level declared as target',
      { indicator: { ...milestones, declared: { target: '5' } } },
      ['CW629 indicator.mdx declared.target'],
    ],
    [
      'a level that was not reached',
      { indicator: milestones, reports: { 1: { result: 59, level: 3 } } },
      ['CW607 q1.mdx level'],
    ],
    [
      'a level below the one reached',
      { indicator: milestones, reports: { 1: { result: 60, level: 2 } } },
      ['CW607 q1.mdx level'],
    ],
    ['lower without baseline', { indicator: { direction: 'lower', target: 8 } }, ['CW621 indicator.mdx scale']],
    [
      'percentages by the quarter',
      { indicator: { accumulation: 'per-quarter', unit: 'ร้อยละของถนน' }, reports: { 4: 5 } },
      ['CW622 indicator.mdx accumulation'],
    ],
    [
      'another percentage told',
      { indicator: { unit: 'ร้อยละ' }, reports: { 2: { result: 5, text: '12.5 %' } } },
      ['CW623 q2.mdx result'],
    ],
    ['a cut at the comma', { reports: { 1: { result: 1, declared: '1,407.52' } } }, ['CW625 q1.mdx result']],
    [
      'two readings of the scale',
      { indicator: { ...milestones, source: { inferred: ['between'] } }, year: 75 },
      ['CW630 indicator.mdx scale.between'],
    ],
  ])('%s', (_, parts, expected) => {
    expect(find(parts)).toEqual(expected);
  });

  it('are told once: a zero at the end is no fall besides, a weight as target no ratio', () => {
    expect(find({ indicator: { accumulation: 'cumulative' }, reports: { 3: 50, 4: 0 } })).toEqual([
      'CW603 q4.mdx result',
    ]);
    expect(find({ indicator: { target: 5, weight: 5 }, reports: { 4: 50 } })).toEqual(['CW601 indicator.mdx target']);
  });

  it('carry what was seen', () => {
    const [fall] = findDisagreements(buildIndicatorYear({ reports: { 1: 50, 3: 40 } }), RATIOS);
    expect(fall?.params).toEqual({ seen: 40, before: 50, quarter: 1 });
  });
});
