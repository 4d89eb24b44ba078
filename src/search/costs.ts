/** How many places of each dear trigram an index holds, and how many the least that can be loaded of it. */
export interface PartSize {
  dear: Record<string, number>;
  chunk: number;
}

/** What a place takes on its way to a reader, in bytes (measured, packed). */
export const PLACE_BYTES = 2.3;

/** Letters of a trigram's word. */
const WORD = 5;

/** Bytes that a trigram costs at least, over all indexes. */
export function getLeast(sizes: readonly PartSize[]): number {
  return Math.round(sizes.reduce((sum, { chunk }) => sum + chunk, 0) * PLACE_BYTES);
}

/** Trigrams by what loading their places costs in all indexes together, in powers of two of the least. */
export function groupCosts(sizes: readonly PartSize[]): string[] {
  const least = sizes.reduce((sum, { chunk }) => sum + chunk, 0);
  const costs: string[][] = [];
  for (const trigram of new Set(sizes.flatMap(({ dear }) => Object.keys(dear)))) {
    const places = sizes.reduce((sum, { dear, chunk }) => sum + Math.max(chunk, dear[trigram] ?? 0), 0);
    const power = Math.floor(Math.log2(places / least));
    if (power < 1) continue;
    while (costs.length < power) costs.push([]);
    costs[power - 1]?.push(trigram);
  }
  return costs.map((trigrams) => trigrams.sort().join(''));
}

/** What a trigram costs, in the least that can be loaded, as `planPart` wants it. */
export function readCosts(costs: readonly string[]): (trigram: string) => number {
  const known = new Map<string, number>();
  costs.forEach((trigrams, power) => {
    for (let at = 0; at < trigrams.length; at += WORD) known.set(trigrams.slice(at, at + WORD), 2 ** (power + 1));
  });
  return (trigram) => known.get(trigram) ?? 1;
}
