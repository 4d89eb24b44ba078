import { spawnSync } from 'node:child_process';
import { day as daySchema } from '#domain/schemas/text.ts';

/** The day that statuses are worked out for, and where it was taken from. */
export interface Today {
  /** YYYY-MM-DD. */
  day: string;
  from: 'setting' | 'commit' | 'clock';
}

export interface TodaySources {
  setting: string | undefined;
  /** Time of the newest commit in seconds, or undefined where there is no history. */
  commitTime: () => number | undefined;
  now: () => Date;
}

/** CHIWAT_TODAY, else the newest commit's day, so that the same commit builds the same site; without history the clock. */
export function getToday(timeZone: string, sources: TodaySources): Today {
  const { setting } = sources;
  if (setting !== undefined && setting !== '') {
    if (!daySchema.safeParse(setting).success) {
      throw new Error(`CHIWAT_TODAY is "${setting}": write a day of the common era as YYYY-MM-DD, such as 2021-01-31`);
    }
    return { day: setting, from: 'setting' };
  }
  const seconds = sources.commitTime();
  const time = seconds === undefined ? sources.now() : new Date(seconds * 1000);
  return { day: createDays(timeZone)(time), from: seconds === undefined ? 'clock' : 'commit' };
}

/** The day (YYYY-MM-DD) that a time falls on in a time zone. */
export function createDays(timeZone: string): (time: Date) => string {
  // The Swedish locale writes days as YYYY-MM-DD.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  return (time) => format.format(time);
}

/** The real sources, for a repository folder. */
export function getTodaySources(folder: string): TodaySources {
  return {
    setting: process.env.CHIWAT_TODAY,
    commitTime: () => {
      const git = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: folder, encoding: 'utf8' });
      return git.status === 0 && git.stdout.trim() !== '' ? Number(git.stdout) : undefined;
    },
    now: () => new Date(),
  };
}
