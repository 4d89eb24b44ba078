import type { RunGit } from './run-git.ts';

/**
 * Objects of a folder's files as they stand on disk, by path from there; none of files that git does not follow, or that
 * a merge has left open. Where the folder is known to be as the newest commit left it, git need not look at each file.
 */
export function listDigests(git: RunGit, prefix: string, isEdited = true): Map<string, string> {
  const start = prefix === '' ? 0 : prefix.length + 1;
  const list = (...args: string[]) => listRecords(git, prefix, args);
  const digests = new Map(
    list('ls-files', '--stage').flatMap((record): [string, string][] => {
      const [about = '', file = ''] = record.split('\t', 2);
      const [, digest = '', stage] = about.split(' ');
      return stage === '0' ? [[file.slice(start), digest]] : [];
    }),
  );
  if (!isEdited) return digests;
  const edited = list('diff', '--name-only', '--no-ext-diff', '--diff-filter=M').filter((file) => !file.includes('\n'));
  if (edited.length === 0) return digests;
  const hashed = git(['hash-object', '--stdin-paths'], edited.map((file) => `${file}\n`).join('')).stdout;
  const lines = hashed.toString('latin1').split('\n');
  edited.forEach((file, index) => {
    digests.set(file.slice(start), lines[index] ?? '');
  });
  return digests;
}

/** Files of a folder that a state of it does not hold as another one does. */
export interface ChangedFiles {
  /** That the first holds, or may hold, and the second holds otherwise or not at all. */
  changed: Set<string>;
  /** That only the second holds. */
  added: Set<string>;
}

/** How a folder came from a commit to another one, or without one to what stands on disk, where git need not follow a file. */
export function listChanges(git: RunGit, prefix: string, base: string, head: string | undefined): ChangedFiles {
  const start = prefix === '' ? 0 : prefix.length + 1;
  const files: ChangedFiles = { changed: new Set(), added: new Set() };
  const ends = head === undefined ? [base] : [base, head];
  const records = listRecords(git, prefix, ['diff', '--raw', '--no-renames', '--no-ext-diff', ...ends]);
  for (let at = 0; at + 1 < records.length; at += 2) {
    const [about = '', file = ''] = records.slice(at, at + 2);
    (about.endsWith(' A') ? files.added : files.changed).add(file.slice(start));
  }
  if (head !== undefined) return files;
  for (const file of listRecords(git, prefix, ['ls-files', '--others'])) files.added.add(file.slice(start));
  return files;
}

/** Paths from a folder of its files in a commit, or without one of those that git follows on disk. */
export function listFollowed(git: RunGit, prefix: string, commit: string | undefined): string[] {
  if (commit !== undefined)
    return readRecords(git, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', `${commit}:${prefix}`]);
  const start = prefix === '' ? 0 : prefix.length + 1;
  return listRecords(git, prefix, ['ls-files']).map((file) => file.slice(start));
}

/** What git lists of a folder, a record each. */
function listRecords(git: RunGit, prefix: string, args: readonly string[]): string[] {
  return readRecords(git, ['--literal-pathspecs', ...args, '-z', '--', prefix === '' ? '.' : prefix]);
}

/** Throws where git cannot tell: an empty list would say that nothing changed. */
function readRecords(git: RunGit, args: readonly string[]): string[] {
  const { status, stdout, stderr } = git(args);
  if (status !== 0) throw new Error(`git ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout.toString('utf8').split('\0').filter(Boolean);
}
