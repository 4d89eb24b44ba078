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

/** How many different words there are. */
export const TRIGRAMS = SYMBOLS ** 3;

/**
 * Words for every run of three, in order, as numbers below `TRIGRAMS`, for a year has millions of them: the n-th stands for
 * the run from the n-th character on.
 */
export function numberTrigrams(text: string): Int32Array {
  const symbols = Int32Array.from({ length: text.length }, (_, at) => getSymbol(text.charCodeAt(at)));
  const numbers = new Int32Array(Math.max(0, text.length - 2));
  for (let at = 0; at < numbers.length; at++) {
    const [one = 0, two = 0, three = 0] = [symbols[at], symbols[at + 1], symbols[at + 2]];
    numbers[at] = (one * SYMBOLS + two) * SYMBOLS + three;
  }
  return numbers;
}

/** The word of a number. */
export function spellTrigram(number: number): string {
  return `${PAIRS[Math.floor(number / SYMBOLS)]}${SINGLES[number % SYMBOLS]}`;
}

/** All words that begin with a pair. */
export function listTrigramsOf(pair: string): string[] {
  return SINGLES.map((single) => pair + single);
}
