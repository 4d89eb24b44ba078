import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Commit } from '#domain/ledger/ledger.ts';
import { getCodeVersion, removeOtherVersions } from './code-version.ts';
import { type FrozenState, freeze, thaw } from './ledger-frozen.ts';
import type { LedgerState } from './ledger-state.ts';

/** A state of the ledger as a commit left it. */
export interface StoredState {
  head: Commit;
  /** The oldest commit known where the clone ended there. */
  cutOff?: string;
  state: LedgerState;
}

/**
 * The ledger between builds. History does not change, so that what was worked out for a commit holds for all that
 * come after it. `key` is all else that decides it: where content lies, the time zone of its days.
 */
export class LedgerCache {
  #folder: string | undefined;
  #name: string;

  constructor(folder: string | undefined, key: readonly string[]) {
    this.#folder = folder === undefined ? undefined : join(folder, 'ledger', getCodeVersion(TELLING));
    this.#name = createHash('sha256').update(JSON.stringify(key)).digest('base64url').slice(0, 16);
  }

  /** What was kept last; undefined where there is nothing, or where it is not what was written. */
  find(): StoredState | undefined {
    if (this.#folder === undefined) return undefined;
    let bytes: Buffer;
    try {
      bytes = readFileSync(this.#getFile(this.#folder));
    } catch {
      return undefined;
    }
    const end = bytes.indexOf('\n');
    const written = bytes.subarray(end + 1);
    if (end < 0 || bytes.toString('latin1', 0, end) !== digest(written)) return undefined;
    // Safe: the digest says that it is what this class wrote, and the folder's name holds the version of its code.
    return thaw(JSON.parse(written.toString('utf8')) as FrozenState);
  }

  /** Where nothing can be written nothing is kept. */
  save(stored: StoredState): void {
    if (this.#folder === undefined) return;
    const written = Buffer.from(JSON.stringify(freeze(stored)));
    const file = this.#getFile(this.#folder);
    try {
      removeOtherVersions(this.#folder);
      mkdirSync(this.#folder, { recursive: true });
      writeFileSync(`${file}.${process.pid}`, Buffer.concat([Buffer.from(`${digest(written)}\n`), written]));
      renameSync(`${file}.${process.pid}`, file);
    } catch {
      // A read-only or full disk costs time at the next build and nothing else.
    }
  }

  #getFile(folder: string): string {
    return join(folder, `${this.#name}.json`);
  }
}

/** The layers that have a part in what is told of a commit. */
const TELLING = ['domain', 'mdx', 'data', 'strings'] as const;

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64url');
}
