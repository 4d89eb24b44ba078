import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { getToday, getTodaySources, type TodaySources } from '#data/today.ts';

const ZONE = 'Asia/Bangkok';

function buildSources(changes: Partial<TodaySources> = {}): TodaySources {
  const never = () => {
    throw new Error('nobody should have asked');
  };
  return { setting: undefined, commitTime: never, now: never, ...changes };
}

const seconds = (time: string) => Date.parse(time) / 1000;

describe('the day statuses are worked out for', () => {
  test('is the one that is set, and neither history nor clock is asked', () => {
    expect(getToday(ZONE, buildSources({ setting: '2026-11-22' }))).toEqual({ day: '2026-11-22', from: 'setting' });
  });

  test.each([undefined, ''])(
    'is the newest commit’s when the setting is %j, so that a commit always builds the same',
    (setting) => {
      const commitTime = () => seconds('2026-03-05T04:00:00Z');
      expect(getToday(ZONE, buildSources({ setting, commitTime }))).toEqual({ day: '2026-03-05', from: 'commit' });
    },
  );

  test('is the clock’s only where there is no history, and says so', () => {
    const sources = buildSources({ commitTime: () => undefined, now: () => new Date('2026-07-01T04:00:00Z') });
    expect(getToday(ZONE, sources)).toEqual({ day: '2026-07-01', from: 'clock' });
  });

  test.each([
    ['2026-11-21T16:59:59Z', ZONE, '2026-11-21'],
    ['2026-11-21T17:00:00Z', ZONE, '2026-11-22'],
    ['2026-11-21T17:00:00Z', 'UTC', '2026-11-21'],
    ['2026-01-01T07:59:59Z', 'America/Los_Angeles', '2025-12-31'],
  ])('%s in %s is %s, wherever the machine stands', (time, zone, day) => {
    expect(getToday(zone, buildSources({ commitTime: () => seconds(time) })).day).toBe(day);
    expect(getToday(zone, buildSources({ commitTime: () => undefined, now: () => new Date(time) })).day).toBe(day);
  });

  test.each([
    ['another order', '22-11-2026'],
    ['a word', 'today'],
    ['a time behind it', '2026-11-22T00:00:00'],
    ['a single digit', '2026-1-2'],
    ['a month that does not exist', '2026-13-01'],
    ['a day that does not exist', '2026-02-30'],
    ['a leap day of another year', '2026-02-29'],
    ['a year of the Buddhist era', '2569-11-22'],
  ])('is refused when it is set with %s', (_, setting) => {
    expect(() => getToday(ZONE, buildSources({ setting }))).toThrow(
      `CHIWAT_TODAY is "${setting}": write a day of the common era as YYYY-MM-DD, such as 2021-01-31`,
    );
  });
});

describe('the real sources', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chiwat-today-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  afterEach(() => vi.unstubAllEnvs());

  test('know no commit where there is no history, and none where there is no commit yet', () => {
    vi.stubEnv('GIT_CEILING_DIRECTORIES', tmpdir());
    expect(getTodaySources(folder).commitTime()).toBeUndefined();
    expect(getTodaySources(join(folder, 'absent')).commitTime()).toBeUndefined();
    spawnSync('git', ['init', '--quiet'], { cwd: folder });
    expect(getTodaySources(folder).commitTime()).toBeUndefined();
  });

  test('read the newest commit’s time', () => {
    const env = { ...process.env, GIT_COMMITTER_DATE: '2026-11-21T17:00:00Z' };
    const identity = ['-c', 'user.name=Chiwat', '-c', 'user.email=chiwat@example.org', '-c', 'commit.gpgsign=false'];
    spawnSync('git', ['init', '--quiet'], { cwd: folder });
    spawnSync('git', [...identity, 'commit', '--quiet', '--allow-empty', '--no-verify', '-m', 'x'], {
      cwd: folder,
      env,
    });
    expect(getTodaySources(folder).commitTime()).toBe(seconds('2026-11-21T17:00:00Z'));
  });

  test('read the setting from the environment, and the clock', () => {
    vi.stubEnv('CHIWAT_TODAY', '2026-11-22');
    expect(getToday(ZONE, getTodaySources(folder))).toEqual({ day: '2026-11-22', from: 'setting' });
    expect(Math.abs(getTodaySources(folder).now().getTime() - Date.now())).toBeLessThan(60_000);
  });
});
