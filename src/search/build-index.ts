import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { type PartSize, PLACE_BYTES } from './costs.ts';
import type { SearchDocument, SearchRecord } from './document.ts';
import { getShortId } from './engine-id.ts';
import { SHARD, writeMask } from './frequent.ts';
import { NORMALISER, normalise } from './normalise.ts';
import { buildTable, type Indexed } from './table.ts';
import { BREAK, numberTrigrams, spellTrigram, TRIGRAMS } from './trigrams.ts';

/** A file of the site, by its path from the search's folder. */
export interface SearchFile {
  path: string;
  bytes: Uint8Array;
}

/** The index of one part, and what the manifest needs to know of it. */
export interface BuiltPart {
  files: SearchFile[];
  /** File name of the table. */
  table: string;
  /** Present where the engine is not asked for trigrams that stand on many of its pages. */
  frequent?: {
    /** These trigrams, in order. */
    trigrams: string[];
    /** The folder that tells which pages hold them. */
    folder: string;
  };
  /** The engine's program, which one part only has to carry. */
  engine: { code: Uint8Array; program: Uint8Array };
  size: PartSize;
}

/** A language that the engine does not know, so that it folds nothing. */
const LANGUAGE = 'qaa';

/**
 * A weight that the engine packs without a word more: its lists begin at 25, one place weighs 24 by itself. Every
 * place weighs the same.
 */
const WEIGHT = '1.05';

/** Stands for a trigram that the engine is not asked for, so that all others keep their places. No trigram begins so. */
const GAP = 'zzz';

/** Words of a page, of which its length is a multiple. */
const LENGTHS = 1024;

export const PROGRAM_FILE = 'wasm.unknown.pagefind';

/** What a reader loads for the table of all chunks, in bytes a chunk (measured, packed). */
const CHUNK_ROW = 11;
/** Trigrams that a reader looks up, by which loading the table is to pay. */
const LOOK_UPS = 3;

/**
 * From so many pages on the engine keeps no places of frequent trigrams. Without these it takes a third of the memory,
 * and a reader a third of the bytes; what they cannot prove is then held against the texts.
 */
const LARGE = 400;
/** The share of pages on which a trigram is frequent. They are one in four, and five sixths of all places. */
const FREQUENT = 0.15;

/**
 * Builds the index of documents, in this order, by the engine; `large` and more of them with frequent trigrams apart.
 * The same documents give the same bytes. Throws with the engine's own words when it fails.
 */
export async function buildPart(documents: readonly SearchDocument[], large = LARGE): Promise<BuiltPart> {
  const pages = documents.map((document) => ({ document, ...layOut(document) }));
  const words = pages.map(({ text }) => numberTrigrams(text));
  const frequent = documents.length < large ? NONE : findFrequent(words);
  const counts = countRare(words, frequent);
  const chunk = getChunkSize(counts.reduce((sum, [, count]) => sum + count, 0));
  const all = await runEngine(
    documents.map((document, page) => {
      return { url: getUrl(document), words: leaveGaps(words[page] ?? new Int32Array(), frequent) };
    }),
    chunk,
  );
  const ids = readIds(all, documents).map(getShortId);
  const indexed: Indexed[] = pages.map(({ document, titleLength, headLength }, page) => {
    return { document, titleLength, headLength, id: ids[page] ?? '' };
  });
  const rows = buildTable(NORMALISER, indexed);
  const bytes = pack(rows);
  const table = `table-${hash(bytes)}.bin`;
  const apart = buildFrequent(words, frequent);
  return {
    files: [
      ...all.filter(({ path }) => /^index\/|\.pf_meta$|^pagefind-entry\.json$/.test(path)),
      { path: table, bytes },
      ...indexed.map(({ document, id }) => ({
        path: `text/${id.slice(0, rows.idLength)}.bin`,
        bytes: pack(getRecord(document)),
      })),
      ...apart.files,
    ],
    table,
    ...(apart.trigrams.length === 0 ? {} : { frequent: { trigrams: apart.trigrams, folder: apart.folder } }),
    engine: { code: getFile(all, 'pagefind.js'), program: getFile(all, PROGRAM_FILE) },
    size: { dear: Object.fromEntries(counts.filter(([, count]) => count > chunk)), chunk },
  };
}

