import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type BuiltPart, buildPart, hash, PROGRAM_FILE, pack } from '#search/build-index.ts';
import { getLeast, groupCosts } from '#search/costs.ts';
import type { LazyShelf, SearchDocument, SearchShelf } from '#search/document.ts';
import { packFrequent } from '#search/frequent.ts';
import { countWords, mergeWords, type WordCount } from '#search/list-words.ts';
import { ENGINE_FILE, MANIFEST_FILE, type Manifest, type ShelfPart } from '#search/manifest.ts';
import { NORMALISER } from '#search/normalise.ts';
import { cutShelves } from '#search/shelves.ts';
import { findFolder, keepFolder, type NamedBytes, writeFiles } from './search-cache.ts';

/** What is kept of an index beside the files that are published as they are. */
type Kept = Pick<BuiltPart, 'table' | 'frequent' | 'size'> & {
  /** Cutting Thai takes as long as indexing it: it is not done again for a year that did not change. */
  words: WordCount[];
};

const PUBLISHED = 'published';
const KEPT_FILE = 'kept.json';

/** What the engine's program is replaced by where another index has brought it: its mark, and nothing behind it. */
const NO_PROGRAM = 'pagefind_dcd';

export interface Published {
  pages: number;
  /** Indexes that were made anew; the others came from the cache. */
  built: number;
}

/** Where the search's files are written, and what is known of those that an earlier build wrote. */
export interface SearchStore {
  /** What was noted of the files of this name where they can stay as they are, with this note if one is given; else undefined. */
  keep: (id: string, note?: string) => string | undefined;
  /** A piece of work that reads the site, with the parts of the site that it read. */
  collect: <T>(work: () => T) => { value: T; reads: ReadonlySet<string> };
  /** Writes files, by their paths below the search's folder. */
  add: (id: string, reads: ReadonlySet<string>, files: readonly NamedBytes[], note: string) => void;
}

/** What is noted of a shelf: its parts, in order. */
interface KeptPart {
  name: string;
  digest: string;
  pages: number;
}

/** The digests of a shelf's parts, from what was noted of it: by these their indexes are kept. */
export function listShelfDigests(note: string): string[] {
  // Safe: only `storeSearch` notes it.
  return (JSON.parse(note) as KeptPart[]).map(({ digest }) => digest);
}

/** A store of an empty folder that knows nothing. */
export function createFolderStore(folder: string): SearchStore {
  rmSync(folder, { recursive: true, force: true });
  return {
    keep: () => undefined,
    collect: (work) => ({ value: work(), reads: new Set() }),
    add: (_, __, files) => writeFiles(folder, files),
  };
}

/** Writes all that the search loads into a folder, which is emptied first. */
export function publishSearch(shelves: readonly SearchShelf[], folder: string, cache: string): Promise<Published> {
  const lazy = shelves.map(({ documents, ...shelf }) => ({ ...shelf, list: () => [...documents] }));
  return storeSearch(lazy, createFolderStore(folder), cache);
}

/**
 * Writes all that the search loads. Of a shelf that did not change nothing is made, not even its documents. Where not all
 * shelves are wanted, what readers load first is left out: it tells of every shelf.
 */
