import { BASE_BRANCH, DELIVERED, listSaved } from './copy-repository.ts';
import { createGit, type RunGit } from './run-git.ts';

/** A saved branch that is in the repository now, or could not be brought there. */
export interface Delivery {
  /** The branch of the repository. */
  branch: string;
  /** The name it was saved under, where the repository's own branch of that name was left alone. */
  wanted?: string;
  /** Files that it changes, from the top of the repository. */
  files: string[];
  /** Why it is not in the repository. */
  problem?: string;
}

/**
 * Brings what was saved in the copy into the repository, each time it is called. A branch that somebody has changed there, or
 * has open, is left as it is: the saved work then gets a branch of its own.
 */
export function createDelivery(folder: string, copy: string): () => Delivery[] {
  const [own, git] = [createGit(folder), createGit(copy)];
  // The repository may have been moved, and its copy in it, since the copy was made.
  git('remote', 'set-url', 'origin', folder);
  const tried = new Map<string, string>();
  return () => {
    const delivered = listSaved(git, DELIVERED);
    const waiting = [...listSaved(git)].filter(
      ([branch, commit]) => delivered.get(branch) !== commit && tried.get(branch) !== commit,
    );
    // A branch begins where the form started; its first commit comes a moment later.
    const saved = waiting.filter(
      ([, commit]) => git('rev-list', '--max-count=1', `${BASE_BRANCH}..${commit}`).output !== '',
    );
    return saved.map(([branch, commit]) => {
      tried.set(branch, commit);
      return deliver({ own, git, branch, commit, before: delivered.get(branch) ?? '' });
    });
  };
}

interface Parcel {
  own: RunGit;
  git: RunGit;
  branch: string;
  commit: string;
  /** The commit that was brought there before; '' where none was. Only that may be replaced. */
  before: string;
}

function deliver({ own, git, branch, commit, before }: Parcel): Delivery {
  const changed = git('diff', '--name-only', `${BASE_BRANCH}...${commit}`).output;
  const files = changed.split('\n').filter(Boolean);
  const lease = `--force-with-lease=refs/heads/${branch}:${before}`;
  const isOpen = own('symbolic-ref', '--quiet', '--short', 'HEAD').output === branch;
  const isTaken = !isOpen && git('push', '--quiet', lease, 'origin', `${commit}:refs/heads/${branch}`).isGood;
  const other = `${branch}-${commit.slice(0, 7)}`;
  const push = isTaken ? undefined : git('push', '--quiet', 'origin', `${commit}:refs/heads/${other}`);
  if (push !== undefined && !push.isGood) return { branch: other, wanted: branch, files, problem: push.error };
  git('update-ref', `${DELIVERED}${branch}`, commit);
  return push === undefined ? { branch, files } : { branch: other, wanted: branch, files };
}
