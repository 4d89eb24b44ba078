/**
 * Finds words that no line may cut, longest first, so that a compound wins over its parts. A number that belongs to a
 * word stays with it: a quarter's, a level's, a count, the day and year of a month.
 */
export function buildKeptPattern(words: readonly string[]): RegExp {
  const sorted = [...words].sort((a, b) => b.length - a.length);
  const any = sorted.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
  return new RegExp(`(?:\\d[\\d,]* )?(?:${any})(?: \\d[\\d.,]*%?(?![\\d.,]))?`, 'gu');
}
