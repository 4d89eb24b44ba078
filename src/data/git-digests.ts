import type { RunGit } from './run-git.ts';

/** Objects of a folder's files as they stand on disk, by path from there; of files that git does not follow none. */
export function listDigests(git: RunGit, prefix: string): Map<string, string> {
  const at = prefix === '' ? '.' : prefix;
  const start = prefix === '' ? 0 : prefix.length + 1;
  const list = (...args: string[]) =>
    git(['--literal-pathspecs', ...args, '-z', '--', at])
      .stdout.toString('utf8')
      .split('\0')
      .filter(Boolean);
  const digests = new Map(
    list('ls-files', '--stage').map((record): [string, string] => {
      const [about = '', file = ''] = record.split('\t', 2);
      return [file.slice(start), about.split(' ')[1] ?? ''];
    }),
  );
  const edited = list('diff', '--name-only', '--no-ext-diff', '--diff-filter=M').filter((file) => !file.includes('\n'));
  const hashed = git(['hash-object', '--stdin-paths'], edited.map((file) => `${file}\n`).join('')).stdout;
  const lines = hashed.toString('latin1').split('\n');
  edited.forEach((file, index) => {
    digests.set(file.slice(start), lines[index] ?? '');
  });
  return digests;
}
