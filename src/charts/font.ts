import advances from './advances.json' with { type: 'json' };

export type Weight = 400 | 600;

export const FONT_FAMILY = 'IBM Plex Sans Thai Looped';

/** With what stands in when a picture is opened where the font is not. */
export const FONT_STACK = `'${FONT_FAMILY}', 'Noto Sans Thai Looped', Thonburi, 'Leelawadee UI', sans-serif`;

const tables: Record<Weight, Map<number, number>> = {
  400: readTable(advances['400']),
  600: readTable(advances['600']),
};

/**
 * Share of the em between the middle of a line, as canvas means it, and the base line: browsers scale ascent and
 * descent of the font to one em.
 */
export const MIDDLE = (advances.ascent - advances.descent) / 2 / (advances.ascent + advances.descent);

/** Shares of the em above and below the base line. */
export const ASCENT = advances.ascent / (advances.ascent + advances.descent);
export const DESCENT = 1 - ASCENT;

/**
 * Width of a text in pixels: the advances of its code points, as the site's own font has them. Thai marks have none.
 * Throws where the font lacks a code point: a guessed width would put words over figures.
 */
export function measureText(text: string, size: number, weight: Weight): number {
  return sumAdvances(text, size, weight, (letter) => {
    const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    throw new Error(`The chart's font has no U+${code} (${letter}); it stands in “${text}”.`);
  });
}

/** Width of a text that is content, such as a name: a letter that the font lacks counts a whole em, the widest there is. */
export function measureContent(text: string, size: number, weight: Weight): number {
  return sumAdvances(text, size, weight, () => advances.unitsPerEm);
}

function sumAdvances(text: string, size: number, weight: Weight, miss: (letter: string) => number): number {
  let sum = 0;
  for (const letter of text) sum += tables[weight].get(letter.codePointAt(0) ?? 0) ?? miss(letter);
  return (sum * size) / advances.unitsPerEm;
}

/** Whether the font has every code point of a text. */
export function isDrawable(text: string): boolean {
  return [...text].every((letter) => tables[400].has(letter.codePointAt(0) ?? 0));
}

/** "first code point, advance, advance …" a run, so that the table stays small. */
function readTable(runs: readonly (readonly number[])[]): Map<number, number> {
  return new Map(
    runs.flatMap(([first = 0, ...widths]) => widths.map((width, index) => [first + index, width] as const)),
  );
}
