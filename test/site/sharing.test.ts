import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { listPaths } from '#data/file-digests.ts';
import { getCleanEnv } from '../setup/env.ts';
import { MINIMAL_SETTINGS } from '../setup/site.ts';
import { useBrowser } from './browser.ts';

const { open } = useBrowser();
const folder = mkdtempSync(join(tmpdir(), 'chiwat-sharing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The first node of each kind of page. */
const KINDS = [
  ['', 'WebSite'],
  ['2567/', 'Dataset'],
  ['2567/public-works/', 'Dataset'],
  ['2567/public-works/road-repair/', 'Dataset'],
  ['series/public-works/road-repair/', 'Dataset'],
  ['agencies/', 'WebPage'],
  ['method/', 'WebPage'],
  ['about/', 'WebPage'],
] as const;

function build(name: string, extra: Record<string, string> = {}) {
  const out = join(folder, name);
  const env = getCleanEnv({ ...MINIMAL_SETTINGS, CHIWAT_OUT: out, CHIWAT_CACHE: join(folder, 'cache'), ...extra });
  const run = spawnSync(process.execPath, ['scripts/astro.mjs', 'build'], { env, encoding: 'utf8' });
  return { status: run.status, output: `${run.stdout}${run.stderr}`, out };
}

/** What a page tells machines: its tags by name, and the nodes of its data. */
function read(file: string) {
  const html = readFileSync(file, 'utf8');
  const decode = (text = '') => text.replaceAll('&#38;', '&').replaceAll('&#34;', '"').replaceAll('&amp;', '&');
  const tags = [...html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)];
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  const graphs: Record<string, unknown>[][] = blocks.map(([, text = '']) => JSON.parse(text)['@graph']);
  return { tags: new Map(tags.map(([, name, content]) => [name, decode(content)])), graphs, html };
}

describe('a site with a public address', () => {
  const host = 'https://chiwat.example.org';
  const out = inject('minimal').dist;

  it.each(KINDS.flatMap(([path, type]) => [['', path, type] as const, ['en/', path, type] as const]))(
    'describes /%s%s as %s',
    (prefix, path, type) => {
      const { tags, graphs, html } = read(join(out, prefix, path, 'index.html'));
      const address = `${host}/${prefix}${path}`;
      expect(tags.get('og:url')).toBe(address);
      expect(tags.get('og:title')).not.toBe('');
      expect(tags.get('og:description')).toBe(tags.get('description'));
      expect(tags.get('og:locale')).toBe(prefix === '' ? 'th_TH' : 'en_GB');
      expect(tags.get('og:site_name')).toBe(prefix === '' ? 'ชี้วัดธารทอง' : 'Than Thong Indicators');
      expect(tags.get('twitter:card')).toMatch(/^summary/);
      expect(graphs).toHaveLength(1);
      expect(graphs[0]?.[0]).toMatchObject({ '@type': type, url: address, inLanguage: prefix === '' ? 'th' : 'en' });
      const hasCrumbs = html.includes('class="crumbs"');
      expect(graphs[0]?.some((node) => node['@type'] === 'BreadcrumbList')).toBe(hasCrumbs);
    },
  );

  it('gives every page one block of data, in which no address is relative', () => {
    const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('index.html'));
    // The forms for staff are not for search engines.
    const files = pages.filter((file) => !file.startsWith('admin'));
    expect(files.length).toBeGreaterThan(20);
    const wrong = files.filter((file) => {
      const { graphs } = read(join(out, file));
      const addresses = [...JSON.stringify(graphs).matchAll(/"(?:@id|url|item|contentUrl)":"([^"]*)"/g)];
      return graphs.length !== 1 || addresses.some(([, address]) => !address?.startsWith(`${host}/`));
    });
    expect(wrong).toEqual([]);
  });

  it('points to files that are there', () => {
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
    const pages = files.filter((file) => file.endsWith('.html')).map((file) => read(join(out, file)));
    const links = pages.flatMap(({ tags, graphs }) => [
      ...[...JSON.stringify(graphs).matchAll(/"contentUrl":"([^"]*)"/g)].map(([, address]) => address),
      tags.get('og:image'),
    ]);
    const wanted = links.flatMap((address) => (address === undefined ? [] : [new URL(address).pathname.slice(1)]));
    expect(wanted).toContain('2567/public-works/road-repair.json');
    expect(wanted).toContain('2567/public-works/road-repair.csv');
    expect(wanted.filter((file) => !files.includes(file))).toEqual([]);
  });

  it.each(['2567/', '2567/public-works/', '2567/public-works/road-repair/', 'series/public-works/road-repair/'])(
    'has the picture that /%s promises, in the size that it promises',
    (path) => {
      const { tags } = read(join(out, path, 'index.html'));
      const address = tags.get('og:image') ?? '';
      expect(address).toMatch(new RegExp(`^${host}/`));
      expect(tags.get('og:image:alt')).not.toBe('');
      // A PNG begins with 8 bytes of signature, then the head of its first chunk, then width and height.
      const picture = readFileSync(join(out, new URL(address).pathname));
      expect(picture.toString('latin1', 1, 4)).toBe('PNG');
      const size = [picture.readUInt32BE(16), picture.readUInt32BE(20)].map(String);
      expect(size).toEqual([tags.get('og:image:width'), tags.get('og:image:height')]);
    },
  );

  it('tells the figures of the page, a ceiling as a ceiling', () => {
    const [graph = []] = read(join(out, '2567/public-works/rescue-time/index.html')).graphs;
    const values = graph.filter((node) => node['@type'] === 'Observation').map((node) => node.value);
    expect(values).toEqual([10.5, 10.5]);
    expect(graph[0]?.variableMeasured).toContainEqual(expect.objectContaining({ maxValue: 8 }));
  });
});

