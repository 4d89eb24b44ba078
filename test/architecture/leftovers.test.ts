import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const NOT_OURS = new Set(['node_modules', '.git', 'dist', 'parts', '.astro', '.cache']);
const TEXT = /\.(ts|mjs|js|astro|mdx|md|json|ya?ml|css|txt|html)$/;

/** A folder of one machine at the start of a path; not a part of an address, and not `#!/usr/bin/env`. */
const MACHINE_PATH = /(?<![\w.:/!~-])\/(?:home|Users|root|work|tmp|mnt|opt|usr|var)\/\w|\b[A-Z]:\\+Users/;

const FOCUSED = /\.(?:only|skip)\b/;

/** Every text file of the repository, by its path from the root. */
function listFiles(folder = ''): string[] {
  return readdirSync(`${ROOT}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    if (entry.isDirectory()) return listFiles(`${folder}${entry.name}/`);
    return TEXT.test(entry.name) ? [`${folder}${entry.name}`] : [];
  });
}

function findLines(files: string[], pattern: RegExp): string[] {
  return files.flatMap((file) => {
    const text = readFileSync(`${ROOT}/${file}`, 'utf8');
    if (!pattern.test(text)) return [];
    const lines = text.split('\n').map((line, index) => ({ line, place: `${file}:${index + 1}` }));
    return lines.filter(({ line }) => pattern.test(line)).map(({ line, place }) => `${place}: ${line.trim()}`);
  });
}

describe('nothing is left behind', () => {
  const files = listFiles();

  test('no test runs alone or is passed over', () => {
    const tests = files.filter((file) => /^test\/.*\.m?ts$/.test(file));
    expect(tests).toContain('test/architecture/leftovers.test.ts');
    expect(findLines(tests, FOCUSED)).toEqual([]);
  });

  test('no file knows the folders of the machine it was written on', () => {
    expect(files).toContain('package.json');
    expect(files).toContain('src/domain/decimal.ts');
    expect(findLines(files, MACHINE_PATH)).toEqual([]);
  });

  // Put together from parts: written out, they would be found in this file.
  test.each([
    ['a test that runs alone', FOCUSED, ['test', 'only("…")'].join('.')],
    ['a test that is passed over', FOCUSED, ['describe', 'skip("…")'].join('.')],
    ['a home folder', MACHINE_PATH, ['"', 'home', 'somebody', 'chiwat"'].join('/')],
    ['a temporary folder', MACHINE_PATH, ['(', 'tmp', 'site)'].join('/')],
    ['a Windows home', MACHINE_PATH, ['C:', 'Users', 'somebody'].join('\\')],
  ])('%s is seen', (_, pattern, text) => {
    expect(pattern.test(text)).toBe(true);
  });

  test.each([
    'https://example.org/home/page',
    '../../tmp/site',
    '#!/usr/bin/env node',
    '/2567/works/',
    'array.skipped',
  ])('%s is let be', (text) => {
    expect(MACHINE_PATH.test(text) || FOCUSED.test(text)).toBe(false);
  });
});
