import { statSync } from 'node:fs';
import { join } from 'node:path';
import { findContentCommit } from '#data/content-commit.ts';
import { withContent } from '#data/git-content.ts';
import { readLedger } from '#data/ledger.ts';
import { type ReadOptions, readContent } from '#data/read-content.ts';
import { createGit, findLine, type RunGit } from '#data/run-git.ts';
import type { Dataset } from '#domain/dataset.ts';
import { isError } from '#domain/issue.ts';
import type { Ledger } from '#domain/ledger/ledger.ts';
import type { Integrity } from './read-integrity.ts';

/** Why receipts are not held against content. */
export type NoContent =
  /** The site does not say which commit it is of. */
  | 'no-commit'
  /** The site was built from content that was never committed. */
  | 'edited'
  /** There is no content folder here that lies in a repository. */
  | 'no-repository'
  /** The repository here is no clone of all: the commit may be among what it lacks. */
  | 'shallow'
  /** The repository here holds no such commit. */
  | 'unknown-commit'
  /** That commit has no content folder. */
  | 'no-folder'
  /** Content has errors, or not all of it is here. */
  | 'unreadable';

/** Content to hold receipts against, and its history where that is known to be the site's own. */
export type FoundContent =
  | { state: 'found'; dataset: Dataset; from: 'folder' | 'commit'; ledger?: Ledger }
  | { state: 'none'; reason: NoContent };

/** Where content of a commit is looked for when none is named. */
const CONTENT = 'content';

const CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'chiwat');

/** Content as it stands in a folder. */
export function readFolder(folder: string, onProgress?: ReadOptions['onProgress'], hasHistory = false): FoundContent {
  const reading = onProgress === undefined ? { cache: CACHE } : { cache: CACHE, onProgress };
  const { dataset, entries, issues } = readContent(folder, reading);
  if (issues.some(isError)) return { state: 'none', reason: 'unreadable' };
  if (!hasHistory) return { state: 'found', dataset, from: 'folder' };
  const timeZone = dataset.site?.data.timeZone ?? 'UTC';
  // Nothing is edited, so no day is asked for.
  const ledger = readLedger({ content: folder, entries, timeZone, today: '', cache: CACHE });
  return { state: 'found', dataset, from: 'folder', ledger };
}

/** Content of the commit that a site names: as it stands in ./content where that is the same, else from git's objects. */
export function findContent({ commit, isEdited }: Integrity, onProgress?: ReadOptions['onProgress']): FoundContent {
  if (commit === undefined) return { state: 'none', reason: 'no-commit' };
  const git = createRepository();
  if (git === undefined) return { state: 'none', reason: isEdited ? 'edited' : 'no-repository' };
  if (findLine(git, ['rev-parse', '--verify', '--quiet', `${commit}^{commit}`]) === undefined) {
    const isShallow = findLine(git, ['rev-parse', '--is-shallow-repository']) !== 'false';
    return { state: 'none', reason: isShallow ? 'shallow' : 'unknown-commit' };
  }
  if (isEdited) return { state: 'none', reason: 'edited' };
  const here = findContentCommit(git);
  const isHere = here?.id === commit && !here.isEdited;
  return isHere ? readFolder(CONTENT, onProgress, true) : readCommit(git, commit, onProgress);
}

/** Git in ./content where that is a folder of a repository. */
function createRepository(): RunGit | undefined {
  if (!statSync(CONTENT, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const git = createGit(CONTENT);
  return findLine(git, ['rev-parse', '--show-toplevel']) === undefined ? undefined : git;
}

function readCommit(git: RunGit, commit: string, onProgress: ReadOptions['onProgress']): FoundContent {
  const root = findLine(git, ['rev-parse', '--show-toplevel']) ?? '.';
  const prefix = (findLine(git, ['rev-parse', '--show-prefix']) ?? '').replace(/\/$/, '');
  return withContent(createGit(root), commit, prefix, (extracted): FoundContent => {
    if (extracted === undefined) return { state: 'none', reason: 'no-folder' };
    if (extracted.leftOut.length > 0) return { state: 'none', reason: 'unreadable' };
    const found = readFolder(extracted.folder, onProgress);
    return found.state === 'none' ? found : { ...found, from: 'commit' };
  });
}
