import { type ScoredSite, scoreSite } from '#domain/scored-site.ts';
import type { Content } from './read-content.ts';
import { getContentFolder, getReading } from './reading.ts';
import { getToday, getTodaySources, type Today } from './today.ts';

let made: { reading: Content; site: ScoredSite } | undefined;

/** Everything pages are made from, worked out once a reading: once a build, and anew after each edit while developing. */
export function getSite(): ScoredSite {
  const reading = getReading();
  if (made?.reading !== reading) made = { reading, site: scoreReading(reading) };
  return made.site;
}

function scoreReading({ dataset }: Content): ScoredSite {
  const today = tellToday(dataset.site?.data.timeZone ?? 'UTC');
  return scoreSite(dataset, today.day);
}

let isTold = false;

function tellToday(timeZone: string): Today {
  const today = getToday(timeZone, getTodaySources(getContentFolder()));
  const sources = {
    setting: 'CHIWAT_TODAY',
    commit: 'the newest commit',
    clock: 'the clock, since there is no git history: builds on other days will differ',
  };
  if (!isTold) console.info(`Statuses as of ${today.day}, from ${sources[today.from]}.`);
  isTold = true;
  return today;
}
