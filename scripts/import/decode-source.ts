import { CONTROL } from '#domain/thai-text.ts';

/** What was done to the bytes or the characters so that they can be read. `count` where something was left out or turned. */
export interface Repair {
  kind: 'cp874' | 'utf16' | 'mojibake' | 'invisible' | 'control' | 'entities' | 'pictures' | 'dash';
  /** How the characters were misread, or which characters were left out. */
  seen?: string;
  count?: number;
}

/** Text of a source with LF line ends, or why there is none. */
export type DecodedSource =
  | { text: string; repairs: Repair[] }
  | { refusal: 'lost' | 'mixed' | 'undecodable'; line: number };

/** What every print-out of the form holds, whatever stands in it. */
const FORM_WORDS = /ผลการดำเนินงาน|ชื่อตัวชี้วัด|ระดับความสำเร็จ/u;

const THAI = /[\u0E01-\u0E3A\u0E3F-\u0E5B]/u;

/** Letters of western Europe in a row: Thai of Windows-874 or UTF-8 read by the wrong table. */
const MISREAD = /[\u00A1-\u00DA\u00DF-\u00FB]{4}|(?:[àÃ][\u0080-\u00BF‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¸¹º]{2}){2}/u;

/** Thai of UTF-8 read as Windows-874: every letter begins with เธ or เน. */
const MISREAD_THAI = /(?:(?:เธ|เน)[^\sเแ]){4}/u;

/** Zero-width characters and those that turn the reading direction: nobody sees that they are gone. */
export const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u00AD]/gu;

/** Decodes strict UTF-8 (or UTF-16 with its mark), then Windows-874; mends text that was read by the wrong table. */
export function decodeSource(bytes: Uint8Array): DecodedSource {
  const repairs: Repair[] = [];
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : undefined;
  let text = utf16 === undefined ? decode(bytes, 'utf-8') : decode(bytes, utf16);
  if (utf16 !== undefined) repairs.push({ kind: 'utf16' });
  if (text === undefined && utf16 === undefined) {
    text = decode(bytes, 'windows-874');
    repairs.push({ kind: 'cp874' });
    const lost = text?.search(/[\u0080-\u009F]/u) ?? 0;
    if (text === undefined || lost >= 0) return { refusal: 'undecodable', line: getLine(text ?? '', lost) };
  }
  if (text === undefined) return { refusal: 'undecodable', line: 1 };
  const mended = mendMisread(text);
  if ('refusal' in mended) return mended;
  if (mended.seen !== undefined) repairs.push({ kind: 'mojibake', seen: mended.seen });
  return cleanCharacters(mended.text, repairs);
}

/** The text as it was before it was read by the wrong table, where putting it back is certain. */
function mendMisread(text: string): { text: string; seen?: string } | { refusal: 'mixed'; line: number } {
  const found = MISREAD_THAI.exec(text) ?? MISREAD.exec(text);
  if (found === null) return { text };
  const seen = text.slice(found.index, found.index + 12);
  for (const [from, to] of [
    ['windows-1252', 'utf-8'],
    ['windows-1252', 'windows-874'],
    ['windows-874', 'utf-8'],
  ] as const) {
    const bytes = encode(text.replace(/^\uFEFF/u, ''), from);
    const again = bytes && decode(bytes, to);
    if (again === undefined || !FORM_WORDS.test(again) || /[\u0080-\u009F]/u.test(again)) continue;
    return { text: again, seen };
  }
  // A few letters of another language beside Thai are nothing to mend.
  const isThai = THAI.test(text) && FORM_WORDS.test(text);
  const isName = isThai && !MISREAD_THAI.test(text) && !/[\u00A1-\u00BF×÷]/u.test(found[0]);
  return isName ? { text } : { refusal: 'mixed', line: getLine(text, found.index) };
}

function cleanCharacters(raw: string, repairs: Repair[]): DecodedSource {
  let text = raw.replace(/^\uFEFF/u, '').replace(/\r\n?|[\u2028\u2029\u0085\f\v]/gu, '\n');
  const lost = text.indexOf('\uFFFD');
  if (lost >= 0) return { refusal: 'lost', line: getLine(text, lost) };
  const invisible = text.match(INVISIBLE)?.length ?? 0;
  if (invisible > 0) repairs.push({ kind: 'invisible', count: invisible });
  text = text.replace(INVISIBLE, '');
  const control = text.match(new RegExp(CONTROL, 'gu')) ?? [];
  if (control.length > 0) {
    const seen = [...new Set(control)].map((character) => formatCode(character)).join(', ');
    repairs.push({ kind: 'control', count: control.length, seen });
  }
  text = text.replace(new RegExp(CONTROL, 'gu'), '').replace(/[^\S\n]/gu, ' ');
  return { text, repairs };
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text back to the bytes of a one-byte table; undefined where a character is not in it. */
function encode(text: string, encoding: 'windows-1252' | 'windows-874'): Uint8Array | undefined {
  const table = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--) {
    // Programs that know no table at all take the byte for the number of the character.
    if (encoding === 'windows-1252') table.set(String.fromCharCode(byte), byte);
    const character = decode(Uint8Array.of(byte), encoding);
    if (character !== undefined) table.set(character, byte);
  }
  const bytes = Array.from(text, (character) => table.get(character) ?? -1);
  return bytes.includes(-1) ? undefined : Uint8Array.from(bytes);
}

function formatCode(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function getLine(text: string, offset: number): number {
  return text.slice(0, Math.max(0, offset)).split('\n').length;
}
