import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FACETS, readTable } from '#search/filter.ts';
import { buildTable, getSeriesOf } from '#search/table.ts';
import { buildDocument } from './documents.ts';
import { documents, readPages, tell } from './pages.ts';

describe('a table', () => {
  test('gives back every page with all that its document says', () => {
    fc.assert(
      fc.property(documents, (all) => {
        const pages = new Map(readPages(all).map((page) => [page.href, page]));
        expect(pages.size).toBe(all.length);
        for (const made of all) {
          const page = pages.get(made.document.href);
          const { score } = made.document.facets;
          expect(page?.year).toBe(made.year);
          expect(page?.series).toBe(made.document.series ?? getSeriesOf(made.document.href));
          expect(page?.score).toBe(score);
          for (const facet of FACETS) expect(page?.values[facet]).toEqual(tell(made, facet));
        }
      }),
      { numRuns: 50 },
    );
  });

  test('tells apart pages whose names differ late or are of different lengths, and keeps no more of them', () => {
    const index = (ids: string[]) =>
      ids.map((id, at) => ({ document: buildDocument(`2564/a/${id}/`), id, titleLength: at, headLength: at + 10 }));
    const read = (ids: string[]) => readTable(buildTable(1, index(ids)), { name: '2564', year: 2564 });
    expect(read(['aaaa111', 'aaab222']).map(({ id }) => id)).toEqual(['aaaa', 'aaab']);
    expect(read(['aaaa111', 'aaaa122']).map(({ id }) => id)).toEqual(['aaaa11', 'aaaa12']);
    expect(read(['aaaa111', 'aaaa1112', 'bbbb111']).map(({ id }) => id)).toEqual(['aaaa111', 'aaaa1112', 'bbbb111']);
    expect(read(['aaaa111', 'aaab222']).map(({ titleLength, headLength }) => [titleLength, headLength])).toEqual([
      [0, 10],
      [1, 11],
    ]);
    expect(new Set(read(['aaaa111', 'aaab222']).map(({ key }) => key)).size).toBe(2);
  });

  test('of no pages has none, and of the front page alone one', () => {
    const row = { document: buildDocument(''), id: 'aaaa111', titleLength: 4, headLength: 4 };
    expect(readTable(buildTable(1, []), { name: 'site' })).toEqual([]);
    expect(readTable(buildTable(1, [row]), { name: 'site' })).toMatchObject([{ href: '', titleLength: 4 }]);
  });

  test('keeps the language of a page, a score of nothing and one of hundredths', () => {
    const make = (href: string, score?: number, language?: string) => ({
      document: buildDocument(href, {
        ...(language === undefined ? {} : { language }),
        facets: score === undefined ? {} : { score },
      }),
      ...{ id: href, titleLength: 0, headLength: 0 },
    });
    const rows = [make('about/', undefined, 'th'), make('en/about/', undefined, 'en'), make('c', 0), make('d', 66.67)];
    const pages = readTable(buildTable(1, rows), { name: 'site' });
    expect(pages.map(({ language, score, year }) => [language, score, year])).toEqual([
      ['th', undefined, undefined],
      ['en', undefined, undefined],
      [undefined, 0, undefined],
      [undefined, 66.67, undefined],
    ]);
  });
});
