import { Exact } from './decimal.ts';
import type { WrittenEntry } from './impact/compare-entries.ts';
import { findOwnPlace } from './places.ts';
import type { Correction } from './schemas/correction.ts';

/** Where in its file a correction is to be written: no list yet, below its last item, or within its brackets. */
export type LinesPlace = 'none' | 'after' | 'within';

/** A correction whose values are spelled as YAML. */
export type SpelledCorrection = Record<keyof Correction, string>;

/** What stands for words that a person has to find. */
const TO_FILL_IN = '...';

/** What begins a list of corrections. */
const HEAD = 'corrections:\n';

/** The lines that add a correction to an entry, indented as its other corrections are, or that begin the list. */
export function writeCorrection(
  entry: WrittenEntry | undefined,
  correction: SpelledCorrection,
): { lines: string; place: LinesPlace } {
  const fields = Object.entries(correction).map(([key, value]) => `${key}: ${value}`);
  if (entry !== undefined && isInBrackets(entry)) return { lines: `{ ${fields.join(', ')} }`, place: 'within' };
  const isFirst = entry?.data.corrections === undefined;
  const indent = isFirst ? '  ' : ' '.repeat((findOwnPlace(entry.places, 'corrections')?.[1] ?? 3) - 1);
  const item = fields.map((field, index) => `${indent}${index === 0 ? '- ' : '  '}${field}`);
  return isFirst ? { lines: `${HEAD}${item.join('\n')}`, place: 'none' } : { lines: item.join('\n'), place: 'after' };
}

/** The lines below those that begin the list in the same file; undefined for lines that begin none. */
export function continueList(lines: string): string | undefined {
  return lines.startsWith(HEAD) ? lines.slice(HEAD.length) : undefined;
}

/** A correction with the words that a person has to find left open. */
export function fillIn({ date, field, from, to }: Record<'date' | 'field' | 'from' | 'to', string>): SpelledCorrection {
  return { date, field, from, to, reason: TO_FILL_IN, approvedBy: TO_FILL_IN };
}

/** A correction that stood in a file, to be put back as it was. */
export function spellCorrection({ date, field, from, to, reason, approvedBy }: Correction): SpelledCorrection {
  return {
    date,
    field: spellYaml(field),
    from: spellYaml(from),
    to: spellYaml(to),
    reason: spellYaml(reason),
    approvedBy: spellYaml(approvedBy),
  };
}

/** A value as YAML holds it in one line; text in quotes where it would be read as something else without them. */
export function spellYaml(value: string | number): string {
  if (typeof value === 'number') return new Exact(value).toFixed();
  const isPlain = /^[\p{L}][\p{L}\p{M}\p{N} ./()-]*$/u.test(value) && value.trim() === value;
  return isPlain && !/^(true|false|null)$/i.test(value) ? value : JSON.stringify(value);
}

/** Whether the list is written as [{ … }], which begins in the line of its key. */
function isInBrackets({ places, data }: WrittenEntry): boolean {
  const [line] = findOwnPlace(places, 'corrections') ?? [];
  const [keyLine] = findOwnPlace(places, 'corrections@') ?? [];
  return data.corrections !== undefined && line === keyLine;
}
