import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../support/content-folder.ts';
import { makeHistoryRepository, STEPS } from '../support/history-repository.ts';
import { readKnownLedger } from '../support/read-ledger.ts';

/** The only file that is kept. */
function findKept(cache: string): string {
  const files = readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  expect(files).toHaveLength(1);
  return join(cache, files[0] ?? '');
}

describe('the ledger that is kept between builds', () => {
  test('continued commit by commit is the one that is worked out at once', () => {
    const { content, git, commits } = makeHistoryRepository();
    const cache = makeFolder();
    for (const step of STEPS) {
      git('checkout', '-q', commits[step]);
      const continued = readKnownLedger(content, { cache });
      expect(continued, step).toEqual(readKnownLedger(content));
      expect(readKnownLedger(content, { cache }), step).toEqual(continued);
    }
  });

  test('is really used, and an uncommitted edit does not get into it', () => {
    const { content } = makeHistoryRepository();
    const cache = makeFolder();
    const clean = readKnownLedger(content, { cache });
    const file = join(content, 'reports/2567/public-works/rescue-time/q1.mdx');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('10.5', '9'));
    expect(readKnownLedger(content, { cache })).not.toEqual(clean);
    writeFileSync(file, text);
    const kept = readFileSync(findKept(cache), 'utf8');
    expect(readKnownLedger(content, { cache })).toEqual(clean);
    expect(readFileSync(findKept(cache), 'utf8')).toBe(kept);
    // Without the history itself only what is kept can tell.
    rmSync(join(content, '../.git/refs/heads/correct'), { force: true });
    expect(readKnownLedger(content, { cache })).toEqual(clean);
  });

  test('starts over where history was rewritten, or an older commit is built', () => {
    const { content, git, commits } = makeHistoryRepository();
    const cache = makeFolder();
    readKnownLedger(content, { cache });
    git('reset', '-q', '--hard', commits.rename);
    expect(readKnownLedger(content, { cache })).toEqual(readKnownLedger(content));
    git('commit', '-q', '--amend', '-m', 'rewritten');
    expect(readKnownLedger(content, { cache })).toEqual(readKnownLedger(content));
  });

  test('starts over where a single digit of the file was changed, or it was cut', () => {
    const { content } = makeHistoryRepository();
    const cache = makeFolder();
    const clean = readKnownLedger(content, { cache });
    const file = findKept(cache);
    const kept = readFileSync(file, 'utf8');
    for (const damaged of [kept.replace('"after":350', '"after":850'), kept.slice(0, 900), '', '{}']) {
      expect(damaged).not.toBe(kept);
      writeFileSync(file, damaged);
      expect(readKnownLedger(content, { cache })).toEqual(clean);
    }
  });

  test('is another for another time zone, whose days are other days', () => {
    const { content } = makeHistoryRepository();
    const cache = makeFolder();
    expect(readKnownLedger(content, { cache }).head.day).toBe('2024-06-12');
    expect(readKnownLedger(content, { cache, timeZone: 'UTC' }).head.day).toBe('2024-06-11');
  });
});
