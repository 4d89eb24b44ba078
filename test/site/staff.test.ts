import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it, test } from 'vitest';
import { catalogue } from '#domain/issue-catalogue.ts';
import { findViolations, read, useBrowser } from './browser.ts';

const { open } = useBrowser();

const GROUPS = ['files', 'matter', 'fields', 'rules', 'text', 'between', 'oddities', 'corrections'];
const PATHS = ['', 'form/', 'file/', 'vscode/', 'codes/', ...GROUPS.map((group) => `codes/${group}/`)];
const STAFF = [...PATHS.map((path) => `/staff/${path}`), ...PATHS.map((path) => `/en/staff/${path}`)];

/** One of each make: the other groups of codes differ in their words only. */
const OPENED = [
  '/staff/',
  '/staff/form/',
  '/staff/file/',
  '/staff/codes/',
  '/staff/codes/fields/',
  '/en/staff/codes/text/',
];

/** Any host: links are followed in the folder of the built site. */
const HERE = 'https://here.example';

/** Most bytes of a page as they travel, so that it is quick on a phone. */
const MOST = 20 * 1024;

const readHtml = (path: string) => readFileSync(join(inject('dist'), path, 'index.html'), 'utf8');

describe.each(OPENED)('%s', (path) => {
  let opened: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    opened = await open(path);
  });
  afterAll(() => opened.close());

  it('asks only its own host and breaks no rule of its policy', () => {
    const host = new URL(opened.page.url()).host;
    expect(opened.requests.filter((url) => new URL(url).host !== host)).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });

  it('has no accessibility violation in light and in dark', async () => {
    expect(await findViolations(opened.page)).toEqual([]);
    await opened.page.emulateMedia({ colorScheme: 'dark' });
    expect(await findViolations(opened.page, ['color-contrast'])).toEqual([]);
  });

  it('fits a phone of 320 pixels without scrolling sideways', async () => {
    await opened.page.setViewportSize({ width: 320, height: 800 });
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const wide = await opened.page.evaluate(
      () =>
        [...document.querySelectorAll('main pre')].filter((block) => block.scrollWidth > block.clientWidth + 1).length,
    );
    expect(wide).toBe(0);
  });
});

describe.each(STAFF)('%s', (path) => {
  const html = readHtml(path);

  it('has no link that leads nowhere, not even to a place of another page', () => {
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    const links = [...main.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href = '']) => new URL(href, `${HERE}${path}`));
    const own = links.filter(({ origin }) => origin === HERE);
    expect(own.length).toBeGreaterThan(5);
    const dead = own.filter(({ pathname, hash }) => {
      const file = join(inject('dist'), pathname.endsWith('/') ? `${pathname}index.html` : pathname);
      const id = decodeURIComponent(hash.slice(1));
      return !existsSync(file) || (id !== '' && !readFileSync(file, 'utf8').includes(` id="${id}"`));
    });
    expect(dead.map(({ href }) => href)).toEqual([]);
  });

  it('is light', () => {
    expect(gzipSync(html).length).toBeLessThan(MOST);
  });
});

describe('the pages about codes', () => {
  const codes = Object.keys(catalogue);

  it('list every code on one page, and explain each at an address of its own', () => {
    const index = readHtml('/staff/codes/');
    const groups = GROUPS.map((group) => readHtml(`/staff/codes/${group}/`)).join('\n');
    for (const code of codes) {
      expect(index).toContain(`id="${code}"`);
      expect(groups.split(`id="${code}"`)).toHaveLength(2);
    }
  });

  it('show the wrong line, the checker’s words and the right line of a number in Thai digits', async () => {
    const { page, close } = await open('/staff/codes/fields/#CW304');
    const text = await read(page, '#CW304');
    expect(text).toContain('result: ๖๐');
    expect(text).toContain('ผลงานที่ทำได้ (result): “๖๐” ยังไม่ใช่ตัวเลขที่ใช้คำนวณได้');
    expect(text).toContain('→ พิมพ์ 60');
    expect(await read(page, '#CW304 .code-right mark')).toContain('result: 60');
    await close();
  });
});

test('the guide is found at the foot of every page', async () => {
  const { page, close } = await open('/en/');
  await page.locator('.site-footer a', { hasText: 'For staff' }).click();
  expect(new URL(page.url()).pathname).toBe('/en/staff/');
  expect(await read(page, 'h1')).toBe('Report a quarter in 5 minutes');
  await close();
});
