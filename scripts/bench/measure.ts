import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Phase, PhaseUse } from '#data/phase-clock.ts';
import { watchMemory } from './watch-memory.ts';

/** What one run used, with the programs that it started. */
export interface Usage {
  cpuSeconds: number;
  wallSeconds: number;
  /** Absent where the program cannot tell. */
  peakMegabytes?: number;
  /** What of it went where; absent where the program does not tell. */
  phases?: Partial<Record<Phase, PhaseUse>>;
}

/** The end of what a failed program wrote is told, so many characters. */
const TOLD = 4000;

/** Runs a Node program and has it report its own CPU, memory and phases. Throws with its output when it fails. */
export async function measureNode(args: string[], env: Record<string, string>): Promise<Usage> {
  const folder = mkdtempSync(join(tmpdir(), 'chiwat-usage-'));
  const [file, phasesFile] = [join(folder, 'usage.json'), join(folder, 'phases.json')];
  const reporter = new URL('./report-usage.mjs', import.meta.url).href;
  try {
    const { wallSeconds, peakMegabytes = 0 } = await run(process.execPath, ['--import', reporter, ...args], {
      ...process.env,
      ...env,
      CHIWAT_USAGE: file,
      CHIWAT_PHASES: phasesFile,
    });
    const own = JSON.parse(readFileSync(file, 'utf8'));
    const phases = readdirSync(folder).includes('phases.json')
      ? JSON.parse(readFileSync(phasesFile, 'utf8'))
      : undefined;
    return {
      cpuSeconds: own.cpuSeconds,
      wallSeconds,
      peakMegabytes: Math.max(own.peakMegabytes, peakMegabytes),
      ...(phases === undefined ? {} : { phases }),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function run(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<Omit<Usage, 'cpuSeconds'>> {
  const started = performance.now();
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = watchMemory(child.pid ?? 0);
  let told = '';
  const listen = (text: string) => {
    told = (told + text).slice(-TOLD);
  };
  child.stdout.setEncoding('utf8').on('data', listen);
  child.stderr.setEncoding('utf8').on('data', listen);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => resolve(status ?? signal));
  }).finally(stop);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}\n${told}`);
  const peakMegabytes = stop();
  const wallSeconds = (performance.now() - started) / 1000;
  return { wallSeconds, ...(peakMegabytes === undefined ? {} : { peakMegabytes }) };
}

/** CPU seconds of a shell's children: the last line that `times` prints. */
export function readTimes(told: string): number {
  const line = told.trim().split('\n').at(-1) ?? '';
  const parts = [...line.matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

/** Files of a built site, its pages among them, and bytes. */
export interface SiteSize {
  files: number;
  pages: number;
  megabytes: number;
}

export function countPages(folder: string): SiteSize {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const bytes = files.reduce((sum, item) => sum + statSync(join(item.parentPath, item.name)).size, 0);
  const pages = files.filter((item) => item.name.endsWith('.html')).length;
  return { files: files.length, pages, megabytes: bytes / 1024 / 1024 };
}
