import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { getCleanEnv } from '../setup/env.ts';
import { MINIMAL_SETTINGS, waitFor } from '../setup/site.ts';
import { useBrowser } from './browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'chiwat-build-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function build(content: string, name: string, extra: Record<string, string> = {}) {
  const out = join(folder, name);
  const paths = { CHIWAT_CONTENT: content, CHIWAT_OUT: out, CHIWAT_CACHE: join(folder, 'cache') };
  const env = getCleanEnv({ ...paths, CHIWAT_TODAY: '2026-11-22', ...extra });
  const run = spawnSync(process.execPath, ['scripts/astro.mjs', 'build'], { env, encoding: 'utf8' });
  return { status: run.status, output: `${run.stdout}${run.stderr}`, out };
}

describe('a build', () => {
  it('publishes nothing when content has an error, says where in Thai, and runs nothing that an entry contains', () => {
    const content = join(folder, 'hostile');
    cpSync('test/fixtures/sites/minimal', content, { recursive: true });
    writeFileSync(
      join(content, 'site.yaml'),
      readFileSync(join(content, 'site.yaml'), 'utf8').replace(/^timeZone:.*$/m, 'timeZone: ๗'),
    );
    const proof = join(folder, 'proof');
    const entry = findReport(content);
    const hostile = `${readFileSync(entry, 'utf8')}\nimport { writeFileSync } from 'node:fs'\n\n{writeFileSync(${JSON.stringify(proof)}, '')}\n\n{process.exit(0)}\n`;
    writeFileSync(entry, hostile);
    const { status, output, out } = build(content, 'hostile-out');
    expect(status).not.toBe(0);
    expect(output).toMatch(/site\.yaml:\d+:\d+/);
    for (const code of ['CW332', 'CW401', 'CW402']) expect(output).toContain(code);
    expect(existsSync(proof)).toBe(false);
    expect(existsSync(join(out, 'index.html'))).toBe(false);
  });

  it('makes the same bytes from the cache as without', () => {
    const { dist, cache } = inject('minimal');
    const warm = build(MINIMAL_SETTINGS.CHIWAT_CONTENT, 'warm', { ...MINIMAL_SETTINGS, CHIWAT_CACHE: cache });
    expect(warm.status).toBe(0);
    const digests = digestFiles(dist);
    expect(Object.keys(digests).filter((file) => /\.(svg|png|csv)$/.test(file)).length).toBeGreaterThan(20);
    expect(digestFiles(warm.out)).toEqual(digests);
  });
});

// In this file, for Astro keeps what it is working on in the project's folder: a build beside it would take it for its own.
describe('whoever edits content with the site beside it', () => {
  const address = `http://localhost:${45000 + (process.pid % 2000)}`;
  const { open } = useBrowser();
  let server: ChildProcess;
  beforeAll(async () => {
    const paths = { CHIWAT_CONTENT: 'test/fixtures/sites/minimal', CHIWAT_CACHE: join(folder, 'dev') };
    const args = ['scripts/astro.mjs', 'dev', '--port', new URL(address).port];
    server = spawn(process.execPath, args, {
      env: getCleanEnv({ ...paths, CHIWAT_TODAY: '2024-11-01' }),
      stdio: 'ignore',
    });
    await waitFor(address);
  });
  afterAll(() => server.kill());

  it.each([
    ['/2567/public-works/road-repair/', 'text/html'],
    ['/2567/public-works/road-repair.svg', 'image/svg+xml'],
    ['/2567/public-works/road-repair.csv', 'text/csv'],
    ['/2567/public-works/road-repair.png', 'image/png'],
    ['/2567/public-works/road-repair.json', 'application/json'],
    ['/series/public-works/road-repair/', 'text/html'],
  ])('finds %s', async (path, type) => {
    const response = await fetch(`${address}${path}`);
    expect([response.status, response.headers.get('content-type')?.split(';')[0]]).toEqual([200, type]);
  });

  it('has live charts too', async () => {
    const { page, close } = await open('/2567/public-works/road-repair/', { address });
    await page.locator('.chart-picture[tabindex]').waitFor();
    await page.locator('.chart-picture').hover();
    await page.locator('.chart-picture[data-live] canvas').waitFor();
    await close();
  });
});

/** Digest of every file of a built site, by its path. */
function digestFiles(out: string): Record<string, string> {
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const paths = files.map((item) => join(item.parentPath, item.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [relative(out, path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

function findReport(content: string): string {
  const run = spawnSync('find', [content, '-name', 'q1.mdx'], { encoding: 'utf8' });
  const [first] = run.stdout.trim().split('\n').sort();
  if (first === undefined) throw new Error('the fixture has no q1.mdx');
  return first;
}
