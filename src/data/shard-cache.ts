import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCodeVersion, removeOtherVersions } from './code-version.ts';

interface Shard<T> {
  values: Record<string, { digest: string; value: T }>;
  isChanged: boolean;
  used: Set<string>;
}

/**
 * What was worked out of files, between runs, by digest of what it was worked out of. It is kept in several files, so that
 * a small change reads and writes little. The code that works it out is part of the key: after a change to it nothing old is used.
 */
export class ShardCache<T> {
  hits = 0;
  #folder: string | undefined;
  #shards = new Map<string, Shard<T>>();

  /** Without a folder nothing is kept. `layers` have a part in what is worked out. */
  constructor(folder: string | undefined, layers: readonly string[]) {
    this.#folder = folder === undefined ? undefined : join(folder, getCodeVersion(layers));
  }

  /** What is kept under a name in a file if it was made of this digest, else what `make` makes. */
  get(file: string, name: string, digest: string, make: () => T): T {
    const shard = this.#getShard(file);
    shard.used.add(name);
    const known = shard.values[name];
    if (known?.digest === digest) {
      this.hits += 1;
      return known.value;
    }
    const value = make();
    shard.values[name] = { digest, value };
    shard.isChanged = true;
    return value;
  }

  /**
   * Writes the files that changed. After a whole reading, what nobody asked for is gone and is dropped. Where nothing can
   * be written nothing is kept.
   */
  save(isWhole = true): void {
    try {
      this.#write(isWhole);
    } catch {
      // A read-only or full disk costs time at the next run and nothing else.
    }
  }

  #write(isWhole: boolean): void {
    if (this.#folder === undefined) return;
    removeOtherVersions(this.#folder);
    mkdirSync(this.#folder, { recursive: true });
    for (const [name, shard] of this.#shards) {
      const all = Object.entries(shard.values);
      const kept = isWhole ? all.filter(([key]) => shard.used.has(key)) : all;
      if (!shard.isChanged && kept.length === all.length) continue;
      const path = join(this.#folder, `${name}.json`);
      writeFileSync(`${path}.${process.pid}`, JSON.stringify(Object.fromEntries(kept)));
      renameSync(`${path}.${process.pid}`, path);
    }
  }

  #getShard(name: string): Shard<T> {
    const known = this.#shards.get(name);
    if (known !== undefined) return known;
    const shard = { values: this.#load(name), isChanged: false, used: new Set<string>() };
    this.#shards.set(name, shard);
    return shard;
  }

  #load(name: string): Shard<T>['values'] {
    if (this.#folder === undefined) return {};
    try {
      const stored: unknown = JSON.parse(readFileSync(join(this.#folder, `${name}.json`), 'utf8'));
      // Safe: only this class writes the file, and the folder's name holds the version of its code.
      return typeof stored === 'object' && stored !== null ? (stored as Shard<T>['values']) : {};
    } catch {
      // Absent or half written: working it out again gives the same.
      return {};
    }
  }
}

/** The layers that have a part in parsing and checking. */
export const PARSING = ['domain', 'mdx', 'data', 'strings'] as const;

/** One file of a cache holds what belongs to one agency and year; what belongs to none stands together. */
export function getShardName(file: string): string {
  const [, year, agency] = /^reports\/(\d+)\/([^/]+)\//.exec(file) ?? [];
  return year === undefined ? 'settings' : `${year}-${agency}`;
}
