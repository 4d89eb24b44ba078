import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Path of a Chromium to test with; installed from Debian's packages when it is absent and we may. */
export function getChromium(): string {
  const found = process.env.CHIWAT_CHROMIUM ?? findProgram(NAMES);
  if (found !== undefined) return found;
  install();
  const installed = findProgram(NAMES);
  if (installed === undefined) throw new Error(HELP);
  return installed;
}

/** Flags for a machine without a display or a network. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const HELP =
  'The browser tests need Chromium. Install it ("sudo apt-get install chromium" on Debian), ' +
  'or name one: CHIWAT_CHROMIUM=/path/to/chrome npm test';

function findProgram(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

function install(): void {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || findProgram(['apt-get']) === undefined) throw new Error(HELP);
  console.info('Installing Chromium from the Debian packages for the browser tests …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ]) {
    const run = spawnSync('apt-get', args, { env, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`apt-get ${args.join(' ')} failed:\n${run.stderr}\n${HELP}`);
  }
}
