import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { compareRevisions } from '../../scripts/impact/compare-revisions.ts';
import { parseOptions } from '../../scripts/impact/options.ts';
import { makeFolder } from '../support/content-folder.ts';
import { makeSiteRepository, runGit } from '../support/git-folder.ts';

/** What a call answers that cannot be carried out. */
function fail(content: string, args: string[], env: NodeJS.ProcessEnv = {}): string {
  try {
    const options = parseOptions(['--content', content, '--no-cache', ...args], env);
    if (options !== 'help') compareRevisions(options, undefined);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('it was carried out');
}

describe('what cannot be compared says what to type', () => {
  afterEach(() => vi.unstubAllEnvs());

  test('options and days that nobody knows', () => {
    const content = makeFolder();
    expect(fail(content, ['--format', 'xml'])).toBe('--format ใช้ได้เฉพาะ markdown, json แต่พบ “xml”');
    expect(fail(content, ['--lang', 'de'])).toContain('--lang ใช้ได้เฉพาะ th, en');
    expect(fail(content, [], { CHIWAT_TODAY: '22-11-2026' })).toContain('YYYY-MM-DD เช่น 2021-01-31 แต่พบ “22-11-2026”');
    expect(fail(content, ['--today', '2569-11-22', '--lang', 'en'])).toContain('day of the common era');
    expect(fail(join(content, 'none'), [])).toContain('ระบุโฟลเดอร์เนื้อหาด้วย --content DIR');
  });

  test('no repository, no default branch, no common history, no git', () => {
    const { content, git } = makeSiteRepository();
    expect(fail(makeFolder(), ['--base', 'main', '--lang', 'en'])).toContain('lies in no git repository');
    expect(fail(content, [])).toContain('git remote set-head origin --auto');
    git('checkout', '-q', '--orphan', 'alone');
    git('commit', '-q', '-m', 'alone');
    expect(fail(content, ['--base', 'main'])).toContain('เติม --exact');
    vi.stubEnv('PATH', '');
    expect(fail(content, ['--base', 'main'])).toContain('git-scm.com');
  });

  test('a shallow copy', () => {
    const { folder, git, commit } = makeSiteRepository();
    commit();
    git('checkout', '-q', 'main');
    commit({ 'plan/new-plan.yaml': '' });
    const copy = join(makeFolder(), 'copy');
    runGit(folder, ['clone', '-q', '--depth', '1', '--no-single-branch', `file://${folder}`, copy]);
    expect(fail(join(copy, 'content'), ['--base', 'origin/report'])).toContain('พิมพ์ git fetch --unshallow แล้วสั่งใหม่');
  });
});

test('the content is found in its own repository through a link to it as well', () => {
  const repository = makeSiteRepository();
  const content = join(makeFolder(), 'linked');
  symlinkSync(repository.content, content);
  const options = parseOptions(['--content', content, '--base', 'main', '--no-cache'], {});
  if (options === 'help') throw new Error('no help was asked for');
  expect(compareRevisions(options, undefined).range).toMatchObject({ root: repository.folder, prefix: 'content' });
});
