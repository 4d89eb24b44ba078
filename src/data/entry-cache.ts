import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCodeVersion, removeOtherVersions } from './code-version.ts';
import type { ParsedEntry } from './parse-entry.ts';

interface Shard {
  entries: Record<string, { digest: string; parsed: ParsedEntry }>;
  isChanged: boolean;
  used: Set<string>;
}

/**
 * Parsed entries between runs, by digest of path and bytes, one file an agency and year, so that a small change
 * writes little. The code that parses is part of the key: after a change to it nothing old is used.
 */
export class EntryCache {
  hits = 0;
  #folder: string | undefined;
  #shards = new Map<string, Shard>();

  constructor(folder: string | undefined) {
    this.#folder = folder === undefined ? undefined : join(folder, getCodeVersion(PARSING));
  }

  /** The parsed entry of this digest, from the cache or by `parse`. */
  get(file: string, digest: string, parse: () => ParsedEntry): ParsedEntry {
    const shard = this.#getShard(file);
    shard.used.add(file);
    const known = shard.entries[file];
    if (known?.digest === digest) {
      this.hits += 1;
      return known.parsed;
    }
    const parsed = parse();
    shard.entries[file] = { digest, parsed };
    shard.isChanged = true;
    return parsed;
  }

  /** Writes the shards that changed; entries of files that are gone are dropped. Where nothing can be written nothing is kept. */
  save(): void {
    try {
      this.#write();
    } catch {
      // A read-only or full disk costs time at the next run and nothing else.
    }
  }

  #write(): void {
    if (this.#folder === undefined) return;
    removeOtherVersions(this.#folder);
    mkdirSync(this.#folder, { recursive: true });
    for (const [name, shard] of this.#shards) {
      const kept = Object.entries(shard.entries).filter(([file]) => shard.used.has(file));
      if (!shard.isChanged && kept.length === Object.keys(shard.entries).length) continue;
      const path = join(this.#folder, `${name}.json`);
      writeFileSync(`${path}.${process.pid}`, JSON.stringify(Object.fromEntries(kept)));
      renameSync(`${path}.${process.pid}`, path);
    }
  }

  #getShard(file: string): Shard {
    const [, year, agency] = /^reports\/(\d+)\/([^/]+)\//.exec(file) ?? [];
    const name = year === undefined ? 'settings' : `${year}-${agency}`;
    const known = this.#shards.get(name);
    if (known !== undefined) return known;
    const shard = { entries: this.#load(name), isChanged: false, used: new Set<string>() };
    this.#shards.set(name, shard);
    return shard;
  }

  #load(name: string): Shard['entries'] {
    if (this.#folder === undefined) return {};
    try {
      const stored: unknown = JSON.parse(readFileSync(join(this.#folder, `${name}.json`), 'utf8'));
      // Safe: only this class writes the file, and the folder's name holds the version of its code.
      return typeof stored === 'object' && stored !== null ? (stored as Shard['entries']) : {};
    } catch {
      // Absent or half written: parsing again gives the same.
      return {};
    }
  }
}

/** The layers that have a part in parsing and checking one entry. */
const PARSING = ['domain', 'mdx', 'data', 'strings'] as const;
