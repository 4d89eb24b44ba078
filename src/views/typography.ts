import { getKeptPattern } from '#strings/kept-words.ts';

/**
 * Keeps Thai compounds on one line in a page's HTML. Browsers break Thai at dictionary words, which cuts many
 * a compound in two ("target" becomes "goal | object"); the words listed are wrapped so that they move as one.
 * Expects well-formed HTML with quoted attributes; what has no body is returned as it is.
 */
export function keepWords(html: string, own: readonly string[]): string {
  const pattern = getKeptPattern(own);
  const start = html.indexOf('<body');
  if (start < 0) return html;
  let kept = html.slice(0, start);
  let end = start;
  const keep = createKeeping(pattern);
  for (const { index, 0: markup } of html.slice(start).matchAll(MARKUP)) {
    kept += keep(html.slice(end, start + index)) + markup;
    end = start + index + markup.length;
  }
  return kept + keep(html.slice(end));
}

/** Texts up to this length are labels, which stand on every page. */
const LABEL = 40;
const MOST_LABELS = 5000;

const kept = new WeakMap<RegExp, Map<string, string>>();

/** Wraps what is to be kept together in a text; of labels it is known from the pages before. */
function createKeeping(pattern: RegExp): (text: string) => string {
  const known = kept.get(pattern) ?? new Map<string, string>();
  kept.set(pattern, known);
  const wrap = (text: string) => text.replace(pattern, '<span class="kept">$&</span>');
  return (text) => {
    if (text.length > LABEL) return wrap(text);
    const label = known.get(text) ?? wrap(text);
    if (known.size < MOST_LABELS) known.set(text, label);
    return label;
  };
}

/**
 * What is not text: comments, elements that may hold no span, and tags. A tag ends at the first > outside quotes,
 * for attributes are written with a bare > in them.
 */
const MARKUP = /<!--[\s\S]*?-->|<(script|style|svg|select|textarea)\b[\s\S]*?<\/\1\s*>|<(?:"[^"]*"|'[^']*'|[^'">])*>/gi;

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

/**
 * A text in pieces between which a line may be broken: at spaces and between Thai words, never inside a compound that
 * pages keep together. Joined they are the text.
 */
export function splitLines(text: string, own: readonly string[]): string[] {
  const kept = [...text.matchAll(getKeptPattern(own))].map(({ index, 0: word }) => ({
    from: index,
    until: index + word.length,
  }));
  const pieces: string[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    const isInside = kept.some(({ from, until }) => from < index && index < until);
    // Nothing is parted from an opening mark or a space that does not break; other punctuation stays with the word before it.
    const isHeld = /[(“"/–\u00a0-]$/.test(pieces.at(-1) ?? '');
    const isClosing = isWordLike !== true && !/^[(“]/.test(segment);
    if (pieces.length > 0 && (isInside || isHeld || isClosing)) pieces.push(`${pieces.pop()}${segment}`);
    else pieces.push(segment);
  }
  return pieces;
}
