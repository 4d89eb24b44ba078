import { type ScoredSite, scoreSite } from '#domain/scored-site.ts';
import { getContentFolder, getReading } from './reading.ts';
import { getToday, getTodaySources, type Today } from './today.ts';

let site: ScoredSite | undefined;

/** Everything pages are made from, worked out once a build. In development anew for each request, so that edits show. */
export function getSite(): ScoredSite {
  if (site === undefined || import.meta.env.DEV) site = loadSite();
  return site;
}

function loadSite(): ScoredSite {
  const { dataset } = getReading();
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
