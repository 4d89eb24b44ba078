import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createGit, type RunGit } from './run-git.ts';
import { FormsError, type FormsWording } from './wording.ts';

/** The branch of the copy that the form starts from, whatever it is called in the repository. */
export const BASE_BRANCH = 'main';

/** Begins the names of branches that hold what was saved in the form. */
export const SAVED = 'cms/';

const HEADS = 'refs/heads/';

/** In the copy: the commit of each saved branch that the repository has. */
export const DELIVERED = 'refs/delivered/';

export interface RepositoryState {
  /** Where HEAD is: a branch, or undefined on none. */
  branch: string | undefined;
  commit: string;
  /** How many files differ from the last commit. */
  changed: number;
}

/** Looks at the repository that a folder is the top of. Throws FormsError where forms cannot be opened for it. */
export function readRepository(folder: string, word: FormsWording): RepositoryState {
  const git = createGit(folder);
  if (!git('version').isGood) throw new FormsError(word('run.no-git'));
  const top = git('rev-parse', '--show-toplevel');
  if (!top.isGood) throw new FormsError(word('run.no-repository', { folder }));
  if (!isTop(git, folder)) {
    throw new FormsError(word('run.not-top', { folder: top.output }));
  }
  const head = git('rev-parse', '--verify', '--short', 'HEAD');
  if (!head.isGood) throw new FormsError(word('run.no-commit'));
  const branch = git('symbolic-ref', '--quiet', '--short', 'HEAD');
  const status = git('status', '--porcelain').output;
  return {
    branch: branch.isGood ? branch.output : undefined,
    commit: head.output,
    changed: status === '' ? 0 : status.split('\n').length,
  };
}

/**
 * Makes a copy of the repository at its last commit, for the form's back end to switch and commit in: it adds all it finds.
 * Branches that were saved earlier come along. Returns the name that saved work is signed with where git knows none.
 */
export function copyRepository(folder: string, copy: string): string | undefined {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(dirname(copy), { recursive: true });
  const own = createGit(folder);
  must(own('clone', '--quiet', '--local', '--no-checkout', '--no-tags', folder, copy));
  const git = createGit(copy);
  // Hooks and signatures of the person's own settings are not for a program that saves.
  must(git('config', 'core.hooksPath', '.git/no-hooks'));
  must(git('config', 'commit.gpgSign', 'false'));
  const signed = signAs(own, git);
  must(git('checkout', '--quiet', '-B', BASE_BRANCH, own('rev-parse', 'HEAD').output));
  must(git('fetch', '--quiet', 'origin', `+refs/heads/${SAVED}*:refs/heads/${SAVED}*`));
  for (const [branch, commit] of listSaved(git)) {
    must(git('update-ref', `${DELIVERED}${branch}`, commit));
    // Where the form's back end keeps how far a branch is; git does not carry it from one repository to another.
    must(git('config', `branch.${branch}.description`, 'decap-cms/draft'));
  }
  return signed;
}

/** Branches that hold saved work, with the commit each is at; or what was noted of them in another place. */
export function listSaved(git: RunGit, place: typeof HEADS | typeof DELIVERED = HEADS): Map<string, string> {
  const { output } = git('for-each-ref', '--format=%(objectname) %(refname)', `${place}${SAVED}`);
  const lines = output === '' ? [] : output.split('\n');
  return new Map(
    lines.map((line) => [line.slice(line.indexOf(' ') + 1 + place.length), line.slice(0, line.indexOf(' '))]),
  );
}

const NAMELESS = { name: 'Chiwat forms', email: 'forms@localhost' };

function signAs(own: RunGit, git: RunGit): string | undefined {
  const found = { name: own('config', 'user.name').output, email: own('config', 'user.email').output };
  const { name, email } = found.name === '' || found.email === '' ? NAMELESS : found;
  must(git('config', 'user.name', name));
  must(git('config', 'user.email', email));
  return name === NAMELESS.name ? `${name} <${email}>` : undefined;
}

function must({ isGood, error }: ReturnType<RunGit>): void {
  if (!isGood) throw new FormsError(error);
}

/** Whether an earlier copy is there. What is left of one is none: git would take the repository around it for it. */
export function isCopied(copy: string): boolean {
  return isTop(createGit(copy), copy);
}

function isTop(git: RunGit, folder: string): boolean {
  const top = git('rev-parse', '--show-toplevel');
  return top.isGood && realpathSync(resolve(top.output)) === realpathSync(folder);
}
