import { endAtStrays, splitRow } from './cut-parts.ts';
import type { SourceText, Span } from './source-text.ts';
import { spell } from './spelling.ts';

/** Parts of the form in the order in which it prints them. */
export const PARTS = [
  'name',
  'outcome',
  'support',
  'area',
  'subArea',
  'goal',
  'definition',
  'method',
  'target',
  'result',
  'quarters',
  'q1',
  'q2',
  'q3',
  'q4',
  'summary',
  'supporting',
  'obstacles',
  'evidence',
  'signature',
] as const;

export type PartKey = (typeof PARTS)[number];

/** One part of a form: its label and what stands behind it up to the next label. */
export interface Part {
  key: PartKey;
  label: Span;
  content: Span[];
}

export interface FoundLabels {
  /** By line. */
  parts: Part[];
  /** Parts that stand before one they should follow. */
  outOfOrder: PartKey[];
  /** Lines that look like a label and are not one: they stay text. */
  alike: number[];
}

/** The title each form begins with. A year typed into it is not the form's own: from there on it is text. */
export const FORM_TITLE = spell('^[\\s*]*ผลการดำเนินงานส่วนที่\\s*[2๒](?:\\s*ผลสัมฤทธิ์\\P{Nd}*?แยกรายตัวชี้วัด)?[\\s*:]*');

const SEPARATOR = '\\s*(?:\\([^():=]*\\))?\\s*(?:::|[:=：]|[\\s*]*$)';

const PATTERNS: Record<PartKey, RegExp> = {
  name: spell(`${number('1')}(?:ชื่อ)?\\s*ตัวชี้วัด${SEPARATOR}`),
  outcome: spell(`${number('2')}ระดับความสำเร็จ${SEPARATOR}`),
  support: spell('^[\\s*]*สนับสนุนแผน.*(?:ยุทธศาสตร์|\\*).*$'),
  area: spell('^[\\s*]*(?:ประเด็น)?ยุทธศาสตร์\\s*:'),
  subArea: spell('^[\\s*-]*ย่อย\\s*:'),
  goal: spell('^[\\s*-]*เป้าประสงค์(?:ที่)?\\s*:'),
  definition: spell(`${number('3')}(?:คำ)?(?:นิยาม|จำกัดความ)${SEPARATOR}`),
  method: spell(`${number('4')}(?:วิธี(?:การ)?คำนวณ|สูตร(?:การ)?คำนวณ)${SEPARATOR}`),
  target: spell(`${number('5')}(?:ค่า)?เป้าหมาย${SEPARATOR}`),
  result: spell(`^[\\s*]*[:=：]?\\s*ผลงานที่ทำได้${SEPARATOR}`),
  quarters: spell(`${number('6')}รายงานผลการดำเนินงาน${SEPARATOR}`),
  q1: spell(quarter('1')),
  q2: spell(quarter('2')),
  q3: spell(quarter('3')),
  q4: spell(quarter('4')),
  summary: spell(`${step('5')}สรุปผลการดำเนินงาน${SEPARATOR}`),
  supporting: spell(`${number('7')}ปัจจัยสนับสนุน(?:(?:ต่อ|ใน)?การดำเนินงาน)?${SEPARATOR}`),
  obstacles: spell(`${number('8')}(?:ปัญหา\\s*(?:และ|/)?\\s*)?อุปสรรค(?:(?:ต่อ|ใน)?การดำเนินงาน)?${SEPARATOR}`),
  evidence: spell(`${number('9')}(?:เอกสาร\\s*/?\\s*)?หลักฐาน(?:อ้างอิง)?${SEPARATOR}`),
  // A contract is "ลงชื่อ" too, in running text: there no space, dot or title follows.
  signature: spell(
    '^[\\s*(]*(?:ลงชื่อ\\)?(?=\\s*(?:[.…_:(]|$)|\\s+\\S|นาย|นาง|น\\.ส\\.|ดร\\.|ว่าที่)|ผู้(?:รายงาน|จัดทำ|ตรวจสอบ|รับผิดชอบ)[\\p{L}\\p{M}]*(?:\\s*[.…_:]|\\s+(?:นาย|นาง|น\\.ส\\.|ว่าที่)(?!ก))|(?:นาย|นาง|น\\.ส\\.|ว่าที่)(?!ก)[^()\\s]+\\s+[^()]{2,60}\\)\\s*$|โทร(?:ศัพท์|\\.)?\\s*[:.]?\\s*[0๐])',
  ),
};

