import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeHugoSite } from '../hugo-site.ts';
import { countPages, type Usage } from '../measure.ts';
import { measureTree } from '../measure-tree.ts';
import { writeAstroSite, writeEleventySite, writeJekyllSite } from './other-sites.ts';

/** What another program took for the same text, or why it was not asked. */
export type PeerUsage =
  | (Usage & { pages: number })
  | { absent: 'not installed' | 'too large' | 'failed'; reason?: string };

export interface PeerOptions {
  /** Folder in which Eleventy was installed by npm; else it is looked for among the programs. */
  eleventy?: string | undefined;
  indicators: number;
}

interface Peer {
  name: string;
  /** The program with what stands before its own arguments; undefined where it is not installed. */
  find: () => string[] | undefined;
  write: (source: string) => void;
  /** With more indicators it takes too much memory. */
  most?: number;
  getArguments: (source: string, out: string) => string[];
}

/** Stock MDX is compiled to code, a module a page: with more than this it takes many gigabytes. */
const MOST_MDX = 2000;

const MODULES = resolve('node_modules');

/** Builds the text of a content folder, and nothing but its text, with every other program that is installed. */
export async function measurePeers(
  content: string,
  folder: string,
  options: PeerOptions,
): Promise<Record<string, PeerUsage>> {
  const measured: Record<string, PeerUsage> = {};
  for (const peer of listPeers(content, options)) {
    try {
      measured[peer.name] = await measurePeer(peer, folder, options);
    } catch (error) {
      // Another program's failure is told, and does not cost the figures of this one.
      measured[peer.name] = { absent: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
  }
  return measured;
}

async function measurePeer(peer: Peer, folder: string, { indicators }: PeerOptions): Promise<PeerUsage> {
  const program = peer.find();
  if (program === undefined) return { absent: 'not installed' };
  if (indicators > (peer.most ?? Number.POSITIVE_INFINITY)) return { absent: 'too large' };
  const source = join(folder, peer.name);
  // Within the source: what Astro writes there looks for its packages from there.
  const out = join(source, 'dist');
  peer.write(source);
  const [command = '', ...before] = program;
  const run = { folder: source, env: { ASTRO_TELEMETRY_DISABLED: '1' } };
  const { output: _, ...usage } = await measureTree(command, [...before, ...peer.getArguments(source, out)], run);
  return { ...usage, pages: countPages(out).pages };
}

function listPeers(content: string, { eleventy }: PeerOptions): Peer[] {
  return [
    {
      name: 'hugo',
      find: () => findProgram('hugo'),
      write: (source) => writeHugoSite(content, source),
      getArguments: (source, out) => ['--quiet', '--source', source, '--destination', out],
    },
    {
      name: 'eleventy',
      find: () => {
        const file = eleventy === undefined ? '' : resolve(eleventy, 'node_modules/@11ty/eleventy/cmd.cjs');
        return existsSync(file) ? [process.execPath, file] : findProgram('eleventy');
      },
      write: (source) => writeEleventySite(content, source),
      getArguments: (_, out) => ['--quiet', '--input=.', `--output=${out}`],
    },
    {
      name: 'jekyll',
      find: () => findProgram('jekyll'),
      write: (source) => writeJekyllSite(content, source),
      getArguments: (source, out) => ['build', '--quiet', '--source', source, '--destination', out],
    },
    {
      name: 'astro-mdx',
      most: MOST_MDX,
      find: () => [process.execPath, join(MODULES, 'astro/bin/astro.mjs')],
      write: (source) => writeAstroSite(content, source, MODULES),
      getArguments: (_, out) => ['build', '--silent', '--outDir', out],
    },
  ];
}

function findProgram(name: string): string[] | undefined {
  return spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined ? [name] : undefined;
}
