import { existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listTree, readBlobs, withContent } from '#data/git-content.ts';
import { createGit, type RunGit } from '#data/run-git.ts';
import { findIssues } from '../support/content-folder.ts';
import { makeRepository, makeSiteRepository } from '../support/git-folder.ts';

const Q2 = 'reports/2567/public-works/road-repair/q2.mdx';
const PDF = 'reports/2567/public-works/road-repair/log.pdf';

describe('the content of a revision', () => {
  test('is read as a checkout of it is, byte for byte, whatever stands in the working tree', () => {
    const { folder, content, git, commit } = makeSiteRepository();
    const before = readFileSync(join(content, Q2));
    commit({ [Q2]: '---\nresult: 99\n---\n' });
    withContent(createGit(folder), git('rev-parse', 'main'), 'content', (extracted) => {
      expect(readFileSync(join(extracted?.folder ?? '', Q2)).equals(before)).toBe(true);
      expect(findIssues(extracted?.folder ?? '')).toEqual([]);
      expect(extracted?.leftOut).toEqual([]);
    });
  });

  test('keeps of evidence its first bytes and its size, so that the checker says the same of it', () => {
    const { folder, git, commit } = makeSiteRepository();
    const bytes = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(50_000, 0xff)]);
    commit({ [PDF]: bytes, 'reports/2567/public-works/road-repair/road.png': 'no picture' });
    withContent(createGit(folder), git('rev-parse', 'HEAD'), 'content', (extracted) => {
      const path = join(extracted?.folder ?? '', PDF);
      expect(statSync(path).size).toBe(bytes.length);
      expect(readFileSync(path).subarray(0, 9).toString()).toBe('%PDF-1.4\n');
      expect(findIssues(extracted?.folder ?? '')).toEqual(['CW510 reports/2567/public-works/road-repair/road.png:1:1']);
    });
  });

  test('has links that lead nowhere: refused by the checker, followed by nobody', () => {
    const { folder, content, git, commit } = makeSiteRepository();
    symlinkSync('../../../../../site.yaml', join(content, 'reports/2567/finance/e-receipt/q3.mdx'));
    symlinkSync('..', join(content, 'reports/2567/more'));
    commit();
    withContent(createGit(folder), git('rev-parse', 'HEAD'), 'content', (extracted) => {
      const at = extracted?.folder ?? '';
      expect(lstatSync(join(at, 'reports/2567/more')).isSymbolicLink()).toBe(true);
      expect(existsSync(join(at, 'reports/2567/more'))).toBe(false);
      expect(findIssues(at)).toEqual([
        'CW102 reports/2567/finance/e-receipt/q3.mdx:1:1',
        'CW102 reports/2567/more:1:1',
      ]);
    });
  });

  test('takes names as they are: spaces, quotes, line breaks, Thai', () => {
    const { folder, git, commit } = makeRepository();
    const names = ['a b.yaml', 'say "so".yaml', 'two\nlines.yaml', 'รายงาน.yaml', '-dash.yaml'];
    commit(Object.fromEntries(names.map((name) => [`plan/${name}`, name])));
    withContent(createGit(folder), git('rev-parse', 'HEAD'), 'content', (extracted) => {
      expect(readdirSync(join(extracted?.folder ?? '', 'plan')).sort()).toEqual([...names].sort());
    });
  });

  test('is gone afterwards, also when its reader fails', () => {
    const { folder, git } = makeSiteRepository();
    let at = '';
    const fail = () =>
      withContent(createGit(folder), git('rev-parse', 'HEAD'), 'content', (extracted) => {
        at = extracted?.folder ?? '';
        throw new Error('no');
      });
    expect(fail).toThrow('no');
    expect(at).not.toBe('');
    expect(existsSync(at)).toBe(false);
  });

  test('is undefined where the revision has no such folder, and may be the whole repository', () => {
    const { folder, git } = makeSiteRepository();
    const commit = git('rev-parse', 'HEAD');
    expect(withContent(createGit(folder), commit, 'elsewhere', (extracted) => extracted)).toBeUndefined();
    expect(listTree(createGit(folder), commit, '')?.map(({ file }) => file)).toContain('content/site.yaml');
  });

  test('never leaves its folder: a tree made by hand cannot lead out of it or write through a link', () => {
    const blob = 'b'.repeat(40);
    const record = (mode: string, file: string) => `${mode} blob ${blob}       4\t${file}\0`;
    const tree = ['../out.yaml', 'plan/../../out.yaml', '/plan/out.yaml', '.git/config']
      .map((file) => record('100644', file))
      .concat(record('120000', 'plan'), record('100644', 'plan/in.yaml'), `160000 commit ${blob}       -\tmodule\0`);
    const git: RunGit = ([command]) => {
      const stdout = command === 'ls-tree' ? tree.join('') : `${blob} blob 4\nname\n`;
      return { status: 0, stdout: Buffer.from(stdout), stderr: '' };
    };
    withContent(git, 'c', 'content', (extracted) => {
      const at = extracted?.folder ?? '';
      expect(readdirSync(at, { recursive: true, encoding: 'utf8' }).sort()).toEqual(['plan', 'plan/in.yaml']);
      expect(existsSync(join(at, '../out.yaml'))).toBe(false);
      expect(extracted?.leftOut).toEqual([
        { file: 'module', reason: 'module' },
        { file: 'plan', reason: 'EEXIST' },
      ]);
    });
  });
});

describe('objects', () => {
  test('are read in batches of bounded size; one that is not here is told without bytes', () => {
    const { folder, git, commit } = makeRepository();
    commit({ 'plan/a.yaml': 'one\n', 'plan/b.yaml': Buffer.from([0, 10, 255, 10]) });
    const digests = ['a', 'b'].map((name) => git('rev-parse', `HEAD:content/plan/${name}.yaml`));
    const asked: number[] = [];
    const counting: RunGit = (args, input = '') => {
      asked.push(input.trim().split('\n').length);
      return createGit(folder)(args, input);
    };
    const seen: (string | undefined)[] = [];
    const big = 30 * 1024 * 1024;
    const blobs = [digests[0], '0'.repeat(40), digests[1]].map((digest = '') => ({ digest, bytes: big }));
    readBlobs(counting, blobs, (_, bytes) => seen.push(bytes && Buffer.from(bytes).toString('hex')));
    expect(seen).toEqual(['6f6e650a', undefined, '000aff0a']);
    expect(asked).toEqual([1, 1, 1]);
  });
});
