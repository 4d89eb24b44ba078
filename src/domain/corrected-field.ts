import type { FieldValue } from './impact/impact.ts';
import type { Shown } from './shown-value.ts';

/** Fields that hold a record of which one part decides scores: a correction gives that part. */
const DECISIVE: Partial<Record<string, string>> = { notScored: 'notScored.reason', withdrawn: 'withdrawn.quarter' };

/** Said of the whole indicator: where its folder stands. */
export const PATH_FIELD = 'path';

/** The dotted key that a correction's field stands for: of notScored its reason, of withdrawn its quarter. */
export function getCorrectedKey(field: string): string {
  return DECISIVE[field] ?? field;
}

/** The field of the highest rank that a key belongs to. */
export function getTopField(key: string): string {
  return key.split('.')[0] ?? key;
}

/** What a field holds that a correction names; 'in-words' for a record (scale), which a correction can only describe. */
export function findFieldValue(data: object, field: string): { value: FieldValue | undefined } | 'in-words' {
  const value = getCorrectedKey(field)
    .split('.')
    .reduce<unknown>((inner, key) => getPart(inner, key), data);
  if (value === undefined || isPlain(value)) return { value };
  return Array.isArray(value) && value.every(isPlain) ? { value } : 'in-words';
}

/** Data with a field set, or taken out where the value is undefined. Records on the way are made where they miss. */
export function setFieldValue(data: object, field: string, value: FieldValue | undefined): object {
  const top = getTopField(field);
  // Without its decisive part the record says nothing.
  if (value === undefined && DECISIVE[top] === getCorrectedKey(field)) return setPart(data, [top], undefined);
  return setPart(data, getCorrectedKey(field).split('.'), value);
}

function setPart(data: unknown, [key = '', ...rest]: string[], value: FieldValue | undefined): object {
  const inner = rest.length === 0 ? value : setPart(getPart(data, key), rest, value);
  if (Array.isArray(data)) return data.map((item: unknown, index) => (String(index) === key ? inner : item));
  const others = Object.entries(data ?? {}).filter(([name]) => name !== key);
  return Object.fromEntries(inner === undefined ? others : [...others, [key, inner]]);
}

function getPart(data: unknown, key: string): unknown {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, key)) return undefined;
  return Reflect.get(data, key);
}

function isPlain(value: unknown): value is Shown | boolean {
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';
}
