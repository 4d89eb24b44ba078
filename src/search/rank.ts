import type { Hit } from './search-part.ts';

/** How much it says of a page that a word stands in its title, in a section's text, in what it is also found by. */
const IN_TITLE = 30;
const IN_TEXT = 20;
const IN_LABEL = 10;
/** For a title that begins with what was typed, and once more for one that is nothing else. */
const AT_START = 3;
/** Repetition counts, but never as much as standing in a better place. */
const MOST_REPETITION = 5;

/** Ranks that differ by less differ in repetition only, or in how a title begins. */
export const CLOSE = 9;

/** Titles first, then texts, then labels; within that how often. Nothing is hidden. */
export function rankHit({ page, places }: Hit, parts: readonly string[]): number {
  return places.reduce((sum, starts, index) => {
    const length = parts[index]?.length ?? 0;
    const inTitle = starts.some((start) => start + length <= page.titleLength);
    const inText = starts.filter((start) => start >= page.headLength).length;
    // Where it stands is not known of what stands nearly everywhere.
    const base = inTitle ? IN_TITLE : inText > 0 || starts.length === 0 ? IN_TEXT : IN_LABEL;
    const atStart = starts.includes(0) ? AT_START + (length === page.titleLength ? AT_START : 0) : 0;
    return sum + base + atStart + Math.min(MOST_REPETITION, Math.log2(1 + inText));
  }, 0);
}
