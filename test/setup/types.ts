import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { getCleanEnv } from './env.ts';
import { runBeside, tellOutcome } from './run-beside.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** File that tells how checking the types ended. */
    types: string;
  }
}

/** Checks the types of every file, as `npm run types` does, beside the tests. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'chiwat-types-'));
  const outcome = join(folder, 'outcome');
  project.provide('types', outcome);
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const [, ...args] = scripts.types.split(' ');
  const { child, ended } = runBeside(args, getCleanEnv());
  ended.then(
    ({ status, output }) => tellOutcome(outcome, status === 0 ? '' : `${output}\nnpm run types ended with ${status}`),
    (error) => tellOutcome(outcome, String(error)),
  );
  return () => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  };
}
