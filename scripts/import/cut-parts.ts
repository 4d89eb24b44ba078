import { toArabicDigits } from '#domain/thai-text.ts';
import type { Part, PartKey } from './find-labels.ts';
import type { SourceText } from './source-text.ts';
import { spell } from './spelling.ts';

const RESULT_IN_ROW = spell('\\s[:=：]?\\s*ผลงานที่ทำได้\\s*[:=：]');

/** The number of a quarter as the form prints it, in brackets or before the word for a quarter however it is spelt. */
const STRAY_QUARTER =
  /^[\s*]*(?:\(\s*6\s*\.\s*([1-5])\s*\)\s*(?:ไตรมา\p{L}\s*(?:ที่)?\s*([1-4]))?|6\s*\.\s*[1-4][.)]?\s*ไตรมา\p{L}\s*(?:ที่)?\s*([1-4]))/u;

/** A line of print that starts a part is no longer. */
const LONGEST_LABEL = 60;

const IN_QUARTERS = new Set<PartKey>(['quarters', 'q1', 'q2', 'q3', 'q4', 'summary']);

/** Target and result printed in one row of a table are two parts. */
export function splitRow(text: SourceText, parts: Part[]): Part[] {
  const at = parts.findIndex(({ key }) => key === 'target');
  const target = parts[at];
  const [first, ...others] = target?.content ?? [];
  if (target === undefined || first === undefined || parts.some(({ key }) => key === 'result')) return parts;
  const line = text.getText(first);
  const match = RESULT_IN_ROW.exec(line);
  const before = line.slice(0, match?.index ?? 0);
  // Inside a bracket the words are a part of the unit.
  if (match === null || before.split('(').length !== before.split(')').length) return parts;
  const label = { ...first, start: first.start + match.index, end: first.start + match.index + match[0].length };
  const content = [...text.trim({ ...first, start: label.end }), ...others];
  const rest = { ...target, content: text.trim({ ...first, end: label.start }) };
  return [...parts.slice(0, at), rest, { key: 'result', label, content }, ...parts.slice(at + 1)];
}

/**
 * A line numbered like a quarter that is not there ("(6.2) ไตรมาศที่ 2", "(6.2) ไตรมาสที่ 3") ends the part above it. Whose
 * words follow is not certain: they belong to no part.
 */
export function endAtStrays(text: SourceText, parts: Part[]): Part[] {
  const there = new Set<string>(parts.map(({ key }) => key));
  const isMissing = (digit: string | undefined) =>
    digit !== undefined && !there.has(digit === '5' ? 'summary' : `q${digit}`);
  return parts.map((part) => {
    if (!IN_QUARTERS.has(part.key)) return part;
    const end = part.content.findIndex((span) => {
      const [, step, ...quarters] =
        STRAY_QUARTER.exec(toArabicDigits(text.getText(span).slice(0, LONGEST_LABEL))) ?? [];
      return isMissing(step) || quarters.some(isMissing);
    });
    return end < 0 ? part : { ...part, content: part.content.slice(0, end) };
  });
}
