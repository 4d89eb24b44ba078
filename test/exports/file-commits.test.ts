import { describe, expect, test } from 'vitest';
import type { Ledger, Revision } from '#domain/ledger/ledger.ts';
import { listFileCommits } from '#exports/file-commits.ts';
import { buildReceipt } from '#exports/receipt.ts';
import { buildCommit, buildEntryChange, buildRevision } from '../support/build-ledger.ts';
import { buildItem } from '../support/build-site.ts';

const { item, site, path } = buildItem({ reports: { 1: 20, 3: 40 }, year: 60 });

function trace(revisions: Revision[], state: 'whole' | 'shallow' = 'whole'): Ledger {
  return {
    state,
    head: buildCommit('2024-12-31'),
    isEdited: false,
    items: new Map([[path, revisions]]),
    gone: new Map(),
    calendars: [],
  };
}

const added = buildRevision('2024-01-10', { change: 'added', places: ['indicator', 1, 3, 'year'] });
const days = (revisions: Revision[]) =>
  listFileCommits(trace(revisions), item)?.map(({ file, day }) => `${file} ${day}`);

describe('the commit of each file of an indicator', () => {
  test('is the last that touched it', () => {
    const third = buildRevision('2024-02-10', { entries: [buildEntryChange({ place: 3 })] });
    const later = buildRevision('2024-03-10', { entries: [buildEntryChange({ place: 3 })] });
    expect(days([added, third, later])).toEqual([
      'indicator.mdx 2024-01-10',
      'q1.mdx 2024-01-10',
      'q3.mdx 2024-03-10',
      'year.mdx 2024-01-10',
    ]);
  });

  test('stays when the folder moves, and is the one whose text cannot be read', () => {
    const moved = buildRevision('2024-02-10', { change: 'moved', from: '2567/finance/old' });
    const unread = buildRevision('2024-03-10', { unreadable: ['q1.mdx'] });
    expect(days([added, moved, unread])?.slice(0, 2)).toEqual(['indicator.mdx 2024-01-10', 'q1.mdx 2024-03-10']);
  });

  test('is not told of what is edited and not committed, nor of what git knows nothing of', () => {
    const edited = buildRevision(undefined, { entries: [buildEntryChange({ place: 1 })] });
    expect(days([added, edited])).not.toContainEqual(expect.stringContaining('q1.mdx'));
    expect(listFileCommits(site.ledger, item)).toBeUndefined();
    expect(listFileCommits(trace([]), { ...item, path: '2567/finance/none' })).toBeUndefined();
  });

  test('says where a shallow clone knows no more', () => {
    const oldest = { ...added, isCutOff: true as const };
    expect(listFileCommits(trace([oldest], 'shallow'), item)?.[0]).toMatchObject({
      file: 'indicator.mdx',
      isCutOff: true,
    });
  });

  test('stands in the receipt as id and day, and nothing else of the commit', () => {
    const { commits } = buildReceipt({ ...site, ledger: trace([added]) }, path);
    const { id } = buildCommit('2024-01-10');
    expect(commits?.[0]).toEqual({ file: 'indicator.mdx', id, day: '2024-01-10' });
  });
});
