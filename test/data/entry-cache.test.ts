import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readContent } from '#data/read-content.ts';
import { copySite, findIssues, makeFolder, writeFiles } from '../support/content-folder.ts';
import { EXAMPLES, makeExample } from '../support/examples.ts';

const REPORT = 'reports/2567/finance/e-receipt/q3.mdx';
const TEXT = '---\nresult: 60\n---\n\nลงนามในสัญญา\n';

/** Everything a reading comes to, without how it came to it. */
function read(folder: string, cache?: string) {
  const { entries, attachments, issues, counts } = readContent(folder, { cache });
  return { all: JSON.parse(JSON.stringify({ entries, attachments, issues })), cached: counts.cached };
}

describe('the cache of entries', () => {
  it('changes nothing: cold, warm and without it a reading comes to the same', () => {
    const cache = makeFolder();
    for (const name of ['CW203', 'CW304', 'CW403', 'CW509', 'CW616']) {
      const { folder } = makeExample(name);
      const [without, cold, warm] = [read(folder), read(folder, cache), read(folder, cache)];
      expect(cold.all).toEqual(without.all);
      expect(warm.all).toEqual(without.all);
      expect(warm.cached).toBeGreaterThan(20);
      expect(without.cached).toBe(0);
    }
    expect(EXAMPLES).toContain('CW203');
  });

  it('reads a changed file anew, and only that', () => {
    const [folder, cache] = [copySite(), makeFolder()];
    writeFiles(folder, { [REPORT]: TEXT });
    const first = readContent(folder, { cache });
    expect(first.counts.cached).toBe(0);
    writeFiles(folder, { [REPORT]: TEXT.replace('60', '๖๐') });
    const second = readContent(folder, { cache });
    expect(second.counts.cached).toBe(first.entries.length - 1);
    expect(second.issues).toMatchObject([{ code: 'CW304', file: REPORT }]);
  });

  it('gives nothing to another path with the same bytes: the path is the identity', () => {
    const [folder, cache] = [copySite(), makeFolder()];
    const other = REPORT.replace('q3', 'q4');
    writeFiles(folder, { [REPORT]: TEXT });
    readContent(folder, { cache });
    renameSync(join(folder, REPORT), join(folder, other));
    const { entries, counts } = readContent(folder, { cache });
    expect(entries.find((entry) => entry.file === other)).toMatchObject({ kind: 'report', quarter: 4 });
    expect(entries.map((entry) => entry.file)).not.toContain(REPORT);
    expect(counts.cached).toBe(entries.length - 1);
  });

  it('does not mistake one site for another', () => {
    const cache = makeFolder();
    const { folder } = makeExample('CW304');
    expect(findIssues(copySite(), { cache })).toEqual([]);
    expect(findIssues(folder, { cache })).toEqual(findIssues(folder));
    expect(findIssues(copySite(), { cache })).toEqual([]);
  });

  it('forgets files that are gone', () => {
    const [folder, cache] = [copySite(), makeFolder()];
    writeFiles(folder, { [REPORT]: TEXT });
    readContent(folder, { cache });
    renameSync(join(folder, REPORT), join(makeFolder(), 'away'));
    readContent(folder, { cache });
    const [version = ''] = readdirSync(cache);
    expect(readFileSync(join(cache, version, '2567-finance.json'), 'utf8')).not.toContain(REPORT);
  });

  it('is cleared of what other versions of the code left, and of nothing else', () => {
    const cache = makeFolder();
    for (const name of ['v0123456789abcdef', 'pagefind']) mkdirSync(join(cache, name));
    readContent(copySite(), { cache });
    const names = readdirSync(cache);
    expect(names).toHaveLength(2);
    expect(names).toContain('pagefind');
    expect(names).not.toContain('v0123456789abcdef');
  });

  test.each(['', '{', 'null', '[]', '"x"', '{"site.yaml": null}', '{"site.yaml": {"digest": 5}}'])(
    'that holds %j in its files does no harm',
    (text) => {
      const [folder, cache] = [copySite(), makeFolder()];
      readContent(folder, { cache });
      const [version = ''] = readdirSync(cache);
      for (const file of readdirSync(join(cache, version))) writeFileSync(join(cache, version, file), text);
      expect(read(folder, cache).all).toEqual(read(folder).all);
    },
  );

  it('that cannot be written does no harm', () => {
    const cache = join(makeFolder(), 'a-file');
    writeFileSync(cache, '');
    expect(findIssues(copySite(), { cache })).toEqual([]);
    const folder = makeFolder();
    mkdirSync(join(folder, 'reports'));
    expect(findIssues(folder, { cache })).toEqual(['CW109 site.yaml:1:1']);
  });
});
