import { createGit as createDataGit } from '#data/run-git.ts';

export interface GitRun {
  isGood: boolean;
  /** Without the line break at the end. */
  output: string;
  error: string;
}

export type RunGit = (...args: string[]) => GitRun;

/** Git in a folder, with its answers as text. */
export function createGit(folder: string): RunGit {
  const git = createDataGit(folder);
  return (...args) => {
    const { status, stdout, stderr } = git(args);
    return { isGood: status === 0, output: stdout.toString('utf8').trimEnd(), error: stderr.trim() };
  };
}
