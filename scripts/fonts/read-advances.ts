import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import type { Weight } from '#charts/font.ts';
import { findFontFile, WEIGHTS } from '#charts/font-file.ts';

const SCRIPTS = ['latin', 'thai'] as const;

/** What charts need of the site's font: widths by code point and weight as runs, ascent and descent, in font units. */
export interface Advances {
  unitsPerEm: number;
  ascent: number;
  descent: number;
  400: number[][];
  600: number[][];
}

/** Reads the WOFF2 files that the site itself serves. */
export function readAdvances(): Advances {
  const fonts = WEIGHTS.map((weight) => SCRIPTS.map((script) => open(script, weight)));
  const [first] = fonts.flat();
  if (first === undefined) throw new Error('no font');
  const [regular = [], semibold = []] = fonts.map(readRuns);
  return { unitsPerEm: first.unitsPerEm, ascent: first.ascent, descent: -first.descent, 400: regular, 600: semibold };
}

function open(script: (typeof SCRIPTS)[number], weight: Weight): fontkit.Font {
  const file = findFontFile(script, weight);
  const font = fontkit.create(readFileSync(file));
  if (!('glyphForCodePoint' in font)) throw new Error(`${file} is a collection`);
  return font;
}

/** Each run is its first code point and the widths from there on. */
function readRuns(fonts: fontkit.Font[]): number[][] {
  const widths = new Map<number, number>();
  for (const font of fonts) {
    for (const code of font.characterSet) {
      // Controls are never drawn.
      if (code >= 0x20) widths.set(code, font.glyphForCodePoint(code).advanceWidth);
    }
  }
  const runs: number[][] = [];
  let next = -1;
  for (const [code, width] of [...widths].sort(([a], [b]) => a - b)) {
    if (code !== next) runs.push([code]);
    runs.at(-1)?.push(width);
    next = code + 1;
  }
  return runs;
}
