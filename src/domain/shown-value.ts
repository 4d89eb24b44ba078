import type { FieldValue } from './impact/impact.ts';

/** What a correction says of a field that does not stand. */
export const ABSENT = 'absent';

/** A value as a correction gives it in `from` or `to`. */
export type Shown = number | string;

/** Whether a correction means a value, however it was typed: 1407.5, "1,407.50"; "20, 45, 70, 90"; absent where there is none. */
export function isShown(shown: Shown, value: FieldValue | undefined): boolean {
  if (value === undefined) return shown === ABSENT;
  if (typeof value === 'number') return readNumber(shown) === value;
  if (typeof value !== 'object') return tidy(String(shown)) === tidy(String(value));
  const parts = splitList(shown);
  return parts.length === value.length && value.every((item, index) => isShown(parts[index] ?? '', item));
}

/** Whether two corrections mean the same value. */
export function isSameShown(first: Shown, second: Shown): boolean {
  const [one, other] = [readNumber(first), readNumber(second)];
  return one === undefined || other === undefined ? tidy(String(first)) === tidy(String(second)) : one === other;
}

/** What a correction's value may stand for, as a file would hold it, the likeliest first. Not for `absent`. */
export function listMeanings(shown: Shown): FieldValue[] {
  const number = readNumber(shown);
  const list = splitList(shown).map(readNumber);
  const numbers = list.filter((item) => item !== undefined);
  return [
    ...(number === undefined ? [] : [number]),
    ...(numbers.length > 1 && numbers.length === list.length ? [numbers] : []),
    shown,
  ];
}

/** Every number that stands in words. A dash after a digit leads to another number: 10-20. */
export function findNumbers(words: Shown): number[] {
  const found = String(words).matchAll(/(?:(?<!\d)[-\u2212])?\d+(?:,\d{3}(?!\d))*(?:\.\d+)?/g);
  return [...found].map(([text]) => readNumber(text) ?? Number.NaN);
}

/** A value in one line, as a correction gives it. */
export function spellValue(value: FieldValue | undefined): string {
  if (value === undefined) return ABSENT;
  return typeof value === 'object' ? value.map(String).join(', ') : String(value);
}

/** A figure may be written as it was shown, with thousands commas and a minus sign. */
function readNumber(shown: Shown): number | undefined {
  if (typeof shown === 'number') return shown;
  const plain = shown
    .trim()
    .replace(/,(?=\d{3}(?!\d))/g, '')
    .replace('\u2212', '-');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

function splitList(shown: Shown): string[] {
  return String(shown)
    .replace(/^\s*\[|\]\s*$/g, '')
    .split(/,\s+|;\s*/)
    .map((part) => part.trim());
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
