import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that tests need. */
export interface Program {
  /** Its names, the likeliest first. */
  names: readonly string[];
  /** Its package in Debian. */
  debian: string;
  /** The environment variable that names it. */
  setting: string;
  help: string;
}

/** Path of a program where it is installed; what the environment names comes first. */
export function findProgram({ names, setting }: Pick<Program, 'names'> & { setting?: string }): string | undefined {
  const named = setting === undefined ? undefined : process.env[setting];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return named ?? names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** Path of a program; installed from Debian's packages when it is absent and we may. */
export function getProgram(program: Program): string {
  const found = findProgram(program);
  if (found !== undefined) return found;
  install(program);
  const installed = findProgram(program);
  if (installed === undefined) throw new Error(program.help);
  return installed;
}

function install({ debian, help }: Program): void {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || findProgram({ names: ['apt-get'] }) === undefined) throw new Error(help);
  console.info(`Installing ${debian} from the Debian packages for the browser tests …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', debian],
  ]) {
    const run = spawnSync('apt-get', args, { env, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`apt-get ${args.join(' ')} failed:\n${run.stderr}\n${help}`);
  }
}
