import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { listFileDigests } from '#data/file-digests.ts';
import { getContentFolder, getReading } from '#data/reading.ts';
import { getSite } from '#data/site.ts';
import { getBuildKey } from '../src/build/build-key.ts';
import { saveRecord } from '../src/build/build-record.ts';
import { importSearch, readPart } from '../src/build/part.ts';
import { getPiecesFolder, getRecordFile } from '../src/build/site-build.ts';
import { findLanguage, UsageError } from './call.ts';
import { findObstacle, layParts } from './join/lay-parts.ts';
import { type JoinOptions, parseOptions } from './join/options.ts';
import { createWords } from './join/words.ts';
import { compareBuilds } from './verify/compare-builds.ts';

const ROOT = join(import.meta.dirname, '..');

/** So many files that differ are named. */
const MOST_NAMED = 20;

const args = process.argv.slice(2);
const words = createWords(findLanguage(args));
try {
  const options = parseOptions(args);
  if (options === 'help') console.log(words('usage'));
  else process.exitCode = joinParts(options);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${words('usage.short')}`);
  process.exitCode = 2;
}

/** Joins, reports, and gives the exit code. */
function joinParts({ parts: folders, out, other }: JoinOptions): number {
  const target = `${resolve(out)}/`;
  const precious = [ROOT, getContentFolder(), ...folders, ...(other === undefined ? [] : [other])];
  // What stood in the folder is removed.
  if (precious.some((folder) => `${resolve(folder)}/`.startsWith(target)))
    throw new UsageError(words('call.out', { seen: out }));
  const parts = folders.map((folder) => {
    const part = readPart(folder);
    if (part === undefined) throw new UsageError(words('no-part', { folder }));
    return part;
  });
  const site = getSite();
  const base = (process.env.CHIWAT_BASE ?? '/').replace(/\/?$/, '/');
  const key = getBuildKey(ROOT, site, base, getReading().getDigest('site.yaml'));
  const [pages, pieces] = [parts.map((part) => part.site), parts.map((part) => part.pieces)];
  const obstacle = findObstacle(pages, key, site) ?? findObstacle(pieces, key, site);
  if (obstacle !== undefined) {
    const { is, ...params } = obstacle;
    console.error(words(is, params));
    return 1;
  }
  const record = layParts(pages, key, target);
  saveRecord(getRecordFile(target), record);
  const below = getPiecesFolder(target);
  saveRecord(`${below}.json`, layParts(pieces, key, below));
  for (const { folder } of pages) importSearch(folder);
  console.log(words('building', { parts: parts.length, outputs: record.outputs.size }));
  const built = build(target);
  if (built !== 0) return built;
  console.log(words('joined', { folder: out }));
  return other === undefined ? 0 : compare(target, other);
}

/** Builds what no part holds, in a process of its own: the build needs the memory. */
function build(target: string): number {
  // Of all years, whatever the parts were built with.
  const { CHIWAT_YEARS: _, ...env } = process.env;
  const command = [join(import.meta.dirname, 'astro.mjs'), 'build'];
  const run = spawnSync(process.execPath, command, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...env, CHIWAT_OUT: target },
  });
  return run.status ?? 1;
}

function compare(target: string, other: string): number {
  const list = (folder: string) => new Map(listFileDigests(folder).map(({ path, digest }) => [path, digest]));
  const [own, whole] = [list(target), list(other)];
  const differences = compareBuilds(own, whole);
  if (differences.length === 0) {
    console.log(words('same', { other, count: own.size }));
    return 0;
  }
  const named = differences.slice(0, MOST_NAMED).map(({ file }) => `  ${file}`);
  console.error(words('differs', { other, count: differences.length, files: named.join('\n') }));
  return 1;
}
