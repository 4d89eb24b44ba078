import { spawnSync } from 'node:child_process';

/** What one call of git came to. */
export interface GitRun {
  /** Exit code; 127 where there is no git. */
  status: number;
  stdout: Buffer;
  stderr: string;
}

/** Runs git with arguments; `input` goes to its standard input. */
export type RunGit = (args: readonly string[], input?: string) => GitRun;

/** Most bytes of one answer. */
const MOST_OUTPUT = 1024 * 1024 * 1024;

/** What a hook sets for its own repository; here the folder decides. */
const OF_A_HOOK = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR'];

/** Git in a folder, whatever repository the caller's environment points at: never asks, takes no lock it can do without, speaks English. */
export function createGit(folder: string, mostOutput = MOST_OUTPUT): RunGit {
  const kept = Object.entries(process.env).filter(([name]) => !OF_A_HOOK.includes(name));
  // An object is what its name says, whatever somebody here would like to read in its place.
  const quiet = { LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_REPLACE_OBJECTS: '1' };
  const env = { ...Object.fromEntries(kept), ...quiet };
  return (args, input = '') => {
    const run = spawnSync('git', [...args], { cwd: folder, env, input, maxBuffer: mostOutput });
    if (run.error !== undefined) {
      if ('code' in run.error && run.error.code === 'ENOENT')
        return { status: 127, stdout: Buffer.alloc(0), stderr: '' };
      throw run.error;
    }
    return { status: run.status ?? 1, stdout: run.stdout, stderr: run.stderr.toString('utf8') };
  };
}

/** One line that git prints, or undefined where it fails or prints nothing. */
export function findLine(git: RunGit, args: readonly string[]): string | undefined {
  const { status, stdout } = git(args);
  const line = stdout.toString('utf8').replace(/\r?\n$/, '');
  return status === 0 && line !== '' ? line : undefined;
}
