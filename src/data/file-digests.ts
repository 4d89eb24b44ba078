import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes read at once: a file of any size takes no more memory. */
const PIECE = Buffer.alloc(256 * 1024);

/**
 * Every file below a folder, hidden ones too, by its path from there with forward slashes, with its SHA-256 in hexadecimal;
 * those that are `known` are not read again.
 */
export function listFileDigests(
  root: string,
  known: ReadonlyMap<string, string> = new Map(),
): { path: string; digest: string }[] {
  return listPaths(root).map((path) => ({ path, digest: known.get(path) ?? getFileDigest(join(root, path)) }));
}

/** Paths of all files below a folder, in their order as text; the same on every system. */
export function listPaths(root: string, folder = ''): string[] {
  const paths = readdirSync(join(root, folder), { withFileTypes: true }).flatMap((item) => {
    const path = `${folder}${item.name}`;
    return item.isDirectory() ? listPaths(root, `${path}/`) : [path];
  });
  return folder === '' ? paths.sort((a, b) => (a < b ? -1 : 1)) : paths;
}

/** The SHA-256 of a file's bytes, in hexadecimal. */
export function getFileDigest(file: string): string {
  return addFile(createHash('sha256'), file).digest('hex');
}

/** The SHA-256 of a file's path below a folder, NUL and its bytes, base64url: another path is another file. */
export function getNamedDigest(root: string, file: string): string {
  return addFile(createHash('sha256').update(file).update('\0'), join(root, file)).digest('base64url');
}

function addFile(hash: Hash, file: string): Hash {
  const handle = openSync(file, 'r');
  try {
    for (let bytes = -1; bytes !== 0; ) {
      bytes = readSync(handle, PIECE, 0, PIECE.length, null);
      hash.update(PIECE.subarray(0, bytes));
    }
  } finally {
    closeSync(handle);
  }
  return hash;
}
