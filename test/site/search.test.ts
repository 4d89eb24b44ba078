import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { readGuideTexts } from '#data/guide-text.ts';
import type { SearchDocument } from '#search/document.ts';
import { getGuideDocuments, getSearchShelves } from '#views/search-documents.ts';
import { createRandom } from '../../scripts/bench/random.ts';
import { thai } from '../support/build-site.ts';
import { chartSite } from '../support/chart-site.ts';
import { findViolations, type Open, read, useBrowser } from './browser.ts';

const { open } = useBrowser();
const { address } = inject('charts');
/** For a machine that is busy with other things. */
const PATIENT = { timeout: 20_000 };

/** Every page of the site of charts that is searched. */
const guide = getGuideDocuments(chartSite, readGuideTexts(resolve(import.meta.dirname, '../../src/pages/_guide')));
const everything = getSearchShelves(chartSite, guide, thai).flatMap(({ documents }) => documents);
const listDocuments = (language: string) =>
  everything.filter((document) => (document.language ?? language) === language);
const documents = listDocuments('th');

/** Opens the search on that site and waits for its end. */
async function search(query: string, options: Open = {}) {
  const opened = await open(`/search/${query}`, { address, ...options });
  if (query !== '' && options.javaScript !== false) await waitUntilDone(opened.page);
  return opened;
}

async function waitUntilDone(page: Page): Promise<void> {
  await page.locator('[data-search][data-busy=false]').waitFor();
}

/** Types as a person does, and waits for what comes of it. */
async function type(page: Page, text: string): Promise<void> {
  await page.locator('[data-search-box]').fill(text);
  await page.waitForURL((url) => (url.searchParams.get('q') ?? '') === text.trim());
  await waitUntilDone(page);
}

/** Asks for more until all is shown. */
async function showAll(page: Page): Promise<void> {
  const more = page.locator('[data-more]');
  while (await more.isVisible()) {
    const before = await page.locator('[data-results] > li').count();
    await more.click();
    await expect.poll(() => page.locator('[data-results] > li').count(), PATIENT).toBeGreaterThan(before);
  }
}

function getTotal(page: Page): Promise<string | null> {
  return page.locator('[data-total]').getAttribute('data-total');
}

function listResults(page: Page): Promise<string[]> {
  return page.locator('[data-result]').evaluateAll((all) => all.map((one) => one.getAttribute('data-result') ?? ''));
}

/** Addresses that hold all words, by nothing but their texts. */
function findHrefs(...words: string[]): string[] {
  return findHrefsAmong(documents, words);
}

function findHrefsAmong(documents: SearchDocument[], words: string[]): string[] {
  const texts = (document: SearchDocument) => [
    document.title,
    document.titleEn ?? '',
    ...document.labels,
    ...document.sections.map(({ text }) => text),
  ];
  const holds = (document: SearchDocument, word: string) => texts(document).some((text) => text.includes(word));
  return documents.filter((document) => words.every((word) => holds(document, word))).map(({ href }) => href);
}

describe('the box', () => {
  it.each(['/2567/works/road-repair/', '/en/method/'])('stands on %s, and the slash key brings to it', async (path) => {
    const { page, requests, close } = await open(path, { address });
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.matches('[data-search-box]'))).toBe(true);
    expect(requests.filter((url) => url.includes('/pagefind/'))).toEqual([]);
    await page.keyboard.type('ถนน');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname.endsWith('/search/'));
    await waitUntilDone(page);
    const own = listDocuments(path.startsWith('/en/') ? 'en' : 'th');
    expect(await getTotal(page)).toBe(String(findHrefsAmong(own, ['ถนน']).length));
    await close();
  });

  it('leaves the slash to those who write', async () => {
    const { page, close } = await open('/', { address });
    await page.locator('[data-search-box]').focus();
    await page.keyboard.type('1/2');
    expect(await page.locator('[data-search-box]').inputValue()).toBe('1/2');
    await close();
  });

  it('loads nothing of the search before it is focused, and its engine then', async () => {
    const { page, requests, complaints, close } = await search('');
    await page.waitForLoadState('networkidle');
    const asked = () => requests.filter((url) => url.includes('/pagefind/'));
    expect(asked()).toEqual([]);
    await page.locator('[data-search-box]').focus();
    await expect.poll(asked, PATIENT).not.toEqual([]);
    await type(page, 'ถนน');
    expect(complaints).toEqual([]);
    await close();
  });
});

