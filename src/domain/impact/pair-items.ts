import type { ScoredItem } from '../scored-site.ts';
import { spellItem } from './compare-entries.ts';

/** An indicator's year on both sides; on one side only where it was added or removed. */
export interface ItemPair {
  before?: ScoredItem;
  after?: ScoredItem;
}

type Items = ReadonlyMap<string, ScoredItem>;

/** By what a renamed folder is known again: everything in it, else the promise with its text, else its name beside the others. */
const LIKENESSES: readonly ((item: ScoredItem) => string)[] = [
  (item) => spellItem(item, ['indicator', 1, 2, 3, 4, 'year']),
  (item) => spellItem(item, ['indicator']),
  ({ year, agency, indicator }) => `${year}/${agency} ${indicator.data.name}`,
];

/** Every indicator's year of both sides, by path; the same content under another path is one that moved. */
export function pairItems(before: Items, after: Items): ItemPair[] {
  const moves = findMoves(before, after);
  const from = new Set(moves.values());
  const pairs = [...after].map(([path, item]): ItemPair => {
    const old = before.get(moves.get(path) ?? path);
    return old === undefined ? { after: item } : { before: old, after: item };
  });
  const removed = [...before].filter(([path]) => !after.has(path) && !from.has(path));
  const all = [...pairs, ...removed.map(([, item]): ItemPair => ({ before: item }))];
  return all.sort((a, b) => (getPath(a) < getPath(b) ? -1 : 1));
}

/** Old path of each one that moved, by its new path. */
function findMoves(before: Items, after: Items): Map<string, string> {
  const moves = new Map<string, string>();
  let removed = [...before.values()].filter(({ path }) => !after.has(path));
  let added = [...after.values()].filter(({ path }) => !before.has(path));
  for (const spell of LIKENESSES) {
    const known = Map.groupBy(removed, spell);
    for (const item of added) {
      const old = known.get(spell(item))?.shift();
      if (old !== undefined) moves.set(item.path, old.path);
    }
    const from = new Set(moves.values());
    removed = removed.filter(({ path }) => !from.has(path));
    added = added.filter(({ path }) => !moves.has(path));
  }
  return moves;
}

function getPath({ before, after }: ItemPair): string {
  return (after ?? before)?.path ?? '';
}
