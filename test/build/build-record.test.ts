import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type BuildRecord, loadRecord, saveRecord } from '../../src/build/build-record.ts';
import { makeFolder, writeFiles } from '../support/content-folder.ts';

const written = (path: string, modified = 1_700_000_000_000.125) => ({ path, digest: 'ab12', bytes: 7, modified });
const reads = new Map([
  ['item 2567/a/b', 'one'],
  ['years', 'two'],
]);

const RECORD: BuildRecord = {
  key: 'key "of" one',
  outputs: new Map([
    ['2567/a/b/index.html', { reads, files: [written('2567/a/b/index.html')] }],
    ['2567/a/b', { reads: new Map(reads), files: [written('2567/a/b.svg'), written('2567/a/b.csv', 1)] }],
    ['search/shelf 2567', { reads: new Map([['year 2567', 'x']]), files: [], memo: '[{"name":"2567"}]' }],
    ['ไทย', { reads: new Map(), files: [], memo: '' }],
  ]),
};

function save(record = RECORD): string {
  const file = join(makeFolder(), 'below', 'record.json');
  saveRecord(file, record);
  return file;
}

test('a record is read as it was written, times to the last digit', () => {
  expect(loadRecord(save())).toEqual(RECORD);
  expect(loadRecord(save({ key: '', outputs: new Map() }))).toEqual({ key: '', outputs: new Map() });
});

test('what many read the same is stored once', () => {
  const outputs = new Map(Array.from({ length: 50 }, (_, at) => [`${at}`, { reads: new Map(reads), files: [] }]));
  const file = save({ key: 'k', outputs });
  expect(readFileSync(file, 'utf8').split('item 2567/a/b')).toHaveLength(2);
  expect(loadRecord(file)?.outputs).toEqual(outputs);
});

test('a name with another digest is another part', () => {
  const of = (digest: string) => ({ reads: new Map([['years', digest]]), files: [] });
  const record = { key: 'k', outputs: new Map(Object.entries({ a: of('1'), b: of('2'), c: of('1') })) };
  expect(loadRecord(save(record))).toEqual(record);
});

test('nothing but the record is left beside it', () => {
  const file = save();
  saveRecord(file, { ...RECORD, key: 'other' });
  expect(readdirSync(join(file, '..'))).toEqual(['record.json']);
  expect(loadRecord(file)?.key).toBe('other');
});

test('without a record nothing is known', () => {
  expect(loadRecord(join(makeFolder(), 'none.json'))).toBeUndefined();
});

test.each<[string, (text: string) => string]>([
  ['half of it', (text) => text.slice(0, text.length / 2)],
  ['nothing', () => ''],
  ['another thing', () => 'null'],
  ['another version', (text) => text.replace('"version":1', '"version":0')],
  ['no list of parts', (text) => text.replace(/"parts":.*\n/, '')],
  ['a part that is not there', (text) => text.replace(/"lists":\[\[\d+/, '"lists":[[999')],
  ['a list that is not there', (text) => text.replace(/("2567\/a\/b\/index.html"),\d+/, '$1,999')],
  ['no files', (text) => text.replace(/,\[\["2567\/a\/b\/index.html".*?\]\]/, '')],
])('of a damaged record nothing is taken over: %s', (_, damage) => {
  const file = save();
  const text = readFileSync(file, 'utf8');
  writeFiles(join(file, '..'), { 'record.json': damage(text) });
  expect(readFileSync(file, 'utf8')).not.toBe(text);
  expect(loadRecord(file)).toBeUndefined();
});

test('a folder in its place is no record', () => {
  const folder = makeFolder();
  writeFiles(folder, { 'record.json/x': '' });
  expect(loadRecord(join(folder, 'record.json'))).toBeUndefined();
  writeFileSync(join(folder, 'other.json'), '[]');
  expect(loadRecord(join(folder, 'other.json'))).toBeUndefined();
});
