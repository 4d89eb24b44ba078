import { makeFolder } from './content-folder.ts';
import { runGit } from './git-folder.ts';

/** A file as git keeps it: its text, or text and mode, or nothing where it is taken away. */
export type Blob = string | Uint8Array | { mode: string; data: string | Uint8Array } | undefined;

/** A repository without a work tree, so that it can hold what no file system would take. */
export interface Repository {
  folder: string;
  /** Lays files over those of the newest commit; the name of the new commit. Names may be bytes. */
  commit: (files: [name: string | Uint8Array, blob: Blob][]) => string;
  git: (args: string[], input?: string | Uint8Array) => string;
}

export function makeRepository(): Repository {
  const folder = makeFolder();
  const git: Repository['git'] = (args, input) => runGit(folder, args, input);
  git(['init', '--quiet', '--initial-branch=main']);
  const commit: Repository['commit'] = (files) => {
    const records = files.map(([name, blob]) => {
      const { mode, data } = typeof blob === 'object' && 'mode' in blob ? blob : { mode: '100644', data: blob };
      const object = getObject(mode, data);
      return Buffer.concat([
        Buffer.from(`${data === undefined ? '0' : mode} ${object}\t`),
        Buffer.from(name),
        Buffer.of(0),
      ]);
    });
    git(['update-index', '-z', '--index-info'], Buffer.concat(records));
    git(['commit', '--quiet', '--allow-empty', '--no-verify', '-m', 'change']);
    return git(['rev-parse', 'HEAD']);
  };
  function getObject(mode: string, data: string | Uint8Array | undefined): string {
    if (data === undefined) return '0'.repeat(40);
    return mode === '160000' ? String(data) : git(['hash-object', '-w', '--stdin'], data);
  }
  return { folder, commit, git };
}
