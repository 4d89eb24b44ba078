import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { weighPages } from '../../scripts/bench/weigh-pages.ts';

/** Bytes as they travel of the heaviest indicator page with its styles. */
const MOST = 40 * 1024;

describe.each([
  ['the repository’s own content', inject('dist')],
  ['the site of all charts', inject('charts').dist],
])('%s', (_, dist) => {
  const { kinds, styles, over } = weighPages(dist);
  const indicators = kinds.find(({ kind }) => kind === 'indicator');

  it('has no indicator page over its budget, drawings and all', () => {
    expect(indicators?.pages).toBeGreaterThan(20);
    const { path = '', bytes = Number.NaN } = indicators?.heaviest ?? {};
    expect(readFileSync(join(dist, path), 'utf8')).toContain('<svg data-size="wide"');
    expect(bytes + styles).toBeLessThanOrEqual(MOST);
  });

  it('has no page of any kind above what a page may weigh', () => {
    expect(over).toEqual([]);
  });

  it('has no small list in pages', () => {
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
    // How many changes there are depends on the history.
    const cut = files.filter((file) => /\/page\/\d+\/index\.html$/.test(file) && !/(^|\/)changes\//.test(file));
    expect(cut).toEqual([]);
  });
});
