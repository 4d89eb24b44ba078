import { getReason } from '#data/list-files.ts';
import type { ReadFailure, SiteFiles } from './site-files.ts';

export interface HostLimits {
  /** Most bytes of one file. */
  mostBytes: number;
  /** Milliseconds for one file, with everything it leads through. */
  patience: number;
  /** How often a host that stumbles (no answer, 429, 5xx) is asked again. */
  retries: number;
}

export const LIMITS: HostLimits = { mostBytes: 128 * 1024 * 1024, patience: 30_000, retries: 1 };

const MOST_REDIRECTS = 5;

/** What hosts answer when there is no such page; some say so even where this file itself is asked for. */
const ERROR_PAGE = '404.html';

type Request = HostLimits & { isErrorPage: boolean };

/** A site on a host. `root` ends in a slash. Nothing is sent but requests for its own files, and nothing leads to another host. */
export function openHost(root: URL, limits: HostLimits = LIMITS): SiteFiles {
  return {
    name: root.href,
    isHost: true,
    list: () => undefined,
    read: (path) => fetchPatiently(locate(root, path), { ...limits, isErrorPage: path === ERROR_PAGE }),
  };
}

/** The address of a file; a page is asked for as its folder, as readers do: some hosts lead there from index.html. */
function locate(root: URL, path: string): URL {
  const address = path.replace(/(^|\/)index\.html$/, '$1');
  return new URL(address.split('/').map(encodeURIComponent).join('/'), root);
}

async function fetchPatiently(url: URL, request: Request): Promise<Buffer | ReadFailure> {
  for (let tries = 0; ; tries++) {
    const read = await fetchOnce(url, request);
    if (tries >= request.retries || Buffer.isBuffer(read) || !isPassing(read)) return read;
  }
}

function isPassing(read: ReadFailure): boolean {
  return (
    read.failure === 'unreachable' ||
    read.failure === 'timeout' ||
    (read.failure === 'status' && /^(429|5)/.test(read.detail))
  );
}

async function fetchOnce(start: URL, request: Request): Promise<Buffer | ReadFailure> {
  const signal = AbortSignal.timeout(request.patience);
  let url = start;
  try {
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const response = await fetch(url, { redirect: 'manual', signal });
      const location = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || location === null) return await take(response, request);
      await response.body?.cancel();
      const next = new URL(location, url);
      if (!isSameHost(url, next)) return { failure: 'redirect', detail: next.href };
      url = next;
    }
    return { failure: 'redirect', detail: url.href };
  } catch (error) {
    return signal.aborted ? { failure: 'timeout' } : { failure: 'unreachable', detail: findReason(error) };
  }
}

/** The same host and port; from http to https the port is the usual one of each. */
function isSameHost(from: URL, to: URL): boolean {
  if (from.protocol === to.protocol) return from.host === to.host;
  return from.hostname === to.hostname && from.protocol === 'http:' && from.port === '' && to.port === '';
}

async function take(response: Response, { mostBytes, isErrorPage }: Request): Promise<Buffer | ReadFailure> {
  const isThere = response.status === 200 || (isErrorPage && response.status === 404);
  if (response.status === 404 && !isThere) {
    await response.body?.cancel();
    return { failure: 'missing' };
  }
  if (!isThere) {
    await response.body?.cancel();
    return { failure: 'status', detail: String(response.status) };
  }
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > mostBytes) return { failure: 'too-large', detail: String(Math.round(mostBytes / 1024 / 1024)) };
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** What fetch failed for stands in the cause: ENOTFOUND, ECONNREFUSED, CERT_HAS_EXPIRED. An answer that is no HTTP has no code. */
function findReason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const hasNoCode = cause instanceof Error && 'code' in cause && cause.code === undefined;
  return hasNoCode ? cause.message : getReason(cause);
}
