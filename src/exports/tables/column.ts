import type { EntryKind } from '#domain/issue.ts';
import { type Field, type FieldRange, flattenFields, listFields } from '#domain/schemas/fields.ts';

/** A single value of a table; absent is undefined, which is never zero. */
export type Single = string | number | boolean;
export type Cell = Single | readonly Single[] | undefined;

/**
 * What a column holds. `number` is a decimal, `day` a date of the common era, `time` a moment in UTC, `list` several
 * values, `any` whatever a field held: number, text, flag or list.
 */
export type ColumnType = 'text' | 'number' | 'integer' | 'flag' | 'day' | 'time' | 'address' | 'list' | 'any';

/** What a number counts. `own` is the indicator's own unit, which stands in its column `unit`. */
export type ColumnUnit = 'own' | 'percent' | 'points' | 'days';

/** Which texts of the site say what the values of a column mean. */
export type ChoiceWords = 'status' | 'reason' | 'reading' | 'choice';

/** A column of a table as everything that is published of it needs it: CSV, JSON, schemas, database, documentation. */
export interface Column {
  /** The same id means the same in every table. */
  id: string;
  type: ColumnType;
  /** Whether a row always has a value. */
  isRequired: boolean;
  /** The only values there are, where they can be counted. */
  choices: readonly string[];
  words: ChoiceWords;
  range: FieldRange;
  unit?: ColumnUnit;
  /** The field of the content that it shows as it was typed; its name and limits are that field's. */
  field?: { kind: EntryKind; key: string };
}

type Details = Partial<Omit<Column, 'id' | 'type' | 'field'>>;

/** A column of our own making. */
export function defineColumn(id: string, type: ColumnType, details: Details = {}): Column {
  return { id, type, isRequired: false, choices: [], words: 'choice', range: {}, ...details };
}

/** A column that shows a field of the content, named by kind and key as a path: "indicator/source/url". */
export function showField(id: string, name: string, details: Details = {}): Column {
  const field = getField(name);
  const { type, range, choices } = readField(field.field);
  return {
    ...defineColumn(id, type, { range, choices, ...details }),
    field: { kind: field.kind, key: field.field.key },
  };
}

const known = new Map<EntryKind, Map<string, Field>>();

function getField(name: string): { kind: EntryKind; field: Field } {
  // Safe: a name that begins with no kind finds no field below.
  const [kind, ...keys] = name.split('/') as [EntryKind, ...string[]];
  const fields = known.get(kind) ?? new Map(flattenFields(listFields(kind)).map((field) => [field.key, field]));
  known.set(kind, fields);
  const field = fields.get(keys.join('.'));
  if (field === undefined) throw new Error(`no field ${name} in the schemas`);
  return { kind, field };
}

/** "unknown" beside a number is told in a column of its own, so that the number's column holds numbers only. */
function readField({ forms, range, choices, items }: Field): Pick<Column, 'type' | 'range' | 'choices'> {
  if (items !== undefined) return { type: 'list', range: {}, choices: choices.map(String) };
  if (forms.includes('integer')) return { type: 'integer', range, choices: [] };
  if (forms.includes('number')) return { type: 'number', range, choices: [] };
  if (forms.includes('flag')) return { type: 'flag', range: {}, choices: [] };
  if (forms.includes('day')) return { type: 'day', range: {}, choices: [] };
  if (forms.includes('address')) return { type: 'address', range: {}, choices: [] };
  const numbers = choices.filter((choice) => typeof choice === 'number');
  if (numbers.length > 0 && numbers.length === choices.length) {
    return { type: 'integer', range: { least: Math.min(...numbers), most: Math.max(...numbers) }, choices: [] };
  }
  return { type: 'text', range: {}, choices: choices.map(String) };
}
