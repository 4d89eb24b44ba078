import { buildKeptPattern } from './kept-pattern.ts';
import words from './kept-words.json' with { type: 'json' };

const patterns = new Map<string, RegExp>();

/** Thai compounds that no line may cut, wherever they stand in a text; `own` are those of one place. */
export function getKeptPattern(own: readonly string[]): RegExp {
  const key = own.join('|');
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const pattern = buildKeptPattern([...words, ...own]);
  patterns.set(key, pattern);
  return pattern;
}

/** The same as a list, for a script that shows texts of its own. */
export function listKeptWords(own: readonly string[]): string[] {
  return [...words, ...own];
}
