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
  return scaleUnits(sumAdvances(text, weight, refuse), size);
}

function refuse(code: number, text: string): never {
  const name = code.toString(16).toUpperCase().padStart(4, '0');
  throw new Error(`The chart's font has no U+${name} (${String.fromCodePoint(code)}); it stands in “${text}”.`);
}

/** Width of a text that is content, such as a name: a letter that the font lacks counts a whole em, the widest there is. */
export function measureContent(text: string, size: number, weight: Weight): number {
  return scaleUnits(countUnits(text, weight), size);
}

/** The same in the font's own units: whole numbers, so that a text's are the sum of those of its parts. */
export function countUnits(text: string, weight: Weight): number {
  return sumAdvances(text, weight, countEm);
}

/** The font's units as pixels, for letters of a size. */
export function scaleUnits(units: number, size: number): number {
  return (units * size) / advances.unitsPerEm;
}

function countEm(): number {
  return advances.unitsPerEm;
}

type Miss = (code: number, text: string) => number;

/** By index and not by letter: every text of a drawing is measured, and a letter of its own is a string to be made. */
function sumAdvances(text: string, weight: Weight, miss: Miss): number {
  const table = tables[weight];
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    // Two places of a string hold one letter.
    if (code > 0xffff) at++;
    sum += table.get(code) ?? miss(code, text);
  }
  return sum;
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
