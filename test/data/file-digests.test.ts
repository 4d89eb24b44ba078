import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { getFileDigest, listFileDigests } from '#data/file-digests.ts';
import { makeFolder, writeFiles } from '../support/content-folder.ts';

test('every file below a folder is told with its digest, hidden ones too, in the order of their paths', () => {
  const folder = makeFolder();
  writeFiles(folder, { 'b.txt': 'b', 'a/b/c.txt': 'c', 'a.txt': '', '.hidden/x': 'x', 'a/ก.txt': 'ก' });
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  expect(listFileDigests(folder)).toEqual([
    { path: '.hidden/x', digest: digest('x') },
    { path: 'a.txt', digest: digest('') },
    { path: 'a/b/c.txt', digest: digest('c') },
    { path: 'a/ก.txt', digest: digest('ก') },
    { path: 'b.txt', digest: digest('b') },
  ]);
});

test('a file that is read in many pieces has the digest of all of it', () => {
  const file = join(makeFolder(), 'large');
  const bytes = Buffer.alloc(1_000_003, 'chiwat');
  writeFileSync(file, bytes);
  expect(getFileDigest(file)).toBe(createHash('sha256').update(bytes).digest('hex'));
});
