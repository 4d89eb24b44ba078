import { describe, expect, test } from 'vitest';
import { compareSites } from '#domain/impact/compare-sites.ts';
import { buildSite, type ItemParts } from '../../support/build-site.ts';

const ROADS = '2567/works/roads';

/** Closed: the first quarter. Open: the second. */
const TODAY = '2024-03-01';

const correction = { date: '2024-02-20', reason: 'พิมพ์ผิด', approvedBy: 'ผู้อำนวยการ' };

function compare(before: ItemParts, after: ItemParts, today = TODAY) {
  const side = (parts: ItemParts) => ({ site: buildSite({ items: { [ROADS]: parts }, today }), issues: [] });
  return compareSites(side(before), side(after));
}

/** The marks of the only field that changed. */
function getMarks(before: ItemParts, after: ItemParts, today?: string) {
  const fields = compare(before, after, today).items.flatMap(({ entries }) => entries.flatMap((entry) => entry.fields));
  expect(fields).toHaveLength(1);
  return fields[0]?.marks;
}

describe('what a reviewer should look at', () => {
  test('a target that moves once the fiscal year has begun, on the 1st of October and not the day before', () => {
    const [before, after] = [{}, { indicator: { target: 90 } }];
    expect(getMarks(before, after, '2023-09-30')).toEqual([]);
    expect(getMarks(before, after, '2023-10-01')).toEqual(['after-year-began']);
  });

  test('a name is no promise', () => {
    expect(getMarks({}, { indicator: { name: 'ชื่อใหม่' } })).toEqual([]);
  });

  test('a figure of a closed quarter without a correction; one of an open quarter is nobody’s business', () => {
    expect(getMarks({ reports: { 1: 5 } }, { reports: { 1: 6 } })).toEqual(['closed-without-correction']);
    expect(getMarks({ reports: { 2: 5 } }, { reports: { 2: 6 } })).toEqual([]);
    expect(getMarks({ reports: { 1: 5 } }, { reports: {} })).toEqual(['closed-without-correction']);
    expect(getMarks({ year: 5 }, { year: 6 }, '2024-12-01')).toEqual(['closed-without-correction']);
  });

  test('the first report of a quarter that has closed is late and overwrites nothing; a figure added to a report does', () => {
    expect(getMarks({}, { reports: { 1: 0 } })).toEqual([]);
    const words = { submitted: '2024-01-10', text: 'ดำเนินการแล้ว' };
    expect(getMarks({ reports: { 1: words } }, { reports: { 1: { ...words, result: 5 } } })).toEqual([
      'closed-without-correction',
    ]);
  });

  test.each([
    ['the change', { from: 5, to: 6 }, 'closed-with-correction'],
    ['other values', { from: 5, to: 7 }, 'closed-correction-differs'],
  ] as const)('a correction that names %s', (_, values, mark) => {
    const corrections = [{ ...correction, field: 'result', ...values }];
    expect(getMarks({ reports: { 1: 5 } }, { reports: { 1: { result: 6, corrections } } })).toEqual([mark]);
  });

  test('a correction that was there before, or of another field, does not cover a new change', () => {
    const old = [{ ...correction, field: 'result', from: 4, to: 5 }];
    const before = { reports: { 1: { result: 5, corrections: old } } };
    expect(getMarks(before, { reports: { 1: { result: 6, corrections: old } } })).toEqual([
      'closed-without-correction',
    ]);
    const other = [...old, { ...correction, field: 'level', from: 'absent' as const, to: 1 }];
    expect(getMarks(before, { reports: { 1: { result: 6, corrections: other } } })).toEqual([
      'closed-without-correction',
    ]);
  });

  test('what was absent is corrected from "absent", not from 0', () => {
    const words = { reports: { 1: { text: 'ดำเนินการแล้ว' } } };
    const add = (from: number | 'absent') => ({
      reports: {
        1: { text: 'ดำเนินการแล้ว', result: 6, corrections: [{ ...correction, field: 'result', from, to: 6 }] },
      },
    });
    expect(getMarks(words, add('absent'))).toEqual(['closed-with-correction']);
    expect(getMarks(words, add(0))).toEqual(['closed-correction-differs']);
  });

  test('a figure is corrected as it was shown, and two corrections in one step lead from the first value to the last', () => {
    const report = (result: number, ...steps: [number | string, number | string][]) => {
      const corrections = steps.map(([from, to]) => ({ ...correction, field: 'result', from, to }));
      return { reports: { 1: { result, corrections } } };
    };
    expect(getMarks(report(1407.5), report(75, ['1,407.50', '75.00']))).toEqual(['closed-with-correction']);
    expect(getMarks(report(1407.5), report(75, ['1,407.52', '75.00']))).toEqual(['closed-correction-differs']);
    expect(getMarks(report(5), report(7, [5, 6], [6, 7]))).toEqual(['closed-with-correction']);
    expect(getMarks(report(5), report(7, [4, 6], [6, 7]))).toEqual(['closed-correction-differs']);
  });

  test('a withdrawal freezes the quarters from it on, and another wording of its reason none', () => {
    const withdraw = (quarter: 1 | 2, reason: string) => ({ indicator: { withdrawn: { quarter, reason } } });
    expect(getMarks(withdraw(2, 'ยุบ'), withdraw(2, 'ยุบรวม'))).toEqual(['after-year-began']);
    expect(getMarks(withdraw(2, 'ยุบ'), withdraw(1, 'ยุบ'))).toEqual(['after-year-began', 'closed-without-correction']);
    const fields = compare({}, withdraw(2, 'ยุบ')).items[0]?.entries[0]?.fields;
    expect(fields?.flatMap(({ marks }) => marks)).toEqual(['after-year-began', 'after-year-began']);
  });

  test('a quarter’s own target is frozen with its quarter, the others are not', () => {
    const targets = (first: number, second: number) => {
      return { indicator: { quarterTargets: [first, second, 70, 90] as [number, number, number, number] } };
    };
    expect(getMarks(targets(20, 40), targets(20, 45))).toEqual(['after-year-began']);
    expect(getMarks(targets(20, 40), targets(25, 40))).toEqual(['after-year-began', 'closed-without-correction']);
  });

  test('an indicator that is removed with figures of closed quarters', () => {
    const site = (items: Record<string, ItemParts>) => ({ site: buildSite({ items, today: TODAY }), issues: [] });
    const remove = (parts: ItemParts) => compareSites(site({ [ROADS]: parts }), site({})).items[0]?.marks;
    expect(remove({ reports: { 1: 5 } })).toEqual(['closed-without-correction']);
    expect(remove({ reports: { 2: 5 } })).toEqual([]);
  });

  test('an indicator that moves into another year leaves the closed figures of its own; within its year it does not', () => {
    const site = (path: string) => ({
      site: buildSite({ items: { [path]: { reports: { 1: 5 } } }, today: TODAY }),
      issues: [],
    });
    const move = (path: string) => compareSites(site(ROADS), site(path)).items[0];
    expect(move('2568/works/roads')).toMatchObject({ change: 'moved', marks: ['closed-without-correction'] });
    expect(move('2567/works/streets')).toMatchObject({ change: 'moved', marks: [] });
  });
});