export async function storeSearch(
  shelves: readonly LazyShelf[],
  store: SearchStore,
  cache: string,
  isWanted: (year: number | undefined) => boolean = () => true,
): Promise<Published> {
  const wanted = shelves.filter(({ year }) => isWanted(year));
  const made: { part: KeptPart; year: number | undefined; source: string }[] = [];
  let built = 0;
  for (const { year, list } of wanted) {
    const id = `shelf ${year ?? 'site'}`;
    // Safe: only the end of this loop notes it.
    const known = store.keep(id);
    const kept = known === undefined ? undefined : (JSON.parse(known) as KeptPart[]);
    const folders = kept?.map(({ digest }) => findFolder(digest, cache));
    if (kept !== undefined && folders?.every((folder) => folder !== undefined)) {
      made.push(...kept.map((part, at) => ({ part, year, source: folders[at] ?? '' })));
      continue;
    }
    const { value: documents, reads } = store.collect(list);
    const parts: KeptPart[] = [];
    const files: NamedBytes[] = [];
    for (const { name, shelf } of cutShelves([{ ...(year !== undefined && { year }), documents }])) {
      const digest = hash(JSON.stringify(shelf.documents));
      const make = () => {
        built += 1;
        return makePart(shelf.documents);
      };
      const source = await keepFolder(digest, make, cache);
      const part = { name, digest, pages: shelf.documents.length };
      // One index brings the engine for all.
      const isFirst = made.length === 0 && wanted[0] === shelves[0];
      files.push(...listPartFiles(source, name, isFirst));
      parts.push(part);
      made.push({ part, year, source });
    }
    store.add(id, reads, files, JSON.stringify(parts));
  }
  if (wanted.length === shelves.length) writeManifest(made, store);
  return { pages: made.reduce((sum, { part }) => sum + part.pages, 0), built };
}

function listPartFiles(source: string, name: string, isFirst: boolean): NamedBytes[] {
  const folder = join(source, PUBLISHED);
  const published = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const files = published.map((item) => {
    const file = join(item.parentPath, item.name);
    const path = `${name}/${relative(folder, file).replaceAll('\\', '/')}`;
    return { path, bytes: readFileSync(file) };
  });
  const program = isFirst ? readFileSync(join(source, PROGRAM_FILE)) : Buffer.from(NO_PROGRAM);
  const engine = isFirst ? [{ path: ENGINE_FILE, bytes: readFileSync(join(source, ENGINE_FILE)) }] : [];
  return [...files, { path: `${name}/${PROGRAM_FILE}`, bytes: program }, ...engine];
}

/** What readers load first; it follows from the parts alone. */
function writeManifest(
  made: readonly { part: KeptPart; year: number | undefined; source: string }[],
  store: SearchStore,
): void {
  const note = JSON.stringify(made.map(({ part }) => part));
  if (store.keep('manifest', note) !== undefined) return;
  const all = made.map(({ part, year, source }) => {
    // Safe: only `makePart` writes the file, and the folder's name holds the version of its code.
    const kept = JSON.parse(readFileSync(join(source, KEPT_FILE), 'utf8')) as Kept;
    const { name, digest, pages } = part;
    return { kept, part: { name, ...(year !== undefined && { year }), pages, digest, table: kept.table } as ShelfPart };
  });
  const sizes = all.map(({ kept }) => kept.size);
  const words = pack(mergeWords(all.map(({ kept }) => kept.words)));
  const wordsFile = `words-${hash(words)}.bin`;
  const { trigrams, masks } = packFrequent(all.map(({ kept }) => kept.frequent?.trigrams ?? []));
  const manifest: Manifest = {
    normaliser: NORMALISER,
    parts: all.map(({ part, kept: { frequent } }, at) =>
      frequent === undefined ? part : { ...part, frequent: { mask: masks[at] ?? '', folder: frequent.folder } },
    ),
    frequent: trigrams,
    costs: groupCosts(sizes),
    least: getLeast(sizes),
    words: wordsFile,
  };
  const files = [
    { path: wordsFile, bytes: words },
    { path: MANIFEST_FILE, bytes: Buffer.from(JSON.stringify(manifest)) },
  ];
  store.add('manifest', new Set(), files, note);
}

async function makePart(documents: readonly SearchDocument[]) {
  const { files, engine, ...part } = await buildPart(documents);
  const kept: Kept = { ...part, words: countWords(documents) };
  return [
    ...files.map(({ path, bytes }) => ({ path: `${PUBLISHED}/${path}`, bytes })),
    { path: KEPT_FILE, bytes: Buffer.from(JSON.stringify(kept)) },
    { path: PROGRAM_FILE, bytes: engine.program },
    { path: ENGINE_FILE, bytes: engine.code },
  ];
}
