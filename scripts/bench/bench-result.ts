import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import type { CitySize } from './generate-city.ts';
import type { SiteSize, Usage } from './measure.ts';
import type { DrawingUsage } from './measure-drawing.ts';
import type { PeerUsage } from './peers/measure-peers.ts';
import type { SiteWeight } from './weigh-pages.ts';

/** What was built; with the number of commits where it had a history. */
export type BenchSize = CitySize & { commits?: number };

/** On what a bench was run. */
export interface BenchRun {
  /** The engine's commit; `-edited` after it where files differ from it. */
  commit: string;
  /** When it was run, UTC. */
  at: string;
  node: string;
  /** How many processors, and of which kind. */
  machine: string;
  size: BenchSize;
  entries: number;
}

/** All that one bench of builds found. */
export interface BenchResult extends BenchRun {
  site: SiteSize;
  weight: SiteWeight;
  builds: { cold: Usage; again: Usage; changed: Usage };
  /** The report that was changed, and the files in which a build from nothing differs; absent where none was made. */
  changed: { path: string; differences?: string[] };
  check: Usage;
  drawn: DrawingUsage;
  peers: Record<string, PeerUsage>;
}

export function describeRun(size: BenchSize, entries: number): BenchRun {
  const processors = cpus();
  return {
    commit: findCommit(),
    at: new Date().toISOString(),
    node: process.version,
    machine: `${processors.length} × ${processors[0]?.model ?? 'unknown'}`,
    size,
    entries,
  };
}

/** Of the folder that the bench is run in; `unknown` where that is no repository. */
function findCommit(): string {
  const git = (...args: string[]) => spawnSync('git', args, { encoding: 'utf8' });
  const { status, stdout } = git('rev-parse', '--short=12', 'HEAD');
  if (status !== 0) return 'unknown';
  const isEdited = git('status', '--porcelain', '--', 'src', 'scripts', 'package-lock.json').stdout !== '';
  return `${stdout.trim()}${isEdited ? '-edited' : ''}`;
}

/** The same for runs that may be held against each other. */
export function nameSize({ indicators, years, seed, languages = ['th'], commits = 0 }: BenchSize): string {
  return [indicators, years, seed, languages.join('+'), commits].join('-');
}
