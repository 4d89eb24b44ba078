import type { IssueCode } from '#domain/issue.ts';
import { CONTROL, MAYBE_CONTROL } from '#domain/thai-text.ts';

/** Bytes as text, and what is wrong with them. Without a text nothing more can be said of the file. */
export interface Decoded {
  text?: string;
  problems: { code: IssueCode; line: number; column: number; params?: Record<string, string> }[];
}

const BYTE_ORDER_MARK = '\uFEFF';
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Strict UTF-8; line ends become LF. A byte order mark is told and left out. */
export function decodeText(bytes: Buffer): Decoded {
  let text: string;
  try {
    text = DECODER.decode(bytes);
  } catch {
    const lossy = bytes.toString('utf8');
    return { problems: [{ code: 'CW104', ...findPlace(lossy, lossy.indexOf('\uFFFD')) }] };
  }
  const problems: Decoded['problems'] = [];
  if (text.startsWith(BYTE_ORDER_MARK)) {
    problems.push({ code: 'CW105', line: 1, column: 1 });
    text = text.slice(1);
  }
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  if (!MAYBE_CONTROL.test(text)) return { text, problems };
  const nothing = text.indexOf('\0');
  if (nothing >= 0) return { problems: [...problems, { code: 'CW104', ...findPlace(text, nothing) }] };
  const lost = text.indexOf('\uFFFD');
  if (lost >= 0) problems.push({ code: 'CW104', ...findPlace(text, lost) });
  text = text.replaceAll('\uFFFD', ' ');
  for (let found = CONTROL.exec(text); found !== null; found = CONTROL.exec(text)) {
    const place = findPlace(text, found.index);
    problems.push({ code: 'CW110', ...place, params: { seen: formatCharacter(found[0]) } });
    // The rest of the line is read as if nothing had stood there: one mistake a line.
    const end = text.indexOf('\n', found.index);
    const line = text.slice(found.index, end < 0 ? undefined : end);
    text = `${text.slice(0, found.index)}${line.replace(new RegExp(CONTROL, 'gu'), ' ')}${end < 0 ? '' : text.slice(end)}`;
  }
  return { text, problems };
}

/** A character that cannot be seen, by its number. */
export function formatCharacter(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function findPlace(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, offset));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}
