import { getCollection } from 'astro:content';
import { buildDataset } from '#domain/dataset.ts';
import type { Attachment, Entry } from '#domain/entry.ts';
import { type ScoredSite, scoreSite } from '#domain/scored-site.ts';
import { getContentFolder } from './astro-loader.ts';
import { getToday, getTodaySources, type Today } from './today.ts';

let site: Promise<ScoredSite> | undefined;

/** Everything pages are made from, worked out once a build. In development anew for each request, so that edits show. */
export function getSite(): Promise<ScoredSite> {
  if (import.meta.env.DEV) return loadSite();
  site ??= loadSite();
  return site;
}

async function loadSite(): Promise<ScoredSite> {
  const entries: Entry[] = [];
  const attachments: Attachment[] = [];
  for (const { data } of await getCollection('content')) {
    if (data.kind === 'attachment') attachments.push(data);
    else entries.push(data);
  }
  const dataset = buildDataset(entries, attachments);
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
