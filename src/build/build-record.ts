import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A file of the site as it was written. */
export interface WrittenFile {
  /** From the top of the site, with forward slashes. */
  path: string;
  /** SHA-256 in hexadecimal. */
  digest: string;
  bytes: number;
  /** Milliseconds; a file that anything else has written since has another. */
  modified: number;
}

/** One page, or the files that are made together: what it was made from, and what came of it. */
export interface KeptOutput {
  /** What each part of the site that it read was, by the part's name. */
  reads: ReadonlyMap<string, string>;
  files: readonly WrittenFile[];
  /** What its maker wants to know again. */
  memo?: string;
}

/** What a build made, for the next one to go on from. */
export interface BuildRecord {
  /** Of all that every page depends on. */
  key: string;
  outputs: Map<string, KeptOutput>;
}

/** Version of the shape of the file. */
const VERSION = 1;

/** As it is stored: parts and lists of parts once, for thousands of pages read the same. */
interface Stored {
  version: number;
  key: string;
  parts: [name: string, digest: string][];
  lists: number[][];
  outputs: [id: string, list: number, files: StoredFile[], memo?: string][];
}

type StoredFile = [path: string, digest: string, bytes: number, modified: number];

/** The record in a file; undefined where there is none that can be read whole: everything is then made. */
export function loadRecord(file: string): BuildRecord | undefined {
  try {
    // Safe: only `saveRecord` writes the file, under another name first; what is damaged is not what it is read as, and throws.
    const stored = JSON.parse(readFileSync(file, 'utf8')) as Stored;
    return stored.version === VERSION ? readStored(stored) : undefined;
  } catch {
    return undefined;
  }
}

function readStored({ key, parts, lists: numbers, outputs: stored }: Stored): BuildRecord {
  const get = <T>(items: readonly T[], at: number): T => {
    const item = items[at];
    if (item === undefined) throw new Error(`there is no number ${at} among ${items.length}`);
    return item;
  };
  const lists = numbers.map((list) => new Map(list.map((at) => get(parts, at))));
  const outputs = stored.map(([id, list, files, memo]): [string, KeptOutput] => [
    id,
    {
      reads: get(lists, list),
      files: files.map(([path, digest, bytes, modified]) => ({ path, digest, bytes, modified })),
      ...(memo === undefined ? {} : { memo }),
    },
  ]);
  return { key, outputs: new Map(outputs) };
}

export function saveRecord(file: string, { key, outputs }: BuildRecord): void {
  const parts = new Map<string, number>();
  const lists = new Map<string, number>();
  const number = (counted: Map<string, number>, name: string) => {
    const at = counted.get(name) ?? counted.size;
    counted.set(name, at);
    return at;
  };
  const known = new Map<ReadonlyMap<string, string>, number>();
  const listOf = (reads: KeptOutput['reads']) => {
    const at =
      known.get(reads) ??
      number(
        lists,
        JSON.stringify([...reads].map((part) => number(parts, JSON.stringify(part))).sort((a, b) => a - b)),
      );
    known.set(reads, at);
    return at;
  };
  const stored = [...outputs].map(([id, { reads, files, memo }]) => {
    const written = files.map(({ path, digest, bytes, modified }): StoredFile => [path, digest, bytes, modified]);
    return [id, listOf(reads), written, ...(memo === undefined ? [] : [memo])];
  });
  mkdirSync(dirname(file), { recursive: true });
  const head = `"version":${VERSION},"key":${JSON.stringify(key)}`;
  // Lists are JSON already.
  const texts = [`"parts":[${[...parts.keys()].join(',')}]`, `"lists":[${[...lists.keys()].join(',')}]`];
  const all = `"outputs":[\n${stored.map((output) => JSON.stringify(output)).join(',\n')}\n]`;
  writeFileSync(`${file}.${process.pid}`, `{${head},\n${texts.join(',\n')},\n${all}}\n`);
  renameSync(`${file}.${process.pid}`, file);
}
