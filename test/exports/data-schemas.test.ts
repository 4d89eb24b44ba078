import { resolve } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { readContent } from '#data/read-content.ts';
import { scoreSite } from '#domain/scored-site.ts';
import { buildReceipt } from '#exports/receipt.ts';
import { TABLES } from '#exports/tables/tables.ts';
import { makeEdition, makeSample, readPublished } from '../support/data-edition.ts';

const CHARTS = resolve(import.meta.dirname, '../fixtures/sites/charts');
// Every state an indicator can be in.
const states = scoreSite(readContent(CHARTS, { cache: undefined }).dataset, '2025-02-01');
const sample = makeSample();
const edition = makeEdition(states);

const ajv = new Ajv({ strict: true, allowUnionTypes: true, validateFormats: false });
const compile = (name: string) => ajv.compile(JSON.parse(readPublished(sample, `schema/${name}.json`)));

describe('the JSON Schema of', () => {
  test.each(TABLES.map(({ id }) => id))('%s holds for every file of the table, and refuses another', (id) => {
    const check = compile(id);
    for (const { files } of [sample, edition]) {
      for (const file of files.values()) {
        if (file.table !== id || file.form !== 'json') continue;
        expect([file.name, check(JSON.parse(Buffer.from(file.read()).toString())), check.errors]).toEqual([
          file.name,
          true,
          null,
        ]);
      }
    }
    const name = { indicators: 'all', reports: 'all-reports' }[id as string] ?? id;
    const data = JSON.parse(readPublished(sample, `${name}.json`));
    expect(check({ ...data, rows: [{}] })).toBe(false);
    expect(check({ ...data, table: 'other' })).toBe(false);
  });

  test('an indicator’s receipt holds for every indicator, and refuses a score without its sum or its reason', () => {
    const check = compile('receipt');
    for (const site of [sample.site, states]) {
      for (const path of site.items.keys()) {
        const receipt = JSON.parse(JSON.stringify(buildReceipt(site, path)));
        expect([path, check(receipt), check.errors]).toEqual([path, true, null]);
        for (const score of [
          { state: 'scored', percent: 20 },
          { state: 'not-scored' },
          { state: 'scored', reason: 'overdue' },
        ]) {
          expect(check({ ...receipt, standing: { ...receipt.standing, score } })).toBe(false);
        }
        expect(check({ ...receipt, indicator: { ...receipt.indicator, target: '100' } })).toBe(false);
      }
    }
  });
});
