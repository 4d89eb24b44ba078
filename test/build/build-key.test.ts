import { cpSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { getBuildKey } from '../../src/build/build-key.ts';
import { buildSite } from '../support/build-site.ts';
import { makeFolder, writeFiles } from '../support/content-folder.ts';
import { makeRoot, PROGRAM } from '../support/program-folder.ts';

afterEach(() => vi.unstubAllEnvs());

const site = buildSite();
const getKey = (root: string, own = site, base = '/', settings = 'digest') => getBuildKey(root, own, base, settings);

test('the same program has the same key, wherever it stands', () => {
  const root = makeRoot();
  const other = join(makeFolder(), 'อีกที่ หนึ่ง');
  cpSync(root, other, { recursive: true });
  expect(getKey(other)).toBe(getKey(root));
});

test.each(Object.keys(PROGRAM))('another %s is another key', (file) => {
  const root = makeRoot();
  const before = getKey(root);
  writeFiles(root, { [file]: `${PROGRAM[file]} ` });
  expect(getKey(root)).not.toBe(before);
});

test.each<[string, (root: string) => void]>([
  ['more', (root) => writeFiles(root, { 'src/views/more.ts': '' })],
  ['gone', (root) => rmSync(join(root, 'src/views/view.ts'))],
  ['renamed', (root) => renameSync(join(root, 'src/views/view.ts'), join(root, 'src/views/other.ts'))],
  [
    'moved on',
    (root) => writeFiles(root, { 'src/pages/index.astro': '<p>src/views/view.tsview', 'src/views/view.ts': '' }),
  ],
  ['hidden', (root) => writeFiles(root, { 'public/.well-known/x': '' })],
])('so is a file that is %s', (_, change) => {
  const root = makeRoot();
  const before = getKey(root);
  change(root);
  expect(getKey(root)).not.toBe(before);
});

test('what stands behind a link is part of the program', () => {
  const root = makeRoot();
  const away = makeFolder();
  writeFiles(away, { 'logo/logo.svg': 'one' });
  mkdirSync(join(root, 'public'), { recursive: true });
  symlinkSync(join(away, 'logo'), join(root, 'public/logo'));
  const before = getKey(root);
  writeFiles(away, { 'logo/logo.svg': 'two' });
  expect(getKey(root)).not.toBe(before);
});

test('the day, the settings, their file and the address are part of it', () => {
  const root = makeRoot();
  const keys = [
    getKey(root),
    getKey(root, { ...site, today: '2030-01-02' }),
    getKey(root, { ...site, settings: { ...site.settings, address: 'https://example.org' } }),
    getKey(root, { ...site, settings: { ...site.settings, keepTogether: ['ธารทอง'] } }),
    getKey(root, site, '/kpi/'),
    getKey(root, site, '/', 'other'),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

test('so is every setting of a build, but for those that say where to read and write and how much', () => {
  const root = makeRoot();
  const before = getKey(root);
  for (const name of ['CHIWAT_CONTENT', 'CHIWAT_OUT', 'CHIWAT_CACHE', 'CHIWAT_YEARS', 'ANYTHING'])
    vi.stubEnv(name, '/x');
  expect(getKey(root)).toBe(before);
  vi.stubEnv('CHIWAT_PICTURES', 'off');
  const off = getKey(root);
  vi.stubEnv('CHIWAT_SETTING_OF_TOMORROW', '');
  expect(new Set([before, off, getKey(root)]).size).toBe(3);
});
