import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { findViolations, useBrowser } from './browser.ts';

const { open } = useBrowser();

/** One page of every kind, and indicators in states that look different. */
const OWN = [
  '/',
  '/2563/',
  '/2564/budget/',
  '/2564/budget/pbis/',
  '/2563/bma/performance-budgeting-rules/',
  '/agencies/',
  '/method/',
  '/404.html',
  '/en/',
  '/en/2564/budget/pbis/',
  '/series/budget/pbis/',
  '/search/',
  '/search/plan/none/',
  '/plan/bma-20y-2/7.4.1/',
  '/data/',
];

/** Of the site with every state of a chart. */
const CHARTS = [
  '/2567/',
  '/2567/works/long-name/',
  '/series/works/road-repair/',
  '/en/series/health/dengue-rate/',
  '/reporting/2568/',
];

/** Of the site whose figures have a history. */
const HISTORY = ['/changes/', '/changes/2567/targets/'];

const PAGES = [
  ...OWN.map((path) => [path, inject('address')] as const),
  ...CHARTS.map((path) => [path, inject('charts').address] as const),
  ...HISTORY.map((path) => [path, inject('history').address] as const),
];

describe.each(PAGES)('%s of %s', (path, address) => {
  let opened: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    opened = await open(path, { address });
  });
  afterAll(() => opened.close());

  it('asks only its own host, runs no scripts but those that wake charts and the search, and breaks no rule of its policy', async () => {
    const { page, requests, complaints } = opened;
    const host = new URL(page.url()).host;
    expect(requests.filter((url) => new URL(url).host !== host)).toEqual([]);
    const hasChart = (await page.locator('.chart').count()) > 0;
    const scripts = requests.filter((url) => url.endsWith('.js')).map((url) => /\/(\w+)[^/]*\.js$/.exec(url)?.[1]);
    const isSearch = (await page.locator('[data-search]').count()) > 0;
    const known = ['SearchBox', 'preload', ...(hasChart ? ['Chart'] : []), ...(isSearch ? ['Search'] : [])];
    expect(scripts.sort()).toEqual(known.sort());
    expect(complaints).toEqual([]);
    expect(await page.locator('meta[http-equiv=Content-Security-Policy]').count()).toBe(1);
  });

  it('has no accessibility violation in light', async () => {
    expect(await findViolations(opened.page)).toEqual([]);
  });

  it('has no accessibility violation in dark, where only colours are others', async () => {
    await opened.page.emulateMedia({ colorScheme: 'dark' });
    expect(await findViolations(opened.page, ['color-contrast'])).toEqual([]);
  });

  it('has no link that leads nowhere', async () => {
    const { page } = opened;
    const links = await page.evaluate(() => [
      ...new Set(
        [...document.querySelectorAll('a[href], link[rel=icon]')].map((link) =>
          (link as HTMLAnchorElement).href.replace(/#.*/, ''),
        ),
      ),
    ]);
    const own = links.filter((link) => new URL(link).host === new URL(page.url()).host);
    const answers = await Promise.all(own.map(async (link) => [link, await ask(link)] as const));
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
  });

  it('does not scroll sideways on a phone of 320 pixels', async () => {
    const { page } = opened;
    await page.setViewportSize({ width: 320, height: 800 });
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter(
          (element) =>
            element.getBoundingClientRect().right > innerWidth + 1 &&
            !element.closest('.prose table, .hidden, thead, pre'),
        )
        .map((element) => `${element.tagName}.${element.className}`),
    );
    expect(wide).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

const answers = new Map<string, Promise<number>>();

/** The status that an address answers with; each is asked once, for pages share most of their links. */
function ask(link: string): Promise<number> {
  const known = answers.get(link);
  if (known !== undefined) return known;
  const asked = fetch(link).then(async (response) => {
    await response.arrayBuffer();
    return response.status;
  });
  answers.set(link, asked);
  return asked;
}