/** What is typed, and words that a page must hold for it. */
const SPELLINGS: [what: string, q: string, words: string[]][] = [
  ['a word', 'ถนน', ['ถนน']],
  ['several words', 'ถนน ซ่อม', ['ถนน', 'ซ่อม']],
  ['half a word', 'ขุดลอ', ['ขุดลอ']],
  ['two letters', 'ปี', ['ปี']],
  ['Thai digits', '๒๕๖๖', ['2566']],
  ['a tone that is there twice and a zero-width space', 'ทํา​ความสะอาด', ['ทำความสะอาด']],
  ['letters of both cases', 'PM', ['ค่าเฉลี่ยฝุ่นละอองขนาดเล็ก']],
];

describe('results', () => {
  it('hold what was typed, all of them and nothing else, however it is spelt', async () => {
    const { page, close } = await search('');
    for (const [what, q, words] of SPELLINGS) {
      const expected = findHrefs(...words);
      expect(expected.length, what).toBeGreaterThan(0);
      await type(page, q);
      await showAll(page);
      expect((await listResults(page)).sort(), what).toEqual(expected.sort());
      expect(await getTotal(page), what).toBe(String(expected.length));
    }
    await close();
  });

  it('bring the years of one promise together, with the line in its own spelling and its quarter', async () => {
    const { page, close } = await search('?q=ชุดซ่อมสองชุด');
    expect(await listResults(page)).toEqual(['2567/works/road-repair/']);
    expect(await read(page, '.result-lines')).toMatch(/^ไตรมาสที่ 2 .*ช้าเพราะรวมข้อมูลจากชุดซ่อมสองชุดไม่ทัน/);
    expect(await page.locator('.result-lines mark').allTextContents()).toEqual(['ชุดซ่อมสองชุด']);
    const quarter = page.locator('[data-result-quarter]');
    expect(await quarter.getAttribute('href')).toBe('/2567/works/road-repair/#q2');
    await type(page, 'ซ่อมแล้วเสร็จ');
    const card = page.locator('.result', { has: page.locator('[data-result="2567/works/road-repair/"]') });
    expect(
      await card
        .locator('[data-result] > a, [data-result] .result-title a')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href'))),
    ).toEqual(['2568', '2567', '2566', '2565'].map((year) => `/${year}/works/road-repair/`));
    await close();
  });

  it('mark what was typed where the reader arrives, and bring it into view', async () => {
    const { page, complaints, close } = await search('?q=ชุดซ่อมสองชุด', { width: 360 });
    await page.locator('[data-result-quarter]').click();
    const mark = page.locator('main .found').first();
    await mark.waitFor();
    expect(await page.locator('main .found').allTextContents()).toEqual(['ชุดซ่อมสองชุด']);
    expect(await mark.evaluate((element) => element.closest('section')?.id)).toBe('q2');
    await expect
      .poll(() => mark.evaluate((element) => element.getBoundingClientRect().top), PATIENT)
      .toBeGreaterThan(0);
    expect(await mark.evaluate((element) => element.getBoundingClientRect().bottom < innerHeight)).toBe(true);
    expect(page.url()).toBe(`${address}/2567/works/road-repair/#q2`);
    expect(complaints).toEqual([]);
    await close();
  });

  it('leave a page unmarked for those who come from elsewhere', async () => {
    const { page, close } = await open('/2567/works/', { address });
    await page.locator('a[href="/2567/works/road-repair/"]').first().click();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('.found').count()).toBe(0);
    await close();
  });
});

