import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { listPaths } from '#data/file-digests.ts';
import { PUBLIC_ADDRESS } from '../setup/site.ts';

/** What a list of addresses names, in its order. */
function readAddresses(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address);
}

describe('the sitemap', () => {
  const { dist } = inject('history');

  it('lists every page of both languages and nothing else', () => {
    const maps = readAddresses(join(dist, 'sitemap-index.xml')).map((address) => address.replace(PUBLIC_ADDRESS, dist));
    const pages = listPaths(dist).filter((path) => path.endsWith('index.html') && !path.startsWith('admin/'));
    expect(pages.filter((path) => path.startsWith('en/')).length).toBeGreaterThan(20);
    const expected = pages.map((path) => `${PUBLIC_ADDRESS}/${path.slice(0, -'index.html'.length)}`);
    expect(maps.flatMap(readAddresses).sort()).toEqual(expected.sort());
  });

  it('is found by search engines', () => {
    expect(readFileSync(join(dist, 'robots.txt'), 'utf8')).toContain(`Sitemap: ${PUBLIC_ADDRESS}/sitemap-index.xml\n`);
  });

  it('is absent, and named nowhere, where no address is known', () => {
    const files = ['sitemap-index.xml', 'sitemap-0.xml', 'robots.txt'].map((name) => join(inject('dist'), name));
    expect(files.filter((file) => existsSync(file))).toEqual([]);
  });
});
