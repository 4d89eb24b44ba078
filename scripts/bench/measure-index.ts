import { appendFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContent } from '#data/read-content.ts';
import { scoreSite } from '#domain/scored-site.ts';
import { getContext } from '#views/context.ts';
import { getSearchShelves } from '#views/search-documents.ts';
import { digestFiles, listDifferences } from './compare-folders.ts';
import { NEWEST_YEAR } from './generate-content.ts';
import { measureTree } from './measure-tree.ts';

/** What one making of the search took. */
export interface IndexUsage {
  pages: number;
  /** Indexes made anew. */
  built: number;
  /** CPU of making alone, of its own process and of the engine's. */
  ownSeconds: number;
  engineSeconds: number;
  /** Both together, a page. */
  millisecondsAPage: number;
  wallSeconds: number;
  peakMegabytes?: number;
}

export interface IndexMeasures {
  cold: IndexUsage;
  files: number;
  megabytes: number;
  /** After a change of one report of the newest year. */
  changed: IndexUsage;
  /** Folders of the search, and files at its top, in which anything changed. */
  changedPlaces: string[];
}

/** Makes the search of a content folder, changes one report in it, and makes it again. `folder` holds what is made. */
export async function measureIndex(content: string, folder: string, today: string): Promise<IndexMeasures> {
  const out = join(folder, 'index');
  const publish = () => measurePublish(content, folder, out, today);
  const cold = await publish();
  const before = digestFiles(out);
  const megabytes = [...before.keys()].reduce((sum, path) => sum + statSync(join(out, path)).size, 0) / 1024 / 1024;
  appendFileSync(join(content, `reports/${NEWEST_YEAR}/agency-0/indicator-0/q4.mdx`), '\nรายงานเพิ่มเติมหลังปิดไตรมาส\n');
  const changed = await publish();
  const after = digestFiles(out);
  const places = listDifferences(before, after).map((path) => path.split('/')[0] ?? '');
  return { cold, files: before.size, megabytes, changed, changedPlaces: [...new Set(places)].sort() };
}

async function measurePublish(content: string, folder: string, out: string, today: string): Promise<IndexUsage> {
  const file = join(folder, 'shelves.json');
  const site = scoreSite(readContent(content, {}).dataset, today);
  writeFileSync(file, JSON.stringify(getSearchShelves(site, [], getContext('th', 'th', '/'))));
  const args = ['scripts/bench/publish-index.ts', file, out, join(folder, 'index-cache')];
  const { output, cpuSeconds, wallSeconds, peakMegabytes } = await measureTree(process.execPath, args);
  const { pages, built, ownSeconds, otherSeconds } = JSON.parse(output);
  const engineSeconds = Math.max(0, cpuSeconds - ownSeconds - otherSeconds);
  return {
    pages,
    built,
    ownSeconds,
    engineSeconds,
    millisecondsAPage: ((ownSeconds + engineSeconds) * 1000) / pages,
    wallSeconds,
    ...(peakMegabytes === undefined ? {} : { peakMegabytes }),
  };
}
