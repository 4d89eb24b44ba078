import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countFacets,
  FACETS,
  type Filters,
  groupMatches,
  isKept,
  type Match,
  ORDERS,
  type Order,
  sortMatches,
} from '#search/filter.ts';
import { buildDocument } from './documents.ts';
import { documents, filters, type Made, passes, readPages, tell, values } from './pages.ts';

describe('filters', () => {
  test('keep and count what the documents themselves say: any of a facet’s values, all facets', () => {
    fc.assert(
      fc.property(documents, filters, (all, chosen) => {
        const pages = readPages(all);
        const kept = pages.filter((page) => isKept(page, chosen)).map(({ href }) => href);
        const right = all.filter((made) => passes(made, chosen)).map(({ document }) => document.href);
        expect(kept.toSorted()).toEqual(right.toSorted());
        const counts = countFacets(pages, chosen);
        for (const facet of FACETS) {
          const open = all.filter((made) => passes(made, chosen, facet));
          for (const value of values[facet]) {
            const count = open.filter((made) => tell(made, facet).includes(value)).length;
            expect(counts[facet].get(value) ?? 0).toBe(count);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('that choose two quarters keep a page with either, and with a status only where it has both', () => {
    const [page] = readPages([
      { year: 2564, document: buildDocument('2564/a/b/', { facets: { quarters: [2], status: 'met' } }) },
    ]);
    if (page === undefined) throw new Error('no page');
    expect(isKept(page, { quarter: ['1', '2'] })).toBe(true);
    expect(isKept(page, { quarter: ['1', '2'], status: ['met'] })).toBe(true);
    expect(isKept(page, { quarter: ['1', '2'], status: ['missed'] })).toBe(false);
    expect(isKept(page, { quarter: ['1', '2'], status: ['missed'] }, 'status')).toBe(true);
    expect(isKept(page, { status: [] })).toBe(true);
  });
});

describe('the order of what was found', () => {
  /** Whether one may stand before another, told from the documents alone. */
  function mayPrecede(order: Order, of: Found, other: Found): boolean {
    const year = (found: Found) => found.made.year ?? 9999;
    const score = ({ made }: Found) => {
      const given = made.document.facets.score;
      if (given === undefined) return Number.NEGATIVE_INFINITY;
      return order === 'score' ? given : -given;
    };
    const keys = {
      relevance: [getRank, year],
      year: [year, getRank],
      score: [score, year],
      'score-asc': [score, year],
    };
    for (const key of keys[order]) if (key(of) !== key(other)) return key(of) > key(other);
    return true;
  }

  interface Found {
    made: Made;
    rank: number;
  }
  /** Filters that leave something. */
  const few = fc.oneof({ weight: 2, arbitrary: fc.constant<Filters>({}) }, { weight: 1, arbitrary: filters });
  const getRank = ({ rank }: Found) => rank;

  const found = documents.chain((all) =>
    fc.tuple(...all.map((made) => fc.record({ made: fc.constant(made), rank: fc.constantFrom(10, 12, 30, 33) }))),
  ) as fc.Arbitrary<Found[]>;

  test('is that of the documents’ own years, scores and ranks, and groups have all years of a promise', () => {
    fc.assert(
      fc.property(found, fc.constantFrom(...ORDERS), few, (all, order, chosen) => {
        const byHref = new Map(all.map((one) => [one.made.document.href, one]));
        const get = ({ page }: Match) => byHref.get(page.href) as Found;
        const pages = readPages(all.map(({ made }) => made)).filter((page) => isKept(page, chosen));
        const sorted = sortMatches(
          pages.map((page) => ({ page, rank: byHref.get(page.href)?.rank ?? 0 })),
          order,
        );
        expect(sorted).toHaveLength(pages.length);
        sorted.forEach((match, at) => {
          const next = sorted[at + 1];
          if (next !== undefined) expect(mayPrecede(order, get(match), get(next))).toBe(true);
        });

        const groups = groupMatches(sorted, order);
        expect(groups.flatMap(({ matches }) => matches)).toHaveLength(sorted.length);
        // Promises stand in the order of their first year in the list; that year heads them, or a newer one that matches about as well.
        const getPromise = (match: Match) => {
          const { year, document } = get(match).made;
          return year === undefined ? match.page.key : (document.series ?? '');
        };
        const promises = [...new Set(sorted.map(getPromise))];
        expect(groups.map(({ matches }) => getPromise(matches[0]))).toEqual(promises);
        for (const { matches } of groups) {
          const own = sorted.filter((match) => getPromise(match) === getPromise(matches[0]));
          const best = own[0]?.rank ?? 0;
          const near = own.filter(({ rank }) => best - rank <= 3);
          const newest = Math.max(...near.map((match) => get(match).made.year ?? 0));
          const isHead = (match: Match) => near.includes(match) && (get(match).made.year ?? 0) === newest;
          expect(order === 'relevance' ? isHead(matches[0]) : matches[0] === own[0]).toBe(true);
        }
        for (const { matches } of groups) {
          const [head, ...rest] = matches.map((match) => get(match).made);
          const series = new Set([head, ...rest].map((made) => made?.document.series));
          expect(series.size).toBe(1);
          const years = rest.map(({ year }) => year ?? 0);
          expect(years).toEqual(years.toSorted((a, b) => b - a));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('puts what has no score last, from the most and from the least', () => {
    const make = (slug: string, score?: number): Made => ({
      year: 2564,
      document: buildDocument(`2564/a/${slug}/`, { facets: score === undefined ? {} : { score } }),
    });
    const matches = readPages([make('none'), make('low', 0), make('high', 90)]).map((page) => ({ page, rank: 20 }));
    const list = (order: Order) => sortMatches(matches, order).map(({ page }) => page.href.split('/').at(-2));
    expect(list('score')).toEqual(['high', 'low', 'none']);
    expect(list('score-asc')).toEqual(['low', 'high', 'none']);
  });

  test('lets the year that matches best head its promise, of several as good the newest; the others follow from the newest', () => {
    const make = (year: number): Made => ({ year, document: buildDocument(`${year}/works/roads/`) });
    const pages = readPages([make(2564), make(2565), make(2566)]);
    const ranks = { 2564: 32, 2565: 30, 2566: 10 };
    const matches = pages.map((page) => ({ page, rank: ranks[page.year as keyof typeof ranks] }));
    const years = (order: Order) =>
      groupMatches(sortMatches(matches, order), order).map((group) => group.matches.map(({ page }) => page.year));
    // 2565 matches about as well as 2564, and is newer.
    expect(years('relevance')).toEqual([[2565, 2566, 2564]]);
    expect(years('year')).toEqual([[2566, 2565, 2564]]);
  });

  test('leaves a page of no year alone, though its address reads like that of a promise', () => {
    const pages = readPages([
      { year: undefined, document: buildDocument('works/roads/') },
      { year: 2564, document: buildDocument('2564/works/roads/') },
    ]);
    const matches = pages.map((page) => ({ page, rank: 20 }));
    const groups = groupMatches(matches, 'relevance');
    expect(groups.map(({ matches }) => matches.map(({ page }) => page.href))).toEqual([
      ['works/roads/'],
      ['2564/works/roads/'],
    ]);
  });

  test('is the same whatever index answers first', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom(...ORDERS), (all, order) => {
        const matches = readPages(all).map((page) => ({ page, rank: 20 }));
        expect(sortMatches(matches.toReversed(), order)).toEqual(sortMatches(matches, order));
      }),
      { numRuns: 30 },
    );
  });
});
