import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readTimes, type Usage } from './measure.ts';

/** Milliseconds between two looks at the memory. */
const LOOK = 50;

/**
 * Runs a program with all that it starts, and tells what they used together: CPU of those that ended by the shell's
 * `times`, memory by looking now and then (Linux only). Returns what it printed as well. Throws when it fails.
 */
export async function measureTree(command: string, args: string[]): Promise<Usage & { output: string }> {
  const started = performance.now();
  const child = spawn('sh', ['-c', '"$@" || exit 1; times >&2', 'sh', command, ...args]);
  let [output, told, peak] = ['', '', 0];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const timer = setInterval(() => {
    peak = Math.max(peak, getTreeKilobytes(child.pid ?? 0));
  }, LOOK);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearInterval(timer));
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}\n${told.slice(-4000)}`);
  return {
    cpuSeconds: readTimes(told),
    wallSeconds: (performance.now() - started) / 1000,
    ...(peak === 0 ? {} : { peakMegabytes: peak / 1024 }),
    output,
  };
}

function getTreeKilobytes(root: number): number {
  if (!existsSync('/proc/self/status')) return 0;
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(name));
  const own = new Set([root]);
  for (let known = 0; known < own.size; ) {
    known = own.size;
    for (const { id, parent } of processes) if (own.has(parent)) own.add(id);
  }
  return processes.filter(({ id }) => own.has(id)).reduce((sum, { kilobytes }) => sum + kilobytes, 0);
}

function readProcess(name: string): { id: number; parent: number; kilobytes: number }[] {
  try {
    const status = readFileSync(`/proc/${name}/status`, 'utf8');
    const [, parent = '0'] = /^PPid:\s*(\d+)/m.exec(status) ?? [];
    const [, kilobytes = '0'] = /^VmRSS:\s*(\d+)/m.exec(status) ?? [];
    return [{ id: Number(name), parent: Number(parent), kilobytes: Number(kilobytes) }];
  } catch {
    // It ended between the two looks.
    return [];
  }
}
