const ENDING = /\.(pdf|png|jpe?g|webp)$/i;

/**
 * The name under which a chosen file is kept: small Latin letters, digits, single - _ or . between them. A name without any
 * such letter gets one that is always the same for it. Undefined for a kind of file that is not published.
 */
export function nameEvidence(chosen: string): string | undefined {
  const ending = ENDING.exec(chosen)?.[1]?.toLowerCase().replace('jpeg', 'jpg');
  if (ending === undefined) return undefined;
  const base = chosen.replace(ENDING, '').normalize('NFKD').toLowerCase();
  const latin = base
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/[._-]*-[._-]*/g, '-')
    .replace(/([._-])[._-]+/g, '$1')
    .replace(/^[._-]+|[._-]+$/g, '');
  // Digits alone say less than a word before them, and Thai names often leave no more than a number.
  if (/[a-z]/.test(latin)) return `${latin}.${ending}`;
  return `${['evidence', latin, makeMark(chosen)].filter(Boolean).join('-')}.${ending}`;
}

/** Six letters made from a name (FNV-1a): two names rarely share them. */
function makeMark(name: string): string {
  let sum = 0x811c9dc5;
  for (const letter of name) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return sum.toString(36).padStart(6, '0').slice(-6);
}
