import { findLine, type RunGit } from './run-git.ts';

/** A commit and the name under which somebody asked for it. */
export interface Revision {
  revision: string;
  commit: string;
}

/** Two states of one repository to compare. */
export interface Range {
  /** Top of the repository. */
  root: string;
  /** The content folder from there, without a slash at the end; '' where it is the repository itself. */
  prefix: string;
  /** What the comparison starts from: the merge base, or the revision itself. */
  base: Revision & { isMergeBase: boolean };
  /** Where it ends; without a revision the working tree on top of this commit. */
  head: { revision?: string; commit: string };
}

export interface RangeWishes {
  base?: string | undefined;
  head?: string | undefined;
  /** Start from the base itself, not from where head left it. */
  isExact: boolean;
}

/** Why there is no repository to look at. */
export interface RepositoryProblem {
  problem: 'no-git' | 'no-repository' | 'not-trusted';
}

/** Why two states cannot be compared. */
export type RangeProblem =
  | RepositoryProblem
  | { problem: 'no-commit' | 'no-default' }
  | { problem: 'unknown-revision' | 'unknown-in-shallow'; revision: string }
  | { problem: 'shallow' | 'unrelated'; revision: string; head: string };

/** Finds the repository that git stands in, and where in it. */
export function findRepository(git: RunGit): Pick<Range, 'root' | 'prefix'> | RepositoryProblem {
  if (git(['--version']).status !== 0) return { problem: 'no-git' };
  const root = findLine(git, ['rev-parse', '--show-toplevel']);
  if (root === undefined) return { problem: isDistrusted(git) ? 'not-trusted' : 'no-repository' };
  return { root, prefix: (findLine(git, ['rev-parse', '--show-prefix']) ?? '').replace(/\/$/, '') };
}

/** Finds the repository that a content folder lies in and the two states of it. `git` stands in that folder. */
export function findRange(git: RunGit, wishes: RangeWishes): Range | RangeProblem {
  const repository = findRepository(git);
  if ('problem' in repository) return repository;
  const { root, prefix } = repository;
  const head = findCommit(git, wishes.head ?? 'HEAD');
  if (head === undefined)
    return wishes.head === undefined ? { problem: 'no-commit' } : explainUnknown(git, wishes.head);
  const revision = wishes.base ?? findDefaultBranch(git);
  if (revision === undefined) return { problem: 'no-default' };
  const tip = findCommit(git, revision);
  if (tip === undefined) return explainUnknown(git, revision);
  const end = { ...(wishes.head === undefined ? {} : { revision: wishes.head }), commit: head };
  if (wishes.isExact) return { root, prefix, base: { revision, commit: tip, isMergeBase: false }, head: end };
  const commit = findLine(git, ['merge-base', tip, head]);
  if (commit !== undefined) return { root, prefix, base: { revision, commit, isMergeBase: true }, head: end };
  return { problem: isShallow(git) ? 'shallow' : 'unrelated', revision, head: wishes.head ?? 'HEAD' };
}

/** Id of the commit that a revision names. */
export function findCommit(git: RunGit, revision: string): string | undefined {
  // A dash would make an option of it.
  if (revision.startsWith('-')) return undefined;
  return findLine(git, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
}

/** What the remote calls its default branch: origin's, or that of the only remote. */
function findDefaultBranch(git: RunGit): string | undefined {
  const remotes = (findLine(git, ['remote']) ?? '').split('\n');
  const remote = remotes.includes('origin') ? 'origin' : remotes.length === 1 ? remotes[0] : undefined;
  if (remote === undefined || remote === '') return undefined;
  const branch = findLine(git, ['symbolic-ref', '--quiet', '--short', `refs/remotes/${remote}/HEAD`]);
  return branch !== undefined && findCommit(git, branch) !== undefined ? branch : undefined;
}

/** Git reads no repository of another user until its owner is trusted. */
function isDistrusted(git: RunGit): boolean {
  return git(['rev-parse', '--show-toplevel']).stderr.includes('safe.directory');
}

function explainUnknown(git: RunGit, revision: string): RangeProblem {
  return { problem: isShallow(git) ? 'unknown-in-shallow' : 'unknown-revision', revision };
}

/** Whether a clone holds only the newest commits. */
export function isShallow(git: RunGit): boolean {
  return findLine(git, ['rev-parse', '--is-shallow-repository']) === 'true';
}
