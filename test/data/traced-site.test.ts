import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '#data/read-content.ts';
import { type TracedSite, traceSite } from '#data/traced-site.ts';
import { type Ledger, NO_LEDGER } from '#domain/ledger/ledger.ts';
import { scoreSite } from '#domain/scored-site.ts';
import { buildCommit, buildLedger, buildRevision } from '../support/build-ledger.ts';
import { copySite } from '../support/content-folder.ts';

const ROADS = '2567/public-works/road-repair';
const LEDGER = buildLedger({ items: { [ROADS]: [buildRevision('2024-02-01', { path: ROADS })] } });

function open(folder = copySite(), ledger: Ledger = LEDGER): TracedSite {
  const { dataset, getDigest } = readContent(folder);
  return traceSite(scoreSite(dataset, '2024-11-01', ledger), getDigest);
}

/** Reads a value in every way that it can be read. */
function readAll(value: unknown): void {
  if (!(value instanceof Map)) return;
  for (const key of [...value.keys()]) readAll(value.get(key));
  for (const _ of value);
  value.has('');
}

/** The same with plain maps. */
function copyMaps(value: unknown): unknown {
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, copyMaps(item)]));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyMaps(item)]));
}

/** Every name that reading of a site gives, each with its digest. */
function tellAll(site: TracedSite): Map<string, string> {
  const { reads } = site.reads.collect(() => {
    for (const part of [site, site.dataset, site.ledger]) {
      for (const key of Object.keys(part)) readAll(Reflect.get(part, key));
    }
    for (const { attachments } of site.items.values()) {
      for (const { file } of attachments) site.reads.note(`file ${file}`);
    }
  });
  return new Map([...reads].map((name) => [name, site.getDigest(name)]));
}

/** Names whose part is another one, is there no more or is only now there. */
function listChanged(before: TracedSite, after: TracedSite): string[] {
  const [old, young] = [tellAll(before), tellAll(after)];
  return [...new Set([...old.keys(), ...young.keys()])].filter((name) => old.get(name) !== young.get(name)).sort();
}

/** What changes when the small site is edited. */
function listChangedBy(edit: (folder: string) => void): string[] {
  const folder = copySite();
  const before = open(folder);
  // Digests of files are asked for when they are needed: before the edit.
  tellAll(before);
  edit(folder);
  return listChanged(before, open(folder));
}

const append = (file: string, text: string) => (folder: string) =>
  writeFileSync(join(folder, file), `${readFileSync(join(folder, file), 'utf8')}${text}`);

test('every part of a site is noted when it is read, or belongs to what every page depends on', () => {
  const site = open();
  const unknown = open(copySite(), NO_LEDGER);
  const listSilent = (part: object, { reads } = site) =>
    Object.keys(part).filter((key) => reads.collect(() => readAll(Reflect.get(part, key))).reads.size === 0);
  // Settings and the day are part of the build's key; the dataset and the ledger note for themselves.
  const ofAll = ['settings', 'today', 'dataset', 'ledger'];
  expect(listSilent(site).sort()).toEqual([...ofAll, 'getDigest', 'reads', 'setDigest'].sort());
  expect(listSilent(site.dataset)).toEqual(['site']);
  expect(listSilent(site.ledger)).toEqual([]);
  expect(listSilent(unknown.ledger, unknown)).toEqual([]);
});

test('a traced site reads as the site that it traces', () => {
  const { dataset, getDigest } = readContent(copySite());
  const plain = scoreSite(dataset, '2024-11-01', LEDGER);
  const { reads: _, getDigest: __, setDigest: ___, ...traced } = traceSite(plain, getDigest);
  expect(copyMaps(traced)).toEqual(copyMaps(plain));
});

test('the same content has the same digests, wherever it stands', () => {
  expect(listChanged(open(), open())).toEqual([]);
  expect(tellAll(open()).size).toBeGreaterThan(40);
});

