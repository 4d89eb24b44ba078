import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listPaths } from '#data/file-digests.ts';
import { getReason } from '#data/list-files.ts';
import type { ReadFailure, SiteFiles } from './site-files.ts';

/** A built site in a folder. A link counts as the file it leads to, as a host would serve it. */
export function openFolder(folder: string): SiteFiles {
  return {
    name: folder,
    isHost: false,
    list: () => listPaths(folder),
    read: async (path): Promise<Buffer | ReadFailure> => {
      try {
        return await readFile(join(folder, path));
      } catch (error) {
        const reason = getReason(error);
        const isMissing = reason === 'ENOENT' || reason === 'ENOTDIR' || reason === 'EISDIR';
        return isMissing ? { failure: 'missing' } : { failure: 'unreachable', detail: reason };
      }
    },
  };
}
