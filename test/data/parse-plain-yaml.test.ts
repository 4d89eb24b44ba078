import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { splitFrontMatter } from '#data/parse-entry.ts';
import { parsePlainYaml } from '#data/parse-plain-yaml.ts';
import { parseAnyYaml, parseYaml } from '#data/parse-yaml.ts';
import { getFixture } from '../support/content-folder.ts';
import { BROKEN, DOCUMENTS, VALUES } from '../support/risky-yaml.ts';

/** Checks one text; whether it was read without the library. */
function compare(text: string): boolean {
  const plain = parsePlainYaml(text, 1);
  if (plain === undefined) return false;
  const byLibrary = parseAnyYaml(text, 'a.mdx', 1);
  expect({ text, ...parseYaml(text, 'a.mdx', 1), keys: JSON.stringify(plain.value) }).toEqual({
    text,
    ...byLibrary,
    keys: JSON.stringify(byLibrary.value),
  });
  expect([text, byLibrary.issues, byLibrary.isReadable]).toEqual([text, [], true]);
  return true;
}

describe('YAML read without the library', () => {
  test('is read the same, and nearly all of it, in every fixture', () => {
    const folder = getFixture('.');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(mdx|ya?ml)$/.test(file),
    );
    const texts = files.map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const matter = splitFrontMatter(text);
      return file.endsWith('x') && 'yaml' in matter ? matter.yaml : text;
    });
    expect(texts.filter(compare).length).toBeGreaterThan(texts.length * 0.7);
  });

  test.each(VALUES)('is read the same with the value %j', (value) => {
    for (const text of [
      `a: ${value}`,
      `a:\n  - ${value}\n  - b: ${value}`,
      `a: [${value}, ${value}]`,
      `a: { b: ${value} }`,
    ])
      compare(text);
  });

  it('is read the same whatever it is made of', () => {
    let count = 0;
    assert(
      property(oneof(DOCUMENTS, BROKEN), (text) => {
        count += compare(text) ? 1 : 0;
      }),
      { numRuns: 1000 },
    );
    expect(count).toBeGreaterThan(150);
  });

  it('is read the same with any text for a value', () => {
    let count = 0;
    const texts = oneof(string({ maxLength: 4 }), constantFrom(...VALUES, 'ก', ' '));
    assert(
      property(array(texts, { minLength: 1, maxLength: 3 }), (parts) => {
        count += compare(`a: ${parts.join('')}\nb: [${parts.reverse().join('')}]`) ? 1 : 0;
      }),
      { numRuns: 400 },
    );
    expect(count).toBeGreaterThan(5);
  });
});

describe('values that may be meant otherwise', () => {
  const doubtful = [
    '-0',
    '007',
    '1e3',
    '0x1F',
    '.5',
    '1.',
    'True',
    'NULL',
    '~',
    'ก #ข',
    '"a\\nb"',
    "'it''s'",
    '|',
    '1234567890123456',
  ];

  test.each(doubtful)('are left to the library: %s', (value) => {
    expect(parsePlainYaml(`a: ${value}`, 0)).toBeUndefined();
  });
});
