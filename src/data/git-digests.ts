import type { RunGit } from './run-git.ts';

/**
 * Objects of a folder's files as they stand on disk, by path from there; none of files that git does not follow, or that
 * a merge has left open. Where the folder is known to be as the newest commit left it, git need not look at each file.
 */
export function listDigests(git: RunGit, prefix: string, isEdited = true): Map<string, string> {
  const at = prefix === '' ? '.' : prefix;
  const start = prefix === '' ? 0 : prefix.length + 1;
  const list = (...args: string[]) =>
    git(['--literal-pathspecs', ...args, '-z', '--', at])
      .stdout.toString('utf8')
      .split('\0')
      .filter(Boolean);
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
