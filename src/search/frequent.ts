/** Letters of a trigram's word. */
const WORD = 5;

/** Trigrams of several parts as one list, and of each part which of them are its own. */
export function packFrequent(parts: readonly (readonly string[])[]): { trigrams: string; masks: string[] } {
  const all = [...new Set(parts.flat())].sort();
  const masks = parts.map((part) => {
    const own = new Set(part);
    const digits = Array.from({ length: Math.ceil(all.length / 4) }, (_, digit) =>
      [0, 1, 2, 3].reduce((sum, bit) => sum + (own.has(all[digit * 4 + bit] ?? '') ? 1 << bit : 0), 0),
    );
    return digits.map((digit) => digit.toString(16)).join('');
  });
  return { trigrams: all.join(''), masks };
}

/** The trigrams of one part. */
export function unpackFrequent(trigrams: string, mask: string): Set<string> {
  const own = new Set<string>();
  for (let at = 0; at * WORD < trigrams.length; at++) {
    const digit = Number.parseInt(mask.charAt(Math.floor(at / 4)), 16);
    if (digit & (1 << (at % 4))) own.add(trigrams.slice(at * WORD, (at + 1) * WORD));
  }
  return own;
}
