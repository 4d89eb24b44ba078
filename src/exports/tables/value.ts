import type { Cell, Single } from './column.ts';

/** Kinds of values that a field of the content may hold; absent where nothing stood. */
export const VALUE_TYPES = ['number', 'text', 'flag', 'list', 'absent'] as const;

export type ValueType = (typeof VALUE_TYPES)[number];

/** What kind of value a field held: a table file cannot tell the text "5" from the number 5 by itself. */
export function getValueType(value: Single | readonly Single[] | undefined): ValueType {
  if (value === undefined) return 'absent';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'flag';
  return typeof value === 'string' ? 'text' : 'list';
}

/** A correction writes "absent" for no value. */
export function readShown(value: number | string): Cell {
  return value === 'absent' ? undefined : value;
}
