import { expect, test } from 'vitest';
import { getFinding } from '#views/charts/finding.ts';
import { buildItem, type ItemParts, thai } from './build-site.ts';

/** Quarter 1 of the fiscal year 2567 closed, quarter 2 late. */
export const MAY = '2024-05-01';
/** Quarters 1 and 2 closed, quarter 3 to come. */
export const JUNE = '2024-06-01';
/** The year is over; its fourth quarter is late and can still change. */
export const NOVEMBER = '2024-11-01';
export const CLOSED = '2030-01-01';

/** A state, the day it is read on, and all that is said of it. */
export type FindingRow = [state: string, today: string, parts: ItemParts, sentence: string];

/** Numbers of a list are kept together by spaces that do not break; here they are plain. */
export function tellFinding(parts: ItemParts, today = CLOSED, context = thai): string {
  return getFinding(buildItem(parts, today).item, context).replaceAll('\u00a0', ' ');
}

export function testFindings(rows: FindingRow[], context = thai): void {
  test.each(rows)('%s, %s', (_, today, parts, sentence) => {
    expect(tellFinding(parts, today, context)).toBe(sentence);
  });
}
