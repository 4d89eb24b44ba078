import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TracedSite } from '#data/traced-site.ts';
import type { BuildRecord, KeptOutput, WrittenFile } from './build-record.ts';

/** A file to be written: where, and what is in it. */
export interface FileToWrite {
  path: string;
  body: string | Uint8Array;
}

/** How much of a build was made, and how much was taken over. */
export interface Counts {
  made: number;
  kept: number;
}

/**
 * Writes what a build makes and knows what the one before made: a page or file stays as it is on disk where all that it
 * was made from is what it was, and nobody has touched it since.
 */
export class OutputKeeper {
  readonly counts: Counts = { made: 0, kept: 0 };
  /** Where files are written. */
  readonly folder: string;
  #site: TracedSite;
  #key: string;
  #before: ReadonlyMap<string, KeptOutput>;
  #outputs = new Map<string, KeptOutput>();
  #folders = new Set<string>();
  #lists = new Map<string, ReadonlyMap<string, string>>();
  /** Whether what thousands of pages have read is what it was. */
  #same = new WeakMap<KeptOutput['reads'], boolean>();

  /** `before`, of any build; what it knows counts where its key is the same. */
  constructor(
    site: TracedSite,
    { folder, key, before }: { folder: string; key: string; before?: BuildRecord | undefined },
  ) {
    this.#site = site;
    this.folder = folder;
    this.#key = key;
    this.#before = before?.key === key ? before.outputs : new Map();
  }

  /**
   * Takes over what was made under this name, where a memo is given with that memo; undefined where it is to be made, and
   * nothing has happened then.
   */
  keep(id: string, memo?: string): KeptOutput | undefined {
    const known = this.#before.get(id);
    if (known === undefined || (memo !== undefined && known.memo !== memo)) return undefined;
    if (!this.#isSame(known) || !known.files.every((file) => this.#isInPlace(file))) return undefined;
    this.#outputs.set(id, known);
    this.counts.kept += 1;
    return known;
  }

  /** Makes and writes, noting what was read; `make` gives the files. */
  async make(id: string, make: () => Promise<readonly FileToWrite[]> | readonly FileToWrite[]): Promise<void> {
    const list = this.#site.reads.begin();
    const files = await make();
    this.add(id, list.end(), files);
  }

  /** Writes files that were made from these parts of the site. */
  add(id: string, reads: ReadonlySet<string>, files: readonly FileToWrite[], memo?: string): void {
    const before = new Map(this.#before.get(id)?.files.map((file) => [file.path, file]));
    const written = files.map((file) => this.#write(file, before.get(file.path)));
    this.record(id, reads, written, memo);
  }

  /** Writes down files that somebody else has written. */
  record(id: string, reads: ReadonlySet<string>, files: readonly WrittenFile[], memo?: string): void {
    this.#outputs.set(id, { reads: this.#describe(reads), files, ...(memo === undefined ? {} : { memo }) });
    this.counts.made += 1;
  }

  /** A piece of work that reads the site, with what it read. */
  collect<T>(work: () => T): { value: T; reads: ReadonlySet<string> } {
    return this.#site.reads.collect(work);
  }

  /** What this build made and took over. */
  getRecord(): BuildRecord {
    return { key: this.#key, outputs: this.#outputs };
  }

  /** Every file of this build, with its digest. */
  listFiles(): WrittenFile[] {
    return [...this.#outputs.values()].flatMap(({ files }) => files);
  }

  #isSame({ reads }: KeptOutput): boolean {
    const known = this.#same.get(reads);
    if (known !== undefined) return known;
    const isSame = [...reads].every(([name, digest]) => this.#site.getDigest(name) === digest);
    this.#same.set(reads, isSame);
    return isSame;
  }

  #isInPlace({ path, bytes, modified }: WrittenFile): boolean {
    const found = lstatSync(join(this.folder, path), { throwIfNoEntry: false });
    return found?.isFile() === true && found.size === bytes && found.mtimeMs === modified;
  }

  #write({ path, body }: FileToWrite, before: WrittenFile | undefined): WrittenFile {
    const content = typeof body === 'string' ? Buffer.from(body) : body;
    const digest = createHash('sha256').update(content).digest('hex');
    // What comes out the same keeps its time: whoever copies the site elsewhere copies what changed.
    if (before?.digest === digest && this.#isInPlace(before)) return before;
    const file = join(this.folder, path);
    const folder = dirname(file);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    // A file that has another name elsewhere, as in a copy by links, stays there as it was.
    if (before !== undefined) rmSync(file, { force: true });
    writeFileSync(file, content);
    return { path, digest, bytes: content.byteLength, modified: statSync(file).mtimeMs };
  }

  /** What the parts of these names are now; the same list once. */
  #describe(reads: ReadonlySet<string>): ReadonlyMap<string, string> {
    const names = [...reads].sort();
    const key = names.join('\n');
    const known = this.#lists.get(key);
    if (known !== undefined) return known;
    const made = new Map(names.map((name) => [name, this.#site.getDigest(name)]));
    this.#lists.set(key, made);
    return made;
  }
}

/** Left alone at the top of a site: it may be a branch that is checked out to be published. */
const REPOSITORY = '.git';

/** Removes every file below a folder that is not one of these paths, every link, and the folders that are empty then. */
export function removeOthers(folder: string, kept: ReadonlySet<string>, below = ''): boolean {
  let isEmpty = true;
  for (const item of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = `${below}${item.name}`;
    if (path === REPOSITORY) isEmpty = false;
    else if (item.isDirectory()) {
      if (removeOthers(folder, kept, `${path}/`)) rmdirSync(join(folder, path));
      else isEmpty = false;
    } else if (item.isFile() && kept.has(path)) isEmpty = false;
    else rmSync(join(folder, path), { force: true });
  }
  return isEmpty;
}
