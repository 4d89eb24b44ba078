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
    chromium: string;
  }
}

/** Builds the repository's own content once for all browser tests and serves it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = getChromium();
  const folder = mkdtempSync(join(tmpdir(), 'chiwat-site-'));
  const dist = join(folder, 'dist');
  const env = getCleanEnv({ CHIWAT_OUT: dist, CHIWAT_CACHE: join(folder, 'cache'), CHIWAT_TODAY: '2026-11-22' });
  await finish(spawn(process.execPath, ['scripts/astro.mjs', 'build', '--silent'], { env, stdio: 'inherit' }));
  const port = 41000 + (process.pid % 2000);
  const server = spawn(process.execPath, ['scripts/astro.mjs', 'preview', '--port', String(port)], {
    env,
    stdio: 'ignore',
  });
  const address = `http://localhost:${port}`;
  await waitFor(address);
  project.provide('address', address);
  project.provide('dist', dist);
  project.provide('chromium', chromium);
  return async () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
}

function finish(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the build ended with ${code}`))));
  });
}

async function waitFor(address: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const isUp = await fetch(address).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no answer from ${address}`);
}
