import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { listPublished } from '#exports/published-data.ts';
import { buildSite } from '../support/build-site.ts';
import { makeEdition, makeSample, readPublished } from '../support/data-edition.ts';

const sample = makeSample();
const descriptor = JSON.parse(readPublished(sample, 'datapackage.json'));
const resources: Record<string, unknown>[] = descriptor.resources;

function validate(version: string, value: unknown) {
  const profile = new URL(`../fixtures/profiles/datapackage-${version}.json`, import.meta.url);
  const check = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(profile, 'utf8')));
  check(value);
  return check.errors;
}

function getResource(name: string) {
  const found = resources.find((resource) => resource.name === name);
  expect(found, name).toBeDefined();
  // Safe: what it holds is what this test is about.
  return found as { path: string; schema: { fields: Record<string, unknown>[]; [key: string]: unknown } };
}

describe('the Frictionless data package', () => {
  test.each(['1.0', '2.0'])('is valid by the profile of version %s, which refuses a broken one', (version) => {
    expect(validate(version, descriptor)).toBeNull();
    expect(validate(version, { ...descriptor, resources: [{ name: 'x' }] })).not.toBeNull();
  });

  test('is valid without a licence, a public address or an indicator', () => {
    for (const parts of [{}, { items: { '2567/works/bridge': {} } }]) {
      const bare = JSON.parse(readPublished(makeEdition(buildSite(parts)), 'datapackage.json'));
      expect(['1.0', '2.0'].map((version) => validate(version, bare))).toEqual([null, null]);
      expect(bare).not.toHaveProperty('licenses');
    }
  });

  test('tells size and hash of each table file as it is published', () => {
    const files = listPublished(sample);
    for (const { path, bytes, hash } of resources) {
      const body = files.find(({ name }) => name === path)?.write() ?? '';
      expect([path, bytes]).toEqual([path, Buffer.byteLength(body)]);
      expect(hash).toBe(`sha256:${createHash('sha256').update(body).digest('hex')}`);
    }
    expect(resources.map(({ path }) => path)).toEqual([...sample.files.keys()]);
  });

  test('has a schema for each CSV: as many fields as its columns, keys that point to tables that exist', () => {
    const heads: [string, string][] = [
      ['all', 'all.csv'],
      ['all-reports', 'all-reports.csv'],
      ['plan', 'plan.csv'],
    ];
    for (const [name, file] of heads) {
      const { schema } = getResource(name);
      const [head = ''] = readPublished(sample, file).slice(1).split('\r\n');
      expect(schema.fields.map((field) => field.name)).toEqual(head.split(','));
    }
    expect(getResource('all-reports').schema).toMatchObject({
      primaryKey: ['path', 'quarter'],
      foreignKeys: expect.arrayContaining([{ fields: ['path'], reference: { resource: 'all', fields: ['path'] } }]),
    });
    for (const { schema } of resources as { schema?: { foreignKeys?: { reference: { resource: string } }[] } }[]) {
      for (const { reference } of schema?.foreignKeys ?? []) getResource(reference.resource);
    }
  });

  test('of a year has the schema of all years, written in a file of its own', () => {
    const { schema } = getResource('2567-reports');
    expect(schema).toBe('schema/reports.table.json');
    expect(JSON.parse(readPublished(sample, 'schema/reports.table.json'))).toEqual(getResource('all-reports').schema);
  });

  test('has types, limits and values from the schemas of the content', () => {
    const { fields } = getResource('all').schema;
    const getField = (name: string) => fields.find((field) => field.name === name);
    expect(getField('direction')).toMatchObject({
      type: 'string',
      constraints: { required: true, enum: ['higher', 'lower'] },
    });
    expect(getField('weight')).toMatchObject({ type: 'number', title: 'น้ำหนัก', titleEn: 'Weight', unit: 'points' });
    expect(getField('withdrawn_quarter')).toMatchObject({ type: 'integer', constraints: { minimum: 1, maximum: 4 } });
    expect(getField('year_as_of')).toMatchObject({ type: 'date' });
    expect(getField('disagreements')).toMatchObject({ type: 'array' });
  });

  test('names the licence and organisations, no person', () => {
    expect(descriptor.licenses).toEqual([
      { name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/', title: 'แสดงที่มา 4.0' },
    ]);
    expect(descriptor.contributors).toEqual([{ title: 'เทศบาลนครธารทอง', roles: ['publisher'], role: 'publisher' }]);
    expect(descriptor.sources).toEqual([{ title: 'เทศบาลนครธารทอง', titleEn: 'Than Thong City Municipality' }]);
  });
});
