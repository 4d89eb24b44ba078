import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { getFixture, makeFolder } from '../support/content-folder.ts';
import { ROOT, readReport, runCheck } from '../support/run-check.ts';

const THAI = /\p{Script=Thai}/u;
const MISTAKES = getFixture('mistakes');

const sites = [
  ['the small site', getFixture('sites/minimal')],
  ['the content of this repository', join(ROOT, 'content')],
].filter(([, folder]) => existsSync(folder ?? ''));

/** A copy of a site with all mistakes planted; the indicators among them go to one of its agencies. */
function plant(site: string): { folder: string; expected: string[] } {
  const folder = makeFolder();
  cpSync(site, folder, { recursive: true });
  const [year = ''] = readdirSync(join(site, 'reports'));
  const [agency = ''] = readdirSync(join(site, 'reports', year));
  const home = `reports/${year}/${agency}`;
  for (const part of ['agencies', 'calendar', 'plan'])
    cpSync(join(MISTAKES, part), join(folder, part), { recursive: true });
  cpSync(join(MISTAKES, 'indicators'), join(folder, home), { recursive: true });
  const lines = readFileSync(join(MISTAKES, 'expected.txt'), 'utf8').trim().split('\n');
  return { folder, expected: lines.map((line) => line.replace(' indicators/', ` ${home}/`)) };
}

describe('more than thirty different mistakes at once', () => {
  test('are planted', () => {
    const lines = readFileSync(join(MISTAKES, 'expected.txt'), 'utf8').trim().split('\n');
    expect(new Set(lines.map((line) => line.slice(0, 5))).size).toBeGreaterThanOrEqual(30);
  });

  test.each(sites)('in %s: one run of npm run check tells each, once, at its line, in Thai', (_, site = '') => {
    const { folder, expected } = plant(site);
    const { status, stdout, stderr } = runCheck(['--content', folder, '--no-cache']);
    expect(stderr).toBe('');
    expect(status).toBe(1);
    const errors = readReport(stdout, folder).filter(({ severity }) => severity === 'ต้องแก้');
    expect(errors.map(({ at }) => at).sort()).toEqual([...expected].sort());
    for (const { at, message, fix } of errors) {
      expect(message, at).toMatch(THAI);
      expect(fix, at).toMatch(THAI);
    }
    expect(stdout).toContain(`ต้องแก้ ${expected.length} ·`);
  });
});
