import { spawn } from 'node:child_process';
import { readTimes, type Usage } from './measure.ts';
import { watchMemory } from './watch-memory.ts';

/** Where and with what a program runs. */
export interface TreeOptions {
  folder?: string;
  env?: Record<string, string>;
}

/**
 * Runs a program with all that it starts, and tells what they used together: CPU of those that ended by the shell's
 * `times`, memory by looking now and then (Linux only). Returns what it printed as well. Throws when it fails.
 */
export async function measureTree(
  command: string,
  args: string[],
  { folder, env }: TreeOptions = {},
): Promise<Usage & { output: string }> {
  const started = performance.now();
  const child = spawn('sh', ['-c', '"$@" || exit 1; times >&2', 'sh', command, ...args], {
    ...(folder === undefined ? {} : { cwd: folder }),
    env: { ...process.env, ...env },
  });
  let [output, told] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const stop = watchMemory(child.pid ?? 0, LOOK);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(stop);
  const peakMegabytes = stop();
  if (code !== 0)
    throw new Error(`${[command, ...args].join(' ')} ended with ${code}\n${output.slice(-2000)}${told.slice(-4000)}`);
  return {
    cpuSeconds: readTimes(told),
    wallSeconds: (performance.now() - started) / 1000,
    ...(peakMegabytes === undefined ? {} : { peakMegabytes }),
    output,
  };
}

/** Milliseconds between two looks at the memory: such programs may take less than a second. */
const LOOK = 50;
