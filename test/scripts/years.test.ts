import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { UsageError } from '../../scripts/call.ts';
import { countIndicators } from '../../scripts/years/count-indicators.ts';
import { groupYears } from '../../scripts/years/group-years.ts';
import { parseOptions } from '../../scripts/years/options.ts';
import { readBuildCall } from '../../scripts/years/read-build-call.ts';
import { takeYears } from '../../scripts/years/take-years.ts';
import { getFixture, makeFolder, writeFiles } from '../support/content-folder.ts';

/** What a call is refused with; fails where it is not. */
function refuse(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error('the call was carried out');
}

describe('the fiscal years of a content folder', () => {
  test('are those that have indicators, each with how many', () => {
    expect([...countIndicators(getFixture('sites/minimal'))]).toEqual([
      [2566, 2],
      [2567, 4],
    ]);
  });

  test('are not folders of another name, nor years of which nothing was promised', () => {
    const content = makeFolder();
    writeFiles(content, { 'reports/2564/health/wards/q1.mdx': '', 'reports/drafts/health/wards/indicator.mdx': '' });
    mkdirSync(join(content, 'reports/2565'));
    expect(countIndicators(content).size).toBe(0);
    expect(countIndicators(makeFolder()).size).toBe(0);
  });
});

describe('groups of years', () => {
  const counts = new Map([
    [2561, 10],
    [2562, 10],
    [2563, 40],
    [2564, 20],
    [2565, 30],
  ]);

  test.each([
    [1, ['2561,2562,2563,2564,2565']],
    [2, ['2561,2562,2563', '2564,2565']],
    [3, ['2561,2564', '2562,2565', '2563']],
    [5, ['2561', '2562', '2563', '2564', '2565']],
    [9, ['2561', '2562', '2563', '2564', '2565']],
  ])('%d: every year in one of them, and each with about as many indicators', (most, groups) => {
    expect(groupYears(counts, most)).toEqual(groups);
    expect(groupYears(new Map([...counts].reverse()), most)).toEqual(groups);
  });

  test.each([
    [['--parts', '0'], '--parts', '0'],
    [['--parts', 'four'], '--parts', 'four'],
    [['--part', '1.5'], '--part', '1.5'],
    [['--parts='], '--parts', ''],
  ])('%j is no number of them', (args, option, seen) => {
    const message = refuse(() => parseOptions([...args, '--lang', 'en']));
    expect(message).toBe(`${option} takes a whole number from 1, not “${seen}”`);
  });

  test('are of the folder that is named, or that CHIWAT_CONTENT names', () => {
    const content = getFixture('sites/minimal');
    expect(parseOptions(['--parts', '4', '--part', '2'], { CHIWAT_CONTENT: content })).toMatchObject({
      parts: 4,
      part: 2,
    });
    expect(parseOptions(['--help'])).toBe('help');
    expect(refuse(() => parseOptions(['--content', 'nowhere', '--lang', 'en']))).toContain('There is no folder');
  });
});

describe('the years of a build', () => {
  const take = (args: string[], setting?: string) => takeYears(args, setting, () => [2564, 2565, 2567]);

  test.each([
    [['build'], undefined, undefined],
    [['build'], '', undefined],
    [['build', '--years', '2565,2564'], undefined, '2564,2565'],
    [['build', '--years=2567'], undefined, '2567'],
    [['build', '--years', '2567', '--years', '2564, 2567'], undefined, '2564,2567'],
    [['build'], '2565', '2565'],
    [['build', '--years', '2564'], '2565', '2564'],
  ])('%j with CHIWAT_YEARS=%s: %s', (args, setting, years) => {
    expect(take(args, setting)).toEqual({ rest: ['build'], years });
  });

  test('leave the rest of the call as it is', () => {
    expect(take(['build', '--silent', '--years', '2564', '--root', 'here']).rest).toEqual([
      'build',
      '--silent',
      '--root',
      'here',
    ]);
  });

  test.each([
    [['--years'], '--years ต้องบอกปีงบประมาณ'],
    [['--years', '--silent'], '--years ต้องบอกปีงบประมาณ'],
    [['--years='], '--years ต้องบอกปีงบประมาณ'],
    [['--years', '2564,,2565'], '--years ต้องบอกปีงบประมาณ'],
    [['--years', 'all'], '“all” ซึ่งไม่ใช่ปีงบประมาณ'],
    [['--years', '๒๕๖๔'], '“๒๕๖๔” ซึ่งไม่ใช่ปีงบประมาณ'],
    [['--years', '2564-2567'], '“2564-2567” ซึ่งไม่ใช่ปีงบประมาณ'],
    [['--years', '2564,2566,2021'], 'เนื้อหาไม่มีตัวชี้วัดของปี 2566, 2021\n→ ปีที่มี: 2564, 2565, 2567'],
    [['--years', '2566', '--lang', 'en'], 'no indicators of 2566\n→ Years it has: 2564, 2565, 2567'],
  ])('%j are refused', (args, sentence) => {
    expect(refuse(() => take(['build', ...args]))).toContain(sentence);
  });

  test('that CHIWAT_YEARS states are refused by its name', () => {
    expect(refuse(() => take(['build'], 'all'))).toContain('CHIWAT_YEARS มี “all”');
    expect(refuse(() => takeYears(['build'], '2564', () => []))).toContain('ยังไม่มีตัวชี้วัดของปีใดเลย');
  });
});

describe('a build', () => {
  function call(args: string[], setting?: string) {
    const exit = vi.fn<(code?: number | string | null) => never>();
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const env = { CHIWAT_CONTENT: getFixture('sites/minimal'), CHIWAT_YEARS: setting };
    const own = { argv: ['node', 'astro.mjs', 'build', ...args], env, cwd: () => '', exit };
    readBuildCall(own);
    const text = said.mock.calls.join('\n');
    said.mockRestore();
    return { ...own, text };
  }

  test('is given its years by CHIWAT_YEARS, and Astro none', () => {
    const { argv, env, exit } = call(['--silent', '--years', '2566']);
    expect(argv).toEqual(['node', 'astro.mjs', 'build', '--silent']);
    expect(env.CHIWAT_YEARS).toBe('2566');
    expect(exit).not.toHaveBeenCalled();
  });

  test('of a year that the content does not have ends before it begins, and names those it has', () => {
    const { exit, text } = call(['--years', '2570']);
    expect(exit).toHaveBeenCalledExactlyOnceWith(2);
    expect(text).toContain('→ ปีที่มี: 2566, 2567');
  });
});
