import type { ParsedEntry } from './parse-entry.ts';
import { getShardName, PARSING, ShardCache } from './shard-cache.ts';

/** Parsed entries between runs, by digest of path and bytes. */
export class EntryCache {
  readonly #cache: ShardCache<ParsedEntry>;

  constructor(folder: string | undefined) {
    this.#cache = new ShardCache(folder, PARSING);
  }

  get hits(): number {
    return this.#cache.hits;
  }

  /** The parsed entry of this digest, from the cache or by `parse`. */
  get(file: string, digest: string, parse: () => ParsedEntry): ParsedEntry {
    return this.#cache.get(getShardName(file), file, digest, parse);
  }

  /** Writes what changed; entries of files that are gone are dropped. */
  save(): void {
    this.#cache.save();
  }
}