/** How many places the engine keeps of each trigram, in the order in which they come first. */
function countRare(words: readonly Int32Array[], frequent: Frequent): [trigram: string, count: number][] {
  const counts = new Int32Array(TRIGRAMS);
  const found: number[] = [];
  for (const page of words) {
    for (const word of page) {
      if (frequent.is[word] === 1) continue;
      const count = counts[word] ?? 0;
      if (count === 0) found.push(word);
      counts[word] = count + 1;
    }
  }
  return found.map((word) => [spellTrigram(word), counts[word] ?? 0]);
}

/** Trigrams that the engine is not asked for: of each whether it is one (1 or nothing), and all of them. */
interface Frequent {
  is: Uint8Array;
  words: readonly number[];
}

const NONE: Frequent = { is: new Uint8Array(), words: [] };

/** Those on more than a share of the pages. */
function findFrequent(words: readonly Int32Array[]): Frequent {
  const pages = new Int32Array(TRIGRAMS);
  const found: number[] = [];
  // The last page that each was seen on, from 1.
  const seen = new Int32Array(TRIGRAMS);
  words.forEach((page, at) => {
    for (const word of page) {
      if (seen[word] === at + 1) continue;
      if (seen[word] === 0) found.push(word);
      seen[word] = at + 1;
      pages[word] = (pages[word] ?? 0) + 1;
    }
  });
  const least = words.length * FREQUENT;
  const frequent = { is: new Uint8Array(TRIGRAMS), words: found.filter((word) => (pages[word] ?? 0) > least) };
  for (const word of frequent.words) frequent.is[word] = 1;
  return frequent;
}

/** Which pages hold each frequent trigram, some trigrams a file. */
function buildFrequent(words: readonly Int32Array[], frequent: Frequent) {
  const pages = new Map(frequent.words.map((word) => [word, new Set<number>()]));
  if (pages.size > 0)
    words.forEach((page, row) => {
      for (const word of page) if (frequent.is[word] === 1) pages.get(word)?.add(row);
    });
  const sorted = [...pages].map(([word, rows]) => ({ trigram: spellTrigram(word), rows }));
  sorted.sort((a, b) => (a.trigram < b.trigram ? -1 : 1));
  const masks = sorted.map(({ rows }) => writeMask(words.length, (row) => rows.has(row)));
  const trigrams = sorted.map(({ trigram }) => trigram);
  const shards = Array.from({ length: Math.ceil(trigrams.length / SHARD) }, (_, shard) =>
    pack(masks.slice(shard * SHARD, (shard + 1) * SHARD)),
  );
  const folder = `frequent-${hash(shards.map(hash).join())}`;
  return { trigrams, folder, files: shards.map((bytes, shard) => ({ path: `${folder}/${shard}.bin`, bytes })) };
}

/**
 * The words of a page for the engine, in their places. Few different lengths: the engine keeps that of each page, and
 * every reader loads them.
 */
function leaveGaps(words: Int32Array, frequent: Frequent): string[] {
  const gaps = LENGTHS - (words.length % LENGTHS);
  const spelt = Array.from(words, (word) => (frequent.is[word] === 1 ? GAP : spellTrigram(word)));
  return [...spelt, ...new Array<string>(gaps).fill(GAP)];
}

/** The text of a page as it is searched: titles first, then what has no line of its own, then the sections. */
function layOut({ title, titleEn, labels, sections }: SearchDocument) {
  const titles = [title, ...(titleEn === undefined ? [] : [titleEn])].map(normalise).join(BREAK);
  const head = [titles, ...labels.map(normalise)].join(BREAK);
  const text = [head, ...sections.map((section) => normalise(section.text))].join(BREAK);
  return { text, titleLength: titles.length, headLength: head.length };
}

