import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFollowed } from '#data/git-digests.ts';
import { readContent } from '#data/read-content.ts';
import { readDifference } from '#data/read-difference.ts';
import { checkHead, openRange } from '#data/read-revision.ts';
import { createGit } from '#data/run-git.ts';
import { checkChanges } from '#domain/checks/check-changes.ts';
import type { Issue } from '#domain/issue.ts';
import { createRandom } from '../../scripts/bench/random.ts';
import { getFixture, makeFolder } from '../support/content-folder.ts';
import { damageContent } from '../support/damage-content.ts';
import { makeSiteRepository } from '../support/git-folder.ts';

const TODAY = '2024-07-20';

/** What a change does to the record: codes with their places. How figures are typed needs the texts, which only one way has. */
function tell(issues: readonly Issue[]): string[] {
  return issues.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`);
}

/** Both states read to the end and held against each other: slow, and nothing can be left out. */
function compareAll(base: string, head: string): string[] {
  return tell(checkChanges({ base: readContent(base), head: readContent(head), today: TODAY }));
}

/** The same from what git says has changed; of a part only there. */
function compareChanged(content: string, paths: string[] = [], head?: string): string[] {
  const range = openRange(content, { base: 'main', head, isExact: false });
  if ('problem' in range) throw new Error(range.problem);
  const difference = readDifference(range, checkHead(range, content, { paths }), content);
  return difference === undefined ? [] : tell(checkChanges({ ...difference, today: TODAY }));
}

describe('what git says has changed', () => {
  it('is enough, through any edits, on disk and in a commit, of everything and of a part', () => {
    const random = createRandom(10);
    const found = new Set<string>();
    for (let site = 0; site < 3; site++) {
      const { content, commit } = makeSiteRepository();
      const base = makeFolder();
      cpSync(getFixture('sites/minimal'), base, { recursive: true });
      for (let edit = 0; edit < 4; edit++) damageContent(content, random);
      const all = compareAll(base, content);
      for (const issue of all) found.add(issue.slice(0, 5));
      expect(compareChanged(content)).toEqual(all);
      const agency = random.pick(['reports/2567/public-works', 'reports/2566/public-works', 'reports/2567/finance']);
      const isIn = (issue: string) => issue.slice(6).startsWith(`${agency}/`);
      expect(compareChanged(content, [agency]).filter(isIn)).toEqual(all.filter(isIn));
      commit();
      expect(compareChanged(content, [], 'report')).toEqual(all);
    }
    for (const code of ['CW711', 'CW712', 'CW716']) expect(found).toContain(code);
  });

  it('counts a file that git follows no more, and one that stands nowhere but in its index', () => {
    const { content, git } = makeSiteRepository();
    git('rm', '-q', '-r', '--cached', 'content/reports/2567/finance');
    expect(compareChanged(content)).toEqual([]);
    const q1 = 'reports/2567/public-works/road-repair/q1.mdx';
    git('update-index', '--skip-worktree', `content/${q1}`);
    rmSync(join(content, q1));
    expect(compareChanged(content)).toEqual([`CW711 ${q1}:1:1`]);
  });

  it('is asked of a git that can tell: a failure is not taken for no change', () => {
    expect(() => listFollowed(createGit(makeFolder()), '', undefined)).toThrow('ls-files');
  });
});