describe('reports that are late or overdue', () => {
  const late = { result: 5, submitted: '2024-02-01' };

  test('are told when they are new, with their days; an old one that stays late is not', () => {
    expect(compare({}, { reports: { 1: late } }).delays).toEqual([
      { path: ROADS, quarter: 1, state: 'late', due: '2024-01-15', submitted: '2024-02-01', days: 17 },
    ]);
    expect(compare({ reports: { 1: late } }, { reports: { 1: { ...late, result: 6 } } }).delays).toEqual([]);
    expect(compare({}, { reports: { 1: { ...late, submitted: '2024-01-15' } } }).delays).toEqual([]);
  });

  test('a new report after the due date that does not say when it was handed in', () => {
    expect(compare({}, { reports: { 1: 5 } }).delays).toEqual([
      { path: ROADS, quarter: 1, state: 'undated', due: '2024-01-15' },
    ]);
    expect(compare({}, { reports: { 2: 5 } }).delays).toEqual([]);
  });

  test('a report that is taken away after its due date leaves its quarter overdue', () => {
    expect(compare({ reports: { 1: 5 } }, { reports: {} }, '2024-01-20').delays).toEqual([
      { path: ROADS, quarter: 1, state: 'overdue', due: '2024-01-15', days: 5 },
    ]);
  });
});
