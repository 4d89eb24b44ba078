import { describe, expect, test } from 'vitest';
import { checkCorrectionDays, checkCorrections } from '#domain/checks/check-corrections.ts';
import { buildIndicatorEntry, buildReportEntry } from '../../support/build-indicator.ts';

const about = { reason: 'พิมพ์ผิด', approvedBy: 'ผู้อำนวยการ' };

type Step = [date: string, field: string, from: number | string, to: number | string];

function list(steps: Step[]) {
  return steps.map(([date, field, from, to]) => ({ date, field, from, to, ...about }));
}

function check(result: number | undefined, ...steps: Step[]) {
  const data = { ...(result === undefined ? {} : { result }), corrections: list(steps) };
  return checkCorrections(buildReportEntry(1, data)).map(({ code, field }) => `${code} ${field?.key}`);
}

describe('corrections of a file', () => {
  test('that lead from one to the next and to what stands are right', () => {
    expect(check(60, ['2024-03-01', 'result', 'absent', 40], ['2024-03-01', 'result', '40.00', 60])).toEqual([]);
    expect(check(undefined, ['2024-03-01', 'result', 40, 'absent'])).toEqual([]);
    expect(check(60)).toEqual([]);
  });

  test('must join, each field for itself', () => {
    expect(check(60, ['2024-03-01', 'result', 20, 40], ['2024-03-02', 'result', 45, 60])).toEqual([
      'CW702 corrections.1.from',
    ]);
    expect(check(60, ['2024-03-01', 'result', 20, 60], ['2024-03-02', 'level', 1, 'absent'])).toEqual([]);
  });

  test('must lead to what stands now, absent where nothing does', () => {
    expect(check(60, ['2024-03-01', 'result', 20, 50])).toEqual(['CW703 corrections.0.to']);
    expect(check(undefined, ['2024-03-01', 'result', 20, 0])).toEqual(['CW703 corrections.0.to']);
    expect(check(0, ['2024-03-01', 'result', 20, 'absent'])).toEqual(['CW703 corrections.0.to']);
  });

  test('come in the order of their days', () => {
    expect(check(60, ['2024-03-02', 'result', 20, 40], ['2024-03-01', 'result', 40, 60])).toEqual([
      'CW704 corrections.1.date',
    ]);
  });

  test('name a field that there is', () => {
    expect(check(60, ['2024-03-02', 'target', 20, 40])).toEqual(['CW701 corrections.0.field']);
  });

  test('have a reason and a position, not the dots that stand for them', () => {
    const corrections = [{ ...list([['2024-03-01', 'result', 50, 60]])[0], reason: '...', approvedBy: '...' }];
    const entry = buildReportEntry(1, { result: 60, corrections: JSON.parse(JSON.stringify(corrections)) });
    expect(checkCorrections(entry).map(({ code, field }) => `${code} ${field?.key}`)).toEqual([
      'CW307 corrections.0.reason',
      'CW307 corrections.0.approvedBy',
    ]);
  });

  test('of the promise: a list, a part of the scale, the scale in words, a withdrawal by its quarter, the path', () => {
    const changes = (to: string) => ({
      quarterTargets: [10, 40, 70, 100] as [number, number, number, number],
      scale: { kind: 'proportional' as const, baseline: 5 },
      withdrawn: { quarter: 3 as const, reason: 'ยุบหน่วย' },
      corrections: list([
        ['2024-03-01', 'quarterTargets', '25, 50, 75, 100', '10, 40, 70, 100'],
        ['2024-03-01', 'scale.baseline', 0, 5],
        ['2024-03-01', 'scale', 'เริ่มที่ 0', 'เริ่มที่ 5'],
        ['2024-03-01', 'withdrawn', 'absent', 3],
        ['2024-03-01', 'path', '2566/finance/roads', to],
      ]),
    });
    expect(checkCorrections(buildIndicatorEntry(changes('2567/finance/roads')))).toEqual([]);
    const moved = checkCorrections(buildIndicatorEntry(changes('2568/finance/roads')));
    expect(moved.map(({ code, field }) => `${code} ${field?.key}`)).toEqual(['CW703 corrections.4.to']);
  });

  test('are not of a day to come', () => {
    const entry = buildReportEntry(1, { result: 60, corrections: list([['2024-03-02', 'result', 50, 60]]) });
    expect(checkCorrectionDays(entry, '2024-03-02')).toEqual([]);
    expect(checkCorrectionDays(entry, '2024-03-01').map(({ code }) => code)).toEqual(['CW705']);
  });
});
