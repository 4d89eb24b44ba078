import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getFileDigest, listFileDigests } from '#data/file-digests.ts';
import { readSettings } from '#data/read-content.ts';
import type { Site } from '#domain/schemas/site.ts';
import { INTEGRITY_FILE } from '#exports/integrity.ts';
import en from '#strings/archive.en.json' with { type: 'json' };
import th from '#strings/archive.th.json' with { type: 'json' };
import { createWording } from '#strings/wording.ts';
import { UsageError } from '../call.ts';
import { type Integrity, parseIntegrity } from '../verify/read-integrity.ts';
import type { ArchiveOptions } from './options.ts';
import { formatReadme } from './readme.ts';
import { writeZip } from './write-zip.ts';

/** Digits of a commit that tell it from all others of a repository. */
const SHORT = 12;

/** So many files are named where the site is not what it says. */
const MOST_NAMED = 20;

/**
 * Packs a built site and writes the checksum of the archive beside it; gives what to tell. Throws UsageError where there
 * is no site, or one whose files are not those it was built with.
 */
export async function archiveSite({ site: folder, content, out, base, language }: ArchiveOptions): Promise<string> {
  const word = createWording({ th, en }, language);
  const integrity = readIntegrity(folder);
  if (integrity === undefined) throw new UsageError(word('no-site', { folder }));
  const settings = readSettings(content).dataset.site?.data;
  if (settings === undefined) throw new UsageError(word('no-content', { content }));
  if (!readFileSync(join(folder, 'index.html'), 'utf8').includes(`="${base}assets/`))
    throw new UsageError(word('base', { folder, base }));
  const digests = listFileDigests(folder);
  const differing = listDiffering(integrity, digests);
  if (differing.length > 0) {
    const files = differing.slice(0, MOST_NAMED).join('\n');
    throw new UsageError(word('differs', { folder, count: differing.length, files }));
  }
  const name = nameArchive(settings, integrity);
  const place = `site${base}`;
  const sums = digests.map(({ path, digest }) => `${digest}  ${place}${path}\n`).join('');
  mkdirSync(out, { recursive: true });
  const file = join(out, `${name}.zip`);
  await writeZip(`${file}.unfinished`, [
    { path: `${name}/README.txt`, text: formatReadme(settings, integrity, base) },
    { path: `${name}/SHA256SUMS`, text: sums },
    ...digests.map(({ path }) => ({ path: `${name}/${place}${path}`, file: join(folder, path) })),
  ]);
  renameSync(`${file}.unfinished`, file);
  writeFileSync(`${file}.sha256`, `${getFileDigest(file)}  ${name}.zip\n`);
  const size = (statSync(file).size / 1_000_000).toFixed(1);
  return word('written', { file, count: digests.length, size, sums: `${name}.zip.sha256` });
}

function readIntegrity(folder: string): Integrity | undefined {
  const file = join(folder, INTEGRITY_FILE);
  if (statSync(file, { throwIfNoEntry: false }) === undefined) return undefined;
  const integrity = parseIntegrity(readFileSync(file, 'utf8'));
  return 'kind' in integrity ? undefined : integrity;
}

/** Files that the site does not say it has, or has with other bytes, or says it has and has not. */
function listDiffering({ files }: Integrity, digests: readonly { path: string; digest: string }[]): string[] {
  const found = new Map(digests.map(({ path, digest }) => [path, digest]));
  found.delete(INTEGRITY_FILE);
  const names = new Set([...files.keys(), ...found.keys()]);
  return [...names].filter((name) => files.get(name) !== found.get(name)).sort();
}

/** From the site's English name and the commit: than-thong-indicators-dd1280795842. */
function nameArchive({ nameEn = '' }: Site, { commit, isEdited }: Integrity): string {
  const name = nameEn
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const of = commit === undefined ? 'no-commit' : commit.slice(0, SHORT);
  return [name === '' ? 'site' : name, of, ...(isEdited ? ['edited'] : [])].join('-');
}
