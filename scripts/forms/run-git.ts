import { spawnSync } from 'node:child_process';

export interface GitRun {
  isGood: boolean;
  /** Without the line break at the end. */
  output: string;
  error: string;
}

export type RunGit = (...args: string[]) => GitRun;

/** Git in a folder, whatever repository the caller's environment points at; asks for nothing. */
export function createGit(folder: string): RunGit {
  const kept = Object.entries(process.env).filter(([name]) => !/^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX)$/.test(name));
  const env = { ...Object.fromEntries(kept), GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  return (...args) => {
    const run = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8', env, maxBuffer: 64 * 1024 * 1024 });
    return { isGood: run.status === 0, output: (run.stdout ?? '').trimEnd(), error: (run.stderr ?? '').trim() };
  };
}
