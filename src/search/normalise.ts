/**
 * One spelling for what is searched and for what is searched for. Rules of code points only: a browser and the build
 * must agree to the letter, or what is there is not found.
 */

/** Goes into every index; a page that holds another number must be loaded anew. Raise it with any change of a rule. */
export const NORMALISER = 1;

/** A text in the one spelling, and for each of its characters the place in the original where it came from. */
export interface Normalised {
  text: string;
  /** As long as `text` and one more: the last is the length of the original. */
  from: number[];
}

type Rule = [pattern: RegExp, replace: (match: string, ...groups: string[]) => string];

/** A letter with all marks that stand on it, so that composing does not mix up the places of others. */
const CLUSTER = /[\s\S][\p{M}\u0E33]*/gu;

/** Zero-width characters, directions and the soft hyphen: not seen, but in the way. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]+/g;

/** A letter and its marks that folding leaves as they are. */
const PLAIN = /^[\x20-@[-_a-~\u0E01-\u0E30\u0E32\u0E40-\u0E46][\u0E31\u0E34-\u0E37\u0E47\u0E4D]?[\u0E48-\u0E4C]?$/;

/** Quotation marks that composing would take apart. */
const SPLIT_QUOTES = /[\u00B4\u2033]/g;

const RULES: Rule[] = [
  // พ.ร.บ. is พรบ; a decimal point stands behind a digit. Before all others: it may part what they bring together.
  [/([\u0E01-\u0E4E])\.+/g, (_, letter = '') => letter],
  // Marks on one letter in one order, vowels before tones and nikhahit last, each once.
  [/[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]{2,}/g, sortMarks],
  // Sara am, which composing takes apart, once, with the marks before, between and behind it: they come before it.
  [
    /[\u0E31\u0E34-\u0E3A\u0E47-\u0E4C\u0E4E]*(?:\u0E4D\u0E32(?:[\u0E31\u0E34-\u0E3A\u0E47-\u0E4C\u0E4E]|\u0E4D(?!\u0E32))*)+/g,
    (run) => `${sortMarks(run.replace(/[\u0E4D\u0E32]/g, ''))}\u0E33`,
  ],
  [/\u0E40\u0E40/g, () => '\u0E41'],
  [/[\u0E50-\u0E59]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x0e50 + 0x30)],
  [/[\u2010-\u2015\u2212\uFE58\uFF0D]/g, () => '-'],
  [/[\u2018\u2019\u201A\u201B\u2032`]/g, () => "'"],
  [/[\u201C-\u201F\u00AB\u00BB]/g, () => '"'],
  // A sigma is written otherwise at the end of a word: what is one letter is found as one.
  [/\u03C2/g, () => '\u03C3'],
  [/(\d),(?=\d{3}(?!\d))/g, (_, digit = '') => digit],
  [/\s+/g, () => ' '],
];

/** Without places: many times as fast, for what is only compared. */
export function normalise(original: string): string {
  let text = fold(original.replace(INVISIBLE, ''));
  for (const [pattern, replace] of RULES) text = text.replace(pattern, replace);
  return text;
}

/** With places, for marking what was found in its own spelling. */
export function normaliseWithPlaces(original: string): Normalised {
  let state = compose(original);
  for (const rule of RULES) state = rewrite(state, rule);
  return state;
}

/** Composed and in lower case; composed once more, since some letters have only a small form with its mark. */
function fold(text: string): string {
  return text.replace(SPLIT_QUOTES, replaceQuote).normalize('NFKC').toLowerCase().normalize('NFKC');
}

function replaceQuote(quote: string): string {
  return quote === '\u00B4' ? "'" : '"';
}

function sortMarks(marks: string): string {
  // Most often they are two and in order.
  if (marks.length === 2 && marks.charAt(0) < marks.charAt(1) && !marks.startsWith('\u0E4D')) return marks;
  const sorted = [...new Set(marks)].sort();
  return sorted.includes('\u0E4D')
    ? [...sorted.filter((mark) => mark !== '\u0E4D'), '\u0E4D'].join('')
    : sorted.join('');
}

function compose(original: string): Normalised {
  let text = '';
  const from: number[] = [];
  const add = (part: string, place: number) => {
    text += part;
    for (let at = 0; at < part.length; at++) from.push(place);
  };
  // Invisible characters may stand between a letter and its mark: they go first, and leave their places behind.
  const visible: number[] = [];
  let bare = '';
  let last = 0;
  const keep = (until: number) => {
    bare += original.slice(last, until);
    for (let at = last; at < until; at++) visible.push(at);
  };
  for (const { 0: hidden, index } of original.matchAll(INVISIBLE)) {
    keep(index);
    last = index + hidden.length;
  }
  keep(original.length);
  for (const { 0: cluster, index } of bare.matchAll(CLUSTER)) {
    const composed = PLAIN.test(cluster) ? cluster : fold(cluster);
    if (composed.length === cluster.length) {
      for (let at = 0; at < composed.length; at++) add(composed.charAt(at), visible[index + at] ?? 0);
    } else add(composed, visible[index] ?? 0);
  }
  from.push(original.length);
  return { text, from };
}

function rewrite({ text, from }: Normalised, [pattern, replace]: Rule): Normalised {
  let out = '';
  const places: number[] = [];
  let last = 0;
  const copy = (until: number) => {
    out += text.slice(last, until);
    for (let at = last; at < until; at++) places.push(from[at] ?? 0);
  };
  for (const match of text.matchAll(pattern)) {
    copy(match.index);
    const part = replace(match[0], ...match.slice(1).map((group) => group ?? ''));
    out += part;
    for (let at = 0; at < part.length; at++) places.push(from[match.index + Math.min(at, match[0].length - 1)] ?? 0);
    last = match.index + match[0].length;
  }
  if (last === 0) return { text, from };
  copy(text.length);
  places.push(from.at(-1) ?? 0);
  return { text: out, from: places };
}
