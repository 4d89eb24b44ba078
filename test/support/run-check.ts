import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { getCleanEnv } from '../setup/env.ts';

export const ROOT = resolve(import.meta.dirname, '../..');
export const SCRIPT = resolve(ROOT, 'scripts/check.ts');

export interface CheckRun {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the real command line. Nothing of it is shown on the terminal of the tests. */
export function runCheck(args: string[], options: { cwd?: string; env?: Record<string, string> } = {}): CheckRun {
  const { cwd = ROOT, env = {} } = options;
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], {
    cwd,
    env: getCleanEnv(env),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

/** A reported issue as it stands in the text report. */
export interface ReportedIssue {
  /** "CODE path:line", the path from the content folder. */
  at: string;
  severity: string;
  message: string;
  fix: string;
}

/** Takes a text report apart. */
export function readReport(stdout: string, content: string): ReportedIssue[] {
  const entry = /^(.+):(\d+):\d+ {2}(CW\d{3}) {2}(.+)\n {2}(.+)\n {2}→ (.+)$/gm;
  return [...stdout.matchAll(entry)].map(([, file = '', line, code, severity = '', message = '', fix = '']) => {
    return { at: `${code} ${file.slice(content.length + 1)}:${line}`, severity, message, fix };
  });
}
