import { describe, expect, test } from 'vitest';
import { pairAlike } from '#domain/impact/pair-items.ts';

interface Item {
  path: string;
  year: number;
  agency: string;
  slug: string;
  content: string;
}

function list(items: Record<string, string>): Map<string, Item> {
  const all = Object.entries(items).map(([path, content]): [string, Item] => {
    const [year, agency = '', slug = ''] = path.split('/');
    return [path, { path, year: Number(year), agency, slug, content }];
  });
  return new Map(all);
}

/** Old path of each one that is paired with another path. */
function findMoves(before: Record<string, string>, after: Record<string, string>): Record<string, string | undefined> {
  const pairs = pairAlike(list(before), list(after), [({ content }) => content]);
  const moved = pairs.filter((pair) => pair.after !== undefined && pair.before?.path !== pair.after.path);
  return Object.fromEntries(moved.map((pair) => [pair.after?.path, pair.before?.path]));
}

describe('what is alike under another path', () => {
  test('is that of the same agency and name, else of the same name, else the one beside it', () => {
    const before = { '2566/north/parks': 'x', '2566/north/roads': 'x', '2566/south/parks': 'x' };
    expect(findMoves(before, { '2567/south/parks': 'x', '2567/north/parks': 'x', '2567/north/roads': 'x' })).toEqual({
      '2567/north/parks': '2566/north/parks',
      '2567/north/roads': '2566/north/roads',
      '2567/south/parks': '2566/south/parks',
    });
    expect(findMoves(before, { '2566/east/roads': 'x', '2566/south/gardens': 'x', '2566/west/green': 'x' })).toEqual({
      '2566/east/roads': '2566/north/roads',
      '2566/south/gardens': '2566/south/parks',
      '2566/west/green': '2566/north/parks',
    });
  });

  test('takes with it what stood beside it under the same name, whatever was written in it', () => {
    const before = { '2566/north/parks': 'x', '2566/north/roads': 'y', '2566/south/parks': 'z' };
    const after = { '2567/north/parks': 'x', '2567/north/roads': 'other', '2567/south/parks': 'else' };
    expect(findMoves(before, after)).toEqual({
      '2567/north/parks': '2566/north/parks',
      '2567/north/roads': '2566/north/roads',
      '2567/south/parks': '2566/south/parks',
    });
    // Nothing shows that the folder moved: one is gone and another is there.
    expect(findMoves({ '2566/north/parks': 'x' }, { '2567/north/parks': 'other' })).toEqual({
      '2567/north/parks': undefined,
    });
  });
});