describe('filters, counts, order and groups', () => {
  const words = ['', 'ถนน', 'ซ่อม', 'ผู้ป่วย', 'ร้อยละ', 'ปี', 'เทศบาล', 'ไตรมาส', 'รายงาน'];
  const all = documents.map((document) => ({ document, year: /^\d+(?=\/.+\/.)/.exec(document.href)?.[0] }));

  /** The values that a page has of what can be filtered by, straight from the document. */
  function getValues({ document: { facets }, year }: (typeof all)[number]): Record<string, (string | undefined)[]> {
    return {
      year: [year],
      quarter: facets.quarters.map(String),
      agency: [facets.agency],
      area: [facets.area],
      status: [facets.status],
      kind: [facets.kind],
      outcome: [facets.outcome],
      corrected: facets.isCorrected ? ['yes'] : [],
      disagrees: facets.hasDisagreements ? ['yes'] : [],
    };
  }

  it('are those of a count by hand over the content, for fifty combinations', async () => {
    const random = createRandom(7);
    const pick = <T>(list: readonly T[]) => list[random.below(list.length)] as T;
    const known = all.filter(({ year }) => year !== undefined);
    const { page, close } = await search('?q=ถนน');
    for (let round = 0; round < 50; round++) {
      const word = pick(words);
      const order = pick(['relevance', 'year', 'score', 'score-asc']);
      // Values of pages that exist, so that many a combination leaves something.
      const filters = new Map<string, Set<string>>();
      for (let count = random.below(4); count > 0; count--) {
        const [facet, values] = pick(Object.entries(getValues(pick(known))));
        for (const value of values)
          if (value !== undefined) filters.set(facet, (filters.get(facet) ?? new Set()).add(value));
      }
      if (word === '' && filters.size === 0) continue;
      const params = new URLSearchParams(word === '' ? {} : { q: word });
      for (const [facet, values] of filters) for (const value of values) params.append(facet, value);
      if (order !== 'relevance') params.set('sort', order);
      await page.evaluate((address) => {
        history.pushState(null, '', address);
        dispatchEvent(new PopStateEvent('popstate'));
      }, `/search/?${params}`);
      await waitUntilDone(page);
      const found = findHrefs(...(word === '' ? [] : [word]));
      const matches = all.filter(({ document }) => found.includes(document.href));
      const holds = (one: (typeof all)[number], except?: string) =>
        [...filters].every(
          ([facet, wanted]) => facet === except || getValues(one)[facet]?.some((value) => wanted.has(value ?? '')),
        );
      const kept = matches.filter((one) => holds(one));
      const context = `round ${round}: ${params}`;
      expect(await getTotal(page), context).toBe(String(kept.length));
      await showAll(page);
      const results = await listResults(page);
      expect([...results].sort(), context).toEqual(kept.map(({ document }) => document.href).sort());
      const counts = await page
        .locator('[data-facet-count]')
        .evaluateAll((spans) => spans.map((span) => [span.getAttribute('data-facet-count'), span.textContent]));
      for (const [name = '', count] of counts as [string, string][]) {
        const [facet = '', value = ''] = [name.slice(0, name.indexOf('/')), name.slice(name.indexOf('/') + 1)];
        const own = matches.filter((one) => holds(one, facet) && getValues(one)[facet]?.includes(value));
        expect(`${name} ${count}`, context).toBe(`${name} ${own.length}`);
      }
      await checkOrder(page, order, context);
    }
    await close();
  });

  /** Heads in order, and below each the other years of the same promise from the newest on. */
  async function checkOrder(page: Page, order: string, context: string): Promise<void> {
    const cards = await page
      .locator('.result')
      .evaluateAll((items) =>
        items.map((item) => [...item.querySelectorAll('[data-result]')].map((one) => one.getAttribute('data-result'))),
      );
    const get = (href: string | null | undefined) => all.find(({ document }) => document.href === href);
    for (const [head, ...others] of cards) {
      const years = others.map((href) => Number(get(href)?.year));
      expect(years, context).toEqual([...years].sort((a, b) => b - a));
      for (const href of others) expect(get(href)?.document.series, context).toBe(get(head)?.document.series);
    }
    const series = cards.map(([head]) => get(head)?.document.series ?? head);
    expect(new Set(series).size, context).toBe(series.length);
    const heads = cards.map(([head]) => get(head));
    const keys = {
      relevance: () => 0,
      year: (one: ReturnType<typeof get>) => -Number(one?.year ?? 9999),
      score: (one: ReturnType<typeof get>) => -(one?.document.facets.score ?? -1),
      'score-asc': (one: ReturnType<typeof get>) => one?.document.facets.score ?? 101,
    };
    const values = heads.map(keys[order as keyof typeof keys]);
    expect(values, context).toEqual([...values].sort((a, b) => a - b));
  }
});

