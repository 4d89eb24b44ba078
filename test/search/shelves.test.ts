import { expect, test } from 'vitest';
import { cutShelves, MOST_PAGES } from '#search/shelves.ts';
import { buildDocument } from './documents.ts';

const fill = (count: number) => Array.from({ length: count }, (_, at) => buildDocument(`2564/works/p${at}/`));

test('each year has a folder of its own name, and the pages of no year have theirs', () => {
  const shelves = [{ documents: fill(2) }, { year: 2565, documents: fill(3) }, { year: 2564, documents: fill(1) }];
  const parts = cutShelves(shelves);
  expect(parts.map(({ name, shelf }) => [name, shelf.year, shelf.documents.length])).toEqual([
    ['site', undefined, 2],
    ['2565', 2565, 3],
    ['2564', 2564, 1],
  ]);
});

test('a year that is too large for one index is cut into even parts, in order, none lost', () => {
  expect(cutShelves([{ year: 2564, documents: fill(MOST_PAGES) }]).map(({ name }) => name)).toEqual(['2564']);
  for (const count of [MOST_PAGES + 1, 2 * MOST_PAGES, 2 * MOST_PAGES + 1]) {
    const documents = fill(count);
    const parts = cutShelves([{ year: 2564, documents }]);
    const sizes = parts.map(({ shelf }) => shelf.documents.length);
    expect(parts.map(({ name }) => name)).toEqual(sizes.map((_, at) => `2564-${at + 1}`));
    expect(parts.every(({ shelf }) => shelf.year === 2564)).toBe(true);
    expect(parts.flatMap(({ shelf }) => shelf.documents)).toEqual(documents);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(MOST_PAGES);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(sizes.length);
  }
});

test('a site without pages of no year still has their index', () => {
  expect(cutShelves([{ documents: [] }])).toMatchObject([{ name: 'site', shelf: { documents: [] } }]);
});
