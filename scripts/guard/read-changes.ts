import { createGit, findLine, type RunGit } from '#data/run-git.ts';
import { UsageError } from '../call.ts';

/** A file that a pull request adds, changes or takes away. */
export interface Change {
  /** Path from the top of the repository; bytes that are no UTF-8 stand as �. */
  path: string;
  isUtf8: boolean;
  isAdded: boolean;
  isDeleted: boolean;
  /** Git's mode after the change: 100644, 100755, 120000 (link), 160000 (submodule). */
  mode: string;
  /** Size after the change; 0 where nothing is left or nothing is kept here. */
  bytes: number;
}

export interface Changes {
  changed: Change[];
  /** Paths of all files once the pull request is in. */
  all: string[];
}

/** Most bytes that git may print: a hundred thousand long names. */
const MOST_OUTPUT = 256 * 1024 * 1024;

/**
 * What `head` changes since it left `base`. Reads objects of the repository only: nothing is checked out, and no
 * filter, hook or attribute of the pull request is asked. Throws UsageError for a commit that is not there.
 */
export function readChanges(repo: string, base: string, head: string): Changes {
  const git = createGit(repo, MOST_OUTPUT);
  const [from, to] = [resolveCommit(git, repo, base), resolveCommit(git, repo, head)];
  const starts = findLine(git, ['merge-base', '--all', from, to]);
  if (starts === undefined) {
    throw new UsageError(`"${base}" and "${head}" have no commit in common; fetch the whole history of both.`);
  }
  // A branch that merged twice may have left its base in several places, and take back what the base got from one of
  // them: what differs from any of these counts.
  const found = mergeChanges(starts.split('\n').flatMap((start) => listChanges(git, start, to)));
  const sizes = measure(git, [...new Set(found.filter(({ isKept }) => isKept).map(({ object }) => object))]);
  return {
    changed: found.map(({ object, isKept, ...change }) => ({ ...change, bytes: sizes.get(object) ?? 0 })),
    all: splitZero(getOutput(git, ['ls-tree', '-r', '-z', '--name-only', to])).map(String),
  };
}

type FoundChange = ReturnType<typeof parseChange>;

/** Changes since a commit, each by the bytes of its name. */
function listChanges(git: RunGit, start: string, to: string): [string, FoundChange][] {
  const raw = splitZero(getOutput(git, ['diff-tree', '-r', '-z', '--raw', '--no-renames', start, to]));
  return pair(raw).map(([about, name]) => [name.toString('latin1'), parseChange(about.toString(), name)]);
}

/** Each file once; added where it is for any of the commits that were compared with. */
function mergeChanges(changes: readonly [string, FoundChange][]): FoundChange[] {
  const byName = new Map<string, FoundChange>();
  for (const [name, change] of changes) {
    const isAdded = change.isAdded || byName.get(name)?.isAdded === true;
    byName.set(name, { ...change, isAdded });
  }
  return [...byName.values()];
}

/** ":old-mode new-mode old-object new-object status", and the bytes of the name. */
function parseChange(about: string, name: Buffer) {
  const [, mode = '', , object = '', status = ''] = about.split(' ');
  const path = name.toString('utf8');
  const isDeleted = status === 'D';
  return {
    path,
    isUtf8: Buffer.from(path).equals(name),
    isAdded: status === 'A',
    isDeleted,
    mode,
    object,
    // What a submodule points to is in another repository.
    isKept: !isDeleted && mode !== '160000',
  };
}

function measure(git: RunGit, objects: string[]): Map<string, number> {
  if (objects.length === 0) return new Map();
  const lines = getOutput(git, ['cat-file', '--batch-check=%(objectname) %(objectsize)'], objects.join('\n'));
  return new Map(
    lines
      .toString()
      .trimEnd()
      .split('\n')
      .map((line): [string, number] => [line.split(' ')[0] ?? '', Number(line.split(' ')[1])]),
  );
}

function resolveCommit(git: RunGit, repo: string, name: string): string {
  const found = findLine(git, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  if (found === undefined) throw new UsageError(`There is no commit "${name}" in ${repo}.`);
  return found;
}

function getOutput(git: RunGit, args: string[], input?: string): Buffer {
  const { status, stdout } = git(args, input);
  if (status !== 0) throw new Error(`git ${args.join(' ')} failed`);
  return stdout;
}

function splitZero(output: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let start = 0, end = output.indexOf(0); end >= 0; start = end + 1, end = output.indexOf(0, start)) {
    parts.push(output.subarray(start, end));
  }
  return parts;
}

function pair(parts: Buffer[]): [Buffer, Buffer][] {
  return parts.flatMap((part, index): [Buffer, Buffer][] => {
    const next = parts[index + 1];
    return index % 2 === 0 && next !== undefined ? [[part, next]] : [];
  });
}
