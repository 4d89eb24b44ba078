import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { getCleanEnv } from '../setup/env.ts';

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
  it('publishes nothing when content has an error, and says where in Thai', () => {
    const content = join(folder, 'broken');
    cpSync('test/fixtures/sites/minimal', content, { recursive: true });
    writeFileSync(
      join(content, 'site.yaml'),
      readFileSync(join(content, 'site.yaml'), 'utf8').replace(/^timeZone:.*$/m, 'timeZone: ๗'),
    );
    const { status, output, out } = build(content, 'broken-out');
    expect(status).not.toBe(0);
    expect(output).toMatch(/site\.yaml:\d+:\d+/);
    expect(output).toContain('CW332');
    expect(existsSync(join(out, 'index.html'))).toBe(false);
  });

  it('runs nothing that an entry contains', () => {
    const content = join(folder, 'hostile');
    cpSync('test/fixtures/sites/minimal', content, { recursive: true });
    const proof = join(folder, 'proof');
    const entry = findReport(content);
    const hostile = `${readFileSync(entry, 'utf8')}\nimport { writeFileSync } from 'node:fs'\n\n{writeFileSync(${JSON.stringify(proof)}, '')}\n\n{process.exit(0)}\n`;
    writeFileSync(entry, hostile);
    const { status, output, out } = build(content, 'hostile-out');
    expect(status).not.toBe(0);
    expect(output).toContain('CW401');
    expect(output).toContain('CW402');
    expect(existsSync(proof)).toBe(false);
    expect(existsSync(join(out, 'index.html'))).toBe(false);
  });

  it('serves another city from another folder and another base, by content alone', () => {
    const { status, out } = build('test/fixtures/sites/minimal', 'other', { CHIWAT_BASE: '/kpi/' });
    expect(status).toBe(0);
    const home = readFileSync(join(out, 'index.html'), 'utf8');
    expect(home).not.toMatch(/Bangkok|กรุงเทพ/);
    const links = [...home.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
    expect(links).toContain('/kpi/2567/');
    expect(links.filter((href) => href?.startsWith('/') && !href.startsWith('/kpi/'))).toEqual([]);
  });

  it('makes the same bytes from the cache as without', () => {
    const read = (out: string) => readFileSync(join(out, 'index.html'), 'utf8');
    const cold = build('test/fixtures/sites/minimal', 'cold', { CHIWAT_CACHE: join(folder, 'fresh') });
    const warm = build('test/fixtures/sites/minimal', 'warm', { CHIWAT_CACHE: join(folder, 'fresh') });
    expect([cold.status, warm.status]).toEqual([0, 0]);
    expect(read(warm.out)).toBe(read(cold.out));
  });
});

function findReport(content: string): string {
  const run = spawnSync('find', [content, '-name', 'q1.mdx'], { encoding: 'utf8' });
  const [first] = run.stdout.trim().split('\n').sort();
  if (first === undefined) throw new Error('the fixture has no q1.mdx');
  return first;
}
