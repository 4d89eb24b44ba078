import words from './kept-words.json' with { type: 'json' };

const patterns = new Map<string, RegExp>();

/**
 * Thai compounds that no line may cut, wherever they stand in a text; `own` are those of one place. Longest first, so
 * that a compound wins over its parts.
 */
export function getKeptPattern(own: readonly string[]): RegExp {
  const key = own.join('|');
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const sorted = [...words, ...own].sort((a, b) => b.length - a.length);
  const any = sorted.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
  // A number that belongs to the word stays with it: a quarter's, a level's, a count, the day and year of a month.
  const pattern = new RegExp(`(?:\\d[\\d,]* )?(?:${any})(?: \\d[\\d.,]*%?(?![\\d.,]))?`, 'gu');
  patterns.set(key, pattern);
  return pattern;
}
