import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { type CheckOptions, checkContent } from '#data/check-content.ts';
import { readContent } from '#data/read-content.ts';
import type { Issue } from '#domain/issue.ts';
import { copySite, makeFolder, writeFiles, writeSite } from '../support/content-folder.ts';
import { EXAMPLES, makeExample } from '../support/examples.ts';

const INDICATOR = `---
name: ความพึงพอใจของประชาชน
kind: routine
outcome: outcome
weight: 5
unit: คะแนน
direction: higher
accumulation: latest
target: 4
scale: { kind: proportional }
EXTRA---

ก
`;

function addIndicator(path: string, extra = ''): Record<string, string> {
  return { [`reports/${path}/indicator.mdx`]: INDICATOR.replace('EXTRA', extra) };
}

/** Issues as they are told; what is absent is no field. */
function tell(issues: readonly Issue[]): unknown {
  return JSON.parse(JSON.stringify(issues));
}

function check(folder: string, paths: string[], options: CheckOptions = {}): unknown {
  return tell(checkContent(folder, { ...options, paths }).issues);
}

/** Issues at some files or folders. */
function pick(issues: readonly Issue[], paths: string[]): unknown {
  return tell(issues.filter(({ file }) => paths.some((path) => file === path || file.startsWith(`${path}/`))));
}

/** What the reader that holds everything finds at some paths. */
function read(folder: string, paths: string[]): unknown {
  return pick(readContent(folder).issues, paths);
}

describe('checking folder by folder', () => {
  test.each(EXAMPLES)('finds in the example %s what reading everything finds, in its parts as well', (name) => {
    const example = makeExample(name);
    const { folder, options } = example;
    // What is taken away while one of them reads is gone for the other.
    const other = options === undefined ? example : makeExample(name);
    const { issues } = readContent(other.folder, other.options);
    const cache = makeFolder();
    expect(tell(checkContent(folder, { ...options, cache }).issues)).toEqual(tell(issues));
    // What a test takes away while the whole is read is gone before a part is.
    if (options !== undefined) return;
    const { file = '' } = issues[0] ?? {};
    for (const path of [file, file.split('/').slice(0, 3).join('/')])
      expect(check(folder, [path], { cache })).toEqual(pick(issues, [path]));
  });

  it('of a part leaves in the cache what it knows of the rest, and of the whole what is there', () => {
    const [folder, cache] = [copySite(), makeFolder()];
    writeFiles(folder, addIndicator('2567/finance/debt', 'code: "1"\n'));
    check(folder, [], { cache });
    check(folder, ['reports/2567/finance/debt'], { cache });
    rmSync(join(folder, 'reports/2567/finance/debt'), { recursive: true });
    writeFiles(folder, addIndicator('2567/finance/debts', 'code: "1"\n'));
    expect(check(folder, [], { cache })).toEqual([]);
  });
});

describe('a part', () => {
  test.each([
    ['a series that stands twice in the year', 'series: finance/debt\n', 'CW507'],
    ['one that is written with escapes', 'series: "finance/d\\u0065bt"\n', 'CW507'],
    ['a code that stands twice in the agency', 'code: "12"\n', 'CW513'],
    ['one with spaces, broken over lines', 'code: "1\n  2"\n', 'CW513'],
    ['a series nobody has', 'continues: finance/debd\n', 'CW508'],
    ['a series that an entry in another folder has by name', 'continues: finance/renamed\n', ''],
    ['a series whose entry cannot be read', 'continues: finance/broken\n', ''],
  ])('is told of %s as if all were read', (_, extra, code) => {
    const folder = writeSite({
      ...addIndicator('2567/finance/debt', 'code: "1 2"\n'),
      ...addIndicator('2567/finance/c-debt', 'code: "12"\n'),
      ...addIndicator('2566/public-works/named', 'series: finance/renamed\n'),
      ...addIndicator('2566/finance/broken', 'level: 3\n'),
      ...addIndicator('2567/finance/z-last', extra),
    });
    const paths = ['reports/2567/finance/z-last'];
    const found = check(folder, paths);
    expect(found).toEqual(read(folder, paths));
    expect(found).toMatchObject(code === '' ? [] : [{ code }]);
  });

  it('is told of a missing agency or year only where it holds the first indicator that needs it', () => {
    const folder = writeSite({ ...addIndicator('2567/fire/a'), ...addIndicator('2567/fire/a-b') });
    writeFiles(folder, { 'reports/2566/fire/a/indicator.mdx': 'x' });
    rmSync(join(folder, 'calendar/2567.yaml'));
    for (const path of ['2567/fire/a', '2567/fire/a-b', '2566/fire', '2567/finance/e-receipt', '2567/finance'])
      expect(check(folder, [`reports/${path}`])).toEqual(read(folder, [`reports/${path}`]));
    expect(check(folder, ['reports/2567/fire/a-b'])).toMatchObject([{ code: 'CW501' }]);
  });

  it('of a folder with a wrong name is told of it only where it holds its first file', () => {
    const folder = copySite();
    renameSync(join(folder, 'reports/2567/finance'), join(folder, 'reports/2567/Finance'));
    const first = 'reports/2567/Finance/e-receipt/indicator.mdx';
    expect(check(folder, [first])).toMatchObject([{ code: 'CW106', file: first }]);
    expect(check(folder, ['reports/2567/Finance/tax-collection'])).toEqual([]);
  });

  it('reads nothing of what it is not held against', () => {
    const folder = copySite();
    writeFileSync(join(folder, 'reports/2566/finance/tax-collection/q1.mdx'), Buffer.from([0xff]));
    const { files, isRead } = checkContent(folder, { paths: ['reports/2567/finance/e-receipt/q1.mdx'] });
    expect(files).toBeLessThan(11);
    expect(isRead('reports/2566/finance/tax-collection')).toBe(false);
  });
});
