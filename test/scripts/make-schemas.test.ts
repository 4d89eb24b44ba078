import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { readContent } from '#data/read-content.ts';
import { schemaByKind } from '#domain/schemas/by-kind.ts';
import { buildSchemas, SCHEMAS } from '../../scripts/schemas/editor-files.ts';
import { formatJson } from '../../scripts/schemas/format-json.ts';
import { getFixture, makeFolder } from '../support/content-folder.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SCRIPT = join(ROOT, 'scripts/make-schemas.ts');
const SITE = getFixture('sites/minimal');

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

describe('the schemas in the repository', () => {
  const made = buildSchemas(readContent(SITE).dataset, 'th');

  test.each(Object.keys(schemaByKind))('%s: are those that npm run schemas makes', (kind) => {
    const file = `${SCHEMAS}/${kind}.schema.json`;
    expect(readFileSync(join(ROOT, file), 'utf8'), 'run npm run schemas').toBe(made.get(file));
  });

  // Its names follow the content, and a change of content alone must not fail here.
  it('names.schema.json has the lists that the others refer to', () => {
    const { definitions } = readJson(join(ROOT, SCHEMAS, 'names.schema.json'));
    const { definitions: expected } = JSON.parse(made.get(`${SCHEMAS}/names.schema.json`) ?? '');
    expect(Object.keys(definitions)).toEqual(Object.keys(expected));
    const referred = [...made.values()].flatMap((text) => [
      ...text.matchAll(/names\.schema\.json#\/definitions\/(\w+)/g),
    ]);
    expect([...new Set(referred.map(([, name]) => name))].sort()).toEqual(Object.keys(definitions).sort());
  });
});

describe('npm run schemas', () => {
  const run = (cwd: string, ...args: string[]) =>
    spawnSync(process.execPath, [SCRIPT, ...args], { cwd, encoding: 'utf8' });

  it('writes the schemas, and which file has which for Astro’s language server', () => {
    const folder = makeFolder();
    const { status, stdout } = run(folder, '--content', SITE);
    expect([status, stdout]).toEqual([0, expect.stringContaining('เขียนแล้ว 8 ไฟล์ใน .vscode/schemas')]);
    const { collections, entries } = readJson(join(folder, '.astro/collections/collections.json'));
    expect(collections).toContainEqual({ name: 'report', hasSchema: true });
    const find = (file: string) =>
      entries[decodeURIComponent(pathToFileURL(join(SITE, 'reports/2567/finance', file)).href).toLowerCase()];
    expect(find('e-receipt/indicator.mdx')).toBe('indicator');
    // Not written yet.
    expect(find('e-receipt/q4.mdx')).toBe('report');
    expect(find('e-receipt/year.mdx')).toBe('year');
    expect(readJson(join(folder, '.astro/collections/report.schema.json')).properties.result.title).toBe('ผลงานที่ทำได้');
    expect(JSON.stringify(readJson(join(folder, '.astro/collections/names.schema.json')))).toContain('city-plan');
  });

  it('with --here leaves the files of the repository alone', () => {
    const folder = makeFolder();
    expect(run(folder, '--content', SITE, '--here').status).toBe(0);
    expect(existsSync(join(folder, '.astro/collections/collections.json'))).toBe(true);
    expect(existsSync(join(folder, '.vscode'))).toBe(false);
  });

  it('tells how it is called, and answers 2 when it was called otherwise', () => {
    expect(execFileSync(process.execPath, [SCRIPT, '--help', '--lang', 'en'], { encoding: 'utf8' })).toContain(
      '--here',
    );
    const { status, stderr } = run(ROOT, '--nowhere');
    expect([status, stderr]).toEqual([2, expect.stringContaining('npm run schemas')]);
  });
});

describe('formatJson', () => {
  it('joins a list of plain values that fits on its line, marks above and below letters not counted', () => {
    expect(formatJson({ a: ['ก', 'ข'], b: [1, 2], c: [{ d: 'e' }], f: [] })).toBe(
      '{\n  "a": ["ก", "ข"],\n  "b": [1, 2],\n  "c": [\n    {\n      "d": "e"\n    }\n  ],\n  "f": []\n}\n',
    );
    const wide = 'ที่'.repeat(100);
    expect(formatJson({ a: [wide] })).toContain(`"a": ["${wide}"]`);
    expect(formatJson({ a: ['x'.repeat(120)] })).toContain('"a": [\n');
  });
});
