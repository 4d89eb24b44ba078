import type { FieldChange, FieldValue } from './impact.ts';

/** Every field of an entry's data by dotted key. A list of plain values is one value, a list of records is walked. */
export function flattenFields(data: object, leftOut: readonly string[] = []): Map<string, FieldValue> {
  const fields = new Map<string, FieldValue>();
  for (const [key, value] of Object.entries(data)) if (!leftOut.includes(key)) addField(fields, key, value);
  return fields;
}

/** Fields that differ, in the order of the new entry, then those that are gone. Undefined stands for no entry. */
export function compareFields(
  before: object | undefined,
  after: object | undefined,
  leftOut: readonly string[] = [],
): FieldChange[] {
  const [old, now] = [flattenFields(before ?? {}, leftOut), flattenFields(after ?? {}, leftOut)];
  return [...new Set([...now.keys(), ...old.keys()])]
    .filter((key) => !isSame(old.get(key), now.get(key)))
    .map((key) => buildChange(key, old.get(key), now.get(key)));
}

/** What stands on one side only, records held against each other by their content. */
export function compareLists<T extends object>(before: readonly T[] = [], after: readonly T[] = []) {
  if (before.length === 0 || after.length === 0) return { added: [...after], removed: [...before] };
  const [old, now] = [count(before), count(after)];
  return { added: listExcess(after, old), removed: listExcess(before, now) };
}

function addField(fields: Map<string, FieldValue>, key: string, value: unknown): void {
  if (isPlain(value) || (Array.isArray(value) && value.every(isPlain))) fields.set(key, value);
  else if (typeof value === 'object' && value !== null) {
    for (const [inner, part] of Object.entries(value)) addField(fields, `${key}.${inner}`, part);
  }
}

function isPlain(value: unknown): value is number | string | boolean {
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';
}

function isSame(before: FieldValue | undefined, after: FieldValue | undefined): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

function buildChange(key: string, before: FieldValue | undefined, after: FieldValue | undefined): FieldChange {
  return {
    key,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    marks: [],
  };
}

/** One spelling of a record, whatever the order of its keys. */
function spell(record: object): string {
  return JSON.stringify([...flattenFields(record)].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function count(records: readonly object[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const record of records) counts.set(spell(record), (counts.get(spell(record)) ?? 0) + 1);
  return counts;
}

function listExcess<T extends object>(records: readonly T[], known: ReadonlyMap<string, number>): T[] {
  const left = new Map(known);
  return records.filter((record) => {
    const key = spell(record);
    const rest = left.get(key) ?? 0;
    left.set(key, rest - 1);
    return rest <= 0;
  });
}
