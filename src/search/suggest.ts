import { normalise } from './normalise.ts';

/** One slip from this length on, two from the other; shorter words are too near to too many. */
const ONE_SLIP = 3;
const TWO_SLIPS = 10;

/**
 * The word that needs the fewest slips of the key to become `part`; of several the one that comes first in `words`,
 * which are in the one spelling, the commonest first.
 */
export function findNearestWord(part: string, words: readonly string[]): string | undefined {
  const typed = normalise(part);
  const most = typed.length >= TWO_SLIPS ? 2 : typed.length >= ONE_SLIP ? 1 : 0;
  let nearest: { word: string; slips: number } | undefined;
  for (const word of words) {
    if (word === typed || Math.abs(word.length - typed.length) > most) continue;
    const slips = countSlips(typed, word, (nearest?.slips ?? most + 1) - 1);
    if (slips < (nearest?.slips ?? most + 1)) nearest = { word, slips };
    if (nearest?.slips === 1) break;
  }
  return nearest?.word;
}

/** Characters to put in, take out, replace or swap; more than `limit` is told as `limit + 1`. */
function countSlips(a: string, b: string, limit: number): number {
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let slips = Math.min((row[j - 1] ?? 0) + (isSame ? 0 : 1), (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      next.push(slips);
    }
    if (Math.min(...next) > limit) return limit + 1;
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
