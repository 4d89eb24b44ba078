import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { getFileDigest, listPaths } from '#data/file-digests.ts';
import { getCleanEnv } from '../setup/env.ts';
import { runBeside } from '../setup/run-beside.ts';
import { getHistorySettings } from '../setup/site.ts';
import { copyProgram } from '../support/copy-program.ts';
import { runGit } from '../support/git-folder.ts';

/** Moves the clock of a process by a year and some. */
const CLOCK = `const Real = Date;
const later = () => Real.now() + 400 * 86_400_000;
globalThis.Date = class extends Real {
  constructor(...parts) { super(...(parts.length === 0 ? [later()] : parts)); }
  static now() { return later(); }
};
`;

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'chiwat-again-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the same commit', () => {
  const { dist, repository } = inject('history');
  // A space and Thai in its path.
  const program = join(folder, 'another place', 'ที่อื่น');
  const again = join(program, 'dist');

  beforeAll(async () => {
    mkdirSync(program, { recursive: true });
    copyProgram(program);
    const clone = join(folder, 'clone');
    runGit(folder, ['clone', '-q', repository, clone]);
    const clock = join(folder, 'clock.cjs');
    writeFileSync(clock, CLOCK);
    const place = { TZ: 'Asia/Tokyo', LANG: 'th_TH.UTF-8', LC_ALL: 'th_TH.UTF-8' };
    const env = { ...getHistorySettings(clone), ...place, NODE_OPTIONS: `--require ${clock}`, CHIWAT_OUT: again };
    const { ended } = runBeside(['scripts/astro.mjs', 'build', '--silent'], getCleanEnv(env), program);
    const { status, output } = await ended;
    expect(status, output).toBe(0);
  });

  it('gives the same files at another path, in another time zone, language and year, without what was kept', () => {
    const paths = listPaths(dist);
    expect(paths.length).toBeGreaterThan(300);
    expect(listPaths(again)).toEqual(paths);
    const differing = paths.filter((path) => getFileDigest(join(again, path)) !== getFileDigest(join(dist, path)));
    expect(differing).toEqual([]);
  });

  it('is named beside the digest of every file', () => {
    const integrity = JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8'));
    expect(integrity).toMatchObject({ version: 1, commit: runGit(repository, ['rev-parse', 'HEAD']) });
    expect(integrity).not.toHaveProperty('edited');
    const files = listPaths(dist).filter((path) => path !== 'integrity.json');
    expect(Object.keys(integrity.files)).toEqual(files);
    expect(integrity.files).toEqual(Object.fromEntries(files.map((path) => [path, getFileDigest(join(dist, path))])));
  });
});
