import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
    this.#folder = folder === undefined ? undefined : join(folder, getCodeVersion());
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
    removeOthers(this.#folder);
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

/** Removes what other versions of the code left: nobody reads it any more. */
function removeOthers(folder: string): void {
  const [all, own] = [dirname(folder), basename(folder)];
  const versions = existsSync(all) ? readdirSync(all).filter((name) => VERSION.test(name) && name !== own) : [];
  for (const name of versions) rmSync(join(all, name), { recursive: true, force: true });
}

/** A name given by this class. */
const VERSION = /^v[\w-]{16}$/;

let codeVersion: string | undefined;

/** Digest of every source that has a part in parsing and checking one entry, and of the libraries' versions. */
function getCodeVersion(): string {
  if (codeVersion !== undefined) return codeVersion;
  const root = findRoot();
  const hash = createHash('sha256').update(readFileSync(join(root, 'package.json')));
  for (const layer of ['domain', 'mdx', 'data', 'strings']) {
    const folder = join(root, 'src', layer);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(ts|json)$/.test(file),
    );
    for (const file of files.sort()) hash.update(file).update(readFileSync(join(folder, file)));
  }
  codeVersion = `v${hash.digest('base64url').slice(0, 16)}`;
  return codeVersion;
}

/** The project's folder: this file's grandparent, or the working folder where a bundler has moved this code. */
function findRoot(): string {
  const here = fileURLToPath(import.meta.url);
  return here.endsWith(join('src', 'data', 'entry-cache.ts')) ? dirname(dirname(dirname(here))) : process.cwd();
}
