import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listPaths } from '#data/file-digests.ts';
import { type TracedSite, traceSite } from '#data/traced-site.ts';
import { UsageError } from '../../scripts/call.ts';
import { findObstacle, layParts } from '../../scripts/join/lay-parts.ts';
import { parseOptions } from '../../scripts/join/options.ts';
import { saveRecord } from '../../src/build/build-record.ts';
import { OutputKeeper } from '../../src/build/output-keeper.ts';
import { type PartFiles, readPart } from '../../src/build/part.ts';
import { getCleanEnv } from '../setup/env.ts';
import { makeFolder, writeFiles } from '../support/content-folder.ts';
import { buildSmallSite } from '../support/make-dist.ts';
import { ROOT } from '../support/run-check.ts';

const KEY = 'one program, one day';

/** The small site, with the report of one indicator as it is or changed. */
function openSite(tax = 'as it is'): TracedSite {
  return traceSite(buildSmallSite(), (file) => (file.includes('2567/finance/tax') ? tax : 'as it is'));
}

const site = openSite();

/** A part with these files, each made of one indicator. */
function makePart(files: Record<string, string>, key = KEY): PartFiles {
  const folder = makeFolder();
  const keeper = new OutputKeeper(site, { folder, key });
  for (const [path, body] of Object.entries(files)) {
    const item = path.replace('/index.html', '');
    keeper.add(path, new Set([`item ${item}`]), [{ path, body }]);
  }
  return { folder, record: keeper.getRecord() };
}

const TAX = '2567/finance/tax/index.html';
const ROADS = '2567/finance/roads/index.html';
const EARLIER = '2566/finance/tax/index.html';

describe('parts of one site', () => {
  const parts = () => [makePart({ [TAX]: '<p>12.50', [ROADS]: '<p>3' }), makePart({ [EARLIER]: '<p>80' })];

  test('fit', () => {
    expect(findObstacle(parts(), KEY, site)).toBeUndefined();
  });

  test('also where both hold the same page', () => {
    expect(findObstacle([...parts(), makePart({ [TAX]: '<p>12.50' })], KEY, site)).toBeUndefined();
  });

  test('are laid together, in place of what stood there; a build then goes on from all of them', () => {
    const target = makeFolder();
    writeFiles(target, { 'old/index.html': 'old' });
    const record = layParts(parts(), KEY, target);
    expect(existsSync(join(target, 'old'))).toBe(false);
    expect(readFileSync(join(target, EARLIER), 'utf8')).toBe('<p>80');
    const next = new OutputKeeper(site, { folder: target, key: KEY, before: record });
    expect([TAX, ROADS, EARLIER].filter((page) => next.keep(page) === undefined)).toEqual([]);
    expect(next.keep('2567/works/lamps/index.html')).toBeUndefined();
  });
});

describe('refused is a part', () => {
  test('of another program, day or setting', () => {
    const other = makePart({ [EARLIER]: '<p>80' }, 'another day');
    expect(findObstacle([makePart({ [TAX]: '<p>12.50' }), other], KEY, site)).toEqual({
      is: 'key',
      folder: other.folder,
    });
  });

  test('made from other content than stands here', () => {
    const part = makePart({ [ROADS]: '<p>3', [TAX]: '<p>12.50' });
    const found = findObstacle([part], KEY, openSite('mended since'));
    expect(found).toEqual({ is: 'content', folder: part.folder, id: TAX, read: 'item 2567/finance/tax' });
  });

  test.each<[string, (file: string) => void]>([
    ['with one byte changed', (file) => writeFileSync(file, '<p>12.60')],
    ['with one byte more', (file) => writeFileSync(file, '<p>12.50 ')],
    ['without one of its files', (file) => rmSync(file)],
  ])('%s', (_, spoil) => {
    const part = makePart({ [ROADS]: '<p>3', [TAX]: '<p>12.50' });
    spoil(join(part.folder, TAX));
    expect(findObstacle([part], KEY, site)).toEqual({ is: 'file', folder: part.folder, path: TAX });
  });

  test('that holds a page of another part, and not the same', () => {
    const [one, other] = [makePart({ [TAX]: '<p>12.50' }), makePart({ [TAX]: '<p>12.60' })];
    const found = findObstacle([one, other], KEY, site);
    expect(found).toEqual({ is: 'twice', folder: other.folder, other: one.folder, id: TAX });
  });
});

describe('a folder', () => {
  test('is a part where it is known how it and its open data were made', () => {
    const { folder, record } = makePart({ [TAX]: '<p>12.50' });
    expect(readPart(folder)).toBeUndefined();
    saveRecord(join(folder, '.part/record.json'), record);
    expect(readPart(folder)).toBeUndefined();
    saveRecord(join(folder, '.part/pieces.json'), { key: KEY, outputs: new Map() });
    const part = readPart(folder);
    expect(part?.site).toEqual({ folder, record });
    expect(part?.pieces.folder).toBe(join(folder, '.part', 'pieces'));
  });

  test('is none where what is known of it was cut off', () => {
    const folder = makeFolder();
    writeFiles(folder, { '.part/record.json': '{"version":1,"key":"', '.part/pieces.json': '{}' });
    expect(readPart(folder)).toBeUndefined();
  });
});

describe('a call', () => {
  test.each<[string[], string]>([
    [[], 'ยังไม่ได้ระบุส่วนที่จะรวม'],
    [['--lang', 'en'], 'No part is named.'],
    [['nowhere'], 'ไม่มีโฟลเดอร์ nowhere'],
    [['src', '--with', 'nowhere', '--lang', 'en'], 'There is no folder nowhere'],
    [['src', '--with', 'package.json', '--lang', 'en'], 'There is no folder package.json'],
    [['src', '--years', '2564', '--lang', 'en'], 'There is no option “--years”'],
    [['src', '--lang', 'fr'], '--lang'],
  ])('%j is refused', (args, sentence) => {
    let message = '';
    try {
      parseOptions(args, {});
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      message = error.message;
    }
    expect(message).toContain(sentence);
  });

  test('names parts, where the site is written, and a site to compare', () => {
    expect(parseOptions(['src', 'test', '--with', 'docs'], { CHIWAT_OUT: 'public' })).toEqual({
      parts: ['src', 'test'],
      out: 'public',
      other: 'docs',
      language: 'th',
    });
    expect(parseOptions(['src'], {})).toMatchObject({ out: 'dist', other: undefined });
    expect(parseOptions(['--help'], {})).toBe('help');
  });

  test.each<[string, string[], string]>([
    ['of a folder that is no part says what is absent', ['site'], '.part/record.json'],
    ['that would write over a part is not carried out', ['site', '--out', 'site'], 'เขียนทับไม่ได้'],
    ['that would remove a part is not carried out', ['site', '--out', '.'], 'เขียนทับไม่ได้'],
    [
      'that would compare a site with itself is not carried out',
      ['site', '--with', 'whole', '--out', 'whole'],
      'เขียนทับไม่ได้',
    ],
  ])('%s', (_, args, sentence) => {
    const folder = makeFolder();
    writeFiles(folder, { 'site/index.html': 'a site', 'whole/index.html': 'a site' });
    const script = join(ROOT, 'scripts/join.ts');
    const run = spawnSync(process.execPath, [script, ...args], { cwd: folder, env: getCleanEnv(), encoding: 'utf8' });
    expect(run.stderr).toContain(sentence);
    expect(run.status).toBe(2);
    expect(listPaths(folder)).toEqual(['site/index.html', 'whole/index.html']);
  });
});
