import type { Dataset } from '#domain/dataset.ts';
import type { Ledger } from '#domain/ledger/ledger.ts';
import { scoreSite } from '#domain/scored-site.ts';
import { describeLedger, type LedgerOptions, readLedger } from './ledger.ts';
import { spend } from './phases.ts';
import { getPublicAddress } from './public-address.ts';
import type { Content } from './read-content.ts';
import { getCacheFolder, getContentFolder, getReading } from './reading.ts';
import { getToday, getTodaySources, type Today } from './today.ts';
import { type TracedSite, traceSite } from './traced-site.ts';

/** Shared by the module graphs of one process, as the reading is: pages, and what is made after them. */
declare global {
  var chiwatSite: { reading: Content; site: TracedSite } | undefined;
}

/** Everything pages are made from, worked out once a reading: once a build, and anew after each edit while developing. */
export function getSite(): TracedSite {
  const reading = getReading();
  const known = globalThis.chiwatSite;
  const made = known?.reading === reading ? known : { reading, site: scoreReading(reading) };
  globalThis.chiwatSite = made;
  return made.site;
}

function scoreReading({ dataset, entries, getDigest }: Content): TracedSite {
  const timeZone = dataset.site?.data.timeZone ?? 'UTC';
  const today = tellToday(timeZone);
  const ledger = tellLedger({
    content: getContentFolder(),
    entries,
    timeZone,
    today: today.day,
    cache: getCacheFolder(),
  });
  const placed = placeSite(dataset, process.env.CHIWAT_ADDRESS);
  return traceSite(
    spend('score', () => scoreSite(placed, today.day, ledger)),
    getDigest,
  );
}

/** The dataset under the public address that holds for this build; a reading is kept and must not change. */
function placeSite(dataset: Dataset, setting: string | undefined): Dataset {
  const { site } = dataset;
  if (site === undefined) return dataset;
  const { address: stated, ...data } = site.data;
  const address = getPublicAddress(setting, stated);
  return { ...dataset, site: { ...site, data: address === undefined ? data : { ...data, address } } };
}

const told = new Set<string>();

/** Once a process: while developing a site is made anew after each edit. */
function tellOnce(about: string, line: string): void {
  if (!told.has(about)) console.info(line);
  told.add(about);
}

function tellLedger(options: LedgerOptions): Ledger {
  const ledger = spend('ledger', () => readLedger(options));
  tellOnce('ledger', describeLedger(ledger));
  return ledger;
}

function tellToday(timeZone: string): Today {
  const today = getToday(timeZone, getTodaySources(getContentFolder()));
  const sources = {
    setting: 'CHIWAT_TODAY',
    commit: 'the newest commit',
    clock: 'the clock, since there is no git history: builds on other days will differ',
  };
  tellOnce('today', `Statuses as of ${today.day}, from ${sources[today.from]}.`);
  return today;
}
