import type { SearchShelf } from './document.ts';

/** More pages in one index take too much memory to build: 1.2 MB a page. */
export const MOST_PAGES = 1000;

/** Shelves in parts that can be built, each with the name of its folder, in the order in which readers search them. */
export function cutShelves(shelves: readonly SearchShelf[]): { name: string; shelf: SearchShelf }[] {
  return shelves.flatMap((shelf) => {
    const name = shelf.year === undefined ? 'site' : String(shelf.year);
    const count = Math.max(1, Math.ceil(shelf.documents.length / MOST_PAGES));
    const size = Math.ceil(shelf.documents.length / count);
    return Array.from({ length: count }, (_, part) => ({
      name: count === 1 ? name : `${name}-${part + 1}`,
      shelf: { ...shelf, documents: shelf.documents.slice(part * size, (part + 1) * size) },
    }));
  });
}
