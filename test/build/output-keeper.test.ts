import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type TracedSite, traceSite } from '#data/traced-site.ts';
import type { BuildRecord } from '../../src/build/build-record.ts';
import { OutputKeeper, removeOthers } from '../../src/build/output-keeper.ts';
import { makeFolder, writeFiles } from '../support/content-folder.ts';
import { buildSmallSite } from '../support/make-dist.ts';

/** The small site, in which these files are others than they were. */
function open(...edited: string[]): TracedSite {
  const isEdited = (file: string) => edited.some((part) => file.includes(part));
  return traceSite(buildSmallSite(), (file) => (isEdited(file) ? `${file} edited` : file));
}

const PAGE = '2567/finance/tax/index.html';

/** A build of one page that tells of one indicator, in a folder of its own or on top of another. */
async function build(
  site = open(),
  { folder = makeFolder(), key = 'key', before }: { folder?: string; key?: string; before?: BuildRecord } = {},
  body = 'page',
) {
  const keeper = new OutputKeeper(site, { folder, key, before });
  if (keeper.keep(PAGE) === undefined)
    await keeper.make(PAGE, async () => {
      site.items.get('2567/finance/tax');
      await Promise.resolve();
      site.reads.note('years');
      return [{ path: PAGE, body }];
    });
  return { keeper, folder, file: join(folder, PAGE), before: keeper.getRecord() };
}

test('what is made is written and told, with what was read meanwhile', async () => {
  const { keeper, file } = await build();
  expect(readFileSync(file, 'utf8')).toBe('page');
  expect(keeper.counts).toEqual({ made: 1, kept: 0 });
  expect([...(keeper.getRecord().outputs.get(PAGE)?.reads.keys() ?? [])]).toEqual(['item 2567/finance/tax', 'years']);
  expect(keeper.listFiles()).toMatchObject([{ path: PAGE, bytes: 4, modified: statSync(file).mtimeMs }]);
});

test('nothing is made again where nothing has changed', async () => {
  const { file, ...first } = await build();
  const { mtimeMs } = statSync(file);
  const next = await build(open('2566/finance/tax', 'works/lamps'), first, 'never');
  expect(next.keeper.counts).toEqual({ made: 0, kept: 1 });
  expect(next.keeper.getRecord()).toEqual(first.before);
  expect([readFileSync(file, 'utf8'), statSync(file).mtimeMs]).toEqual(['page', mtimeMs]);
});

test('what was made of a part that has changed is made again; once that is done it stays', async () => {
  const first = await build();
  const second = await build(open('2567/finance/tax/q1'), first, 'other');
  expect([second.keeper.counts.made, readFileSync(first.file, 'utf8')]).toEqual([1, 'other']);
  expect((await build(open('2567/finance/tax/q1'), second, 'never')).keeper.counts.made).toBe(0);
  const back = await build(open(), second, 'page');
  expect([back.keeper.counts.made, readFileSync(first.file, 'utf8')]).toEqual([1, 'page']);
});

test('a file that comes out the same is not written again', async () => {
  const first = await build();
  const { mtimeMs, ino } = statSync(first.file);
  const next = await build(open('2567/finance/tax'), first);
  expect(next.keeper.counts.made).toBe(1);
  expect(statSync(first.file)).toMatchObject({ mtimeMs, ino });
});

test('another program, day or address knows nothing', async () => {
  const first = await build();
  expect((await build(open(), { ...first, key: 'other' })).keeper.counts.made).toBe(1);
});

describe('a file that is not as it was written is made again:', () => {
  test.each<[string, (file: string) => void]>([
    ['gone', (file) => rmSync(file)],
    ['longer', (file) => writeFileSync(file, 'page ')],
    [
      'other bytes of the same size',
      (file) => {
        writeFileSync(file, 'pagf');
        // Later than the clock of a disk can tell.
        utimesSync(file, new Date(), new Date(Date.now() + 1000));
      },
    ],
    ['the same bytes at another time', (file) => utimesSync(file, 1_000_000, 1_000_000)],
    ['in a folder that is gone', (file) => rmSync(join(file, '..'), { recursive: true })],
    [
      'a link to the same',
      (file) => {
        renameSync(file, `${file}.moved`);
        symlinkSync(`${file}.moved`, file);
      },
    ],
  ])('%s', async (_, touch) => {
    const first = await build();
    touch(first.file);
    const next = await build(open(), first, 'anew');
    expect([next.keeper.counts.made, readFileSync(first.file, 'utf8')]).toEqual([1, 'anew']);
  });
});

test('a copy by links stays as it was when the site goes on', async () => {
  const first = await build();
  const copy = join(makeFolder(), 'copy.html');
  linkSync(first.file, copy);
  await build(open('2567/finance/tax'), first, 'other');
  expect([readFileSync(copy, 'utf8'), readFileSync(first.file, 'utf8')]).toEqual(['page', 'other']);
});

test('with a memo it is kept where that is the same', () => {
  const folder = makeFolder();
  const first = new OutputKeeper(open(), { folder, key: 'key' });
  first.add('words', new Set(), [{ path: 'words.bin', body: Uint8Array.of(1, 2) }], 'of one');
  const next = new OutputKeeper(open(), { folder, key: 'key', before: first.getRecord() });
  expect(next.keep('words', 'of two')).toBeUndefined();
  expect(next.listFiles()).toEqual([]);
  expect(next.keep('words', 'of one')?.memo).toBe('of one');
  expect(next.keep('words')).toBeDefined();
});

test('an output of many files is kept whole or not at all', () => {
  const folder = makeFolder();
  const files = ['a.svg', 'a.csv'].map((path) => ({ path, body: path }));
  const first = new OutputKeeper(open(), { folder, key: 'key' });
  first.add('a', new Set(['years']), files);
  writeFileSync(join(folder, 'a.csv'), 'x');
  const next = new OutputKeeper(open(), { folder, key: 'key', before: first.getRecord() });
  expect(next.keep('a')).toBeUndefined();
});

test('removing leaves what is named, and a repository that the site is published from', () => {
  const folder = makeFolder();
  const away = makeFolder();
  writeFiles(away, { 'kept.html': 'away' });
  writeFiles(folder, { 'a/kept.html': '', 'a/gone.html': '', 'b/c/gone.html': '', '.git/HEAD': 'ref', 'b/.git/x': '' });
  writeFiles(folder, { 'was-a-file/index.html': '' });
  symlinkSync(away, join(folder, 'linked'));
  mkdirSync(join(folder, 'empty'));
  removeOthers(folder, new Set(['a/kept.html', 'linked/kept.html', 'was-a-file']));
  const left = ['a/kept.html', '.git/HEAD'];
  const gone = ['a/gone.html', 'b', 'linked', 'empty', 'was-a-file'];
  expect([...left, ...gone].filter((path) => existsSync(join(folder, path)))).toEqual(left);
  expect(readFileSync(join(away, 'kept.html'), 'utf8')).toBe('away');
});
