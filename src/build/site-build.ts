import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { hasPictures } from '#data/picture-cache.ts';
import { getCacheFolder, getContentFolder, getReading } from '#data/reading.ts';
import { getSite } from '#data/site.ts';
import type { TracedSite } from '#data/traced-site.ts';
import { getBuildKey } from './build-key.ts';
import { loadRecord, saveRecord } from './build-record.ts';
import { findYear } from './output.ts';
import { OutputKeeper, removeOthers } from './output-keeper.ts';
import { writePart } from './part.ts';

/** A build while it is made: what every step of it shares. */
export interface SiteBuild {
  site: TracedSite;
  keeper: OutputKeeper;
  /** Pieces that the open data is put together from, none of which is published by its place. */
  pieces: OutputKeeper;
  /** Where the site is written. */
  folder: string;
  /** The folder of the host that the site stands in, with slashes at both ends. */
  base: string;
  hasPictures: boolean;
  /** Fiscal years, where only what belongs to these is built. */
  years: ReadonlySet<number> | undefined;
  /** Whether a file of the site belongs to what is built. */
  isWanted: (path: string) => boolean;
}

let current: (SiteBuild & { before: readonly string[] }) | undefined;

/** Begins a build in a folder, of which what the last build there made is left. */
export function startBuild({ root, folder, base }: { root: string; folder: string; base: string }): SiteBuild {
  refuseSources(folder, root);
  const site = getSite();
  const key = getBuildKey(root, site, base, getReading().getDigest('site.yaml'));
  const years = readYears(process.env.CHIWAT_YEARS, site.years);
  const known = loadRecord(getRecordFile(folder));
  // Of what was made otherwise nothing is left: a file of it might be one that is now written by somebody else.
  const before = known?.key === key ? known : undefined;
  const written = [...(before?.outputs.values() ?? [])].flatMap(({ files }) => files.map(({ path }) => path));
  if (existsSync(folder)) removeOthers(folder, new Set(written));
  const keeper = new OutputKeeper(site, { folder, key, before });
  const below = getPiecesFolder(folder);
  const pieces = new OutputKeeper(site, { folder: below, key, before: loadRecord(`${below}.json`) });
  const isWanted = (path: string) => {
    const year = years && findYear(path);
    return years === undefined || (year !== undefined && years.has(year));
  };
  current = { site, keeper, pieces, folder, base, hasPictures: hasPictures(), years, isWanted, before: written };
  return current;
}

/** What is not of the site is removed where it is written: that must be neither the program nor the content. */
function refuseSources(folder: string, root: string): void {
  const sources = [root, getContentFolder()];
  const lost = sources.find((source) => `${resolve(source)}${sep}`.startsWith(`${resolve(folder)}${sep}`));
  if (lost !== undefined)
    throw new Error(
      `CHIWAT_OUT is ${folder}, which holds ${lost}: a build removes all else there; name another folder`,
    );
}

/** The build at hand. Throws where none was begun. */
export function getBuild(): SiteBuild {
  if (current === undefined) throw new Error('no build was begun');
  return current;
}

/** Writes down what the next build can go on from; of a part also what it takes to lay it to the others. */
export function finishBuild(): void {
  if (current === undefined) throw new Error('no build was begun');
  const { keeper, pieces, folder, years } = current;
  saveRecord(getRecordFile(folder), keeper.getRecord());
  saveRecord(`${pieces.folder}.json`, pieces.getRecord());
  removeOthers(pieces.folder, new Set(pieces.listFiles().map(({ path }) => path)));
  if (years !== undefined) writePart(folder, keeper.getRecord(), pieces);
}

/** Removes what the last build made and this one did not; it must not be hashed as part of the site. */
export function removeGone(): void {
  if (current === undefined) throw new Error('no build was begun');
  const { keeper, folder, before } = current;
  const written = new Set(keeper.listFiles().map(({ path }) => path));
  const gone = before.filter((path) => !written.has(path));
  for (const path of gone) rmSync(join(folder, path), { force: true });
  for (const below of new Set(gone.map((path) => dirname(path)))) removeEmpty(folder, below);
}

/** Removes a folder that holds nothing any more, and those around it. */
function removeEmpty(folder: string, below: string): void {
  if (below === '.' || !existsSync(join(folder, below)) || readdirSync(join(folder, below)).length > 0) return;
  rmdirSync(join(folder, below));
  removeEmpty(folder, dirname(below));
}

/** What is known of a folder's site; another folder has its own. */
export function getRecordFile(folder: string): string {
  return join(getCacheFolder(), 'built', `${nameFolder(folder)}.json`);
}

/** Where the pieces of the open data of a folder's site are; what is known of them stands beside it. */
export function getPiecesFolder(folder: string): string {
  return join(getCacheFolder(), 'pieces', nameFolder(folder));
}

function nameFolder(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 16);
}

/** Fiscal years as CHIWAT_YEARS gives them: 2564,2565. Undefined where all are meant. Throws for one without indicators. */
function readYears(setting: string | undefined, known: readonly number[]): ReadonlySet<number> | undefined {
  if (setting === undefined || setting === '') return undefined;
  const years = setting.split(',').map(Number);
  if (!years.every((year) => known.includes(year))) throw new Error(`CHIWAT_YEARS is "${setting}"; there are ${known}`);
  return new Set(years);
}
