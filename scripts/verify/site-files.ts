import { createHash } from 'node:crypto';

/** Why a file did not arrive. */
export type ReadFailure =
  /** There is none of that name. */
  | { failure: 'missing' }
  /** The host's answer is neither the file nor that there is none. */
  | { failure: 'status'; detail: string }
  | { failure: 'too-large'; detail: string }
  /** It leads to another host, or in circles. */
  | { failure: 'redirect'; detail: string }
  | { failure: 'timeout' }
  | { failure: 'unreachable'; detail: string };

/** A built site to read from: a folder, or a host. */
export interface SiteFiles {
  /** As it was given. */
  name: string;
  isHost: boolean;
  /** Every file, sorted; undefined where a host tells nobody what it has. */
  list: () => string[] | undefined;
  read: (path: string) => Promise<Buffer | ReadFailure>;
}

export function isFailure(read: Buffer | ReadFailure): read is ReadFailure {
  return !Buffer.isBuffer(read);
}

/** SHA-256 in hexadecimal. */
export function getDigest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Does something with each, a few at a time. What it throws ends it. */
export async function forEachOf<T>(
  items: readonly T[],
  atOnce: number,
  use: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const entries = items.entries();
  const work = async () => {
    for (const [index, item] of entries) await use(item, index);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
}
