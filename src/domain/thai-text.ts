/** Recognition of Thai words and of damage to Thai text. Patterns only; what is said about them stands in `strings`. */

const THAI_DIGITS = '๐๑๒๓๔๕๖๗๘๙';

/** A number with the words around it; patterns take too long on more. */
const LONGEST_NUMBER = 60;

/** Thai digits turned into Arabic ones, everything else kept. */
export function toArabicDigits(text: string): string {
  return text.replace(/[๐-๙]/gu, (digit) => String(THAI_DIGITS.indexOf(digit)));
}

/**
 * The plain decimal that a person evidently meant: Thai digits, thousands commas, a percent sign or the word
 * for it, spaces around. Undefined where it is not certain.
 */
export function findMeantNumber(text: string): string | undefined {
  if (text.length > LONGEST_NUMBER) return undefined;
  const plain = toArabicDigits(text)
    .replace(/^\s*(ร้อยละ)?\s*/u, '')
    .replace(/\s*(%|เปอร์เซ็นต์)?\s*$/u, '');
  // 0,500 may be half or five hundred.
  const isGrouped = /^-?(?!0+,)\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain);
  const number = isGrouped ? plain.replaceAll(',', '') : plain;
  if (!/^-?(\d+|\d*\.\d+)$/.test(number)) return undefined;
  const trimmed = number.replace(/^(-?)0*(?=\d)/, '$1').replace(/^(-?)\./, '$10.');
  return Number(trimmed) === 0 ? trimmed.replace('-', '') : trimmed;
}

const MONTHS = [
  ['มกราคม', 'ม.ค.'],
  ['กุมภาพันธ์', 'ก.พ.'],
  ['มีนาคม', 'มี.ค.'],
  ['เมษายน', 'เม.ย.'],
  ['พฤษภาคม', 'พ.ค.'],
  ['มิถุนายน', 'มิ.ย.'],
  ['กรกฎาคม', 'ก.ค.'],
  ['สิงหาคม', 'ส.ค.'],
  ['กันยายน', 'ก.ย.'],
  ['ตุลาคม', 'ต.ค.'],
  ['พฤศจิกายน', 'พ.ย.'],
  ['ธันวาคม', 'ธ.ค.'],
];

/** The day (YYYY-MM-DD, C.E.) meant by a Thai date: 31/10/2562, 31 ตุลาคม 2562, 2562-10-31. */
export function findMeantDay(text: string): string | undefined {
  const plain = toArabicDigits(text).trim();
  const numeric = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(plain);
  if (numeric) return toDay(Number(numeric[3]), Number(numeric[2]), Number(numeric[1]));
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(plain);
  if (iso) return toDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const words = /^(\d{1,2})\s*([\p{L}\p{M}.]+)\s*(?:พ\.?ศ\.?)?\s*(\d{4})$/u.exec(plain);
  const month = MONTHS.findIndex((names) => names.includes(words?.[2] ?? ''));
  return words && month >= 0 ? toDay(Number(words[3]), month + 1, Number(words[1])) : undefined;
}

/** All percentages that a text names ("ร้อยละ 12.5", "12.5 %", lists such as "ร้อยละ 6, 25.36 และ 72.90"), as numbers. */
export function findPercentages(text: string): number[] {
  const plain = toArabicDigits(text);
  const lists: { start: number; end: number; values: number[] }[] = [];
  // One pass over the numbers: a single pattern for whole lists takes exponential time on a row of commas.
  for (const { 0: number, index } of plain.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)) {
    const last = lists.at(-1);
    const value = Number(number.replaceAll(',', ''));
    const between = last === undefined ? '' : plain.slice(last.end, Math.min(index, last.end + NEAR));
    if (last !== undefined && index - last.end < NEAR && /^\s*(?:,|และ|ถึง|-|–)\s*$/u.test(between)) {
      last.values.push(value);
      last.end = index + number.length;
    } else lists.push({ start: index, end: index + number.length, values: [value] });
  }
  const isShare = ({ start, end }: (typeof lists)[number]) =>
    /ร้อยละ\s*$/u.test(plain.slice(Math.max(0, start - NEAR), start)) ||
    /^\s*(?:%|เปอร์เซ็นต์)/u.test(plain.slice(end, end + NEAR));
  return lists.filter(isShare).flatMap(({ values }) => values);
}

/** How far from a number the words belong to it that make it a percentage. */
const NEAR = 20;

