import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { getFileDigest, listPaths } from '#data/file-digests.ts';
import { getCleanEnv } from '../setup/env.ts';
import { runBeside } from '../setup/run-beside.ts';
import { MINIMAL_SETTINGS } from '../setup/site.ts';

/** Inside the project: builds elsewhere wait for each other. */
const folder = join(import.meta.dirname, '../../.cache', `join-${process.pid}`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const YEARS = ['2566', '2567'];
const parts = YEARS.map((year) => join(folder, year, 'part'));
const whole = join(folder, 'joined', 'dist');

/** Runs a command of ours with a place of its own below the folder. */
async function run(place: string, args: string[], settings: Record<string, string> = {}) {
  const own = { CHIWAT_CACHE: join(folder, place, 'cache'), ...MINIMAL_SETTINGS, ...settings };
  return await runBeside(args, getCleanEnv(own)).ended;
}

function joinParts(folders: string[], ...more: string[]) {
  return run('joined', ['scripts/join.ts', ...folders, '--out', whole, '--lang', 'en', ...more]);
}

function digest(site: string): Record<string, string> {
  return Object.fromEntries(listPaths(site).map((path) => [path, getFileDigest(join(site, path))]));
}

describe('a site built in two parts', () => {
  const { dist } = inject('minimal');
  let joined: { status: number | null; output: string };

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    const builds = YEARS.map((year) => {
      const call = ['scripts/astro.mjs', 'build', '--silent', '--years', year];
      return run(year, call, { CHIWAT_OUT: join(folder, year, 'part') });
    });
    for (const { status, output } of await Promise.all(builds)) expect(status, output).toBe(0);
    joined = await joinParts(parts, '--with', dist);
  });

  test('has, in each part, pages of its own year only', () => {
    for (const [index, year] of YEARS.entries()) {
      const other = YEARS[1 - index];
      const pages = listPaths(parts[index] ?? '').filter((path) => /^(?!\.part).*\.(html|svg|png|json)$/.test(path));
      expect(pages).toContain(`${year}/public-works/road-repair/index.html`);
      expect(pages).toContain(`en/${year}/index.html`);
      expect(pages.filter((path) => new RegExp(`(^|/)${other}[/.]`).test(path))).toEqual([]);
      expect(pages.filter((path) => path === 'index.html' || path.startsWith('agencies/'))).toEqual([]);
    }
  });

  test('is, once they are joined, the site that one machine builds', () => {
    expect(joined.status, joined.output).toBe(0);
    expect(joined.output).toMatch(/^2 parts fit: \d+ pages and files are taken over/m);
    expect(joined.output).toContain(`Every file is the same as in ${dist}`);
    const files = digest(dist);
    expect(Object.keys(files).length).toBeGreaterThan(300);
    expect(digest(whole)).toEqual(files);
  });

  test('is not joined with a part that something has changed since, and stays as it was', async () => {
    const before = digest(whole);
    const [one = '', other = ''] = parts;
    const page = join(other, '2567/public-works/road-repair/index.html');
    const text = readFileSync(page, 'utf8');
    writeFileSync(
      page,
      text.replace(/\d(?=<)/, (digit) => String((Number(digit) + 1) % 10)),
    );
    const { status, output } = await joinParts([one, other]);
    writeFileSync(page, text);
    expect(output).toContain('2567/public-works/road-repair/index.html is not as it was written');
    expect(status).toBe(1);
    expect(digest(whole)).toEqual(before);
  });

  test('is not joined for another day than its parts were built for', async () => {
    const call = ['scripts/join.ts', ...parts, '--out', whole, '--lang', 'en'];
    const { status, output } = await run('joined', call, { CHIWAT_TODAY: '2026-11-23' });
    expect(output).toContain('or of another day than here');
    expect(status).toBe(1);
  });
});
