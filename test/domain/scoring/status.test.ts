import { describe, expect, test } from 'vitest';
import type { NotScoredReason } from '#domain/scoring/score.ts';
import { getPlanStatus, getStatusWithoutScore } from '#domain/scoring/status.ts';
import { buildCalendar, buildIndicator, buildMilestones } from '../../support/build-indicator.ts';

const higher = buildIndicator();
const lower = buildIndicator({ direction: 'lower', target: 10, scale: { kind: 'proportional', baseline: 40 } });

describe('a figure against the plan of its quarter: on track from 80 %, behind from 50 %', () => {
  test.each([
    [51, 'on-track'],
    [50, 'on-track'],
    [40, 'on-track'],
    [39.99, 'behind'],
    [25, 'behind'],
    [24.99, 'missed'],
    [0, 'missed'],
  ])('%d of 50 planned: %s', (value, status) => {
    expect(getPlanStatus(value, 50, higher, buildCalendar())).toBe(status);
  });

  test.each([
    [29, 'on-track'],
    [30, 'on-track'],
    [32, 'on-track'],
    [32.01, 'behind'],
    [35, 'behind'],
    [35.01, 'missed'],
    [45, 'missed'],
  ])('down from 40 to %d where 30 was planned: %s', (value, status) => {
    expect(getPlanStatus(value, 30, lower, buildCalendar())).toBe(status);
  });

  test('the thresholds are those of the year', () => {
    const strict = buildCalendar({ thresholds: { onTrack: 100, behind: 90 } });
    expect([50, 45, 44].map((value) => getPlanStatus(value, 50, higher, strict))).toEqual([
      'on-track',
      'behind',
      'missed',
    ]);
  });

  test('a plan of zero is met by zero and divides nothing', () => {
    expect(getPlanStatus(0, 0, higher, buildCalendar())).toBe('on-track');
    expect(getPlanStatus(-1, 0, higher, buildCalendar())).toBe('missed');
    expect(getPlanStatus(0, 0, buildIndicator({ direction: 'lower', target: 0 }), buildCalendar())).toBe('on-track');
    expect(getPlanStatus(1, 0, buildIndicator({ direction: 'lower', target: 0 }), buildCalendar())).toBe('missed');
  });

  test('milestones are measured from zero', () => {
    const milestones = buildIndicator({ scale: buildMilestones('step') });
    expect(getPlanStatus(40, 50, milestones, buildCalendar())).toBe('on-track');
    expect(getPlanStatus(30, 50, milestones, buildCalendar())).toBe('behind');
  });
});

describe('why there is no score is what the reader sees', () => {
  test.each([
    ['not-due', 'not-due'],
    ['overdue', 'overdue'],
    ['not-reported', 'not-reported'],
    ['not-applicable', 'not-applicable'],
    ['withdrawn', 'withdrawn'],
    ['narrative-only', 'narrative'],
    ['unit-mismatch', 'not-comparable'],
    ['disputed', 'not-comparable'],
    ['year-end-only', 'reported'],
    ['not-additive', 'reported'],
    ['accumulation-unknown', 'reported'],
    ['target-unknown', 'reported'],
  ] satisfies [NotScoredReason, string][])('%s: %s', (reason, status) => {
    expect(getStatusWithoutScore(reason)).toBe(status);
  });
});
