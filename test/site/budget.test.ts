import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { weighPages } from '../../scripts/bench/weigh-pages.ts';

/** Bytes as they travel of the heaviest indicator page with its styles. */
const MOST = 40 * 1024;

describe.each([
  ['the repository’s own content', inject('dist')],
  ['the site of all charts', inject('charts').dist],
])('%s', (_, dist) => {
  const { heaviest, styles, pages } = weighPages(dist);

  it('has no indicator page over its budget, drawings and all', () => {
    expect(pages).toBeGreaterThan(20);
    expect(readFileSync(join(dist, heaviest.path), 'utf8')).toContain('<svg data-size="wide"');
    expect(heaviest.bytes + styles).toBeLessThanOrEqual(MOST);
  });
});
