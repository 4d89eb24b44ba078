import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { getCleanEnv } from '../setup/env.ts';
import type { CheckRun } from './run-check.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Runs the real command line from the tools' folder, as CI does: the content lies in another repository. */
export function runImpact(content: string, args: string[], env: Record<string, string> = {}): CheckRun {
  const script = resolve(ROOT, 'scripts/impact.ts');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, '--content', content, '--no-cache', ...args],
    { cwd: ROOT, env: getCleanEnv({ CHIWAT_TODAY: '', ...env }), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return { status, stdout, stderr };
}

/** The tables of a report by their titles, each as rows of cells, without the header. */
export function readTables(markdown: string): Record<string, string[][]> {
  const parts = markdown.split(/^### /m).slice(1);
  return Object.fromEntries(
    parts.map((part) => {
      const [title = '', ...lines] = part.split('\n');
      const rows = lines.filter((line) => line.startsWith('| ')).slice(2);
      return [title, rows.map((row) => row.slice(2, -2).split(' | '))];
    }),
  );
}
