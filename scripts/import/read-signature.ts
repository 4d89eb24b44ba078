import { PERSON_TITLE, TELEPHONE } from '#domain/thai-text.ts';
import type { SourceText, Span } from './source-text.ts';

/** The form's own words around a signature; dots and lines wait for a pen. */
const FURNITURE =
  /ลงชื่อ|ตำแหน่ง|ต\u0E4D\u0E32แหน่ง|โทร(?:ศัพท์|\.)?|วันที่|\(?\s*ผู้(?:รับผิดชอบ|รายงาน|จัดทำ|ตรวจสอบ|อนุมัติ|บังคับบัญชา|อำนวยการ)(?:โครงการ|ตัวชี้วัด|ข้อมูล)?\s*\)?|[.…_:/()*-]+/gu;

const OWN_LINE = /^[\s*(]*(?:ลงชื่อ|ต(?:ำ|\u0E4D\u0E32)แหน่ง|โทร|วันที่|\()/u;

/** A name is short: a longer line below a signature is something else. */
const LONGEST_NAME = 80;

/** Parts of a text that name a person or a telephone. */
export function namesPerson(text: string): boolean {
  return PERSON_TITLE.test(text) || TELEPHONE.test(text);
}

/** The lines below the signature: what the form prints itself, and who or whose telephone stands there. */
export function readSignature(text: SourceText, spans: readonly Span[]): { furniture: Span[]; persons: Span[] } {
  const furniture: Span[] = [];
  const persons: Span[] = [];
  for (const span of spans) {
    const line = text.getText(span);
    if (line.length > LONGEST_NAME && !OWN_LINE.test(line) && !namesPerson(line)) continue;
    if (/^หมายเหตุ/u.test(line) && !namesPerson(line)) continue;
    let from = 0;
    for (const { 0: word, index } of line.matchAll(FURNITURE)) {
      // Hyphens and points within a name or a number belong to it.
      const isInside =
        !/\p{L}/u.test(word) &&
        /[\p{L}\p{M}\d]$/u.test(line.slice(0, index)) &&
        /^[\p{L}\d]/u.test(line.slice(index + word.length));
      if (isInside && !/[.…_]{2}/u.test(word)) continue;
      persons.push(...cut(text, span, from, index));
      furniture.push(...cut(text, span, index, index + word.length));
      from = index + word.length;
    }
    persons.push(...cut(text, span, from, line.length));
  }
  return { furniture, persons };
}

function cut(text: SourceText, span: Span, from: number, until: number): Span[] {
  return text.trim({ line: span.line, start: span.start + from, end: span.start + until });
}