describe('the address', () => {
  it('holds the whole search, and the way back goes through it', async () => {
    const { page, close } = await search('');
    await type(page, 'ถนน');
    await page.locator('input[name=status][value=met]').check();
    await page.waitForURL(/status=met/);
    await page.locator('[data-order]').selectOption('score');
    await page.waitForURL(/sort=score/);
    await waitUntilDone(page);
    const [url, total, results] = [page.url(), await getTotal(page), await listResults(page)];
    expect(new URL(url).search).toBe(`?q=${encodeURIComponent('ถนน')}&status=met&sort=score`);
    const again = await open(new URL(url).pathname + new URL(url).search, { address });
    await waitUntilDone(again.page);
    expect([await getTotal(again.page), await listResults(again.page)]).toEqual([total, results]);
    expect(await again.page.locator('input[name=status][value=met]').isChecked()).toBe(true);
    await again.close();
    await page.goBack();
    await page.goBack();
    await waitUntilDone(page);
    expect(await page.locator('[data-search-box]').inputValue()).toBe('ถนน');
    await expect.poll(() => getTotal(page), PATIENT).toBe(String(findHrefs('ถนน').length));
    await page.goBack();
    await expect.poll(() => page.locator('[data-intro]').isVisible(), PATIENT).toBe(true);
    await close();
  });
});