describe('a site for another address and folder, without pictures', () => {
  let out = '';
  beforeAll(() => {
    const settings = { CHIWAT_ADDRESS: 'https://kpi.example.net', CHIWAT_BASE: '/kpi/', CHIWAT_PICTURES: 'off' };
    const run = build('set', settings);
    expect(run.status, run.output).toBe(0);
    out = run.out;
  });

  it('is that of another city by content alone, and leads to its own folder', () => {
    const home = readFileSync(join(out, 'index.html'), 'utf8');
    expect(home).not.toMatch(/Bangkok|กรุงเทพ/);
    const links = [...home.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
    expect(links).toContain('/kpi/2567/');
    expect(links.filter((href) => href?.startsWith('/') && !href.startsWith('/kpi/'))).toEqual([]);
  });

  it('leads to no picture; charts stay, and so does what was never drawn', () => {
    const drawn = listPaths(out).filter((file) => /^\d{4}.*\.png$/.test(file));
    expect(drawn.filter((file) => !file.endsWith('/road.png'))).toEqual([]);
    const page = readFileSync(join(out, '2567/public-works/road-repair/index.html'), 'utf8');
    expect(page).not.toMatch(/og:image|road-repair\.png/);
    expect(page).toContain('road-repair.svg');
    expect(page).toMatch(/class="chart-picture"/);
  });

  it('is named by the address that was set in place of the one that the content states', () => {
    const { tags, graphs, html } = read(join(out, '2567/index.html'));
    expect(tags.get('og:url')).toBe('https://kpi.example.net/kpi/2567/');
    expect(graphs[0]?.[0]?.url).toBe('https://kpi.example.net/kpi/2567/');
    expect(html).toContain('<link rel="canonical" href="https://kpi.example.net/kpi/2567/">');
    expect(html).not.toContain('chiwat.example.org');
    // Without pictures there is none to point to.
    expect(tags.has('og:image')).toBe(false);
  });
});

describe('CHIWAT_ADDRESS', () => {
  it('is refused with what to type instead', () => {
    const { status, output } = build('refused', { CHIWAT_ADDRESS: 'kpi.example.net' });
    expect(status).not.toBe(0);
    expect(output).toContain('CHIWAT_ADDRESS is "kpi.example.net": write the site\'s address with https');
  });
});

describe('a browser', () => {
  const pages = [
    '/',
    '/2564/',
    '/2564/budget/',
    '/2564/budget/pbis/',
    '/agencies/',
    '/method/',
    '/about/',
    '/en/about/',
  ];

  it.each(pages)('reads the data of %s and does not take it for a script', async (path) => {
    const { page, complaints, close } = await open(path);
    const blocks = await page.locator('head script[type="application/ld+json"]').allTextContents();
    expect(blocks).toHaveLength(1);
    expect(JSON.parse(blocks[0] ?? '')['@graph'][0]['@type']).toMatch(/^(WebSite|WebPage|Dataset)$/);
    expect(await page.locator('meta[property="og:title"]').getAttribute('content')).not.toBe('');
    expect(complaints).toEqual([]);
    await close();
  });
});
