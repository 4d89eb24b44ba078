import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listTree } from '#data/git-content.ts';
import { listDigests } from '#data/git-digests.ts';
import { createGit } from '#data/run-git.ts';
import { writeFiles } from '../support/content-folder.ts';
import { makeRepository } from '../support/git-folder.ts';

test('files on disk have the digests that a commit of them would give them, edited ones among them', () => {
  const { folder, content, commit } = makeRepository();
  commit({ 'a.pdf': 'one', 'รูป [1].png': 'two', 'gone.pdf': 'three' });
  const git = createGit(folder);
  writeFiles(content, { 'a.pdf': 'other', 'new.pdf': 'not known to git' });
  rmSync(join(content, 'gone.pdf'));
  const found = listDigests(git, 'content');
  expect([...found.keys()].sort()).toEqual(['a.pdf', 'gone.pdf', 'รูป [1].png']);
  commit();
  const kept = listTree(git, 'HEAD', 'content') ?? [];
  for (const file of ['a.pdf', 'รูป [1].png']) {
    expect(found.get(file)).toBe(kept.find((one) => one.file === file)?.digest);
  }
  expect(listDigests(git, '').get('content/new.pdf')).toMatch(/^[0-9a-f]{40}$/);
});
