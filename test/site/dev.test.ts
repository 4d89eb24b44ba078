import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getCleanEnv } from '../setup/env.ts';
import { waitFor } from '../setup/site.ts';
import { useBrowser } from './browser.ts';

const { open } = useBrowser();
const address = `http://localhost:${45000 + (process.pid % 2000)}`;
const folder = mkdtempSync(join(tmpdir(), 'chiwat-dev-'));
let server: ChildProcess;

beforeAll(async () => {
  const settings = { CHIWAT_CONTENT: 'test/fixtures/sites/minimal', CHIWAT_CACHE: folder, CHIWAT_TODAY: '2024-11-01' };
  const args = ['scripts/astro.mjs', 'dev', '--port', new URL(address).port];
  server = spawn(process.execPath, args, { env: getCleanEnv(settings), stdio: 'ignore' });
  await waitFor(address);
});
afterAll(() => {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
});

describe('whoever edits content with the site beside it', () => {
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
