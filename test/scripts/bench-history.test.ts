import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readContent } from '#data/read-content.ts';
import { createGit } from '#data/run-git.ts';
import { isError } from '#domain/issue.ts';
import { TODAY } from '../../scripts/bench/build-settings.ts';
import { digestFiles, listDifferences } from '../../scripts/bench/compare-folders.ts';
import { generateCity } from '../../scripts/bench/generate-city.ts';
import { commitContent, commitEdit } from '../../scripts/bench/generate-history.ts';

const folder = mkdtempSync(join(tmpdir(), 'chiwat-bench-history-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('content gets a history that ends in it, before the day of the builds, and one change on top', () => {
  const [repository, given] = [join(folder, 'repository'), join(folder, 'given')];
  const content = join(repository, 'content');
  generateCity(content, { indicators: 12, years: 2, seed: 1 });
  cpSync(content, given, { recursive: true });
  commitContent(repository, 140, 1);
  expect(listDifferences(digestFiles(given), digestFiles(content))).toEqual([]);
  const git = createGit(repository);
  const list = (...args: string[]) => git(args).stdout.toString('utf8').trim().split('\n');
  const days = list('log', '--first-parent', '--format=%cs');
  expect(days).toHaveLength(140);
  expect(days.every((day) => day < TODAY)).toBe(true);
  const edits = list('log', '--first-parent', '--diff-filter=M', '--format=%s');
  expect(edits.some((subject) => subject.startsWith('Correct a figure'))).toBe(true);

  const report = commitEdit(repository);
  expect(listDifferences(digestFiles(given), digestFiles(content))).toEqual([report]);
  expect(readFileSync(join(given, report), 'utf8').split('\n').length).toBe(
    readFileSync(join(content, report), 'utf8').split('\n').length,
  );
  expect(list('show', '--name-only', '--format=')).toEqual([`content/${report}`]);
  expect(readContent(content).issues.filter(isError)).toEqual([]);
});
