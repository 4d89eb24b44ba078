import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroPrerenderer, RouteData } from 'astro';
import { expect, test } from 'vitest';
import { traceSite } from '#data/traced-site.ts';
import type { BuildRecord } from '../../src/build/build-record.ts';
import { OutputKeeper } from '../../src/build/output-keeper.ts';
import { getPageFile, renderChanged } from '../../src/build/page-renderer.ts';
import { makeFolder, writeFiles } from '../support/content-folder.ts';
import { buildSmallSite } from '../support/make-dist.ts';

/** Builds two pages, each of one indicator, as Astro asks for them; gives the names of those that were rendered. */
async function build(folder: string, before?: BuildRecord, status = 200) {
  const site = traceSite(buildSmallSite(), (file) => file);
  const keeper = new OutputKeeper(site, { folder, key: 'key', before });
  // Safe: all that is read of a route.
  const route = { type: 'page' } as RouteData;
  const standard: AstroPrerenderer = {
    name: 'standard',
    getStaticPaths: async () => ['/2567/finance/tax', '/2567/works/lamps'].map((pathname) => ({ pathname, route })),
    render: async ({ url }) => {
      const { pathname } = new URL(url);
      site.items.get(pathname.slice('/kpi/'.length));
      return new Response(pathname, { status });
    },
  };
  const pages = renderChanged(standard, { site, keeper, base: '/kpi/', isWanted: () => true });
  const asked = await pages.getStaticPaths();
  for (const { pathname, route } of asked)
    await pages.render(new Request(`http://localhost/kpi${pathname}`), { routeData: route });
  return { record: keeper.getRecord(), rendered: asked.map(({ pathname }) => pathname) };
}

test('pages are written below the folder of the host, with what each has read', async () => {
  const folder = makeFolder();
  const { record } = await build(folder);
  expect(readFileSync(join(folder, '2567/works/lamps/index.html'), 'utf8')).toBe('/kpi/2567/works/lamps');
  expect([...(record.outputs.get('2567/works/lamps/index.html')?.reads.keys() ?? [])]).toEqual([
    'item 2567/works/lamps',
  ]);
});

test('a page that nothing happened to is not asked for again, but with other styles or programs every page is', async () => {
  const folder = makeFolder();
  writeFiles(folder, { 'assets/page.ONE.css': 'p{}' });
  const { record } = await build(folder);
  expect((await build(folder, record)).rendered).toEqual([]);
  writeFiles(folder, { 'assets/page.TWO.css': 'p{margin:0}' });
  const next = await build(folder, record);
  expect(next.rendered).toHaveLength(2);
  expect((await build(folder, next.record)).rendered).toEqual([]);
});

test('a page that could not be rendered ends the build', async () => {
  await expect(build(makeFolder(), undefined, 500)).rejects.toThrow('status 500');
});

test('an address without the base gives the file', () => {
  expect(['/', '/404', '/2567/a/', '/en/ไทย'].map(getPageFile)).toEqual([
    'index.html',
    '404.html',
    '2567/a/index.html',
    'en/ไทย/index.html',
  ]);
});
