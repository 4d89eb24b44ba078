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
  const known = findFolder(digest, cache);
  if (known !== undefined) return known;
  const all = getSearchFolder(cache);
  const folder = join(all, digest);
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

/** The folder of this digest, where one is kept. */
export function findFolder(digest: string, cache: string): string | undefined {
  const folder = join(getSearchFolder(cache), digest);
  if (!existsSync(folder)) return undefined;
  const now = new Date();
  utimesSync(folder, now, now);
  return folder;
}

/** Where indexes are kept by this version of the code that makes them. */
export function getSearchFolder(cache: string): string {
  return join(cache, 'search', getCodeVersion(INDEXING));
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
