import { describe, expect, test } from 'vitest';
import { type CorrectionEffect, replayCorrections } from '#domain/corrections.ts';
import {
  buildIndicatorYear,
  buildMilestones,
  buildRules,
  type IndicatorYearParts,
} from '../support/build-indicator.ts';

const AFTER = buildRules('2024-12-01');

const about = { reason: 'พิมพ์ผิด', approvedBy: 'ผู้อำนวยการ' };

function correct(date: string, field: string, from: number | string, to: number | string) {
  return { date, field, from, to, ...about };
}

function replay(parts: IndicatorYearParts): CorrectionEffect[] {
  return replayCorrections(buildIndicatorYear(parts), AFTER);
}

/** Points of quarter 1 and of the year, before and after each correction. */
function getPoints(effects: readonly CorrectionEffect[]) {
  return effects.map(({ standings }) => {
    if (standings === undefined) return undefined;
    return [standings.before, standings.after].map(({ quarters, year }) =>
      [quarters[0].score, year.score].map((score) => (score.state === 'scored' ? score.points : score.reason)),
    );
  });
}

describe('corrections taken back', () => {
  test('leave the score that stood before, and lead to the one that stands now, one after the other', () => {
    const corrections = [correct('2024-03-01', 'result', 'absent', 40), correct('2024-04-01', 'result', '40.00', 60)];
    const effects = replay({
      indicator: { weight: 20, scale: buildMilestones('step') },
      reports: { 1: { result: 60, corrections } },
    });
    expect(getPoints(effects)).toEqual([
      [
        ['not-reported', 'not-reported'],
        [8, 8],
      ],
      [
        [8, 8],
        [12, 12],
      ],
    ]);
  });

  test('of several files are taken back in the order of their days, whatever file they stand in', () => {
    const effects = replay({
      indicator: { target: 200, corrections: [correct('2024-05-01', 'target', 100, 200)] },
      reports: { 1: { result: 50, corrections: [correct('2024-06-01', 'result', 100, 50)] } },
    });
    expect(effects.map(({ place }) => place)).toEqual(['indicator', 1]);
    expect(getPoints(effects)).toEqual([
      [
        [10, 10],
        [5, 5],
      ],
      [
        [5, 5],
        [2.5, 2.5],
      ],
    ]);
  });

  test('change quarter targets, one part of a scale, a reason for no report, and the year’s own result', () => {
    const effects = replay({
      indicator: {
        quarterTargets: [10, 40, 70, 100],
        scale: { kind: 'proportional', baseline: 20 },
        corrections: [
          correct('2024-03-01', 'quarterTargets', '25, 50, 75, 100', '10, 40, 70, 100'),
          correct('2024-04-01', 'scale.baseline', 'absent', 20),
        ],
      },
      reports: { 1: { result: 60, corrections: [correct('2024-05-01', 'notApplicable', 'ถนนปิด', 'absent')] } },
      year: { result: 60, corrections: [correct('2024-11-20', 'result', 100, 60)] },
    });
    expect(effects.map(({ standings }) => standings !== undefined)).toEqual([true, true, true, true]);
    expect(effects[0]?.standings?.before.quarters[1].target?.value).toBe(50);
    expect(getPoints(effects).at(-1)).toEqual([
      [5, 10],
      [5, 5],
    ]);
  });

  test('say nothing of scores where a scale is told in words, nor of anything before it', () => {
    const effects = replay({
      indicator: { corrections: [correct('2024-05-01', 'scale', 'เต็มที่ 90', 'เต็มที่ 100')] },
      reports: {
        1: {
          result: 60,
          corrections: [correct('2024-04-01', 'result', 40, 50), correct('2024-06-01', 'result', 50, 60)],
        },
      },
    });
    expect(effects.map(({ isDeciding }) => isDeciding)).toEqual([true, true, true]);
    expect(getPoints(effects).map((points) => points !== undefined)).toEqual([false, false, true]);
  });

  test('that do not lead to what stands are not guessed at; a field that no score depends on is told without scores', () => {
    const corrections = [
      correct('2024-03-01', 'result', 40, 50),
      correct('2024-03-02', 'submitted', 'absent', '2024-01-10'),
    ];
    const effects = replay({ reports: { 1: { result: 60, submitted: '2024-01-10', corrections } } });
    expect(effects.map(({ isDeciding, standings }) => [isDeciding, standings])).toEqual([
      [true, undefined],
      [false, undefined],
    ]);
  });
});
