import { describe, expect, test } from 'vitest';
import type { Revision } from '#domain/ledger/ledger.ts';
import { type FigureTrace, traceFigures } from '#domain/ledger/trace-figures.ts';
import type { Correction } from '#domain/schemas/correction.ts';
import type { ScoredItem } from '#domain/scored-site.ts';
import { buildEntryChange, buildRevision } from '../../support/build-revision.ts';
import { buildItem } from '../../support/build-site.ts';

const PUBLISHED = buildRevision('2023-09-20', { change: 'added', places: ['indicator'] });

const CORRECTION: Correction = {
  date: '2024-03-02',
  field: 'result',
  from: 350,
  to: '345',
  reason: 'นับซ้ำ',
  approvedBy: 'ผู้อำนวยการ',
};

function trace(item: ScoredItem, revisions: readonly Revision[], key: string): FigureTrace | undefined {
  return traceFigures(item, revisions).find((one) => `${one.place}.${one.key}` === key);
}

describe('the history of a figure', () => {
  const { item } = buildItem({
    indicator: {
      target: 85,
      quarterTargets: [20, 45, 70, 85],
      corrections: [{ ...CORRECTION, field: 'target', from: 90, to: 85 }],
    },
    reports: { 1: { result: 345, review: { completeness: 90, timeliness: 100 } } },
  });
  const corrected = { added: [CORRECTION], removed: [] };
  const revisions = [
    PUBLISHED,
    buildRevision('2024-01-10', { entries: [buildEntryChange(1, { result: [undefined, 350] })] }),
    buildRevision('2024-03-04', { entries: [buildEntryChange('indicator', { target: [90, 85] })] }),
    buildRevision('2024-03-05', {
      entries: [{ ...buildEntryChange(1, { result: [350, 345] }), corrections: corrected }],
    }),
    buildRevision('2024-04-10', { change: 'moved', from: '2567/finance/streets' }),
  ];

  test('that was never changed begins with the commit that published its file', () => {
    expect(trace(item, revisions, 'indicator.weight')).toMatchObject({
      value: 10,
      first: { commit: { day: '2023-09-20' }, value: 10 },
      changes: [],
    });
  });

  test('that was changed begins with what it was, and has each change with the correction that explains it', () => {
    const result = trace(item, revisions, '1.result');
    expect(result).toMatchObject({ value: 345, first: { commit: { day: '2024-01-10' }, value: 350 } });
    expect(result?.changes).toMatchObject([
      { before: 350, after: 345, commit: { day: '2024-03-05' }, correction: { reason: 'นับซ้ำ' } },
    ]);
    // Here the correction was written later: it stands in the entry and gives the same values.
    expect(trace(item, revisions, 'indicator.target')?.changes).toMatchObject([
      { before: 90, after: 85, correction: { field: 'target' } },
    ]);
    expect(trace(item, revisions, 'indicator.weight')?.first.commit?.day).toBe('2023-09-20');
  });

  test('of a record has one for each of its parts, and no words are traced', () => {
    const reviewed = [
      PUBLISHED,
      buildRevision('2024-01-10', {
        entries: [buildEntryChange(1, { result: [undefined, 345], 'review.completeness': [undefined, 90] })],
      }),
      buildRevision('2024-02-01', { entries: [buildEntryChange(1, { 'review.timeliness': [undefined, 100] })] }),
    ];
    const keys = traceFigures(item, reviewed).map(({ place, key }) => `${place}.${key}`);
    expect(keys).toContain('1.review.completeness');
    expect(keys).not.toContain('indicator.name');
    expect(trace(item, reviewed, '1.review.timeliness')?.first.commit?.day).toBe('2024-02-01');
  });

  test('that was taken out is told without a value', () => {
    const taken = [
      ...revisions,
      buildRevision('2024-06-01', { entries: [buildEntryChange(1, { level: [2, undefined] })] }),
    ];
    const level = trace(item, [{ ...PUBLISHED, places: ['indicator', 1] }, ...taken.slice(1)], '1.level');
    expect(level).toMatchObject({ first: { value: 2, commit: { day: '2023-09-20' } }, changes: [{ before: 2 }] });
    expect(level).not.toHaveProperty('value');
  });

  test('says where it may be older, where the text before cannot be read, and where it is not committed', () => {
    const cut = [{ ...PUBLISHED, isCutOff: true as const, places: ['indicator' as const, 1 as const] }];
    expect(trace(item, cut, '1.result')?.first).toMatchObject({ isCutOff: true, value: 345 });
    const unread = [
      { ...PUBLISHED, unreadable: ['q1.mdx'] },
      buildRevision('2024-02-01', { uncertain: [1], entries: [buildEntryChange(1, { result: [undefined, 345] })] }),
    ];
    expect(trace(item, unread, '1.result')?.first).toMatchObject({ isUncertain: true, commit: { day: '2024-02-01' } });
    const edited = [
      ...revisions,
      buildRevision(undefined, { entries: [buildEntryChange(1, { result: [345, 345.5] })] }),
    ];
    expect(trace(item, edited, '1.result')?.changes.at(-1)).not.toHaveProperty('commit');
  });

  test('is not told where nothing is known', () => {
    expect(traceFigures(item, [])).toEqual([]);
  });
});
