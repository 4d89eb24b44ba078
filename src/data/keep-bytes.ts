import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is smaller stays in memory. */
const LARGE = 1_000_000;

let folder: string | undefined;
let count = 0;

/**
 * Keeps bytes until the process ends, large ones in a folder of its own that is gone then: what is read once, at the end of
 * a build, need not fill the memory meanwhile.
 */
export function keepBytes(bytes: Uint8Array<ArrayBuffer>): () => Uint8Array<ArrayBuffer> {
  if (bytes.byteLength < LARGE) return () => bytes;
  folder ??= makeFolder();
  count += 1;
  const file = join(folder, String(count));
  writeFileSync(file, bytes);
  return () => readFileSync(file);
}

function makeFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'chiwat-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}
