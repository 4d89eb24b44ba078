import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listPaths } from '#data/file-digests.ts';
import { readContent } from '#data/read-content.ts';
import { traceSite } from '#data/traced-site.ts';
import { scoreSite } from '#domain/scored-site.ts';
import {
  finishBuild,
  getPiecesFolder,
  getRecordFile,
  removeGone,
  type SiteBuild,
  startBuild,
} from '../../src/build/site-build.ts';
import { getFixture, makeFolder, writeFiles } from '../support/content-folder.ts';
import { makeRoot } from '../support/program-folder.ts';

/** What the modules of a build share in a process, put back after each test. */
let shared: [typeof globalThis.chiwatReading, typeof globalThis.chiwatSite];
let folder = '';
let root = '';

beforeEach(() => {
  shared = [globalThis.chiwatReading, globalThis.chiwatSite];
  vi.stubEnv('CHIWAT_CACHE', makeFolder());
  vi.stubEnv('CHIWAT_YEARS', '');
  folder = join(makeFolder(), 'dist');
  root = makeRoot();
});
afterEach(() => {
  [globalThis.chiwatReading, globalThis.chiwatSite] = shared;
  vi.unstubAllEnvs();
});

const CONTENT = getFixture('sites/minimal');

/** Begins a build of the small site, in which these files are others. */
function start(edited: Record<string, string> = {}, base = '/'): SiteBuild {
  const reading = readContent(CONTENT);
  const tell = (file: string) => edited[file] ?? reading.getDigest(file);
  globalThis.chiwatReading = { ...reading, getDigest: tell };
  const site = traceSite(scoreSite(reading.dataset, '2024-11-01'), tell);
  globalThis.chiwatSite = { reading: globalThis.chiwatReading, site };
  const build = startBuild({ root, folder, base });
  // As the open data does, which every build makes.
  mkdirSync(build.pieces.folder, { recursive: true });
  return build;
}

/** Makes a page of each indicator, as far as these are wanted, and stops before the end where told so. */
async function make(build: SiteBuild, text = 'page', { isKilled = false, without = '' } = {}): Promise<string[]> {
  const { site, keeper, isWanted } = build;
  const made: string[] = [];
  for (const item of [...site.items.keys()].filter((path) => path !== without)) {
    const path = `${item}/index.html`;
    if (!isWanted(path) || keeper.keep(path) !== undefined) continue;
    made.push(item);
    await keeper.make(path, () => [{ path, body: `${text} ${site.items.get(item)?.indicator.data.name}` }]);
  }
  if (isKilled) return made;
  removeGone();
  finishBuild();
  return made;
}

const TAX = '2567/finance/tax-collection';
const edit = { [`reports/${TAX}/q1.mdx`]: 'other' };
const read = (item: string) => readFileSync(join(folder, item, 'index.html'), 'utf8');

test('a build goes on from the one before in the same folder, of which each folder has its own', async () => {
  expect(await make(start())).toHaveLength(6);
  expect(await make(start())).toEqual([]);
  expect(await make(start(edit), 'other')).toEqual([TAX]);
  expect(read(TAX)).toMatch(/^other /);
  folder = join(makeFolder(), 'dist');
  expect(await make(start(edit))).toHaveLength(6);
});

test('what a build did not make any more is gone, with its folder', async () => {
  await make(start());
  await make(start(), 'page', { without: TAX });
  expect(existsSync(join(folder, TAX))).toBe(false);
  expect(existsSync(join(folder, '2567/finance'))).toBe(true);
});

test('what nobody here has written is removed before the build', async () => {
  await make(start());
  writeFiles(folder, { 'leftover/index.html': 'x', [`${TAX}/notes.txt`]: 'x' });
  start();
  expect(listPaths(folder).filter((path) => !path.endsWith('/index.html'))).toEqual([]);
  expect(existsSync(join(folder, 'leftover'))).toBe(false);
});

test('under another address nothing is taken over, and nothing is left', async () => {
  await make(start());
  start({}, '/kpi/');
  expect(listPaths(folder)).toEqual([]);
});

describe('a build that did not end', () => {
  test('is made up for by the next', async () => {
    await make(start());
    await make(start(edit), 'killed', { isKilled: true });
    expect(await make(start(edit), 'next')).toEqual([TAX]);
    expect(read(TAX)).toMatch(/^next /);
  });

  test('leaves nothing that a build of the content before would take for its own', async () => {
    await make(start());
    await make(start(edit), 'a killed one', { isKilled: true });
    expect(await make(start())).toEqual([TAX]);
    expect(read(TAX)).toMatch(/^page /);
  });

  test('has no part in the first one that does', async () => {
    await make(start(), 'killed', { isKilled: true });
    expect(await make(start())).toHaveLength(6);
    expect(read(TAX)).toMatch(/^page /);
  });
});

test.each<[string, () => void]>([
  ['the site', () => rmSync(folder, { recursive: true })],
  ['what is known of it', () => rmSync(getRecordFile(folder))],
  ['the sense of it', () => writeFileSync(getRecordFile(folder), '{')],
])('without %s all is made', async (_, remove) => {
  await make(start());
  remove();
  expect(await make(start())).toHaveLength(6);
});

test('another file of the program is another site', async () => {
  await make(start());
  writeFiles(root, { 'src/views/view.ts': 'another' });
  expect(await make(start(), 'anew')).toHaveLength(6);
  expect(read(TAX)).toMatch(/^anew /);
});

test('pieces that nobody asked for are removed', () => {
  const first = start();
  writeFiles(getPiecesFolder(folder), { 'old.csv': 'x' });
  first.pieces.add('2567.csv', new Set(), [{ path: '2567.csv', body: 'a' }]);
  finishBuild();
  expect(listPaths(getPiecesFolder(folder))).toEqual(['2567.csv']);
  expect(start().pieces.keep('2567.csv')).toBeDefined();
});

describe('of some years', () => {
  test('only what belongs to them is made; the whole site is made of all again', async () => {
    vi.stubEnv('CHIWAT_YEARS', '2566');
    const build = start();
    expect(['2566.json', '2566/a/index.html', 'en/2566/index.html'].every(build.isWanted)).toBe(true);
    expect(['index.html', '2567.json', 'series/a/b.svg', 'data/2566.csv'].some(build.isWanted)).toBe(false);
    expect((await make(build)).every((item) => item.startsWith('2566/'))).toBe(true);
    vi.stubEnv('CHIWAT_YEARS', '');
    expect((await make(start())).every((item) => item.startsWith('2567/'))).toBe(true);
    expect(listPaths(folder)).toHaveLength(6);
  });

  test('what is no year is refused', () => {
    vi.stubEnv('CHIWAT_YEARS', '2566, now');
    expect(() => start()).toThrow('2566, now');
  });
});
