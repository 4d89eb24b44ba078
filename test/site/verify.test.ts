import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { listPaths } from '#data/file-digests.ts';
import { flipDigit } from '../support/make-dist.ts';
import { runVerifyCommand, verify } from '../support/run-verify.ts';

const dist = inject('dist');

describe('the built site', () => {
  test('agrees with its list, its receipts and the content', () => {
    const { stdout, status } = runVerifyCommand([dist, '--content', 'content', '--lang', 'en']);
    expect(stdout).toMatch(/^Everything agrees: [\d,]+ files, \d+ receipts, \d+ totals$/m);
    expect(stdout).toContain('Receipts were held against the content in content');
    expect(status).toBe(0);
  });
});

describe('a copy of it with one digit flipped in each of many files', () => {
  let copy: string;
  let named: Set<string>;
  const flipped: string[] = [];

  /** Of each kind of file some, and all that a score goes through. */
  const KINDS: [kind: string, pattern: RegExp, most: number][] = [
    ['an indicator’s page', /^\d{4}\/[^/]+\/[^/]+\/index\.html$/, 15],
    ['an agency’s page', /^\d{4}\/[^/]+\/index\.html$/, 10],
    ['a year’s page', /^\d{4}\/index\.html$/, 5],
    ['an English page', /^en\/.*\.html$/, 15],
    ['a receipt', /^\d{4}\/[^/]+\/[^/]+\.json$/, 40],
    ['a total', /^\d{4}(\/[^/]+)?\.json$/, 20],
    ['a table', /\.csv$/, 10],
    ['a picture', /\.svg$/, 10],
    ['a feed', /\.xml$/, 10],
    ['open data', /^data\//, 10],
  ];

  beforeAll(async () => {
    copy = mkdtempSync(join(tmpdir(), 'chiwat-flipped-'));
    cpSync(dist, copy, { recursive: true });
    const files = listPaths(copy);
    for (const [kind, pattern, most] of KINDS) {
      const all = files.filter((file) => pattern.test(file));
      expect([kind, all.length > 0]).toEqual([kind, true]);
      const step = Math.max(1, Math.floor(all.length / most));
      for (const [index, file] of all.filter((_, at) => at % step === 0).entries()) {
        const bytes = flipDigit(readFileSync(join(copy, file)), index * 101);
        if (bytes === undefined) continue;
        writeFileSync(join(copy, file), bytes);
        flipped.push(file);
      }
    }
    const { differences } = await verify(copy);
    named = new Set(differences.map(({ file }) => file));
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test.each(KINDS)('%s is named', (_, pattern) => {
    const touched = flipped.filter((file) => pattern.test(file));
    expect(touched.length).toBeGreaterThan(0);
    expect(touched.filter((file) => !named.has(file))).toEqual([]);
  });
});

describe('a copy of it with one digit of integrity.json flipped', () => {
  test.each([0, 7000])('does not agree: digit %d', async (count) => {
    const copy = mkdtempSync(join(tmpdir(), 'chiwat-integrity-'));
    onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
    cpSync(dist, copy, { recursive: true });
    const file = join(copy, 'integrity.json');
    const flipped = flipDigit(readFileSync(file), count);
    if (flipped === undefined) throw new Error('integrity.json has no digits');
    writeFileSync(file, flipped);
    expect((await verify(copy)).differences.length).toBeGreaterThan(0);
  });
});