/** A year typed into a name: "ปี 2564", "ปีงบประมาณ พ.ศ. 2563". */
export const YEAR_IN_NAME = /(?:ปี|พ\.ศ\.|ปีงบประมาณ)\s*(?:งบประมาณ)?\s*(?:พ\.ศ\.)?\s*(25\d\d|๒๕[๐-๙]{2})(?![\d๐-๙])/u;

/** A kind or a negotiated mark typed into a name. */
export const KIND_IN_NAME = /เจรจาตกลง|เจราจา|\(เจรจา|ตัวชี้วัดยุทธศาสตร์|ตัวชี้วัดงานประจำ|น้ำหนัก\s*[\d๐-๙]/u;

/** Nikhahit and sara aa (optionally with a tone between) where sara am is one letter. */
export const DECOMPOSED_SARA_AM = /\u0E4D[\u0E48-\u0E4B]?\u0E32/u;

/** Two vowels or two tones of the same position on one letter. */
export const DOUBLED_MARK =
  /[\u0E48-\u0E4B]{2}|[\u0E34-\u0E37]{2}|[\u0E38\u0E39]{2}|\u0E31{2}|\u0E33{2}|\u0E47{2}|\u0E4C{2}/u;

/** เเ (two sara e) typed for แ. */
export const DOUBLE_SARA_E = /\u0E40\u0E40/u;

/** Phinthu: in running Thai nearly always a slip of the key. */
export const PHINTHU = /\u0E3A/u;

/** Zero-width and other characters that cannot be seen, those that turn the reading direction, and private glyphs of old Thai fonts. */
export const INVISIBLE = /[\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\u00AD\uE000-\uF8FF]/u;

/** Characters that no text for people holds: controls, halves of characters, noncharacters, the mark of a lost character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
export const CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uFDD0-\uFDEF\uFFFD-\uFFFF]|\p{Cs}/u;

/** Finds all that `CONTROL` finds and whole characters made of halves too, many times as fast: what it does not find needs no second look. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
export const MAYBE_CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uD800-\uDFFF\uFDD0-\uFDEF\uFFFD-\uFFFF]/;

/** A number inside a unit ("ร้อยละ 100", "ไม่น้อยกว่า 20 แนวคลอง"). */
export const NUMBER_IN_UNIT = /[\d๐-๙]/u;

/** Two or more sub-indicators told apart by markers ("- … - …", "1) … 2) …"). */
export const SEVERAL_PARTS = /(?:^|\s)-\s\S.*\s-\s\S|(?<![\d๐-๙])[1๑]\).*(?<![\d๐-๙])[2๒]\)/u;

const DIGIT = '[\\d๐-๙]';

/** What follows the first zero: 02-221-2141, 053-221-214, 081-221-2141, 0 2221 2141, 08-1221-2141. */
const SUBSCRIBER = [
  `${DIGIT}[- ]?${DIGIT}{3}[- ]?${DIGIT}{4}`,
  `${DIGIT}{2}[- ]?${DIGIT}{3}[- ]?${DIGIT}{3,4}`,
  `${DIGIT}?[- ]${DIGIT}{4}[- ]${DIGIT}{4}`,
].join('|');

/** A telephone number as Thai offices write it: nine or ten digits (an agency code has eight). */
export const TELEPHONE = new RegExp(`(?<!${DIGIT}|[.,])[0๐](?:${SUBSCRIBER})(?!${DIGIT})`, 'u');

/** What follows นาย or นาง in the name of a position, a trade or a place. */
const POSITIONS = [
  'ก(?:รัฐ|เทศ|สมาคม|องค์|อบ|เมือง|สโมสร|สภา|เหล่า|ฯ|\\s)',
  '(?:สัตว)?แพทย์(?:เชี่ยวชาญ|ชำนาญ|ปฏิบัติ|ทรง|สาธารณสุข|ใหญ่|\\s)',
  'ทะเบียน|อำเภอ|ช่าง|ทหาร|ตำรวจ|จ้าง|หน้า|ตรวจ|สถานี|พยาบาล|เลิ้ง|แบบ',
].join('|');

/** A title that a person's name follows. */
export const PERSON_TITLE = new RegExp(
  `(?:^|[\\s(])(?:(?:นางสาว|นาย|นาง|น\\.ส\\.)\\s?|ดร\\.)(?!นา[ยง]|${POSITIONS})[\\p{L}\\p{M}]{2,}\\s+[\\p{L}\\p{M}]{2,}`,
  'u',
);

function toDay(year: number, month: number, day: number): string | undefined {
  const ce = year > 2400 ? year - 543 : year;
  const date = new Date(Date.UTC(ce, month - 1, day));
  const isReal = date.getUTCFullYear() === ce && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}
