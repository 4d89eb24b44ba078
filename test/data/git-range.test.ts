import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findRange } from '#data/git-range.ts';
import { createGit } from '#data/run-git.ts';
import { makeFolder } from '../support/content-folder.ts';
import { makeRepository, runGit } from '../support/git-folder.ts';

const TEXT = { 'site.yaml': 'name: a\n' };

/** main with two commits, the branch report leaving it after the first. */
function makeBranches() {
  const repository = makeRepository();
  const { git, commit } = repository;
  const left = commit(TEXT);
  git('checkout', '-q', '-b', 'report');
  const head = commit({ 'plan/a.yaml': 'name: a\n' });
  git('checkout', '-q', 'main');
  const tip = commit({ 'plan/b.yaml': 'name: b\n' });
  git('checkout', '-q', 'report');
  return { ...repository, left, head, tip };
}

/** A copy of it with only the newest commits. */
function makeShallowCopy(): { folder: string; content: string } {
  const { folder } = makeBranches();
  const copy = join(makeFolder(), 'copy');
  runGit(folder, ['clone', '-q', '--depth', '1', '--no-single-branch', `file://${folder}`, copy]);
  return { folder: copy, content: join(copy, 'content') };
}

describe('the two states of a comparison', () => {
  test('begin where the head left the base, not at its tip', () => {
    const { folder, content, left, head } = makeBranches();
    expect(findRange(createGit(content), { base: 'main', isExact: false })).toEqual({
      root: folder,
      prefix: 'content',
      base: { revision: 'main', commit: left, isMergeBase: true },
      head: { commit: head },
    });
  });

  test('begin at the base itself where that is asked for', () => {
    const { content, tip, left } = makeBranches();
    const range = findRange(createGit(content), { base: 'main', head: 'HEAD~1', isExact: true });
    expect(range).toMatchObject({
      base: { commit: tip, isMergeBase: false },
      head: { revision: 'HEAD~1', commit: left },
    });
  });

  test('are those of the repository that the content lies in, though a hook speaks of another', () => {
    const { folder, content } = makeBranches();
    process.env.GIT_DIR = join(makeRepository().folder, '.git');
    try {
      expect(findRange(createGit(content), { base: 'main', isExact: false })).toMatchObject({ root: folder });
    } finally {
      delete process.env.GIT_DIR;
    }
  });

  test('begin at the remote’s default branch when nobody names a base', () => {
    const { folder, left } = makeBranches();
    runGit(folder, ['checkout', '-q', 'main']);
    const copy = join(makeFolder(), 'copy');
    runGit(folder, ['clone', '-q', `file://${folder}`, copy]);
    runGit(copy, ['checkout', '-q', 'report']);
    const range = findRange(createGit(join(copy, 'content')), { isExact: false });
    expect(range).toMatchObject({ base: { revision: 'origin/main', commit: left } });
  });

  test('cannot be found without git, repository, commit, base or common history, and each is told apart', () => {
    const { content, git } = makeBranches();
    const find = (folder: string, wishes = {}) => findRange(createGit(folder), { isExact: false, ...wishes });
    expect(findRange(() => ({ status: 127, stdout: Buffer.alloc(0), stderr: '' }), { isExact: false })).toEqual({
      problem: 'no-git',
    });
    expect(find(makeFolder())).toEqual({ problem: 'no-repository' });
    expect(find(makeRepository().content)).toEqual({ problem: 'no-commit' });
    expect(find(content)).toEqual({ problem: 'no-default' });
    expect(find(content, { base: 'mian' })).toEqual({ problem: 'unknown-revision', revision: 'mian' });
    expect(find(content, { base: '--all' })).toEqual({ problem: 'unknown-revision', revision: '--all' });
    expect(find(content, { base: 'main', head: 'gone' })).toEqual({ problem: 'unknown-revision', revision: 'gone' });
    git('checkout', '-q', '--orphan', 'alone');
    git('commit', '-q', '-m', 'alone');
    expect(find(content, { base: 'main' })).toEqual({ problem: 'unrelated', revision: 'main', head: 'HEAD' });
  });

  test('cannot be found in a shallow copy, which says so instead of guessing', () => {
    const { content } = makeShallowCopy();
    const find = (base: string) => findRange(createGit(content), { base, isExact: false });
    expect(find('origin/main')).toEqual({ problem: 'shallow', revision: 'origin/main', head: 'HEAD' });
    expect(find('HEAD~1')).toEqual({ problem: 'unknown-in-shallow', revision: 'HEAD~1' });
  });

  test('may have the repository itself as content folder, or one deep inside', () => {
    const { folder, commit } = makeRepository();
    commit(TEXT);
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    const find = (at: string) => findRange(createGit(at), { base: 'main', isExact: false });
    expect(find(folder)).toMatchObject({ prefix: '' });
    expect(find(join(folder, 'a/b'))).toMatchObject({ root: folder, prefix: 'a/b' });
  });
});
