import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { makeHistoryRepository } from '../support/history-repository.ts';
import { getCleanEnv } from './env.ts';
import { runBeside, tellOutcome } from './run-beside.ts';

/** A site that is built and served for the tests. */
export interface ServedSite {
  address: string;
  /** Folder of the built site. */
  dist: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** File that tells how building the sites ended. */
    built: string;
    /** Where the built site is served. */
    address: string;
    /** Folder of the built site. */
    dist: string;
    /** Where a site with every state of a chart is served, and its folder. */
    charts: ServedSite;
    /** A site under a public address, and the top of the repository that it was built from: `makeHistoryRepository`. */
    history: ServedSite & { repository: string };
    /** The small site with its pictures, as it is built with nothing kept from before, and what was kept then. */
    minimal: { dist: string; cache: string };
  }
}

/** The public address of the site with a history. */
export const PUBLIC_ADDRESS = 'https://chiwat.example.org';

/** How the small site is built, under the address that its content states. */
export const MINIMAL_SETTINGS = {
  CHIWAT_CONTENT: 'test/fixtures/sites/minimal',
  CHIWAT_TODAY: '2026-11-22',
  CHIWAT_ADDRESS: '',
  CHIWAT_PICTURES: 'on',
};

/**
 * Builds the repository's own content, the site of all charts and the site with a history once for all browser tests,
 * and serves them; and the small site for tests that read its files. It goes on after this has returned, beside tests
 * that need none of them.
 */
export default function setup(project: TestProject): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'chiwat-site-')));
  const repository = join(folder, 'history', 'repository');
  mkdirSync(repository, { recursive: true });
  makeHistoryRepository(repository);
  const port = 41000 + (process.pid % 1300) * 3;
  const place = (name: string, at: number): ServedSite => ({
    address: `http://localhost:${port + at}`,
    dist: join(folder, name, 'dist'),
  });
  const [own, charts, history] = [place('own', 0), place('charts', 1), place('history', 2)];
  const minimal = { dist: join(folder, 'minimal', 'dist'), cache: join(folder, 'minimal', 'cache') };
  const outcome = join(folder, 'outcome');
  project.provide('built', outcome);
  project.provide('address', own.address);
  project.provide('dist', own.dist);
  project.provide('charts', charts);
  project.provide('history', { ...history, repository });
  project.provide('minimal', minimal);
  const children = new Set<ChildProcess>();
  // One after the other: of a site outside the project's folder, Astro keeps its program in one place for all.
  const serveAll = async () => {
    await serve(own, { CHIWAT_TODAY: '2026-11-22', CHIWAT_PICTURES: 'off' }, children);
    // Pictures of the charts' site show what there is to test of them; drawing these takes as long as all their pages.
    await serve(charts, { CHIWAT_TODAY: '2025-05-20', CHIWAT_CONTENT: 'test/fixtures/sites/charts' }, children);
    await serve(history, getHistorySettings(repository), children);
    await build(minimal.dist, MINIMAL_SETTINGS, children);
  };
  let isOver = false;
  serveAll().then(
    () => tellOutcome(outcome),
    (error) => isOver || tellOutcome(outcome, error instanceof Error ? error.message : String(error)),
  );
  return () => {
    isOver = true;
    for (const child of children) child.kill();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** How the site with a history is built from a repository; its day is that of the newest commit. */
export function getHistorySettings(repository: string): Record<string, string> {
  return { CHIWAT_CONTENT: join(repository, 'content'), CHIWAT_ADDRESS: PUBLIC_ADDRESS, CHIWAT_PICTURES: 'off' };
}

/** Builds a site and serves it until its server is ended. */
async function serve(
  { address, dist }: ServedSite,
  settings: Record<string, string>,
  children: Set<ChildProcess>,
): Promise<void> {
  const env = await build(dist, settings, children);
  children.add(runBeside(['scripts/astro.mjs', 'preview', '--port', new URL(address).port], env).child);
  await waitFor(address);
}

/** Builds a site with its cache beside it; gives the environment that it was built in. */
async function build(
  dist: string,
  settings: Record<string, string>,
  children: Set<ChildProcess>,
): Promise<NodeJS.ProcessEnv> {
  const env = getCleanEnv({ CHIWAT_OUT: dist, CHIWAT_CACHE: join(dist, '../cache'), ...settings });
  const { child, ended } = runBeside(['scripts/astro.mjs', 'build', '--silent'], env);
  children.add(child);
  const { status, output } = await ended;
  if (status !== 0) throw new Error(`building ${dist} ended with ${status}:\n${output}`);
  children.delete(child);
  return env;
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
