import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readContent } from '#data/read-content.ts';
import { type TracedSite, traceSite } from '#data/traced-site.ts';
import { scoreSite } from '#domain/scored-site.ts';
import { listFileOutputs } from '../../src/build/file-outputs.ts';
import { findYear, type Output } from '../../src/build/output.ts';
import { getFixture, makeFolder } from '../support/content-folder.ts';

let content = '';

beforeEach(() => {
  content = makeFolder();
  cpSync(getFixture('sites/minimal'), content, { recursive: true });
  vi.stubEnv('CHIWAT_CONTENT', content);
  vi.stubEnv('CHIWAT_FORMS', 'local');
});
afterEach(() => vi.unstubAllEnvs());

/** The day on which two years are reported, where the calendar of the older one says so. */
function open(): TracedSite {
  const { dataset, getDigest } = readContent(content);
  return traceSite(scoreSite(dataset, '2024-07-20'), getDigest);
}

const list = (site: TracedSite) => listFileOutputs(site, { base: '/', hasPictures: false });

/** What an output gives, and what the parts are that it has read. */
async function make(site: TracedSite, id: string) {
  const list = site.reads.begin();
  const output = find(site, id);
  list.end();
  const own = site.reads.begin();
  const files = await output.make();
  const reads = new Map([...own.end()].sort().map((name) => [name, site.getDigest(name)]));
  return { body: files.map(({ body }) => Buffer.from(body).toString()).join(), reads };
}

function find(site: TracedSite, id: string): Output {
  const output = list(site).find((one) => one.id === id);
  if (output === undefined) throw new Error(`no output ${id}`);
  return output;
}

test('every file beside the pages has a name of its own, and is written only where it says', async () => {
  const outputs = list(open());
  const paths = outputs.flatMap((output) => output.paths);
  expect(new Set(paths).size).toBe(paths.length);
  expect(new Set(outputs.map(({ id }) => id)).size).toBe(outputs.length);
  const strange: string[] = [];
  for (const { paths, make } of outputs) {
    for (const { path } of await make()) if (!paths.includes(path)) strange.push(path);
  }
  expect(strange).toEqual([]);
  expect(paths).toEqual(
    expect.arrayContaining([
      '2567.json',
      '2567/finance.json',
      '2567/finance/tax-collection.json',
      '2567/finance/tax-collection.svg',
      '2567/public-works/road-repair/log.pdf',
      'series/finance/tax-collection.csv',
      'feed.xml',
      'changes/agency/finance.xml',
      'admin/finance/config.yml',
    ]),
  );
});

test('files of one year belong to it, what tells of several to none', () => {
  const years = new Set(['2567.json', '2567/a/b.svg', 'en/2567/a.csv', '2567/a/b/c.pdf'].map(findYear));
  expect([...years]).toEqual([2567]);
  const none = [
    'series/a/b.svg',
    'feed.xml',
    'en/changes/agency/a.xml',
    'admin/a/config.yml',
    'data/2567.csv',
    '25678.json',
  ];
  expect(none.map(findYear)).toEqual(none.map(() => undefined));
});

test('a receipt is made from its own indicator alone', async () => {
  const { reads } = await make(open(), '2567/finance/tax-collection.json');
  const names = [...reads.keys()];
  expect(names).toContain('item 2567/finance/tax-collection');
  expect(names.filter((name) => name.includes('road-repair') || name === 'items' || name === 'paths')).toEqual([]);
});

describe('a file beside an indicator', () => {
  const id = '2567/public-works/road-repair/log.pdf';
  const file = `reports/${id}`;

  test('is another one with any byte', async () => {
    const before = await make(open(), id);
    const bytes = readFileSync(join(content, file));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(join(content, file), bytes);
    const after = await make(open(), id);
    expect([...before.reads.keys()]).toEqual([`file ${file}`]);
    expect(after.body).not.toBe(before.body);
    expect(after.reads).not.toEqual(before.reads);
  });

  test('that changes while it is published is published again by the next build', async () => {
    const site = open();
    const before = site.reads.begin();
    await find(site, id).make();
    before.end();
    writeFileSync(join(content, file), '%PDF-1.4 changed before anybody asked what it had been');
    expect(open().getDigest(`file ${file}`)).not.toBe(site.getDigest(`file ${file}`));
  });
});

test('a form is another one when another year can be reported', async () => {
  const id = 'admin/finance/config.yml';
  // The agency has indicators of the year before no more; how its form names the others depends on that year all the same.
  rmSync(join(content, 'reports/2566/finance'), { recursive: true });
  const before = await make(open(), id);
  const calendar = join(content, 'calendar/2566.yaml');
  writeFileSync(calendar, readFileSync(calendar, 'utf8').replace('2023-11-30', '2025-11-30'));
  const after = await make(open(), id);
  expect(after.body).not.toBe(before.body);
  expect(after.reads).not.toEqual(before.reads);
});
