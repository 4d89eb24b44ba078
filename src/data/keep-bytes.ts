import { createHash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes on disk. */
interface Piece {
  path: string;
  bytes: number;
  sha256: string;
}

let folder: string | undefined;
let count = 0;

/** Writes a piece into a folder that is gone when the process ends, under a new name each time: nothing is taken over. */
export function keepPiece(_name: string, make: () => Iterable<Bytes>): Piece {
  folder ??= makeFolder();
  count += 1;
  return writePiece(join(folder, String(count)), make());
}

/** Writes a file, some bytes at a time, and tells what is in it. */
export function writePiece(path: string, content: Iterable<Bytes>): Piece {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = openSync(path, 'w');
  try {
    for (const part of content) {
      hash.update(part);
      writeAll(file, part);
      bytes += part.byteLength;
    }
  } finally {
    closeSync(file);
  }
  return { path, bytes, sha256: hash.digest('hex') };
}

/** Bytes that are read at once. */
const CHUNK = 1 << 20;

/**
 * What a file holds between two offsets, some at a time: to be written or hashed at once, for what is given is emptied when the
 * next is asked for. Left to be collected, it would have the whole memory of a build looked through every 64 MB. Throws
 * where the file ends before.
 */
export function* readBytes(path: string, from: number, until: number): Iterable<Bytes> {
  for (let at = from; at < until; at += CHUNK) {
    const part = Buffer.allocUnsafeSlow(Math.min(CHUNK, until - at));
    readInto(path, at, part);
    yield part;
    part.buffer.transfer(0);
  }
}

/** Fills bytes with what a file holds from an offset on. Throws where it ends before. */
export function readInto(path: string, from: number, into: Bytes): void {
  const file = openSync(path, 'r');
  try {
    for (let filled = 0; filled < into.byteLength; ) {
      const read = readSync(file, into, filled, into.byteLength - filled, from + filled);
      if (read === 0) throw new Error(`${path} ends after ${from + filled} bytes, before ${from + into.byteLength}`);
      filled += read;
    }
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Bytes): void {
  for (let at = 0; at < bytes.byteLength; ) at += writeSync(file, bytes, at);
}

function makeFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'chiwat-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}
