import { cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGit } from '../forms/run-git.ts';

/**
 * A repository of its own with made-up content in an open year, so that no picture shows a real office or a real
 * report: the site of all charts with files that wait for the quarters to come. Returns its folder.
 */
export function makeRepository(site: string, year: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'chiwat-screenshots-'));
  const content = join(folder, 'content');
  mkdirSync(content);
  cpSync(site, content, { recursive: true });
  addStubs(join(content, 'reports', String(year)));
  const git = createGit(folder);
  for (const args of [
    ['init', '--quiet', '--initial-branch', 'main'],
    ['config', 'user.name', 'Chiwat'],
    ['config', 'user.email', 'forms@localhost'],
    ['config', 'commit.gpgSign', 'false'],
    ['add', '--all'],
    ['commit', '--quiet', '--message', 'Made-up content'],
  ]) {
    const run = git(...args);
    if (!run.isGood) throw new Error(`git ${args.join(' ')}: ${run.error}`);
  }
  return folder;
}

/** As a new fiscal year has them: an empty report for each quarter that has none. */
function addStubs(year: string): void {
  for (const agency of readdirSync(year)) {
    for (const indicator of readdirSync(join(year, agency))) {
      const folder = join(year, agency, indicator);
      const there = readdirSync(folder);
      for (const file of ['q1.mdx', 'q2.mdx', 'q3.mdx', 'q4.mdx'].filter((name) => !there.includes(name))) {
        writeFileSync(join(folder, file), '---\n---\n');
      }
    }
  }
}
