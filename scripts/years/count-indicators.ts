import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listFolders } from '#data/list-files.ts';

/** Fiscal years that a content folder has indicators of, the oldest first, each with how many; no file is opened. */
export function countIndicators(content: string): Map<number, number> {
  const years = listFolders(content, 'reports').filter((name) => /^\d{4}$/.test(name));
  const counts = years.map((year): [number, number] => {
    const agencies = listFolders(content, `reports/${year}`).map((agency) => `reports/${year}/${agency}`);
    const folders = agencies.flatMap((agency) => listFolders(content, agency).map((name) => `${agency}/${name}`));
    const promised = folders.filter((folder) => existsSync(join(content, folder, 'indicator.mdx')));
    return [Number(year), promised.length];
  });
  return new Map(counts.filter(([, count]) => count > 0));
}
