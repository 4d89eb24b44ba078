import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '#data/read-content.ts';
import { copySite, writeFiles } from '../support/content-folder.ts';

const ROADS = 'reports/2567/public-works/road-repair';
const PICTURE = `${ROADS}/road.png`;

test('a reading knows the digest of path and bytes of every entry, and of each file beside them when asked', () => {
  const folder = copySite();
  const { entries, digests, getDigest } = readContent(folder);
  expect([...digests.keys()].sort()).toEqual(entries.map(({ file }) => file).sort());
  for (const file of [...digests.keys(), PICTURE]) {
    const bytes = readFileSync(join(folder, file));
    expect(getDigest(file)).toBe(createHash('sha256').update(`${file}\0`).update(bytes).digest('base64url'));
  }
});

test('a digest changes with the bytes of its file, and a file that is gone has none', () => {
  const folder = copySite();
  const before = readContent(folder);
  const [old, others] = [before.getDigest(PICTURE), before.digests];
  const picture = Buffer.concat([readFileSync(join(folder, PICTURE)), Buffer.from([0])]);
  writeFiles(folder, { [PICTURE]: picture, [`${ROADS}/q2.mdx`]: '---\n---\n' });
  const after = readContent(folder);
  expect(after.getDigest(PICTURE)).not.toBe(old);
  const changed = [...after.digests].filter(([file, digest]) => others.get(file) !== digest);
  expect(changed.map(([file]) => file)).toEqual([`${ROADS}/q2.mdx`]);
  rmSync(join(folder, PICTURE));
  expect(() => readContent(folder).getDigest(PICTURE)).toThrow('ENOENT');
});
