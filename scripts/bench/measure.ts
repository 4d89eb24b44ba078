import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one run used. */
export interface Usage {
  cpuSeconds: number;
  wallSeconds: number;
  /** Absent where the program cannot tell. */
  peakMegabytes?: number;
}

/** Runs a Node program and has it report its own CPU and memory. Throws with its output when it fails. */
export function measureNode(args: string[], env: Record<string, string>): Usage {
  const folder = mkdtempSync(join(tmpdir(), 'chiwat-usage-'));
  const file = join(folder, 'usage.json');
  const reporter = new URL('./report-usage.mjs', import.meta.url).href;
  const started = performance.now();
  const run = spawnSync(process.execPath, ['--import', reporter, ...args], {
    env: { ...process.env, ...env, CHIWAT_USAGE: file },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const wallSeconds = (performance.now() - started) / 1000;
  if (run.status !== 0)
    throw new Error(`${args.join(' ')} ended with ${run.status}\n${run.stdout.slice(-2000)}${run.stderr.slice(-4000)}`);
  const usage = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(folder, { recursive: true });
  return { ...usage, wallSeconds };
}

/** Runs any program under a shell whose `times` tells its children's CPU; undefined where the program is not installed. */
export function measureCommand(command: string, args: string[]): Usage | undefined {
  if (spawnSync(command, ['version'], { stdio: 'ignore' }).error !== undefined) return undefined;
  const started = performance.now();
  const run = spawnSync('sh', ['-c', '"$@" >/dev/null || exit 1; times', 'sh', command, ...args], { encoding: 'utf8' });
  const wallSeconds = (performance.now() - started) / 1000;
  if (run.status !== 0) throw new Error(`${command} failed\n${run.stderr.slice(-2000)}`);
  return { cpuSeconds: readTimes(run.stdout), wallSeconds };
}

/** CPU seconds of a shell's children: the last line that `times` prints. */
export function readTimes(told: string): number {
  const line = told.trim().split('\n').at(-1) ?? '';
  const parts = [...line.matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

/** Pages and bytes of a built site. */
export function countPages(folder: string): { pages: number; megabytes: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const bytes = files.reduce((sum, item) => sum + statSync(join(item.parentPath, item.name)).size, 0);
  return { pages: files.filter((item) => item.name.endsWith('.html')).length, megabytes: bytes / 1024 / 1024 };
}
