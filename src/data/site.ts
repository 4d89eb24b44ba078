import type { Dataset } from '#domain/dataset.ts';
import { type ScoredSite, scoreSite } from '#domain/scored-site.ts';
import { getPublicAddress } from './public-address.ts';
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
  return scoreSite(placeSite(dataset, process.env.CHIWAT_ADDRESS), today.day);
}

/** The dataset under the public address that holds for this build; a reading is kept and must not change. */
function placeSite(dataset: Dataset, setting: string | undefined): Dataset {
  const { site } = dataset;
  if (site === undefined) return dataset;
  const { address: stated, ...data } = site.data;
  const address = getPublicAddress(setting, stated);
  return { ...dataset, site: { ...site, data: address === undefined ? data : { ...data, address } } };
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
