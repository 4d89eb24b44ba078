import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findContentCommit } from '#data/content-commit.ts';
import { createGit } from '#data/run-git.ts';
import { makeFolder, writeFiles } from '../support/content-folder.ts';
import { makeRepository } from '../support/git-folder.ts';

describe('the commit that content is of', () => {
  it('is the newest, and content is as it says', () => {
    const { content, commit } = makeRepository();
    commit({ 'a.yaml': 'a: 1\n' });
    const id = commit({ 'a.yaml': 'a: 2\n' });
    expect(findContentCommit(createGit(content))).toEqual({ id, isEdited: false });
  });

  it.each([
    ['changed', (content: string) => writeFiles(content, { 'a.yaml': 'a: 2\n' })],
    ['gone', (content: string) => rmSync(join(content, 'a.yaml'))],
    ['not committed', (content: string) => writeFiles(content, { 'new/b.yaml': 'b: 1\n' })],
  ])('is told with edits where a file is %s', (_, edit) => {
    const { content, commit } = makeRepository();
    commit({ 'a.yaml': 'a: 1\n', 'b.yaml': '' });
    edit(content);
    expect(findContentCommit(createGit(content))).toMatchObject({ isEdited: true });
  });

  it('has no edits where only what stands beside content was changed', () => {
    const { folder, content, commit } = makeRepository();
    commit({ 'a.yaml': 'a: 1\n' });
    writeFiles(folder, { 'README.md': 'x' });
    expect(findContentCommit(createGit(content))).toMatchObject({ isEdited: false });
  });

  it('is unknown without a commit or a repository', () => {
    expect(findContentCommit(createGit(makeRepository().content))).toBeUndefined();
    expect(findContentCommit(createGit(makeFolder()))).toBeUndefined();
  });
});
