import type { ImportedForm } from './import-forms.ts';
import type { SourceText } from './source-text.ts';
import type { Words } from './words.ts';

/** "?" where the table of the old system has no dash. */
const LOST_DASH = /ด้านที่\s*[\d๐-๙]+\s+\?\s/u;

/** What was mended or read out of the source, and what a person should look at, in words. */
export function describeNotes({ source, parsed, built, otherYears }: ImportedForm, words: Words): string[] {
  const { goal, weight } = built;
  const lost = LOST_DASH.exec(parsed.plan)?.[0].trim();
  const notes = source.repairs.map(({ kind, seen = '', count = 0 }) => words(`repair.${kind}`, { seen, count }));
  if (lost !== undefined) notes.push(words('repair.dash', { seen: lost }));
  if ('id' in goal) {
    const { id, goal: code, name } = goal;
    notes.push(words(goal.isCut ? 'goal.cut' : 'goal.found', { id, code, name }));
  }
  if (otherYears.length > 0) notes.push(words('year.other', { seen: otherYears.join(' · ') }));
  if (weight !== undefined) notes.push(words('weight.found', { weight, levels: parsed.levels.length }));
  if (built.result !== undefined && built.result !== parsed.result)
    notes.push(words('result.read', { seen: parsed.result, result: built.result }));
  if (parsed.missing.length > 0)
    notes.push(words('parts.missing', { parts: parsed.missing.map((key) => words(`part.${key}`)).join(' · ') }));
  if (parsed.outOfOrder.length > 0)
    notes.push(words('parts.order', { parts: parsed.outOfOrder.map((key) => words(`part.${key}`)).join(' · ') }));
  if (parsed.alike.length > 0) notes.push(words('parts.alike', { lines: parsed.alike.join(', ') }));
  return notes;
}

/** Characters of the form without spaces, by where they went. */
export function countCharacters(
  text: SourceText,
): Record<'all' | 'placed' | 'read' | 'furniture' | 'unplaced' | 'private', number> {
  const counts = { all: 0, placed: 0, read: 0, furniture: 0, unplaced: 0, private: 0 };
  for (const { text: words, place } of text.listMarks()) counts[place.kind] += count(words);
  return { ...counts, all: text.lines.reduce((sum, line) => sum + count(line.text), 0) };
}

function count(text: string): number {
  return Array.from(text.replace(/\s/gu, '')).length;
}
