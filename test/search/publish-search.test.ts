import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { publishSearch } from '#data/publish-search.ts';
import { keepFolder } from '#data/search-cache.ts';
import type { SearchShelf } from '#search/document.ts';
import type { Manifest } from '#search/manifest.ts';
import { unpack } from '#search/packing.ts';
import { makeFolder } from '../support/content-folder.ts';
import { buildDocument } from './documents.ts';

/** Three years and the pages of none; `change` is what was reported in the newest. */
const getShelves = (change = 'แล้วเสร็จ 40 สาย'): SearchShelf[] => [
  { documents: [buildDocument('2566/works/', { title: 'สำนักช่าง' })] },
  ...[2566, 2565, 2564].map((year) => ({
    year,
    documents: ['roads', 'drains'].map((slug) =>
      buildDocument(`${year}/works/${slug}/`, {
        title: `งานของ ${slug}`,
        sections: [{ id: 'q1', text: year === 2566 && slug === 'roads' ? change : `ผลงานปี ${year}` }],
      }),
    ),
  })),
];

/** Every file of a folder with a digest of what is in it. */
function list(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  return Object.fromEntries(
    files.sort().map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

const readManifest = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

let cache: string;
let first: { folder: string; files: Record<string, string> };

beforeAll(async () => {
  const all = mkdtempSync(join(tmpdir(), 'chiwat-'));
  cache = join(all, 'cache');
  const folder = join(all, 'site');
  expect(await publishSearch(getShelves(), folder, cache)).toEqual({ pages: 7, built: 4 });
  first = { folder, files: list(folder) };
  return () => rmSync(all, { recursive: true, force: true });
});

describe('a build of what was built before', () => {
  test('makes no index anew and gives the same files', async () => {
    const folder = makeFolder();
    expect(await publishSearch(getShelves(), folder, cache)).toEqual({ pages: 7, built: 0 });
    expect(list(folder)).toEqual(first.files);
  });

  test('leaves nothing in the folder that an older build put there', async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, '2550/text'), { recursive: true });
    cpSync(join(first.folder, 'manifest.json'), join(folder, '2550/text/old.bin'));
    await publishSearch(getShelves(), folder, cache);
    expect(list(folder)).toEqual(first.files);
  });

  test('without its cache gives the same files', async () => {
    const folder = makeFolder();
    expect(await publishSearch(getShelves(), folder, makeFolder())).toMatchObject({ built: 4 });
    expect(list(folder)).toEqual(first.files);
  });
});

test('a change in one year makes that year’s index anew and leaves every file of the others as it was', async () => {
  const folder = makeFolder();
  expect(await publishSearch(getShelves('แล้วเสร็จ 41 สาย'), folder, cache)).toMatchObject({ built: 1 });
  const files = list(folder);
  const getOthers = (of: Record<string, string>) =>
    Object.entries(of).filter(([name]) => /^(site|2565|2564)\//.test(name));
  expect(getOthers(files)).toEqual(getOthers(first.files));
  expect(getOthers(files).length).toBeGreaterThan(12);
  const [old, now] = [first.folder, folder].map((of) => readManifest(of).parts.map(({ digest }) => digest));
  expect(now?.map((digest, at) => digest === old?.[at])).toEqual([true, false, true, true]);
});

test('readers are told of all indexes, the newest year first, by names that change with what is in them', async () => {
  const { parts, words, normaliser } = readManifest(first.folder);
  expect(parts.map(({ name, year, pages }) => [name, year, pages])).toEqual([
    ['site', undefined, 1],
    ['2566', 2566, 2],
    ['2565', 2565, 2],
    ['2564', 2564, 2],
  ]);
  expect(normaliser).toBeGreaterThan(0);
  for (const { name, table } of parts) expect(existsSync(join(first.folder, name, table))).toBe(true);
  const bytes = new Uint8Array(readFileSync(join(first.folder, words))).buffer;
  expect(await unpack<string[]>(bytes)).toContain('ผลงาน');
});

test('the engine is published once: one index brings its program, the others a mark of twelve bytes', () => {
  const programs = readManifest(first.folder).parts.map(({ name }) =>
    readFileSync(join(first.folder, name, 'wasm.unknown.pagefind')),
  );
  expect(programs[0]?.length).toBeGreaterThan(10_000);
  expect(programs.slice(1).map(String)).toEqual(Array(3).fill('pagefind_dcd'));
  const engines = Object.keys(first.files).filter((name) => name.endsWith('pagefind.js'));
  expect(engines).toEqual(['pagefind.js']);
});

test('an index that a build broke off in the middle of is not used', async () => {
  const broken = makeFolder();
  cpSync(cache, broken, { recursive: true });
  const [version = ''] = readdirSync(join(broken, 'search'));
  const all = join(broken, 'search', version);
  for (const name of readdirSync(all)) {
    rmSync(join(all, name, 'published'), { recursive: true });
    renameSync(join(all, name), join(all, `${name}.1`));
  }
  const folder = makeFolder();
  expect(await publishSearch(getShelves(), folder, broken)).toMatchObject({ built: 4 });
  expect(list(folder)).toEqual(first.files);
});

describe('the cache of indexes', () => {
  const file = (path: string) => ({ path, bytes: Buffer.from(path) });

  test('keeps nothing of an index that could not be written whole', async () => {
    const folder = makeFolder();
    // A file cannot be a folder: writing breaks off after the first.
    await expect(keepFolder('abc', async () => [file('a'), file('a/b')], folder)).rejects.toThrow();
    const kept = await keepFolder('abc', async () => [file('a'), file('b')], folder);
    expect(readdirSync(kept).sort()).toEqual(['a', 'b']);
  });

  test('asks for the same index only once', async () => {
    const folder = makeFolder();
    let made = 0;
    const make = async () => {
      made += 1;
      return [file('a')];
    };
    const places = [await keepFolder('abc', make, folder), await keepFolder('abc', make, folder)];
    expect(made).toBe(1);
    expect(places[0]).toBe(places[1]);
    await keepFolder('abd', make, folder);
    expect(made).toBe(2);
  });

  test('forgets what has not been used for longest when it holds more than sixty', async () => {
    const folder = makeFolder();
    const keep = (digest: string) => keepFolder(digest, async () => [file('a')], folder);
    const kept = [];
    for (let at = 0; at < 60; at++) kept.push(await keep(`d${at}`));
    const [oldest = '', next = ''] = kept;
    const past = (folder: string, year: number) => utimesSync(folder, new Date(year, 0), new Date(year, 0));
    past(oldest, 2000);
    past(next, 2001);
    // Used again, it is the newest.
    await keep('d0');
    await keep('one more');
    expect([oldest, next].map((place) => existsSync(place))).toEqual([true, false]);
  });

  test('forgets the indexes that another version of the code made', async () => {
    const folder = makeFolder();
    const other = join(folder, 'search', `v${'x'.repeat(16)}`);
    mkdirSync(other, { recursive: true });
    await keepFolder('abc', async () => [file('a')], folder);
    expect(existsSync(other)).toBe(false);
  });
});