/** No label is longer; patterns need not look further. */
const LONGEST_LABEL = 400;

const NUMBERED: PartKey[] = ['name', 'outcome', 'definition', 'method', 'target', 'quarters', 'q1', 'q2', 'q3', 'q4'];
const STRONG = new Set<PartKey>([...NUMBERED, 'summary', 'supporting', 'obstacles', 'evidence']);

interface Candidate {
  line: number;
  rank: number;
  end: number;
}

/**
 * Finds the labels by number and wording at the start of a line: of all lines that look like one, the longest row
 * that is in the order of the form; then numbered labels of parts still missing, wherever they stand.
 */
export function findLabels(text: SourceText): FoundLabels {
  const candidates = listCandidates(text);
  const row = findLongestRow(candidates);
  const parts = new Set(row.map(({ rank }) => rank));
  const outOfOrder: PartKey[] = [];
  const alike: number[] = [];
  for (const candidate of candidates.filter((item) => !row.includes(item))) {
    const key = PARTS[candidate.rank];
    if (key !== undefined && STRONG.has(key) && !parts.has(candidate.rank)) {
      row.push(candidate);
      parts.add(candidate.rank);
      outOfOrder.push(key);
    } else if (key !== 'signature') alike.push(text.lines[candidate.line]?.number ?? 0);
  }
  row.sort((a, b) => a.line - b.line);
  const found = row.flatMap((item, index) => buildPart(text, item, row[index + 1]?.line));
  return { parts: endAtStrays(text, splitRow(text, found)), outOfOrder, alike };
}

function buildPart(text: SourceText, { line, rank, end }: Candidate, next: number | undefined): Part[] {
  const key = PARTS[rank];
  if (key === undefined) return [];
  const rest = { line, start: end, end: text.lines[line]?.text.length ?? 0 };
  const content = [...text.trim(rest), ...text.getSpans(line + 1, next ?? text.lines.length)];
  return [{ key, label: { line, start: 0, end }, content }];
}

function listCandidates(text: SourceText): Candidate[] {
  return text.lines.flatMap((source, line) => {
    const head = source.text.slice(0, LONGEST_LABEL);
    const rank = PARTS.findIndex((key) => PATTERNS[key].test(head));
    const end = PATTERNS[PARTS[rank] ?? 'name'].exec(head)?.[0].length ?? 0;
    return rank < 0 ? [] : [{ line, rank, end: end === head.length ? source.text.length : end }];
  });
}

/** The longest row of candidates that rises in rank from line to line; of equal ones the earliest. */
function findLongestRow(candidates: readonly Candidate[]): Candidate[] {
  const rows: Candidate[][] = PARTS.map(() => []);
  for (const candidate of candidates) {
    const before = rows.slice(0, candidate.rank).reduce((best, row) => (row.length > best.length ? row : best), []);
    if (before.length >= (rows[candidate.rank]?.length ?? 0)) rows[candidate.rank] = [...before, candidate];
  }
  return rows.reduce((best, row) => (row.length > best.length ? row : best), []);
}

function number(digit: string): string {
  return `^[\\s*]*${either(digit)}\\s*[.)]?\\s*`;
}

function step(digit: string): string {
  return `^[\\s*]*\\(?\\s*${either('6')}\\s*\\.\\s*${either(digit)}\\s*[.)]?\\s*\\)?\\s*`;
}

function quarter(digit: string): string {
  return `${step(digit)}ไตรมาส\\s*(?:ที่)?\\s*${either(digit)}${SEPARATOR}`;
}

/** A digit in both writings. */
function either(digit: string): string {
  return `[${digit}${String.fromCharCode(0x0e50 + Number(digit))}]`;
}
