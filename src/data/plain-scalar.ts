/** Every blank of JavaScript save the space: plain YAML has none of them. */
const BLANKS = '\\t-\\r\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF';

/** How a value begins that is neither a sign of YAML nor a blank; nothing beyond ASCII is a sign. */
const FIRST = `(?![${BLANKS}])[A-Za-z0-9(\\u00A1-\\uFFFC]`;

/** A colon within a word: of an address or an hour. */
const COLON = ':(?=[A-Za-z0-9/])';

const TEXT = new RegExp(`^${FIRST}[^:#${BLANKS}]*(?:${COLON}[^:#${BLANKS}]*)*$`);

/** A value without quotation marks in a list or group in brackets, with the spaces behind it. */
export const FLOW_TEXT = new RegExp(
  `(?:-(?=\\d)|${FIRST})[^,:#[\\]{}${BLANKS}]*(?:${COLON}[^,:#[\\]{}${BLANKS}]*)*`,
  'y',
);

/** A value in quotation marks without anything in it that is written otherwise than it is meant. */
export const QUOTED = new RegExp(`"([^"\\\\${BLANKS}]*)"|'([^'${BLANKS}]*)'`, 'y');

/** Numbers that are written as people write them and that every reader reads the same. */
const NUMBER = /^(?:0|-?[1-9]\d{0,8}|0\.\d{1,5}|-?[1-9]\d{0,8}\.\d{1,5})$/;
/** A day or the code of an office: a sign between digits makes no number. */
const CODE = /^\d+(?:[-/]\d+)+$/;
const WORD = /^(?:true|false|null)$/i;

/** What a value without quotation marks on one line is: a number, a yes or no, a text. Undefined where it may be anything else. */
export function parseScalar(text: string): string | number | boolean | undefined {
  if (NUMBER.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  // Numbers of any notation are ASCII; what else begins with a digit may be one.
  const mayBeNumber = /^\d[\0-\x7F]*$/.test(text) && !CODE.test(text);
  return mayBeNumber || WORD.test(text) || text.endsWith(' ') || !TEXT.test(text) ? undefined : text;
}
