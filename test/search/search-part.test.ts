import { describe, expect, test } from 'vitest';
import { Engine } from '#search/engine.ts';
import { readTable } from '#search/filter.ts';
import { NORMALISER, normalise } from '#search/normalise.ts';
import { planPart } from '#search/plan-query.ts';
import { SearchPart } from '#search/search-part.ts';
import { buildTable } from '#search/table.ts';
import { getTrigram } from '#search/trigrams.ts';
import { buildDocument } from './documents.ts';
import { listTrigrams } from './texts.ts';

const find = (text: string, word: string) =>
  listTrigrams(text).flatMap((known, at) => (known.startsWith(word) ? [at] : []));

/** Answers as Pagefind does: all places together, and words that it does not know passed over. */
function answer(asked: string, pages: readonly { id: string; text: string }[], isOwn: (word: string) => boolean) {
  const getPlaces = (text: string, word: string) =>
    find(text, word).filter((at) => isOwn(listTrigrams(text)[at] ?? ''));
  const words = asked.split(' ').filter((word) => pages.some(({ text }) => getPlaces(text, word).length > 0));
  const results = pages.flatMap(({ id, text }) => {
    const places = words.map((word) => getPlaces(text, word));
    const isHit = words.length > 0 && places.every((own) => own.length > 0);
    return isHit ? [{ id: `qaa_${id}`, words: [...new Set(places.flat())].sort((a, b) => a - b) }] : [];
  });
  return { results };
}

/** A part over some texts; of the trigrams of `often` it knows the pages only. */
function openPart(texts: Record<string, string>, often = '') {
  const pages = Object.entries(texts).map(([name, text], index) => ({
    document: buildDocument(`2567/works/${name}/`),
    id: `abc${index}`,
    text: `${normalise(text)}\n\n`,
    titleLength: 0,
    headLength: 0,
  }));
  const table = buildTable(NORMALISER, pages);
  const rows = readTable(table, { name: '2567', year: 2567 });
  const trigrams = new Set(listTrigrams(often));
  const open = (isOwn: (word: string) => boolean) => {
    const instance = { preload: async () => {}, search: async (asked: string) => answer(asked, pages, isOwn) };
    return new Engine({ createInstance: () => instance }, '/pagefind/2567/', '', rows);
  };
  const asked: string[] = [];
  const find = async (trigram: string) => {
    asked.push(trigram);
    return rows.filter((_, row) => listTrigrams(pages[row]?.text ?? '').includes(trigram));
  };
  return {
    part: new SearchPart(
      rows,
      open((word) => !trigrams.has(word)),
      { trigrams, find },
    ),
    asked,
  };
}

async function findIn(part: SearchPart, ...parts: string[]): Promise<Record<string, number[][]>> {
  const hits = await part.find(parts.map((one) => planPart(one, () => 1, 100)));
  return Object.fromEntries(hits.map(({ page, places }) => [page.href.split('/')[2], places]));
}

describe('an index', () => {
  test('finds a part where it stands, and not where its trigrams stand in each other’s place', async () => {
    const texts = { right: 'ผลการงานดี', swapped: 'กลุ่มงานการเงิน', half: 'การเงิน' };
    expect(await findIn(openPart(texts).part, 'การงาน')).toEqual({ right: [[2]] });
  });

  test('keeps the pages on which every part stands', async () => {
    const texts = { both: 'ถนนและคลอง', one: 'ถนน', other: 'คลอง' };
    expect(await findIn(openPart(texts).part, 'ถนน', 'คลอง')).toEqual({ both: [[0], [6]] });
  });

  test('finds nothing for a part of which it knows some trigrams only', async () => {
    expect(await findIn(openPart({ page: 'การประปา' }).part, 'การบ้าน')).toEqual({});
    expect(await findIn(openPart({ page: 'การประปา' }).part, 'บ้านการ')).toEqual({});
  });

  test('has all pages where nothing is asked for', async () => {
    expect(Object.keys(await findIn(openPart({ a: 'ก', b: 'ข' }).part))).toEqual(['a', 'b']);
  });

  test.each(['การงาน', 'งานบ้าน', 'าร', 'การ', 'บ้าน'])(
    'misses no page with %s whichever trigrams are kept apart',
    async (typed) => {
      const texts = { a: 'การงานของบ้าน', b: 'งานบ้านการเรือน', c: 'งานการ', d: 'บ้าน' };
      const whole = Object.keys(await findIn(openPart(texts).part, typed));
      expect(whole.length).toBeGreaterThan(0);
      for (const often of ['การ', 'งาน', 'การงาน', 'บ้าน', 'การงานของบ้าน']) {
        expect(Object.keys(await findIn(openPart(texts, often).part, typed))).toEqual(expect.arrayContaining(whole));
      }
    },
  );

  test('finds exactly the pages of two or three letters that are kept apart', async () => {
    const texts = { a: 'การงาน', b: 'งานบ้าน', c: 'บ้าน' };
    for (const typed of ['งาน', 'งา', 'าน']) {
      const { part } = openPart(texts, 'การงานบ้าน');
      expect(Object.keys(await findIn(part, typed)).sort()).toEqual(
        Object.keys(await findIn(openPart(texts).part, typed)).sort(),
      );
    }
  });

  test('asks for a trigram that is kept apart only when it is typed', async () => {
    const { part, asked } = openPart({ a: 'การงานของบ้าน' }, 'การ');
    await findIn(part, 'บ้าน');
    expect(asked).toEqual([]);
    await findIn(part, 'การงาน');
    expect(asked).toEqual([getTrigram('การ')]);
  });
});
