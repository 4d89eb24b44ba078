import type { IndicatorYear } from '../dataset.ts';
import { getOrAdd } from '../get-or-add.ts';
import type { ScoredItem } from '../scored-site.ts';
import { spellItem } from './compare-entries.ts';

/** Where an indicator's year stands. */
type Located = Pick<IndicatorYear, 'path' | 'year' | 'agency' | 'slug'>;

/** An indicator's year on both sides; on one side only where it was added or removed. */
export interface ItemPair<Item extends Located = ScoredItem> {
  before?: Item;
  after?: Item;
}

type Items<Item> = ReadonlyMap<string, Item>;

/** What a renamed folder is known again by; undefined where an item has nothing of the kind. */
export type Likeness<Item> = (item: Item) => string | undefined;

/** By what a renamed folder is known again: everything in it, else the promise with its text, else its name beside the others. */
const LIKENESSES: readonly Likeness<IndicatorYear>[] = [
  (item) => spellItem(item, ['indicator', 1, 2, 3, 4, 'year']),
  (item) => spellItem(item, ['indicator']),
  ({ year, agency, indicator }) => `${year}/${agency} ${indicator.data.name}`,
];

/** Of several that are alike: that of the same agency and name, else of the same name, else the one beside it, else any. */
const NEARNESSES: readonly ((item: Located) => string)[] = [
  ({ agency, slug }) => `${agency}/${slug}`,
  ({ slug }) => slug,
  ({ year, agency }) => `${year}/${agency}`,
  () => '',
];

/** Every indicator's year of both sides, by path; the same content under another path is one that moved. */
export function pairItems<Item extends IndicatorYear>(before: Items<Item>, after: Items<Item>): ItemPair<Item>[] {
  return pairAlike(before, after, LIKENESSES);
}

/** The same for anything that stands at such paths, by likenesses of which an earlier one decides. */
export function pairAlike<Item extends Located>(
  before: Items<Item>,
  after: Items<Item>,
  likenesses: readonly Likeness<Item>[],
): ItemPair<Item>[] {
  const moves = findMoves(before, after, likenesses);
  const from = new Set(moves.values());
  const pairs = [...after].map(([path, item]): ItemPair<Item> => {
    const old = before.get(moves.get(path) ?? path);
    return old === undefined ? { after: item } : { before: old, after: item };
  });
  const removed = [...before].filter(([path]) => !after.has(path) && !from.has(path));
  const all = [...pairs, ...removed.map(([, item]): ItemPair<Item> => ({ before: item }))];
  return all.sort((a, b) => (getPath(a) < getPath(b) ? -1 : 1));
}

/** Old path of each one that moved, by its new path. */
function findMoves<Item extends Located>(
  before: Items<Item>,
  after: Items<Item>,
  likenesses: readonly Likeness<Item>[],
): Map<string, string> {
  const moves = new Map<string, string>();
  const from = new Set<string>();
  const removed = [...before.values()].filter(({ path }) => !after.has(path));
  const added = [...after.values()].filter(({ path }) => !before.has(path));
  for (const likeness of likenesses) {
    const [old, now] = [spellAll(removed, likeness, from), spellAll(added, likeness, moves)];
    for (const getNearness of NEARNESSES) {
      const known = Map.groupBy(
        old.filter(({ item }) => !from.has(item.path)),
        ({ item, spelling }) => `${getNearness(item)} ${spelling}`,
      );
      for (const { item, spelling } of now) {
        const found = moves.has(item.path) ? undefined : known.get(`${getNearness(item)} ${spelling}`)?.shift();
        if (found === undefined) continue;
        moves.set(item.path, found.item.path);
        from.add(found.item.path);
      }
    }
  }
  followFolders(removed, added, moves, from);
  return moves;
}

/** What is left of a folder of which others moved went with them, where it stands under its name in the new one. */
function followFolders(
  removed: readonly Located[],
  added: readonly Located[],
  moves: Map<string, string>,
  from: Set<string>,
): void {
  const targets = new Map<string, Set<string>>();
  for (const [path, old] of moves) {
    const [[year, agency], [oldYear, oldAgency]] = [path.split('/'), old.split('/')];
    getOrAdd(targets, `${oldYear}/${oldAgency}`, () => new Set()).add(`${year}/${agency}`);
    if (agency === oldAgency) getOrAdd(targets, `${oldYear}`, () => new Set()).add(`${year}`);
  }
  const free = new Set(added.filter(({ path }) => !moves.has(path)).map(({ path }) => path));
  for (const { path, year, agency, slug } of removed) {
    if (from.has(path)) continue;
    const folders = [...(targets.get(`${year}/${agency}`) ?? [])];
    const years = [...(targets.get(`${year}`) ?? [])].map((other) => `${other}/${agency}`);
    const found = [...folders, ...years].map((folder) => `${folder}/${slug}`).find((other) => free.delete(other));
    if (found === undefined) continue;
    moves.set(found, path);
    from.add(path);
  }
}

function spellAll<Item extends Located>(
  items: readonly Item[],
  likeness: Likeness<Item>,
  paired: { has: (path: string) => boolean },
): { item: Item; spelling: string }[] {
  return items.flatMap((item) => {
    const spelling = paired.has(item.path) ? undefined : likeness(item);
    return spelling === undefined ? [] : [{ item, spelling }];
  });
}

function getPath({ before, after }: ItemPair<Located>): string {
  return (after ?? before)?.path ?? '';
}
