import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ask } from '../../scripts/bench/ask.ts';
import { readQueries } from '../../scripts/bench/bench-search.ts';
import { type BenchBrowser, launch } from '../../scripts/bench/browsers.ts';
import { getFirefox } from '../setup/firefox.ts';

/** Every so many-th query of the lists, on the repository's own site. */
const EVERY = 48;
/** On the site of all charts, whose texts are few. */
const ON_CHARTS = ['ไตรมาสที่ ๒'];

const queries = ['test/fixtures/search-queries.json', 'test/fixtures/search-queries-more.json']
  .flatMap(readQueries)
  .filter((_, index) => index % EVERY === 0);

let browsers: BenchBrowser[] = [];
beforeAll(async () => {
  browsers = [await launch('chromium', inject('chromium')), await launch('firefox', getFirefox())];
});
afterAll(async () => {
  for (const browser of browsers) await browser.close();
});

/** The answer of each browser, on a page that nothing was searched on before. */
async function askAll(site: string, q: string) {
  return Promise.all(
    browsers.map(async (browser) => {
      const page = await browser.open();
      try {
        return { answer: await ask(page, site, q, true), complaints: page.complaints };
      } finally {
        await page.close();
      }
    }),
  );
}

describe('Firefox and Chromium', () => {
  test.each(queries)('find the same pages in the same order for $q', async ({ q }) => {
    const [chromium, firefox] = await askAll(inject('address'), q);
    expect(firefox).toEqual(chromium);
    expect(chromium?.complaints).toEqual([]);
  });

  test.each(ON_CHARTS)('find the same pages of another site for %s, and some', async (q) => {
    const [chromium, firefox] = await askAll(inject('charts').address, q);
    expect(firefox).toEqual(chromium);
    expect(chromium?.answer.all).not.toEqual([]);
    expect(new Set(chromium?.answer.all).size).toBe(chromium?.answer.total);
  });

  test('are not both at a loss: most queries find something on this site', async () => {
    const [one] = await askAll(inject('address'), 'งบประมาณ');
    expect(one?.answer.total).toBeGreaterThan(10);
  });
});
