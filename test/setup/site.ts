import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { getChromium } from './chromium.ts';
import { getCleanEnv } from './env.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built site is served. */
    address: string;
    /** Folder of the built site. */
    dist: string;
    /** Where a site with every state of a chart is served, and its folder. */
    charts: { address: string; dist: string };
    chromium: string;
  }
}

/** Builds the repository's own content and the site of all charts once for all browser tests, and serves both. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = getChromium();
  const folder = mkdtempSync(join(tmpdir(), 'chiwat-site-'));
  const port = 41000 + (process.pid % 2000) * 2;
  // Pictures of the charts' site show what there is to test of them; drawing these takes as long as all their pages.
  const own = await serve(join(folder, 'own'), port, { CHIWAT_TODAY: '2026-11-22', CHIWAT_PICTURES: 'off' });
  const charts = await serve(join(folder, 'charts'), port + 1, {
    CHIWAT_TODAY: '2025-05-20',
    CHIWAT_CONTENT: 'test/fixtures/sites/charts',
  });
  project.provide('address', own.address);
  project.provide('dist', own.dist);
  project.provide('charts', { address: charts.address, dist: charts.dist });
  project.provide('chromium', chromium);
  return async () => {
    own.server.kill();
    charts.server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Builds a site into a folder and serves it until its server is ended. */
async function serve(folder: string, port: number, settings: Record<string, string>) {
  const dist = join(folder, 'dist');
  const env = getCleanEnv({ CHIWAT_OUT: dist, CHIWAT_CACHE: join(folder, 'cache'), ...settings });
  await finish(spawn(process.execPath, ['scripts/astro.mjs', 'build', '--silent'], { env, stdio: 'inherit' }));
  const options = ['preview', '--port', String(port)];
  const server = spawn(process.execPath, ['scripts/astro.mjs', ...options], { env, stdio: 'ignore' });
  const address = `http://localhost:${port}`;
  await waitFor(address);
  return { dist, address, server };
}

function finish(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the build ended with ${code}`))));
  });
}

/** Until a server answers; twenty seconds and more are enough for one that is still being built. */
export async function waitFor(address: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const isUp = await fetch(address).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no answer from ${address}`);
}
