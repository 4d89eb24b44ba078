import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../../test/setup/chromium.ts';
import { findFirefox } from '../../test/setup/firefox.ts';
import { type BrowserName, launch } from './browsers.ts';
import { type BenchOptions, getBuildSettings, TODAY } from './build-settings.ts';
import { type ContentSize, generateContent } from './generate-content.ts';
import { measureNode } from './measure.ts';
import { measureIndex } from './measure-index.ts';
import { querySite } from './query-site.ts';
import type { BenchQuery } from './search-measures.ts';
import { readTruth } from './search-truth.ts';
import { SEARCH_WORDING } from './search-wording.ts';
import { serveFolder } from './static-server.ts';
import { type SearchMeasures, wordSearch } from './word-search.ts';

export interface SearchOptions extends BenchOptions {
  browsers: readonly BrowserName[];
  /** Every so many-th query is asked; 1 for all. */
  every: number;
}

/** Of the queries, each so many-th is typed too. */
const TYPED_EVERY = 3;

const LISTS = ['test/fixtures/search-queries.json', 'test/fixtures/search-queries-more.json'];

/** Builds a site of generated content, asks its search in browsers, measures making the search, and prints it. */
export async function benchSearch(size: ContentSize, { browsers, every, json, keep }: SearchOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chiwat-bench-'));
  const content = join(folder, 'content');
  const tell = (line: string) => console.error(line);
  tell(`Writing ${size.indicators} pages over ${size.years} years …`);
  generateContent(content, size, SEARCH_WORDING);
  const truth = readTruth(content);
  const queries = LISTS.flatMap(readQueries).filter((_, index) => index % every === 0);
  tell('Building …');
  const env = getBuildSettings(content, folder);
  const build = await measureNode(['scripts/astro.mjs', 'build', '--silent'], env);
  const measures: SearchMeasures = { size, build, browsers: [], absent: [] };
  const server = await serveFolder(env.CHIWAT_OUT);
  for (const name of browsers) {
    const program = { chromium: findChromium, firefox: findFirefox }[name]();
    if (program === undefined) {
      measures.absent.push(name);
      continue;
    }
    tell(`Asking ${queries.length} queries in ${name} …`);
    const browser = await launch(name, program);
    try {
      measures.browsers.push(await querySite(browser, server, truth, queries, TYPED_EVERY));
    } finally {
      await browser.close();
    }
  }
  server.close();
  tell('Making the search alone …');
  measures.index = await measureIndex(content, folder, TODAY);
  console.log(json ? JSON.stringify(measures, null, 2) : wordSearch(measures));
  if (keep) tell(`Kept in ${folder}`);
  else rmSync(folder, { recursive: true });
}

export function readQueries(file: string): BenchQuery[] {
  // Safe: the lists are part of the project.
  return JSON.parse(readFileSync(file, 'utf8')) as BenchQuery[];
}
