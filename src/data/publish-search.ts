import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BuiltPart, buildPart, hash, PROGRAM_FILE, pack } from '#search/build-index.ts';
import { getLeast, groupCosts } from '#search/costs.ts';
import type { SearchDocument, SearchShelf } from '#search/document.ts';
import { packFrequent } from '#search/frequent.ts';
import { countWords, mergeWords, type WordCount } from '#search/list-words.ts';
import { ENGINE_FILE, MANIFEST_FILE, type Manifest, type ShelfPart } from '#search/manifest.ts';
import { NORMALISER } from '#search/normalise.ts';
import { cutShelves } from '#search/shelves.ts';
import { keepFolder, writeFiles } from './search-cache.ts';

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

/** Writes all that the search loads into a folder, which is emptied first. */
export async function publishSearch(
  shelves: readonly SearchShelf[],
  folder: string,
  cache: string,
): Promise<Published> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const made: { part: ShelfPart; kept: Kept }[] = [];
  let built = 0;
  for (const { name, shelf } of cutShelves(shelves)) {
    const digest = getDigest(shelf.documents);
    const make = () => {
      built += 1;
      return makePart(shelf.documents);
    };
    const source = await keepFolder(digest, make, cache);
    // Safe: only `makePart` writes the file, and the folder's name holds the version of its code.
    const kept = JSON.parse(readFileSync(join(source, KEPT_FILE), 'utf8')) as Kept;
    cpSync(join(source, PUBLISHED), join(folder, name), { recursive: true });
    // One index brings the engine for all.
    const isFirst = made.length === 0;
    const program = isFirst ? readFileSync(join(source, PROGRAM_FILE)) : Buffer.from(NO_PROGRAM);
    const engine = isFirst ? [{ path: ENGINE_FILE, bytes: readFileSync(join(source, ENGINE_FILE)) }] : [];
    writeFiles(folder, [{ path: `${name}/${PROGRAM_FILE}`, bytes: program }, ...engine]);
    const year = shelf.year === undefined ? {} : { year: shelf.year };
    made.push({ part: { name, ...year, pages: shelf.documents.length, digest, table: kept.table }, kept });
  }
  const sizes = made.map(({ kept }) => kept.size);
  const words = pack(mergeWords(made.map(({ kept }) => kept.words)));
  const wordsFile = `words-${hash(words)}.bin`;
  const { trigrams, masks } = packFrequent(made.map(({ kept }) => kept.frequent?.trigrams ?? []));
  const manifest: Manifest = {
    normaliser: NORMALISER,
    parts: made.map(({ part, kept: { frequent } }, at) =>
      frequent === undefined ? part : { ...part, frequent: { mask: masks[at] ?? '', folder: frequent.folder } },
    ),
    frequent: trigrams,
    costs: groupCosts(sizes),
    least: getLeast(sizes),
    words: wordsFile,
  };
  writeFiles(folder, [
    { path: wordsFile, bytes: words },
    { path: MANIFEST_FILE, bytes: Buffer.from(JSON.stringify(manifest)) },
  ]);
  return { pages: made.reduce((sum, { part }) => sum + part.pages, 0), built };
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

function getDigest(documents: readonly SearchDocument[]): string {
  return hash(JSON.stringify(documents));
}
