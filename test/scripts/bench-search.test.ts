import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContent } from '#data/read-content.ts';
import { isError } from '#domain/issue.ts';
import { readQueries } from '../../scripts/bench/bench-search.ts';
import { damageText } from '../../scripts/bench/damage-text.ts';
import { generateContent } from '../../scripts/bench/generate-content.ts';
import { readTimes } from '../../scripts/bench/measure.ts';
import { measureTree } from '../../scripts/bench/measure-tree.ts';
import { createRandom } from '../../scripts/bench/random.ts';
import { getQuantile, judge, sumUp } from '../../scripts/bench/search-measures.ts';
import { cutQuery, findTruth, readTruth, spellAlike, type TruePage } from '../../scripts/bench/search-truth.ts';
import { SEARCH_WORDING } from '../../scripts/bench/search-wording.ts';
import { serveFolder } from '../../scripts/bench/static-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'chiwat-bench-search-'));
const content = join(folder, 'content');
let truth: TruePage[] = [];
beforeAll(() => {
  generateContent(content, { indicators: 300, years: 5, seed: 1 }, SEARCH_WORDING);
  truth = readTruth(content);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('content to search in', () => {
  test('is read without an error, damaged as it is', () => {
    const { issues, dataset } = readContent(content);
    expect(issues.filter(isError)).toEqual([]);
    expect(dataset.indicatorYears.size).toBe(300);
    const codes = new Set<string>(issues.map(({ code }) => code));
    expect(['CW615', 'CW616', 'CW617', 'CW620'].filter((code) => !codes.has(code))).toEqual([]);
  });

  test('has pages as long as real ones', () => {
    const lengths = truth.filter(({ href }) => href.split('/').length === 4).map(({ text }) => text.length);
    expect(getQuantile(lengths, 0.5)).toBeGreaterThan(2_500);
    expect(getQuantile(lengths, 0.5)).toBeLessThan(3_000);
  });

  test.each(['search-queries.json', 'search-queries-more.json'])(
    'answers every query of %s but the misspelt',
    (name) => {
      const queries = readQueries(`test/fixtures/${name}`);
      const unanswered = queries.filter(({ q }) => findTruth(truth, q).size === 0);
      expect(unanswered.filter(({ set }) => set !== 'd').map(({ q }) => q)).toEqual([]);
      expect(unanswered.length).toBe(queries.filter(({ set }) => set === 'd').length);
    },
  );
});

describe('the one spelling of the truth', () => {
  test.each([
    ['น\u0E4D\u0E49\u0E32', 'น\u0E49\u0E33'],
    ['น\u0E49\u0E4D\u0E32', 'น\u0E49\u0E33'],
    ['พื\u0E49\u0E49น', 'พื\u0E49น'],
    ['ท\u0E48\u0E35', 'ท\u0E35\u0E48'],
    ['เเผน', 'แผน'],
    ['งบ\u200Bประ\u00ADมาณ', 'งบประมาณ'],
    ['พ.ร.บ. ๒๕๖๐', 'พรบ 2560'],
    ['1,250,000 E–GP', '1250000 e-gp'],
    ['“ก”  ข', '"ก" ข'],
  ])('of %s', (typed, spelt) => {
    expect(spellAlike(typed)).toBe(spelt);
  });

  test('is reached from every damage', () => {
    const text = 'น้ำท่วม พื้นที่ 12 แห่ง จำนวนเจ้าหน้าที่ดูแลคลองแสนแสบ';
    const damaged = Array.from({ length: 200 }, (_, seed) => damageText(text, createRandom(seed)));
    expect(new Set(damaged).size).toBeGreaterThan(20);
    expect(new Set(damaged.map(spellAlike))).toEqual(new Set([text]));
  });

  test('cuts a query at spaces, not within quotation marks, and drops what is around a word', () => {
    expect(cutQuery('(TOR)  “ไตรมาสที่ ๒” กทม.')).toEqual(['tor', 'ไตรมาสที่ 2', 'กทม']);
    expect(cutQuery(' … ')).toEqual([]);
  });
});

describe('measures', () => {
  const query = { q: 'ก', set: 'a', kind: 'term' };
  const right = new Set(['a/', 'b/', 'c/', 'd/']);

  test('hold a whole list against the right pages', () => {
    const answer = { total: 4, first: ['a/', 'x/'], all: ['a/', 'x/', 'b/', 'c/'], offers: [] };
    expect(judge(query, right, answer)).toMatchObject({
      recall: 0.75,
      precision: 0.5,
      isExact: true,
      missing: ['d/'],
      wrong: ['x/'],
    });
  });

  test('trust a number only as far as the first results are right', () => {
    expect(judge(query, right, { total: 3, first: ['a/'], offers: [] }).recall).toBe(0.75);
    expect(judge(query, right, { total: 9, first: ['a/'], offers: [] }).recall).toBe(1);
    expect(judge(query, right, { total: 4, first: ['a/', 'x/'], offers: [] }).recall).toBe(0);
    expect(judge(query, right, { first: [], offers: [] })).toMatchObject({ recall: 0, isExact: false });
  });

  test('are means over the queries that pages answer', () => {
    const verdicts = [
      judge(query, right, { total: 4, first: ['a/'], offers: [] }),
      judge(query, right, { total: 0, first: [], all: [], offers: [] }),
      judge(query, new Set(), { total: 0, first: [], offers: [] }),
    ];
    expect(sumUp(verdicts)).toEqual({ queries: 2, recall: 0.5, precision: 1, zero: 0.5, exact: 0.5, ratio: 0.5 });
  });

  test('name the value below which so much lies', () => {
    const values = [3, 1, 2, 4];
    expect([0.5, 0.95, 1].map((share) => getQuantile(values, share))).toEqual([2, 4, 4]);
    expect(getQuantile([], 0.5)).toBe(0);
  });
});

describe('what a program and all that it starts use', () => {
  test('is told in seconds', () => {
    expect(readTimes('warning\n0m0.010s 0m0.000s\n1m2.500s 0m0.250s\n')).toBe(62.75);
  });

  test('counts the child of a child', async () => {
    const burn = 'const end = process.cpuUsage().user + 3e5; while (process.cpuUsage().user < end);';
    const both = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(burn)}]); console.log('done')`;
    const { cpuSeconds, output } = await measureTree(process.execPath, ['-e', both]);
    expect(output).toBe('done\n');
    expect(cpuSeconds).toBeGreaterThan(0.3);
  });

  test('is an error where the program fails', async () => {
    await expect(measureTree(process.execPath, ['-e', 'throw new Error("broken")'])).rejects.toThrow('broken');
  });
});

describe('the server of the bench', () => {
  test('packs text, sends the rest as it is, and counts', async () => {
    writeFileSync(join(folder, 'index.html'), 'x'.repeat(5_000));
    writeFileSync(join(folder, 'part.bin'), 'x'.repeat(5_000));
    const server = await serveFolder(folder);
    const [page, part, none] = await Promise.all(
      ['/', '/part.bin', '/../secret'].map((path) => fetch(`${server.address}${path}`)),
    );
    expect(await page?.text()).toHaveLength(5_000);
    expect(await part?.text()).toHaveLength(5_000);
    expect(none?.status).toBe(404);
    await none?.text();
    const sent = Object.fromEntries(server.take().map(({ path, bytes, plain }) => [path, { bytes, plain }]));
    server.close();
    expect(sent['/']?.bytes).toBeLessThan(500);
    expect(sent['/']?.plain).toBeGreaterThan(5_000);
    expect(sent['/part.bin']?.bytes).toBeGreaterThan(5_000);
    expect(server.take()).toEqual([]);
  });
});
