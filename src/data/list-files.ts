import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A file or link found under `content/`, by its path from there with forward slashes. */
export interface FoundFile {
  file: string;
  isLink: boolean;
  bytes: number;
  /** Why nothing more is known of it: a folder that cannot be opened, a file that has gone. */
  failure?: string;
}

/** Every file below a folder in path order. Links are listed and never followed; names that begin with a dot are left out. */
export function listFiles(root: string, folder = ''): FoundFile[] {
  let names: Dirent[];
  try {
    names = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (folder === '') throw error;
    return [{ file: folder, isLink: false, bytes: 0, failure: getReason(error) }];
  }
  return names
    .filter((item) => !item.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => {
      const file = folder === '' ? item.name : `${folder}/${item.name}`;
      return item.isDirectory() ? listFiles(root, file) : [measure(root, file, !item.isFile())];
    });
}

function measure(root: string, file: string, isLink: boolean): FoundFile {
  try {
    return { file, isLink, bytes: lstatSync(join(root, file)).size };
  } catch (error) {
    return { file, isLink, bytes: 0, failure: getReason(error) };
  }
}

/** The system's short word for why a file cannot be read: EACCES, ENOENT. */
export function getReason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