/** Small chunks make a query light and the table of them heavy; this is where both together are least. */
function getChunkSize(places: number): number {
  return Math.min(20_000, Math.max(500, Math.round(Math.sqrt((places * CHUNK_ROW) / (PLACE_BYTES * LOOK_UPS)))));
}

/** Runs the engine in a process of its own, which reads the size of chunks when it starts. */
async function runEngine(pages: readonly { url: string; words: string[] }[], chunk: number): Promise<SearchFile[]> {
  const before = process.env[CHUNK_SETTING];
  await close();
  process.env[CHUNK_SETTING] = String(chunk);
  try {
    const { index, errors } = await createIndex();
    if (index === undefined) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
    // One after the other: their order is the order of the index.
    for (const { url, words } of pages) {
      const content = `<html lang="${LANGUAGE}"><body><p data-pagefind-weight="${WEIGHT}">${words.join(' ')}</p></body></html>`;
      const added = await index.addHTMLFile({ url, content });
      if (added.errors.length > 0) throw new Error(`Pagefind refused ${url}: ${added.errors.join('; ')}`);
    }
    const { files, errors: lost } = await index.getFiles();
    if (lost.length > 0) throw new Error(`Pagefind wrote no files: ${lost.join('; ')}`);
    return files.map(({ path, content }) => ({ path, bytes: content }));
  } finally {
    if (before === undefined) delete process.env[CHUNK_SETTING];
    else process.env[CHUNK_SETTING] = before;
    await close();
  }
}

const CHUNK_SETTING = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';

/**
 * The engine's name of each page. It stands in the name of the file that the engine makes of the page's words; the
 * file itself is not published: a reader gets the text that people wrote.
 */
function readIds(files: readonly SearchFile[], documents: readonly SearchDocument[]): string[] {
  const ids = new Map<string, string>();
  for (const { path, bytes } of files) {
    const [, id] = /^fragment\/(.+)\.pf_fragment$/.exec(path) ?? [];
    if (id === undefined) continue;
    const [, url = ''] = /"url":"([^"]*)"/.exec(gunzipSync(bytes).toString('utf8', 0, 2_000)) ?? [];
    ids.set(url, id);
  }
  return documents.map((document) => {
    const url = getUrl(document);
    const id = ids.get(url);
    if (id === undefined) throw new Error(`Pagefind indexed no page for ${url}`);
    return id;
  });
}

/** An address to the engine only: pages in several languages share theirs behind the home page. */
function getUrl({ href, language }: SearchDocument): string {
  return language === undefined ? `/${href}` : `/${language}/${href}`;
}

function getRecord({ title, titleEn, place, placeEn, labels, sections }: SearchDocument): SearchRecord {
  return {
    title,
    ...(titleEn === undefined ? {} : { titleEn }),
    ...(place === undefined ? {} : { place }),
    ...(placeEn === undefined ? {} : { placeEn }),
    labels,
    sections,
  };
}

function getFile(files: readonly SearchFile[], path: string): Uint8Array {
  const file = files.find((known) => known.path === path);
  if (file === undefined) throw new Error(`Pagefind wrote no ${path}`);
  return file.bytes;
}

/** JSON in `ENCODING`, packed; the same on every machine. */
export function pack(value: unknown): Uint8Array {
  const text = JSON.stringify(value).replace(/[\u0080-\uFFFF]/g, (character) => {
    const code = character.charCodeAt(0);
    const isThai = (code >= 0x0e01 && code <= 0x0e3a) || (code >= 0x0e3f && code <= 0x0e5b);
    return isThai ? String.fromCharCode(code - 0x0e00 + 0xa0) : `\\u${code.toString(16).padStart(4, '0')}`;
  });
  return gzipSync(Buffer.from(text, 'latin1'), { level: 9 });
}

/** A short name that changes with what is named. */
export function hash(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 10);
}
