import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ScoredItem } from '#domain/scored-site.ts';
import type { Status } from '#domain/scoring/status.ts';
import { getStatusShare, getStatusView } from '#views/status-view.ts';
import { buildItem, english, thai } from '../support/build-site.ts';

const STATUSES = Object.keys({
  met: true,
  'on-track': true,
  behind: true,
  missed: true,
  reported: true,
  narrative: true,
  'not-comparable': true,
  'not-due': true,
  overdue: true,
  'not-reported': true,
  'not-in-source': true,
  'not-applicable': true,
  withdrawn: true,
} satisfies Record<Status, true>) as Status[];

function buildWith(status: Status): ScoredItem {
  const { item } = buildItem();
  return { ...item, standing: { ...item.standing, year: { ...item.standing.year, status } } };
}

describe('every status', () => {
  test.each([
    ['Thai', thai],
    ['English', english],
  ])('has a label of its own in %s', (_language, context) => {
    const labels = STATUSES.map((status) => getStatusView(status, context).label);
    expect(labels.filter((label) => label === undefined || label === '')).toEqual([]);
    expect(new Set(labels).size).toBe(STATUSES.length);
  });

  test('has a shape of its own, so that none is told by its colour alone', () => {
    const icon = readFileSync(resolve(import.meta.dirname, '../../src/components/StatusIcon.astro'), 'utf8');
    const shapes = new Map(
      [...icon.matchAll(/^ {2}'?([a-z-]+)'?: '(M[^']+)',$/gm)].map(([, name, path]) => [name, path]),
    );
    expect([...shapes.keys()].sort()).toEqual([...STATUSES].sort());
    expect(new Set(shapes.values()).size).toBe(STATUSES.length);
  });

  test('has a place in the order of the bar', () => {
    const { parts } = getStatusShare(STATUSES.map(buildWith), thai);
    expect(parts.map(({ status }) => status).sort()).toEqual([...STATUSES].sort());
  });
});

describe('a bar', () => {
  const items = (['overdue', 'met', 'behind', 'met'] as const).map(buildWith);

  test('goes from good to open, whatever order the indicators stand in', () => {
    const { parts } = getStatusShare(items, thai);
    expect(parts).toEqual([
      { status: 'met', label: 'ถึงเป้าหมาย', count: '2', share: 0.5 },
      { status: 'behind', label: 'ช้ากว่าแผน', count: '1', share: 0.25 },
      { status: 'overdue', label: 'เกินกำหนดรายงาน', count: '1', share: 0.25 },
    ]);
  });

  test('is told as a sentence to those who do not see it', () => {
    expect(getStatusShare(items, thai).sentence).toBe('ถึงเป้าหมาย 2 · ช้ากว่าแผน 1 · เกินกำหนดรายงาน 1');
    expect(getStatusShare(items, english).sentence).toBe('Target met 2 · Behind plan 1 · Report overdue 1');
  });

  test('of nothing is empty', () => {
    expect(getStatusShare([], thai)).toEqual({ parts: [], sentence: '' });
  });
});
