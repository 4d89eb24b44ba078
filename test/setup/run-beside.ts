import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** A command that runs beside the tests. */
export interface RunBeside {
  child: ChildProcess;
  /** What it ended with, and all it said. */
  ended: Promise<{ status: number | null; output: string }>;
}

export function runBeside(args: readonly string[], env: NodeJS.ProcessEnv, cwd = process.cwd()): RunBeside {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const ended = new Promise<{ status: number | null; output: string }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output }));
  });
  return { child, ended };
}

/** Tells the tests, which run in other processes, how something ended: why it failed, or nothing. */
export function tellOutcome(file: string, failure = ''): void {
  // Under another name first, so that no half of it is ever read.
  writeFileSync(`${file}.unfinished`, failure);
  renameSync(`${file}.unfinished`, file);
}

/** Waits until the outcome is told; gives why it failed, or undefined. */
export async function waitForOutcome(file: string): Promise<string | undefined> {
  while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 200));
  const failure = readFileSync(file, 'utf8');
  return failure === '' ? undefined : failure;
}
