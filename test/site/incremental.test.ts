import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { getCleanEnv } from '../setup/env.ts';
import { runBeside } from '../setup/run-beside.ts';
import { getFixture } from '../support/content-folder.ts';
import type { Walked } from '../support/walk-builds.ts';
import { EDIT_NAMES } from '../support/walk-edits.ts';

// Inside the project: of a site outside it Astro keeps its program in one place for all, and other tests build meanwhile.
const kept = join(process.cwd(), 'node_modules', '.cache', 'chiwat');
mkdirSync(kept, { recursive: true });
const folder = mkdtempSync(join(kept, 'walk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The small site, built once and gone on with after 200 edits, of which up to 16 come at once. */
async function walk(): Promise<Walked> {
  cpSync(getFixture('sites/minimal'), join(folder, 'content'), { recursive: true });
  const env = getCleanEnv({
    NODE_ENV: 'production',
    CHIWAT_CONTENT: join(folder, 'content'),
    CHIWAT_CACHE: join(folder, 'cache'),
    // While reports of the newest year are handed in.
    CHIWAT_TODAY: '2024-07-20',
    CHIWAT_PICTURES: 'off',
    CHIWAT_FORMS: 'local',
  });
  const { status, output } = await runBeside(['test/support/walk-builds.ts', folder, '200', '1', '3', '16'], env).ended;
  expect(status, output).toBe(0);
  // Safe: the last line is what the walk tells.
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Walked;
}

it('gives the same site, edit after edit, as making everything anew, and makes much less', async () => {
  const { edits, compared, differences, outputs, madeOfIndicators } = await walk();
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThan(5);
  const never = EDIT_NAMES.filter((name) => edits[name] === undefined);
  expect(never.length, `never made: ${never}`).toBeLessThan(EDIT_NAMES.length / 5);
  expect(outputs).toBeGreaterThan(100);
  expect(madeOfIndicators).toBeLessThan(0.4);
});
