import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const STRINGS = `${ROOT}/src/strings`;

/** Texts with a test of their own. */
const TESTED_ELSEWHERE = new Set(['fields', 'field-help', 'issues', 'columns']);

/** Texts of commands and file formats: `<name>.th.json` and `<name>.en.json`. */
const names = readdirSync(STRINGS)
  .flatMap((file) => /^([a-z-]+)\.th\.json$/.exec(file)?.[1] ?? [])
  .filter((name) => !TESTED_ELSEWHERE.has(name));

function readTexts(name: string, language: string): Record<string, string> {
  return JSON.parse(readFileSync(`${STRINGS}/${name}.${language}.json`, 'utf8'));
}

/** The places of a text that are filled in, sorted. */
function listPlaces(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, place = '']) => place))].sort();
}

const sources = ['scripts', 'src']
  .flatMap((folder) =>
    readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' }).map((file) => `${ROOT}/${folder}/${file}`),
  )
  .filter((file) => /\.(ts|astro)$/.test(file))
  .map((file) => readFileSync(file, 'utf8'));

describe('the texts of commands', () => {
  test('are there', () => {
    expect(names).toContain('import');
    expect(names).toContain('new');
    expect(names).toContain('impact');
  });

  test.each(names)('%s: say the same in both languages', (name) => {
    const [th, en] = [readTexts(name, 'th'), readTexts(name, 'en')];
    expect(Object.keys(en)).toEqual(Object.keys(th));
    for (const [key, text] of Object.entries(th))
      expect([key, listPlaces(en[key] ?? '')]).toEqual([key, listPlaces(text)]);
  });

  test.each(names)('%s: are all used', (name) => {
    const users = sources.filter((text) => text.includes(`/${name}.th.json'`)).length;
    expect(users).toBeGreaterThan(0);
    const all = sources.join('\n');
    const families = [...all.matchAll(/`([\w.-]+)\$\{/g)].map(([, start = '']) => start);
    const isUsed = (key: string) =>
      ["'", '"', '`'].some((quote) => all.includes(`${quote}${key}${quote}`)) ||
      families.some((start) => key.startsWith(start));
    expect(Object.keys(readTexts(name, 'th')).filter((key) => !isUsed(key))).toEqual([]);
  });
});