describe('an edit changes what was read of it and nothing else', () => {
  const OF_ROADS = [
    `item ${ROADS}`,
    'items',
    'items 2567/public-works',
    'series public-works/road-repair',
    'year 2567',
  ];

  test.each([
    ['a report', append(`reports/${ROADS}/q2.mdx`, '\nเพิ่มเติม\n')],
    ['the promise', append(`reports/${ROADS}/indicator.mdx`, '\nเพิ่มเติม\n')],
    ['a report that is gone', (folder: string) => rmSync(join(folder, `reports/${ROADS}/q2.mdx`))],
    [
      'a new report',
      (folder: string) => writeFileSync(join(folder, `reports/${ROADS}/q3.mdx`), '---\nresult: 1\n---\n'),
    ],
  ])('%s', (_, edit) => {
    expect(listChangedBy(edit)).toEqual(OF_ROADS);
  });

  test('a file beside an indicator, of the same size', () => {
    const file = `reports/${ROADS}/log.pdf`;
    const flip = (folder: string) => {
      const bytes = readFileSync(join(folder, file));
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      writeFileSync(join(folder, file), bytes);
    };
    expect(listChangedBy(flip)).toEqual([`file ${file}`]);
    expect(listChangedBy(append(file, ' '))).toEqual([`file ${file}`, ...OF_ROADS].sort());
  });

  test('an agency, a plan, the settings', () => {
    expect(listChangedBy(append('agencies/finance.yaml', '# x\n'))).toEqual(['agency finance', 'agency-all']);
    expect(listChangedBy(append('plan/city-plan.yaml', '# x\n'))).toEqual(['plan city-plan', 'plans']);
    expect(listChangedBy(append('site.yaml', '# x\n'))).toEqual([]);
  });

  test('the rules of a year, and with them all that was scored by these', () => {
    const changed = listChangedBy(append('calendar/2566.yaml', '# x\n'));
    expect(changed).toContain('calendar 2566');
    expect(changed).toContain('item 2566/finance/tax-collection');
    expect(changed.filter((name) => name.includes('2567'))).toEqual([]);
  });

  test('an indicator that is gone, or stands in another place', () => {
    const gone = listChangedBy((folder) => rmSync(join(folder, `reports/${ROADS}`), { recursive: true }));
    const files = [`file reports/${ROADS}/log.pdf`, `file reports/${ROADS}/road.png`];
    expect(gone).toEqual([...files, 'paths', ...OF_ROADS].sort());
    const moved = listChangedBy((folder) => {
      const to = join(folder, 'reports/2567/finance/road-repair');
      mkdirSync(dirname(to), { recursive: true });
      renameSync(join(folder, `reports/${ROADS}`), to);
    });
    expect(moved).toEqual(expect.arrayContaining(['items 2567/finance', 'series-names', 'series finance/road-repair']));
    expect(moved.filter((name) => name.includes('2566'))).toEqual([]);
  });

  test('the last indicator of an agency, of a year', () => {
    const year = listChangedBy((folder) => rmSync(join(folder, 'reports/2566'), { recursive: true }));
    expect(year).toEqual(expect.arrayContaining(['years', 'agencies 2566', 'year 2566']));
    expect(year).not.toContain('agencies 2567');
  });
});

describe('history', () => {
  const folder = () => copySite();
  const more = buildLedger({
    items: { [ROADS]: [buildRevision('2024-02-01', { path: ROADS }), buildRevision('2024-03-01', { path: ROADS })] },
    head: LEDGER.head,
  });

  test.each<[string, Ledger, string[]]>([
    ['one more change', more, [`history ${ROADS}`, 'history-items']],
    ['edits that are not committed', { ...LEDGER, isEdited: !LEDGER.isEdited }, ['history-edited']],
    ['a commit of something else', { ...LEDGER, head: buildCommit('2024-05-01') }, ['history-head']],
    ['a clone of the newest only', { ...LEDGER, state: 'shallow' }, ['history']],
    ['a removed indicator', { ...LEDGER, gone: new Map([['2567/a/b', []]]) }, ['history-gone']],
    ['other rules', { ...LEDGER, calendars: [{ year: 2567, change: 'changed', fields: [] }] }, ['history-calendars']],
  ])('%s', (_, ledger, expected) => {
    expect(listChanged(open(folder()), open(folder(), ledger))).toEqual(expected);
  });

  test('that is not known is another one than any that is', () => {
    expect(open(folder(), NO_LEDGER).getDigest('history')).not.toBe(open().getDigest('history'));
    const other: Ledger = { state: 'unknown', reason: 'no-git' };
    expect(listChanged(open(folder(), NO_LEDGER), open(folder(), other))).toEqual(['history']);
  });
});

test('what is made of the site has a digest once it is set; a name that no site gives is refused', () => {
  const site = open();
  expect(() => site.getDigest('data')).toThrow('no part of a site is called "data"');
  site.setDigest('data', 'one');
  expect(site.getDigest('data')).toBe('one');
});
