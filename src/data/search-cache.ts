import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { getCodeVersion, removeOtherVersions } from './code-version.ts';

/** The layer that decides what an index holds. */
const INDEXING = ['search'] as const;

/** Indexes of other contents that stay: enough for the years of a city, and for some edits of the open one. */
const KEPT = 60;

export interface NamedBytes {
  /** Below the folder. */
  path: string;
  bytes: Uint8Array;
}

/**
 * A folder of files, kept between builds by the digest of what it was made from and by the code that makes it;
 * `make` is called when there is none yet. Returns where it is.
 */
export async function keepFolder(digest: string, make: () => Promise<NamedBytes[]>, cache: string): Promise<string> {
  const all = join(cache, 'search', getCodeVersion(INDEXING));
  const folder = join(all, digest);
  if (existsSync(folder)) {
    const now = new Date();
    utimesSync(folder, now, now);
    return folder;
  }
  const files = await make();
  removeOtherVersions(all);
  // Under another name first, so that no half of an index is ever found.
  const unfinished = `${folder}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  writeFiles(unfinished, files);
  renameSync(unfinished, folder);
  removeOldest(all);
  return folder;
}

export function writeFiles(folder: string, files: readonly NamedBytes[]): void {
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

function removeOldest(all: string): void {
  const folders = readdirSync(all).map((name) => ({ name, used: statSync(join(all, name)).mtimeMs }));
  const old = folders.sort((a, b) => b.used - a.used).slice(KEPT);
  for (const { name } of old) rmSync(join(all, name), { recursive: true, force: true });
}
