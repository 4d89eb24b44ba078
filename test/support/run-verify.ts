import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Difference } from '../../scripts/verify/difference.ts';
import { parseOptions } from '../../scripts/verify/options.ts';
import { runVerify, type Verified } from '../../scripts/verify/run-verify.ts';
import { getCleanEnv } from '../setup/env.ts';
import type { CheckRun } from './run-check.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** What the command finds, without starting it. */
export function verify(...args: string[]): Promise<Verified> {
  const options = parseOptions(args);
  if (options === 'help') throw new Error('asked for help');
  return runVerify(options);
}

/** Runs the real command line in a folder. */
export function runVerifyCommand(args: string[], cwd = ROOT): CheckRun {
  const script = resolve(ROOT, 'scripts/verify.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd,
    env: getCleanEnv({}),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

/** Differences in short: "kind file field". */
export function list(differences: readonly Difference[]): string[] {
  return differences.map(({ kind, file, field }) => [kind, file, field].filter((part) => part !== undefined).join(' '));
}
