import { INTEGRITY_FILE } from '#exports/integrity.ts';
import { type HostLimits, LIMITS, openHost } from './open-host.ts';
import { isFailure, type ReadFailure, type SiteFiles } from './site-files.ts';

/** A site on a host, and which of its pages was asked for. */
export interface FoundRoot {
  site: SiteFiles;
  /** The text of its integrity.json. */
  integrity: string;
  /** Address of the page from the root; '' where the site as a whole was asked for. */
  page: string;
}

/** Why an address leads to no site. */
export type NoRoot = ReadFailure | { failure: 'web-page' };

/** A page stands no deeper below its site than this. */
const DEEPEST = 8;

/** Looks for integrity.json beside an address and in each folder above it. What the host refuses ends the search. */
export async function findRoot(address: URL, limits: HostLimits = LIMITS): Promise<FoundRoot | NoRoot> {
  let last: NoRoot = { failure: 'missing' };
  for (const folder of listFolders(address)) {
    const root = new URL(folder, address.origin);
    const site = openHost(root, limits);
    const bytes = await site.read(INTEGRITY_FILE);
    if (!isFailure(bytes)) {
      const integrity = bytes.toString('utf8');
      if (!/^\s*</.test(integrity)) return { site, integrity, page: getPage(address, folder) };
      last = { failure: 'web-page' };
    } else if (bytes.failure === 'unreachable' || bytes.failure === 'timeout') return bytes;
    else if (bytes.failure !== 'missing') last = bytes;
  }
  return last;
}

/** /kpi/2564/x.json is asked as /kpi/2564/, /kpi/ and /; /kpi as /kpi/ and /. */
function listFolders({ pathname }: URL): string[] {
  const parts = pathname.split('/').filter(Boolean);
  const isFile = /\.\w+$/.test(parts.at(-1) ?? '');
  const deepest = isFile ? parts.length - 1 : parts.length;
  const folders = Array.from({ length: deepest + 1 }, (_, count) => parts.slice(0, deepest - count));
  return folders.slice(0, DEEPEST).map((folder) => (folder.length === 0 ? '/' : `/${folder.join('/')}/`));
}

function getPage({ pathname }: URL, folder: string): string {
  const page = pathname.slice(folder.length);
  return page === 'index.html' || page === INTEGRITY_FILE ? '' : page;
}

/** The files that belong to a page's address: itself, its receipt or total, and the receipts that a total is made of; undefined where the site has no such page. */
export function listPageFiles(page: string, files: ReadonlyMap<string, string>): string[] | undefined {
  const name = decode(page);
  const candidates = name.endsWith('/') ? [`${name}index.html`] : [name, `${name}/index.html`, `${name}.html`];
  const file = candidates.find((candidate) => files.has(candidate));
  if (file === undefined) return undefined;
  const base = /^(?:[a-z]{2}\/)?(\d{4}(?:\/[a-z0-9-]+){0,2})$/.exec(file.replace(/(\/index)?\.\w+$/, ''))?.[1];
  if (base === undefined) return [file];
  const below = base.split('/').length < 3 ? [...files.keys()].filter((other) => isReceiptBelow(other, base)) : [];
  return [...new Set([file, `${base}.json`, ...below])].filter((other) => files.has(other));
}

function isReceiptBelow(file: string, base: string): boolean {
  return file.startsWith(`${base}/`) && file.endsWith('.json') && file.split('/').length === 3;
}

/** The address as it names a file; one that is spelled wrongly names none. */
function decode(page: string): string {
  return URL.canParse(`https://x/${page}`) && !/%(?![0-9a-f]{2})/i.test(page) ? decodeURIComponent(page) : page;
}
