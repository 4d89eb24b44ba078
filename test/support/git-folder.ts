import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { getCleanEnv } from '../setup/env.ts';
import { getFixture, makeFolder, writeFiles } from './content-folder.ts';

/** A repository of its own; every commit is made by nobody in particular, at one time unless told. */
export interface GitFolder {
  /** Top of the repository. */
  folder: string;
  /** The content folder in it. */
  content: string;
  git: (...args: string[]) => string;
  /** The same at a time (ISO, UTC) that a commit of it then has. */
  gitAt: (time: string, ...args: string[]) => string;
  /** Writes files of the content folder, by path from there, and commits everything. */
  commit: (files?: Record<string, string | Uint8Array>, time?: string, message?: string) => string;
}

const TIME = '2024-07-20T05:00:00Z';

const ENV = {
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.org',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.org',
  GIT_CONFIG_GLOBAL: '',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** An empty repository with the branch main, in an empty folder; by default in one that is gone when the test is over. */
export function makeRepository(folder = makeFolder()): GitFolder {
  const git = (...args: string[]) => runGit(folder, args);
  const gitAt = (time: string, ...args: string[]) => runGit(folder, args, '', time);
  const content = join(folder, 'content');
  mkdirSync(content);
  git('init', '-q', '-b', 'main', '.');
  const commit: GitFolder['commit'] = (files = {}, time = TIME, message = 'change') => {
    writeFiles(content, files);
    git('add', '-A');
    gitAt(time, 'commit', '-q', '--allow-empty', '-m', message);
    return git('rev-parse', 'HEAD');
  };
  return { folder, content, git, gitAt, commit };
}

/** The small valid site, committed on main, with a branch on top that is checked out. */
export function makeSiteRepository(): GitFolder {
  const repository = makeRepository();
  cpSync(getFixture('sites/minimal'), repository.content, { recursive: true });
  repository.commit();
  repository.git('checkout', '-q', '-b', 'report');
  return repository;
}

/** Runs git in a folder and gives what it prints; throws where it fails. */
export function runGit(
  folder: string,
  args: readonly string[],
  input: string | Uint8Array = '',
  time: string = TIME,
): string {
  const env = getCleanEnv({ ...ENV, GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time });
  const run = spawnSync('git', [...args], { cwd: folder, env, encoding: 'utf8', input });
  if (run.status !== 0) throw new Error(`git ${args.join(' ')}: ${run.stderr}`);
  return run.stdout.trim();
}
