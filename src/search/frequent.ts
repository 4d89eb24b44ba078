/** Letters of a trigram's word. */
const WORD = 5;

/** Frequent trigrams whose pages are told in one file. */
export const SHARD = 8;

/** Which of so many things are meant: four a digit to the base of 16, the lowest bit first. */
export function writeMask(count: number, isMeant: (at: number) => boolean): string {
  let mask = '';
  for (let at = 0; at < count; at += 4) {
    const bits = [0, 1, 2, 3].reduce((sum, bit) => sum + (at + bit < count && isMeant(at + bit) ? 1 << bit : 0), 0);
    mask += bits.toString(16);
  }
  return mask;
}

export function readMask<T>(mask: string, things: readonly T[]): T[] {
  return things.filter((_, at) => Number.parseInt(mask.charAt(Math.floor(at / 4)), 16) & (1 << (at % 4)));
}

/** Trigrams of several parts as one list, and of each part which of them are its own. */
export function packFrequent(parts: readonly (readonly string[])[]): { trigrams: string; masks: string[] } {
  const all = [...new Set(parts.flat())].sort();
  const masks = parts.map((part) => {
    const own = new Set(part);
    return writeMask(all.length, (at) => own.has(all[at] ?? ''));
  });
  return { trigrams: all.join(''), masks };
}

/** The trigrams of a list. */
export function listFrequent(trigrams: string): string[] {
  return Array.from({ length: trigrams.length / WORD }, (_, at) => trigrams.slice(at * WORD, (at + 1) * WORD));
}
