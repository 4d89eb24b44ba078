import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getReason } from '#data/list-files.ts';
import { INTEGRITY_FILE } from '#exports/integrity.ts';
import { compareBuilds, listDigests } from './compare-builds.ts';
import type { Difference } from './difference.ts';
import { type FoundContent, findContent, type NoContent, readFolder } from './find-content.ts';
import { findRoot, listPageFiles } from './find-root.ts';
import { openFolder } from './open-folder.ts';
import type { Place, VerifyOptions } from './options.ts';
import { type Integrity, parseIntegrity } from './read-integrity.ts';
import { isFailure, type SiteFiles } from './site-files.ts';
import { VerifyError } from './verify-error.ts';
import { verifyFile } from './verify-file.ts';
import { type Checked, sortByFile, verifySite } from './verify-site.ts';
import { createWords, type Words } from './words.ts';

/** What a receipt's inputs were held against; of a file by itself content is asked only where it was named. */
export type ContentTold =
  | { state: 'compared'; from: 'folder' | 'commit'; folder?: string; hasHistory: boolean }
  | { state: 'none'; reason: NoContent | 'not-named' };

/** Everything a report is written from. */
export interface Verified extends Checked {
  scope: 'site' | 'page' | 'file';
  /** What was verified, as it was given. */
  target: string;
  isHost: boolean;
  commit: string | undefined;
  content: ContentTold;
  /** The build it was held beside, how many files both have. */
  other?: { name: string; files: number };
}

export type Progress = (done: number, all: number) => void;

/** Verifies what the options name. Throws VerifyError for what cannot be verified at all. */
export async function runVerify(options: VerifyOptions, onProgress?: Progress): Promise<Verified> {
  const words = createWords(options.language);
  const { target } = options;
  if (target.is === 'file') return verifyOne(target.path, options, words);
  const opened = await openSite(target, words);
  const { site, page, integrity } = opened;
  const base = { target: site.name, isHost: site.isHost, commit: undefined };
  if ('kind' in integrity) {
    const counts = { files: 0, receipts: 0, totals: 0 };
    const content = { state: 'none', reason: 'no-commit' } as const;
    return { ...base, scope: 'site', content, counts, differences: [integrity] };
  }
  const only = page === '' ? undefined : listPageFiles(page, integrity.files);
  if (page !== '' && only === undefined) throw new VerifyError(words('error.page', { page, site: site.name }));
  const content = options.content === undefined ? findContent(integrity) : readNamed(options.content, words);
  const checked = await verifySite(site, integrity, { only, content, onProgress });
  const beside = options.other === undefined ? undefined : await compareOther(options.other, integrity, words);
  const own = [...checked.differences, ...checkCommit(content), ...(beside?.differences ?? [])];
  return {
    ...base,
    ...checked,
    commit: integrity.commit,
    scope: only === undefined ? 'site' : 'page',
    differences: sortByFile(own),
    content: tellContent(content, options.content, checked.isCutOff),
    ...(beside === undefined ? {} : { other: { name: beside.name, files: beside.files } }),
  };
}

interface OpenedSite {
  site: SiteFiles;
  integrity: Integrity | Difference;
  page: string;
}

async function openSite(place: Place, words: Words): Promise<OpenedSite> {
  if (place.is === 'host') {
    const found = await findRoot(place.address);
    if ('failure' in found) {
      const detail = 'detail' in found ? found.detail : '';
      throw new VerifyError(words(`error.host.${found.failure}`, { address: place.address.href, detail }));
    }
    return { site: found.site, page: found.page, integrity: parseIntegrity(found.integrity) };
  }
  const site = openFolder(place.path);
  const bytes = await site.read(INTEGRITY_FILE);
  if (isFailure(bytes)) throw new VerifyError(words('error.folder', { folder: place.path }));
  return { site, page: '', integrity: parseIntegrity(bytes.toString('utf8')) };
}

function verifyOne(path: string, { content: named }: VerifyOptions, words: Words): Verified {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new VerifyError(words('error.file', { file: path, reason: getReason(error) }));
  }
  const content = named === undefined ? undefined : readNamed(named, words);
  const checked = verifyFile(path, text, content ?? { state: 'none', reason: 'no-commit' });
  const told = content === undefined ? ({ state: 'none', reason: 'not-named' } as const) : tellContent(content, named);
  return { ...checked, scope: 'file', target: path, isHost: false, commit: undefined, content: told };
}

/** The folder that was named: where it cannot be read, the call asks for something that cannot be done. */
function readNamed(folder: string, words: Words): FoundContent {
  const found = readFolder(folder);
  if (found.state === 'none') throw new VerifyError(words('error.content', { folder }));
  return found;
}

function tellContent(content: FoundContent, folder: string | undefined, isCutOff = false): ContentTold {
  if (content.state === 'none') return content;
  const hasHistory = content.ledger?.state === 'whole' && !isCutOff;
  return { state: 'compared', from: content.from, ...(folder === undefined ? {} : { folder }), hasHistory };
}

/** A commit that a whole clone does not hold is none that the site can be of. */
function checkCommit(content: FoundContent): Difference[] {
  const isUnknown = content.state === 'none' && content.reason === 'unknown-commit';
  return isUnknown ? [{ file: INTEGRITY_FILE, kind: 'no-commit', field: 'commit' }] : [];
}

/** Builds of two commits are two things, however alike; a build that knows no commit says nothing of it. */
function compareCommits({ commit: one }: Integrity, { commit: other }: Integrity): Difference[] {
  if (one === undefined || other === undefined || one === other) return [];
  return [{ file: INTEGRITY_FILE, kind: 'other-build', field: 'commit', published: one, recomputed: other }];
}

async function compareOther(place: Place, integrity: Integrity, words: Words) {
  const { site, page, integrity: other } = await openSite(place, words);
  if (page !== '') throw new VerifyError(words('error.page', { page, site: site.name }));
  const name = place.is === 'folder' ? join(place.path, INTEGRITY_FILE) : `${site.name}${INTEGRITY_FILE}`;
  if ('kind' in other) return { name: site.name, files: 0, differences: [{ ...other, file: name }] };
  const digests = await listDigests(site, other);
  const commits = compareCommits(integrity, other);
  return {
    name: site.name,
    files: digests.size,
    differences: [...commits, ...compareBuilds(integrity.files, digests)],
  };
}
