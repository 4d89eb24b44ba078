/** Letters that a list of names has room for. */
const MOST = 60;

/** A name short enough for a list; never cut between a letter and its marks, nor after a vowel that is written before its consonant. */
export function shortenName(name: string): string {
  if (name.length <= MOST) return name;
  const head = name.slice(0, MOST).replace(/[\u0E40-\u0E44]?\P{M}\p{M}*$/u, '');
  return `${head.trimEnd()}…`;
}
