import { describe, expect, test } from 'vitest';
import { NORMALISER, normalise } from '#search/normalise.ts';
import type { PagefindModule } from '#search/pagefind-api.ts';
import { planPart } from '#search/plan-query.ts';
import { SearchPart } from '#search/search-part.ts';
import { buildTable } from '#search/table.ts';
import { listTrigrams } from '#search/trigrams.ts';
import { buildDocument } from './documents.ts';

/** An engine that answers as Pagefind does: all places together, and words that it does not know passed over. */
function openPart(texts: Record<string, string>, normaliser = NORMALISER) {
  const pages = Object.entries(texts).map(([name, text], index) => ({
    document: buildDocument(`2567/works/${name}/`),
    id: `abc${index}`,
    text: `${normalise(text)}\n\n`,
    titleLength: 0,
    headLength: 0,
  }));
  const find = (text: string, word: string) =>
    listTrigrams(text).flatMap((known, at) => (known.startsWith(word) ? [at] : []));
  const engine: PagefindModule = {
    createInstance: () => ({
      preload: async () => {},
      search: async (asked) => {
        const words = asked.split(' ').filter((word) => pages.some(({ text }) => find(text, word).length > 0));
        const results = pages.flatMap(({ id, text }) => {
          const places = words.map((word) => find(text, word));
          const isHit = words.length > 0 && places.every((own) => own.length > 0);
          return isHit ? [{ id: `qaa_${id}`, words: [...new Set(places.flat())].sort((a, b) => a - b) }] : [];
        });
        return { results };
      },
    }),
  };
  const part = { name: '2567', year: 2567, pages: pages.length, digest: '', table: '' };
  return new SearchPart(part, buildTable(normaliser, pages), engine, '/pagefind/2567/');
}

async function find(texts: Record<string, string>, ...parts: string[]): Promise<Record<string, number[][]>> {
  const hits = await openPart(texts).find(parts.map((part) => planPart(part, () => 1, 100)));
  return Object.fromEntries(hits.map(({ page, places }) => [page.href.split('/')[2], places]));
}

describe('an index', () => {
  test('finds a part where it stands, and not where its trigrams stand in each other’s place', async () => {
    const texts = { right: 'ผลการงานดี', swapped: 'กลุ่มงานการเงิน', half: 'การเงิน' };
    expect(await find(texts, 'การงาน')).toEqual({ right: [[2]] });
  });

  test('keeps the pages on which every part stands', async () => {
    const texts = { both: 'ถนนและคลอง', one: 'ถนน', other: 'คลอง' };
    expect(await find(texts, 'ถนน', 'คลอง')).toEqual({ both: [[0], [6]] });
  });

  test('finds nothing for a part of which it knows some trigrams only', async () => {
    expect(await find({ page: 'การประปา' }, 'การบ้าน')).toEqual({});
    expect(await find({ page: 'การประปา' }, 'บ้านการ')).toEqual({});
  });

  test('has all pages where nothing is asked for', async () => {
    expect(Object.keys(await find({ a: 'ก', b: 'ข' }))).toEqual(['a', 'b']);
  });

  test('of another normaliser is refused: what it holds would not be found', () => {
    expect(() => openPart({ page: 'ถนน' }, NORMALISER + 1)).toThrow('another normaliser');
  });
});
