import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listPaths } from '#data/file-digests.ts';
import { createGit } from '#data/run-git.ts';
import { type BenchOptions, TODAY } from './build-settings.ts';
import { type CitySize, generateCity } from './generate-city.ts';
import type { Usage } from './measure.ts';
import { measureTree } from './measure-tree.ts';

/** A check, what it used, and the most it may. */
export interface MeasuredCheck extends Usage {
  name: string;
  mostSeconds: number;
}

/** Most CPU seconds of a check of one file and of everything; a pull request lies between. The design states them for 100,000 files. */
const [OF_ONE, OF_ALL] = [1.5, 40];
const MOST_MEGABYTES = 1536;

/** Measures checks of generated content: of one file, of everything, and of a pull request that brings one report. Prints them. */
export async function benchCheck(size: CitySize, { json, keep }: BenchOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chiwat-bench-'));
  const content = join(folder, 'content');
  const tell = (line: string) => console.error(line);
  tell(`Writing ${size.indicators} indicators over ${size.years} years …`);
  const entries = generateCity(content, size);
  const report = commitAllButOne(folder, content);
  const checks: MeasuredCheck[] = [];
  const measure = async (name: string, mostSeconds: number, ...args: string[]) => {
    tell(`Checking ${name} …`);
    const call = ['scripts/check.ts', '--content', content, '--today', TODAY, '--format', 'json', ...args];
    const { output: _, ...usage } = await measureTree(process.execPath, call, {
      env: { CHIWAT_CACHE: join(folder, 'cache') },
    });
    checks.push({ name, mostSeconds, ...usage });
  };
  await measure('one file', OF_ONE, '--no-cache', report);
  await measure('everything, cold', OF_ALL);
  await measure('everything, again', OF_ALL);
  await measure('a pull request, cold', OF_ALL, '--no-cache', '--base', 'main');
  await measure('a pull request, again', OF_ALL, '--base', 'main');
  await measure('its folder against main', OF_ALL, '--no-cache', '--base', 'main', dirname(report));
  console.log(json ? JSON.stringify({ size, entries, checks }, null, 2) : wordChecks(entries, checks));
  if (keep) tell(`Kept in ${folder}`);
  else rmSync(folder, { recursive: true });
}

/** One line a check; what is above its bound says so. */
export function wordChecks(entries: number, checks: readonly MeasuredCheck[]): string {
  const lines = checks.map(({ name, mostSeconds, cpuSeconds, wallSeconds, peakMegabytes }) => {
    const peak = peakMegabytes === undefined ? '' : ` ${peakMegabytes.toFixed(0).padStart(6)} MB peak`;
    const isAbove = cpuSeconds > mostSeconds || (peakMegabytes ?? 0) > MOST_MEGABYTES;
    const bound = `at most ${mostSeconds} s, ${MOST_MEGABYTES} MB${isAbove ? ': ABOVE' : ''}`;
    return `${name.padEnd(24)} ${cpuSeconds.toFixed(2).padStart(7)} CPU s ${wallSeconds.toFixed(2).padStart(7)} s wall${peak}   ${bound}`;
  });
  return [`${entries} entries`, ...lines].join('\n');
}

/** Makes a repository whose main branch lacks the last report; it stands on disk. Returns its path in the content folder. */
function commitAllButOne(folder: string, content: string): string {
  const report = listPaths(content).findLast((path) => /\/q[1-4]\.mdx$/.test(path)) ?? '';
  const text = readFileSync(join(content, report));
  const run = createGit(folder);
  const git = (...args: string[]) => {
    const { status, stderr } = run(['-c', 'user.name=bench', '-c', 'user.email=bench@example.org', ...args]);
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  };
  rmSync(join(content, report));
  git('init', '--quiet', '--initial-branch=main');
  git('add', 'content');
  git('commit', '--quiet', '--message=content');
  // As a clone has it: in one pack.
  git('repack', '-a', '-d', '--quiet');
  git('checkout', '--quiet', '-b', 'report');
  writeFileSync(join(content, report), text);
  return report;
}
