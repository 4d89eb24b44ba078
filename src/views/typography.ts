import words from '#strings/kept-words.json' with { type: 'json' };

/**
 * Keeps Thai compounds on one line in a page's HTML. Browsers break Thai at dictionary words, which cuts many
 * a compound in two ("target" becomes "goal | object"); the words listed are wrapped so that they move as one.
 */
export function keepWords(html: string, own: readonly string[]): string {
  const pattern = getPattern(own);
  const start = html.indexOf('<body');
  const body = html.slice(start);
  // Tags and the text between them by turns; escaping has taken < and > out of both text and attributes.
  const pieces = body.split(/(<[^>]*>)/);
  const kept = pieces.map((piece, index) =>
    index % 2 === 0 ? piece.replace(pattern, '<span class="kept">$&</span>') : piece,
  );
  return html.slice(0, start) + kept.join('');
}

const patterns = new Map<string, RegExp>();

/** Longest first, so that a compound wins over its parts. */
function getPattern(own: readonly string[]): RegExp {
  const key = own.join('|');
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const sorted = [...words, ...own].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(sorted.map((word) => word.replace(/[^\p{L}\p{M}\p{N}]/gu, '\\$&')).join('|'), 'gu');
  patterns.set(key, pattern);
  return pattern;
}
