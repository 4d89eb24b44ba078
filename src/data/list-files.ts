import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A file or link found under `content/`, by its path from there with forward slashes. */
export interface FoundFile {
  file: string;
  isLink: boolean;
  bytes: number;
}

/** Every file below a folder in path order. Links are listed and never followed; names that begin with a dot are left out. */
export function listFiles(root: string, folder = ''): FoundFile[] {
  const names = readdirSync(join(root, folder), { withFileTypes: true });
  return names
    .filter((item) => !item.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => {
      const file = folder === '' ? item.name : `${folder}/${item.name}`;
      if (item.isDirectory()) return listFiles(root, file);
      const { size } = lstatSync(join(root, file));
      return [{ file, isLink: !item.isFile(), bytes: size }];
    });
}
