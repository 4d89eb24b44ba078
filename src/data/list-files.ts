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

/**
 * Every file in path order. Links are listed and never followed; names that begin with a dot are left out, and so is
 * what lies in folders that nobody wants.
 */
export function listFiles(root: string, isWanted: (folder: string) => boolean = () => true): FoundFile[] {
  const found: FoundFile[] = [];
  addFolder(root, '', isWanted, found);
  return found;
}

/** Names of the folders in a folder, in the order in which their files stand by path; none where it cannot be opened. */
export function listFolders(root: string, folder: string): string[] {
  try {
    const names = readdirSync(join(root, folder), { withFileTypes: true });
    const folders = names.filter((item) => item.isDirectory() && !item.name.startsWith('.'));
    return folders.map(({ name }) => name).sort((a, b) => (`${a}/` < `${b}/` ? -1 : 1));
  } catch {
    return [];
  }
}

function addFolder(root: string, folder: string, isWanted: (folder: string) => boolean, found: FoundFile[]): void {
  let names: Dirent[];
  try {
    names = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (folder === '') throw error;
    found.push({ file: folder, isLink: false, bytes: 0, failure: getReason(error) });
    return;
  }
  for (const item of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (item.name.startsWith('.')) continue;
    const file = folder === '' ? item.name : `${folder}/${item.name}`;
    if (!item.isDirectory()) found.push(measure(root, file, !item.isFile()));
    else if (isWanted(file)) addFolder(root, file, isWanted, found);
  }
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
