import type { SearchRecord, SearchSection } from './document.ts';
import { normalise, normaliseWithPlaces } from './normalise.ts';

/** A line with what was found in it marked, in its own spelling. */
export type Excerpt = { text: string; isMark: boolean }[];

export interface SectionMatch {
  section: SearchSection;
  excerpt: Excerpt;
}

/** The texts of a record in the one spelling; sections by their lines. */
interface Spelt {
  heads: string[];
  sections: { whole: string; lines: string[] }[];
}

const spelt = new WeakMap<SearchRecord, Spelt>();

/** Spelt once: a record is read again with every filter, order and letter. */
function spell(record: SearchRecord): Spelt {
  const known = spelt.get(record);
  if (known !== undefined) return known;
  const made = {
    heads: [record.title, record.titleEn ?? '', ...record.labels].map(normalise),
    sections: record.sections.map(({ text }) => ({ whole: normalise(text), lines: text.split('\n').map(normalise) })),
  };
  spelt.set(record, made);
  return made;
}

/** Whether every part stands somewhere in a record. */
export function holdsAll(record: SearchRecord, parts: readonly string[]): boolean {
  const { heads, sections } = spell(record);
  return parts.every(
    (part) => heads.some((text) => text.includes(part)) || sections.some(({ whole }) => whole.includes(part)),
  );
}

/** Runs of a text that are one of the parts, as places in the original, in order, none within another. */
export function findMarks(original: string, parts: readonly string[]): [start: number, end: number][] {
  const { text, from } = normaliseWithPlaces(original);
  const found: [number, number][] = [];
  for (const part of parts) {
    for (let at = text.indexOf(part); at >= 0 && part !== ''; at = text.indexOf(part, at + part.length)) {
      let end = at + part.length;
      // What is one character in the original is marked as a whole.
      while (end < text.length && from[end] === from[end - 1]) end += 1;
      found.push([from[at] ?? 0, from[end] ?? original.length]);
    }
  }
  const marks: [number, number][] = [];
  for (const [start, end] of found.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = marks.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}

/** A whole text, cut into marked and unmarked runs. */
export function markAll(original: string, parts: readonly string[]): Excerpt {
  return cut(original, 0, original.length, findMarks(original, parts));
}

/** Characters of a line before the first mark, and of the whole. */
const BEFORE = 36;
const LENGTH = 150;

/** The stretch of a text in which most different parts stand, earliest; undefined where none does. */
export function makeExcerpt(original: string, parts: readonly string[]): Excerpt | undefined {
  const text = original.replace(/\s+/g, ' ').trim();
  const marks = findMarks(text, parts);
  if (marks.length === 0) return undefined;
  let [anchor, anchorEnd, most] = [0, 0, 0];
  for (const [from, to] of marks) {
    const within = marks.filter(([start, end]) => start === from || (start > from && end <= from + LENGTH - BEFORE));
    const kinds = new Set(within.map(([start, end]) => normalise(text.slice(start, end))));
    if (kinds.size > most) [anchor, anchorEnd, most] = [from, within.at(-1)?.[1] ?? to, kinds.size];
  }
  const start = findCut(text, Math.max(0, anchor - BEFORE), anchor);
  const end = findEnd(text, Math.max(anchorEnd, Math.min(text.length, start + LENGTH)), anchorEnd);
  const runs = cut(
    text,
    start,
    end,
    marks.filter(([from, to]) => from >= start && to <= end),
  );
  return [
    ...(start > 0 ? [{ text: '…', isMark: false }] : []),
    ...runs,
    ...(end < text.length ? [{ text: '…', isMark: false }] : []),
  ];
}

/** Lines of a record's sections in which something was found, in the order of the page. */
export function findSections(record: SearchRecord, parts: readonly string[]): SectionMatch[] {
  const { sections } = spell(record);
  return record.sections.flatMap((section, at) => {
    const { whole = '', lines = [] } = sections[at] ?? {};
    if (!parts.some((part) => whole.includes(part))) return [];
    const excerpt = makeExcerpt(findLine(section.text, lines, parts), parts);
    return excerpt === undefined ? [] : [{ section, excerpt }];
  });
}

/** The line that holds most different parts, since lines are of different things; the whole text where a part runs on. */
function findLine(text: string, lines: readonly string[], parts: readonly string[]): string {
  const counts = lines.map((line) => parts.filter((part) => line.includes(part)).length);
  const most = Math.max(...counts);
  return most === 0 ? text : (text.split('\n')[counts.indexOf(most)] ?? text);
}

/** The first label in which something was found. */
export function findLabel(record: SearchRecord, parts: readonly string[]): Excerpt | undefined {
  // A title that is a label too has been read already.
  const label = record.labels.find((text) => {
    const line = normalise(text);
    return text !== record.title && parts.some((part) => line.includes(part));
  });
  return label === undefined ? undefined : makeExcerpt(label, parts);
}

function cut(text: string, start: number, end: number, marks: readonly [number, number][]): Excerpt {
  const runs: Excerpt = [];
  let at = start;
  for (const [from, to] of marks) {
    if (from > at) runs.push({ text: text.slice(at, from), isMark: false });
    runs.push({ text: text.slice(from, to), isMark: true });
    at = to;
  }
  if (end > at) runs.push({ text: text.slice(at, end), isMark: false });
  return runs;
}

/** A space near by, else a place that is not before a mark, a following vowel or within a Latin word. */
function findCut(text: string, wanted: number, latest: number): number {
  if (wanted === 0) return 0;
  const space = text.indexOf(' ', wanted);
  if (space >= 0 && space < Math.min(latest, wanted + 20) && isLetter(text, space + 1)) return space + 1;
  let at = wanted;
  while (at < latest && !isSafe(text, at)) at += 1;
  while (at > 0 && !isLetter(text, at)) at -= 1;
  return at;
}

/** As `findCut`, but not before `earliest`. */
function findEnd(text: string, wanted: number, earliest: number): number {
  if (wanted >= text.length) return text.length;
  const space = text.lastIndexOf(' ', wanted);
  if (space >= earliest && space > wanted - 20 && isLetter(text, space + 1)) return space;
  let at = wanted;
  while (at < text.length && !isSafe(text, at)) at += 1;
  return at;
}

/** Whether a line may be cut before this character. */
function isSafe(text: string, at: number): boolean {
  return isLetter(text, at) && !(/\w/.test(text.charAt(at - 1)) && /\w/.test(text.charAt(at)));
}

/** Whether a letter begins here: Thai vowels that follow and all marks belong to the letter before. */
function isLetter(text: string, at: number): boolean {
  return !/[\u0E40-\u0E44]/.test(text.charAt(at - 1)) && !FOLLOWING.test(text.charAt(at));
}

const FOLLOWING =
  /[\u0E2F-\u0E3A]|[\u0E45-\u0E4E]|[\u0300-\u036F]|[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]|[\uDC00-\uDFFF]/;
