import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findRequest, readHistory } from '#data/git-history.ts';
import { createGit } from '#data/run-git.ts';
import { makeRepository } from '../support/git-folder.ts';

describe('the number of a pull or merge request', () => {
  test.each([
    ['Merge pull request #7 from than-thong/correct', '', 7],
    ['Target of road repair (#8)', '', 8],
    ['Revert "Target of road repair (#8)" (#9)', '', 9],
    ["Merge branch 'correct' into 'main'", 'Correct\n\nSee merge request city/site!12', 12],
    ["Merge branch 'correct' into 'main'", 'See merge request !13\n', 13],
    ["Merge pull request 'Correct' (#14) from city/correct into main", '', 14],
    ['Merged in correct (pull request #15)', '', 15],
  ])('is read from "%s"', (subject, body, request) => {
    expect(findRequest(subject, body)).toBe(request);
  });

  test.each([
    ['Figures of the second quarter', 'As asked in #3'],
    ['Revert "Target of road repair (#8)"', 'This reverts commit 1234.'],
    ['See (#4) for the rest', ''],
    ['Merge branch correct', 'as in See merge request city/site!12 of last week'],
  ])('is none in "%s"', (subject, body) => {
    expect(findRequest(subject, body)).toBeUndefined();
  });
});

describe('the commits of a content folder', () => {
  test('are followed into the folder that it lay in before, the top of the repository too', () => {
    const { folder, git, commit } = makeRepository();
    const first = commit({ 'site.yaml': 'a\n', 'agencies/one.yaml': 'b\n' });
    git('mv', 'content/site.yaml', 'content/agencies', '.');
    const second = commit();
    renameSync(join(folder, 'site.yaml'), join(folder, 'content', 'site.yaml'));
    const third = commit();
    const told = readHistory(createGit(folder), third, 'content').map(({ id, files }) => {
      const written = files.filter(({ digest }) => digest !== undefined).map(({ file }) => file);
      return [id, written.filter((file) => !file.startsWith('content/'))];
    });
    expect(told).toEqual([
      [first, ['agencies/one.yaml', 'site.yaml']],
      [second, ['agencies/one.yaml', 'site.yaml']],
      [third, ['site.yaml']],
    ]);
  });

  test('give the same whatever the user has set git to', () => {
    const { folder, git, commit } = makeRepository();
    commit({ 'site.yaml': 'a\n' });
    const head = commit(
      { 'site.yaml': 'b\n', 'reports/ผล.mdx': 'c\n' },
      undefined,
      'Merged (#5)\n\nlong\n:100644 body',
    );
    const plain = readHistory(createGit(folder), head, 'content');
    const settings = {
      'log.follow': 'true',
      'log.showRoot': 'false',
      'log.showSignature': 'true',
      'log.diffMerges': 'off',
      'color.ui': 'always',
      'diff.renames': 'copies',
      'diff.noprefix': 'true',
      'format.pretty': 'oneline',
      'core.quotePath': 'true',
      'i18n.logOutputEncoding': 'TIS-620',
    };
    for (const [key, value] of Object.entries(settings)) git('config', key, value);
    expect(readHistory(createGit(folder), head, 'content')).toEqual(plain);
    expect(plain.map(({ request, files }) => [request, files.map(({ file }) => file)])).toEqual([
      [undefined, ['site.yaml']],
      [5, ['reports/ผล.mdx', 'site.yaml']],
    ]);
  });
});