describe('what may go wrong', () => {
  it('offers the word that was meant, and the words one by one', async () => {
    const { page, close } = await search('?q=ขุดลอง');
    expect(await read(page, '[data-none]')).toContain('คุณหมายถึง ขุดลอก');
    await page.locator('[data-none] a').first().click();
    await page.waitForURL(/q=/);
    await waitUntilDone(page);
    expect(Number(await getTotal(page))).toBeGreaterThan(0);
    await type(page, 'วัคซีน สะพาน');
    expect(await read(page, '[data-none]')).toContain('พบเมื่อค้นทีละคำ: วัคซีน');
    await close();
  });

  it('says which filters leave nothing, and takes them out again', async () => {
    const { page, close } = await search('?q=ถนน&agency=health&status=withdrawn&year=2565');
    expect(await getTotal(page)).toBe('0');
    expect(await read(page, '[data-none]')).toContain('ตัวกรอง');
    await page.locator('[data-clear]').click();
    await expect.poll(() => getTotal(page), PATIENT).toBe(String(findHrefs('ถนน').length));
    await close();
  });

  it('tells which year could not be loaded, shows the others, and tries again', async () => {
    const { page, close } = await open('/search/', { address });
    await page.route('**/pagefind/2566/**', (route) => route.abort());
    await type(page, 'ถนน');
    expect(await read(page, '[data-total-line]')).toContain('โหลดไม่สำเร็จ: 2566');
    const expected = findHrefs('ถนน');
    const others = expected.filter((href) => !href.startsWith('2566/'));
    expect(others.length).toBeLessThan(expected.length);
    expect(await getTotal(page)).toBe(String(others.length));
    await page.unroute('**/pagefind/2566/**');
    await page.locator('[data-total-line] button').click();
    await expect.poll(() => getTotal(page), PATIENT).toBe(String(expected.length));
    await close();
  });

  it('is not fooled by a part of an index that does not come', async () => {
    const { page, close } = await open('/search/', { address });
    await page.route('**/pagefind/2567/index/**', (route) => route.fulfill({ status: 503, body: '' }));
    await type(page, 'ถนน');
    expect(await read(page, '[data-total-line]')).toContain('โหลดไม่สำเร็จ: 2567');
    await close();
  });

  it('says so when nothing at all can be loaded, keeps the lists, and tries again', async () => {
    const { page, close } = await open('/search/', { address });
    await page.route('**/pagefind/manifest.json', (route) => route.abort());
    await type(page, 'ถนน');
    expect(await read(page, '[data-notice]')).toContain('โหลดระบบค้นหาไม่สำเร็จ');
    expect(await page.locator('#by-year').isVisible()).toBe(true);
    await page.unroute('**/pagefind/manifest.json');
    await page.locator('[data-notice] button').click();
    await page.locator('[data-total]').waitFor();
    await close();
  });

  it('shows the newest year while older ones are still on their way', async () => {
    const { page, close } = await open('/search/', { address });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/pagefind/2565/**', async (route) => {
      await held;
      await route.continue();
    });
    await page.locator('[data-search-box]').fill('ซ่อมแล้วเสร็จ');
    await expect.poll(() => read(page, '[data-total-line]'), PATIENT).toContain('กำลังค้นปี 2565');
    expect(await listResults(page)).toContain('2567/works/road-repair/');
    expect(await listResults(page)).not.toContain('2565/works/road-repair/');
    release();
    await waitUntilDone(page);
    expect(await listResults(page)).toContain('2565/works/road-repair/');
    await close();
  });

  it('asks for more than one letter, and never takes markup for markup', async () => {
    const { page, close } = await search(`?q=${encodeURIComponent('ก')}`);
    expect(await read(page, '[data-notice]')).toContain('อย่างน้อย 2 ตัวอักษร');
    await type(page, '<img src=x onerror=alert(1)>');
    expect(await read(page, '[data-none]')).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('main img').count()).toBe(0);
    await close();
  });
});

describe('every state', () => {
  it.each([
    ['empty', ''],
    ['results', '?q=ถนน'],
    ['filters', '?year=2567&status=met&sort=score'],
    ['nothing found', '?q=ขุดลอง'],
    ['too short', '?q=ก'],
  ])('%s is clean for those who hear or see little, in both schemes and on a phone', async (_, query) => {
    const { page, complaints, close } = await search(query, { width: 360 });
    expect(await findViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findViolations(page, ['color-contrast'])).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('may run the engine’s program, which no other page may', async () => {
    const getPolicy = async (path: string) => {
      const { page, close } = await open(path, { address });
      const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content');
      await close();
      return policy;
    };
    expect(await getPolicy('/en/search/')).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(await getPolicy('/2567/')).not.toContain('wasm');
  });

  it('works without JavaScript: the form asks for the page, which has the lists', async () => {
    const { page, close } = await search('', { javaScript: false });
    await page.locator('[data-search-box]').fill('ถนน');
    await page.locator('[data-search-box]').press('Enter');
    await page.waitForURL((url) => url.searchParams.get('q') === 'ถนน');
    expect(await read(page, 'noscript')).toContain('JavaScript');
    await page.locator('.browse a[href="/2567/"]').click();
    expect(new URL(page.url()).pathname).toBe('/2567/');
    await close();
  });
});
