import { describe, expect, test } from 'vitest';
import { getDueReport, isReviewed } from '#domain/reporting/report-state.ts';
import type { QuarterNumber } from '#domain/schemas/text.ts';
import { getStanding } from '#domain/scoring/standing.ts';
import {
  buildCalendar,
  buildIndicatorYear,
  buildRules,
  type IndicatorYearParts,
} from '../../support/build-indicator.ts';

/** The first quarter of 2567 is due on 15 January 2024 and closes on 15 February. */
function judge(parts: IndicatorYearParts, today = '2024-01-20', quarter: QuarterNumber = 1) {
  const item = buildIndicatorYear(parts);
  return getDueReport({ ...item, standing: getStanding(item, buildRules(today)) }, quarter, buildCalendar(), today);
}

describe('a report that was handed in', () => {
  test('is on time until the end of its due date, and late by whole days after it', () => {
    const on = (submitted: string) => judge({ reports: { 1: { result: 5, submitted } } });
    expect(on('2024-01-02')).toEqual({ quarter: 1, state: 'on-time' });
    expect(on('2024-01-15')).toEqual({ quarter: 1, state: 'on-time' });
    expect(on('2024-01-16')).toEqual({ quarter: 1, state: 'late', days: 1 });
  });

  test('is late by the days of a leap year and of a turn of the year too', () => {
    const late = judge({ reports: { 1: { result: 5, submitted: '2025-01-15' } } }, '2026-01-01');
    expect(late).toEqual({ quarter: 1, state: 'late', days: 366 });
  });

  test('is neither on time nor late where its day is not known, however long ago it was due', () => {
    expect(judge({ reports: { 1: 5 } }, '2030-01-01').state).toBe('no-day');
    expect(judge({ reports: { 1: 0 } }, '2030-01-01').state).toBe('no-day');
    expect(judge({ reports: { 1: { text: 'ลงนามในสัญญาแล้ว' } } }, '2030-01-01').state).toBe('no-day');
  });

  test('counts though it has no figure: its day, a level, evidence or a review show that it came', () => {
    expect(judge({ reports: { 1: { submitted: '2024-01-10' } } }).state).toBe('on-time');
    expect(judge({ reports: { 1: { level: 2 } } }).state).toBe('no-day');
    expect(judge({ reports: { 1: { evidence: [{ title: 'รายงานการประชุม' }] } } }).state).toBe('no-day');
    expect(judge({ reports: { 1: { review: { completeness: 100, timeliness: 0 } } } }).state).toBe('no-day');
  });

  test('carries the reviewer’s pair; two zeros are no review', () => {
    const review = { completeness: 85, timeliness: 50 };
    expect(judge({ reports: { 1: { result: 5, review } } }).review).toEqual(review);
    expect(isReviewed(review)).toBe(true);
    expect(isReviewed({ completeness: 0, timeliness: 0 })).toBe(false);
    expect(isReviewed(undefined)).toBe(false);
  });
});

describe('a report that is not there', () => {
  test('is not due, then overdue by so many days, then not reported', () => {
    expect(judge({}, '2024-01-15')).toEqual({ quarter: 1, state: 'not-due' });
    expect(judge({}, '2024-01-16')).toEqual({ quarter: 1, state: 'overdue', days: 1 });
    expect(judge({}, '2024-02-15')).toEqual({ quarter: 1, state: 'overdue', days: 31 });
    expect(judge({}, '2024-02-16')).toEqual({ quarter: 1, state: 'not-reported' });
  });

  test('is none because a file without anything in it stands in its place', () => {
    const empty = { reports: { 1: { text: '-' } } };
    expect(judge(empty).state).toBe('overdue');
    expect(judge({ reports: { 1: { review: { completeness: 0, timeliness: 0 } } } }).state).toBe('overdue');
  });

  test('is nobody’s fault where the source holds no quarterly reports', () => {
    const indicator = { source: { quarters: 'not-in-source' as const } };
    expect(judge({ indicator }, '2030-01-01').state).toBe('not-in-source');
  });

  test('was not to be made where it does not apply, where only the year’s end is measured, and after a withdrawal', () => {
    expect(judge({ reports: { 1: { notApplicable: 'ยังไม่เริ่มโครงการ' } } }).state).toBe('not-applicable');
    const yearEnd: IndicatorYearParts = { indicator: { accumulation: 'year-end' } };
    expect(judge(yearEnd, '2030-01-01').state).toBe('not-applicable');
    expect(judge(yearEnd, '2030-01-01', 4).state).toBe('not-reported');
    const withdrawn = { indicator: { withdrawn: { quarter: 2 as const, reason: 'โอนงาน' } } };
    expect(judge(withdrawn, '2030-01-01', 1).state).toBe('not-reported');
    expect(judge(withdrawn, '2030-01-01', 2).state).toBe('withdrawn');
  });
});
