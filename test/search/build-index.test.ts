import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { type BuiltPart, buildPart, hash, pack } from '#search/build-index.ts';
import type { SearchDocument, SearchRecord } from '#search/document.ts';
import { readTable } from '#search/filter.ts';
import { readMask, SHARD } from '#search/frequent.ts';
import { normalise } from '#search/normalise.ts';
import { unpack } from '#search/packing.ts';
import type { SearchTable } from '#search/table.ts';
import { getTrigram } from '#search/trigrams.ts';
import { buildDocument } from './documents.ts';

const roads = buildDocument('2564/works/roads/', {
  title: 'ความยาวถนนที่ปรับปรุง (๒๕๖๔)',
  titleEn: 'Roads',
  place: 'สำนักช่าง',
  placeEn: 'Public Works Office',
  labels: ['สช.', 'พ.ร.บ. ทางหลวง'],
  sections: [
    { id: '', text: 'เเผนงานน\u0e4d\u0e49\u0e32ท่วม' },
    { id: 'q1', text: 'ปรับปรุงแล้ว\n12 สาย "ตามแผน"' },
  ],
  facets: { agency: 'works', status: 'met', quarters: [1], score: 66.67, isCorrected: true },
});
const same = { title: 'ชื่อเดียวกัน', sections: [{ id: '', text: 'ข้อความเดียวกัน' }] };
const documents: SearchDocument[] = [
  roads,
  buildDocument('2564/works/a/', same),
  buildDocument('2564/works/b/', same),
  buildDocument('about/', { language: 'th', title: 'เกี่ยวกับเว็บไซต์' }),
  buildDocument('about/', { language: 'en', title: 'About this site' }),
  ...Array.from({ length: 9 }, (_, at) => buildDocument(`2564/works/c${at}/`, { title: `ตัวชี้วัดที่ ${at}` })),
];

let built: BuiltPart;
beforeAll(async () => {
  built = await buildPart(documents);
});

async function read<T>(path: string): Promise<T> {
  const file = built.files.find((known) => known.path === path);
  if (file === undefined) throw new Error(`no ${path}`);
  return unpack<T>(new Uint8Array(file.bytes).buffer);
}

const readPages = async () => readTable(await read<SearchTable>(built.table), { name: '2564', year: 2564 });

test('the same pages give the same files, to the byte', async () => {
  const again = await buildPart(structuredClone(documents));
  const list = ({ files }: BuiltPart) => files.map(({ path, bytes }) => `${path} ${hash(bytes)}`).sort();
  expect(list(again)).toEqual(list(built));
  expect(again.size).toEqual(built.size);
});

test('the table has every page in its order, with its facets and how much of it is title', async () => {
  const pages = await readPages();
  expect(pages.map(({ href }) => href)).toEqual(documents.map(({ href }) => href));
  const titles = normalise(`${roads.title}\n${roads.titleEn}`);
  expect(pages[0]).toMatchObject({
    year: 2564,
    series: 'works/roads',
    score: 66.67,
    values: { agency: ['works'], status: ['met'], quarter: ['1'], corrected: ['yes'], disagrees: [] },
    titleLength: titles.length,
    headLength: `${titles} สช พรบ ทางหลวง`.length,
  });
});

test('every page’s own words stand beside the index as they were written, in each of its languages', async () => {
  for (const [at, { id }] of (await readPages()).entries()) {
    const record = await read<SearchRecord>(`text/${id}.bin`);
    const { title, titleEn, place, placeEn, labels, sections } = documents[at] ?? roads;
    expect(record).toEqual({
      title,
      labels,
      sections,
      ...(titleEn === undefined ? {} : { titleEn }),
      ...(place === undefined ? {} : { place }),
      ...(placeEn === undefined ? {} : { placeEn }),
    });
  }
});

test('nothing of the engine’s own is published but its index, which holds no letter of the pages', () => {
  const paths = built.files.map(({ path }) => path.replace(/[^/]*\.bin$/, '*').replace(/qaa_\w+|\.qaa\w*/, ''));
  expect(new Set(paths.map((path) => path.replace(/^(index|text)\/.*/, '$1')))).toEqual(
    new Set(['index', 'text', '*', 'pagefind.pf_meta', 'pagefind-entry.json']),
  );
  expect(paths.filter((path) => path === 'pagefind-entry.json')).toHaveLength(1);
  expect(built.engine.program.length).toBeGreaterThan(10_000);
  expect(Buffer.from(built.engine.code).toString()).toContain('createInstance');
});

test('a long text is cut into small files, by a setting of the engine that is put back as it was', async () => {
  const setting = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';
  expect(process.env[setting]).toBeUndefined();
  const long = buildDocument('2564/works/long/', { sections: [{ id: '', text: 'กขค'.repeat(3_000) }] });
  const { size, files } = await buildPart([long]);
  expect(process.env[setting]).toBeUndefined();
  expect(size.chunk).toBeGreaterThanOrEqual(500);
  process.env[setting] = '777';
  await buildPart([roads]);
  expect(process.env[setting]).toBe('777');
  delete process.env[setting];
  // The three runs of which the text is made, and no other, stand there more often than a file holds.
  expect(Object.values(size.dear).toSorted()).toEqual([2_999, 2_999, 3_000]);
  expect(files.filter(({ path }) => path.startsWith('index/')).length).toBeGreaterThan(1);
});

test('a packed file is unpacked to what it was, whether or not a host has unpacked it on its way', async () => {
  const value = { text: 'น้ำท่วม ๑๒ ฿ – “≥” é 中 😀\u0e3b\n', of: [1, 2] };
  const copy = (bytes: Uint8Array) => new Uint8Array(bytes).buffer;
  expect(await unpack(copy(pack(value)))).toEqual(value);
  expect(await unpack(copy(gunzipSync(pack(value))))).toEqual(value);
});

test('of many pages, what stands on many of them is kept apart from the engine, with the pages that hold it', async () => {
  const large = await buildPart(documents, documents.length);
  const { trigrams = [], folder = '' } = large.frequent ?? {};
  // Nearly all titles begin with it.
  const at = trigrams.indexOf(getTrigram(normalise('ตัวชี้วัด')));
  expect(at).toBeGreaterThanOrEqual(0);
  expect(trigrams).not.toContain(getTrigram(normalise('ถนน')));
  const shard = large.files.find(({ path }) => path === `${folder}/${Math.floor(at / SHARD)}.bin`);
  const masks = await unpack<string[]>(new Uint8Array(shard?.bytes ?? []).buffer);
  const holders = documents.filter(({ title }) => title.includes('ตัวชี้วัด'));
  expect(readMask(masks[at % SHARD] ?? '', documents)).toEqual(holders);
  const size = (part: BuiltPart) =>
    part.files.filter(({ path }) => path.startsWith('index/')).reduce((sum, { bytes }) => sum + bytes.length, 0);
  expect(size(large)).toBeLessThan(size(built));
  expect(built.frequent).toBeUndefined();
});
