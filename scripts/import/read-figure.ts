import type { JoinedText, Span } from './source-text.ts';

/** "75.00 (phrase)": the figure as it is printed and the phrase in the bracket, which is its unit. */
export interface PrintedFigure {
  raw: string;
  rawSpans: Span[];
  unit: string;
  unitSpans: Span[];
  /** The two signs around the phrase. */
  brackets: Span[];
}

/**
 * Number first, the rest up to the last bracket; the phrase may hold brackets itself and may lack its end. Where a
 * second number may stand beside the phrase, or none before it, the whole is the figure: which number counts is not certain.
 */
export function readFigure({ text, slice }: JoinedText): PrintedFigure {
  const open = text.indexOf('(');
  if (open < 0 || isUncertain(text, open)) {
    return { raw: text.trim(), rawSpans: slice(0, text.length), unit: '', unitSpans: [], brackets: [] };
  }
  const last = text.lastIndexOf(')');
  const inner = text.slice(open + 1, last);
  const isWhole = last > open && count(inner, '(') <= count(inner, ')');
  // The bracket that ends an inner phrase belongs to it.
  const end = isWhole ? last : text.length;
  return {
    raw: text.slice(0, open).trim(),
    rawSpans: slice(0, open),
    unit: text.slice(open + 1, end).trim(),
    unitSpans: slice(open + 1, end),
    brackets: [...slice(open, open + 1), ...(isWhole ? slice(last, last + 1) : [])],
  };
}

function isUncertain(text: string, open: number): boolean {
  if (text.slice(0, open).trim() === '') return /\p{Nd}/u.test(text);
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return /\p{Nd}/u.test(text.slice(at));
  }
  return false;
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
