/**
 * How a text is cut for the engine: into every run of three characters, each written as a word of five Latin letters
 * and digits. Neither the engine nor a browser can cut or fold such a word again, in any language.
 */

/** Between the parts of a page: nothing runs across it. */
export const BREAK = '\n';

const FIRST_THAI = 0x0e01;
const LAST_THAI = 0x0e5b;
const THAI = LAST_THAI - FIRST_THAI + 1;
const FIRST_ASCII = 0x20;
const ASCII = 0x7f - FIRST_ASCII;
const BREAK_SYMBOL = THAI + ASCII;
/** All other characters share what is left; what they match is held against the text before it is shown. */
const OTHERS = 28;

/** 215² pairs fit into three digits to the base of 36. */
export const SYMBOLS = BREAK_SYMBOL + 1 + OTHERS;

/** Whether each character has a symbol to itself, so that its words stand for nothing else. */
export function isExact(text: string): boolean {
  return !SHARING.test(text);
}

/** Characters that share a symbol with others. */
const SHARING = /[^\u0E01-\u0E5B\x20-\x7E\n]/;

function getSymbol(character: number): number {
  if (character >= FIRST_THAI && character <= LAST_THAI) return character - FIRST_THAI;
  if (character >= FIRST_ASCII && character < FIRST_ASCII + ASCII) return THAI + character - FIRST_ASCII;
  return character === 10 ? BREAK_SYMBOL : BREAK_SYMBOL + 1 + (character % OTHERS);
}

const PAIRS = Array.from({ length: SYMBOLS * SYMBOLS }, (_, value) => value.toString(36).padStart(3, '0'));
const SINGLES = Array.from({ length: SYMBOLS }, (_, value) => value.toString(36).padStart(2, '0'));

/** The word for two characters: every word for three that begin with them begins with it. */
export function getPair(text: string, at = 0): string {
  return PAIRS[getSymbol(text.charCodeAt(at)) * SYMBOLS + getSymbol(text.charCodeAt(at + 1))] ?? '';
}

/** The word for the three characters from `at` on. */
export function getTrigram(text: string, at = 0): string {
  return getPair(text, at) + SINGLES[getSymbol(text.charCodeAt(at + 2))];
}

/** Words for every run of three, in order: the n-th stands for the run from the n-th character on. */
export function listTrigrams(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => getTrigram(text, at));
}

/** All words that begin with a pair. */
export function listTrigramsOf(pair: string): string[] {
  return SINGLES.map((single) => pair + single);
}
