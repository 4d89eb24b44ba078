import { ASCENT, DESCENT, MIDDLE, type Weight } from './font.ts';

/** How SVG calls the end of a text that canvas aligns. */
export const ANCHORS: Record<string, string> = {
  start: '',
  left: '',
  center: ' text-anchor="middle"',
  end: ' text-anchor="end"',
  right: ' text-anchor="end"',
};

/** Up to here a number of tenths is a whole number. */
const MOST_TENTHS = 1e9;

/** Pixels are enough to one decimal; what is not a number is a mistake upstream and must not be drawn as one. */
export function roundLength(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`SvgContext was given ${value} as a length`);
  // In tenths, for digits of a whole number are written much faster than those of a fraction, and there are hundreds a drawing.
  const tenths = Math.abs(Math.round(value * 10));
  if (tenths > MOST_TENTHS) return String(Math.round(value * 10) / 10);
  const sign = value < 0 && tenths > 0 ? '-' : '';
  const rest = tenths % 10;
  return `${sign}${(tenths - rest) / 10}${rest === 0 ? '' : `.${rest}`}`;
}

/** From the line that `y` means to the base line, as a share of the em. */
export function getBaselineShift(baseline: string): number {
  if (baseline === 'alphabetic') return 0;
  if (baseline === 'middle') return MIDDLE;
  if (baseline === 'top') return ASCENT;
  if (baseline === 'bottom') return -DESCENT;
  throw new Error(`SvgContext has no textBaseline ${baseline}`);
}

const MARKUP = /[&<>"]/;

const parsed = new Map<string, { size: number; weight: Weight }>();

export function parseFont(font: string): { size: number; weight: Weight } {
  const known = parsed.get(font);
  if (known !== undefined) return known;
  const [, weight = '', size] = /^(?:normal )?(?:(normal|bold|\d+) )?([\d.]+)px /.exec(font) ?? [];
  if (size === undefined) throw new Error(`SvgContext cannot read the font "${font}"`);
  const isBold = weight === 'bold' || Number(weight) >= 600;
  const made = { size: Number(size), weight: isBold ? (600 as const) : (400 as const) };
  parsed.set(font, made);
  return made;
}

export function escapeXml(text: string): string {
  if (!MARKUP.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
