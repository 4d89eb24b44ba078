import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listShelfDigests } from '#data/publish-search.ts';
import { getCacheFolder } from '#data/reading.ts';
import { findFolder, getSearchFolder } from '#data/search-cache.ts';
import { SEARCH_FOLDER } from '#views/links.ts';
import { type BuildRecord, loadRecord, saveRecord } from './build-record.ts';
import type { OutputKeeper } from './output-keeper.ts';

/** What stands beside the files of a part of a site, for the machine that lays the parts together; none of it is published. */
export const PART_FOLDER = '.part';

/** Writes what is known of a part's files, and what its search and its open data are made from. */
export function writePart(folder: string, record: BuildRecord, pieces: OutputKeeper): void {
  const below = join(folder, PART_FOLDER);
  saveRecord(join(below, 'record.json'), record);
  saveRecord(join(below, 'pieces.json'), pieces.getRecord());
  cpSync(pieces.folder, join(below, 'pieces'), { recursive: true });
  for (const digest of listSearchDigests(record)) {
    const kept = findFolder(digest, getCacheFolder());
    if (kept !== undefined) cpSync(kept, join(folder, PART_FOLDER, 'search', digest), { recursive: true });
  }
}

/** A part's files, or the pieces that its open data is made from: where they are, and what is known of them. */
export interface PartFiles {
  folder: string;
  record: BuildRecord;
}

/** What a folder holds of a part; undefined where it holds none. */
export function readPart(folder: string): { site: PartFiles; pieces: PartFiles } | undefined {
  const below = join(folder, PART_FOLDER);
  const [record, pieces] = [loadRecord(join(below, 'record.json')), loadRecord(join(below, 'pieces.json'))];
  if (record === undefined || pieces === undefined) return undefined;
  return { site: { folder, record }, pieces: { folder: join(below, 'pieces'), record: pieces } };
}

/** Takes over what the search of a part was made from, so that it is not made again. */
export function importSearch(folder: string): void {
  const source = join(folder, PART_FOLDER, 'search');
  if (!existsSync(source)) return;
  const target = getSearchFolder(getCacheFolder());
  mkdirSync(target, { recursive: true });
  for (const digest of readdirSync(source)) {
    if (!existsSync(join(target, digest))) cpSync(join(source, digest), join(target, digest), { recursive: true });
  }
}

function listSearchDigests({ outputs }: BuildRecord): string[] {
  const shelves = [...outputs].filter(([id]) => id.startsWith(SEARCH_FOLDER));
  return shelves.flatMap(([, { memo }]) => (memo === undefined ? [] : listShelfDigests(memo)));
}
