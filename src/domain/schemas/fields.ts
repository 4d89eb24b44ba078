import { z } from 'zod';
import type { EntryKind } from '../issue.ts';
import { schemaByKind } from './by-kind.ts';
import { day, fileName, handle, line, prose, slug, webAddress } from './text.ts';

/** What is typed into a field; one field may take several. */
export type FieldForm =
  | 'line'
  | 'prose'
  | 'day'
  | 'address'
  | 'file'
  | 'slug'
  | 'handle'
  | 'code'
  | 'number'
  | 'integer'
  | 'flag'
  | 'choice'
  | 'group';

/** Limits of a number: at least, more than, at most. */
export interface FieldRange {
  least?: number;
  above?: number;
  most?: number;
}

/** A field of an entry as its schema has it, for people to be told. */
export interface Field {
  /** Dotted key, without the numbers of list items. */
  key: string;
  isRequired: boolean;
  forms: FieldForm[];
  /** Values to choose from, where there are any. */
  choices: (string | number)[];
  range: FieldRange;
  /** Set where the field is a list: how many items it may have. */
  items?: { least?: number; most?: number };
  /** Choices of the sibling field with which alone it may stand: bands and milestones, not proportional. */
  onlyWith: string[];
  /** Fields of the group, or of each item of the list, in the order of the schema. */
  fields: Field[];
}

type Contents = Pick<Field, 'forms' | 'choices' | 'range' | 'fields'> & { items?: NonNullable<Field['items']> };

/** The fields of a kind of entry, in the order of its schema. */
export function listFields(kind: EntryKind): Field[] {
  return readSchema(schemaByKind[kind], '').fields;
}

/** A field and everything below it, each before what it holds. */
export function flattenFields(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => [field, ...flattenFields(field.fields)]);
}

const TEXT_FORMS = new Map<z.core.$ZodType, FieldForm>([
  [line, 'line'],
  [prose, 'prose'],
  [day, 'day'],
  [webAddress, 'address'],
  [fileName, 'file'],
  [slug, 'slug'],
  [handle, 'handle'],
]);

function readSchema(schema: z.core.$ZodType, key: string): Contents {
  if (schema instanceof z.ZodOptional) return readSchema(schema.unwrap(), key);
  if (schema instanceof z.ZodArray) return { ...readSchema(schema.element, key), items: readCount(schema) };
  if (schema instanceof z.ZodTuple) return readTuple(schema, key);
  if (schema instanceof z.ZodUnion) return readUnion(schema, key);
  if (schema instanceof z.ZodObject) return make('group', { fields: readObject(schema, key) });
  if (schema instanceof z.ZodEnum) return make('choice', { choices: schema.options });
  if (schema instanceof z.ZodLiteral) return make('choice', { choices: listLiterals(schema) });
  if (schema instanceof z.ZodBoolean) return make('flag');
  if (schema instanceof z.ZodNumber)
    return make(schema.format === 'safeint' ? 'integer' : 'number', { range: readRange(schema) });
  return make(TEXT_FORMS.get(schema) ?? guessForm(schema));
}

function make(form: FieldForm, parts: Partial<Contents> = {}): Contents {
  return { forms: [form], choices: [], range: {}, fields: [], ...parts };
}

function guessForm(schema: z.core.$ZodType): FieldForm {
  if (schema instanceof z.ZodURL) return 'address';
  return schema._zod.def.checks === undefined || schema._zod.def.checks.length === 0 ? 'line' : 'code';
}

function listLiterals(schema: z.ZodLiteral): (string | number)[] {
  return [...schema.values].filter((value) => typeof value === 'string' || typeof value === 'number');
}

function readCount(schema: z.ZodArray): NonNullable<Field['items']> {
  const { minItems: least, maxItems: most } = z.toJSONSchema(schema);
  return { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
}

function readRange(schema: z.ZodNumber): FieldRange {
  const { minimum: least, exclusiveMinimum: above, maximum: most } = z.toJSONSchema(schema);
  return {
    ...(least === undefined ? {} : { least }),
    ...(typeof above === 'number' ? { above } : {}),
    ...(most === undefined ? {} : { most }),
  };
}

function readTuple(schema: z.ZodTuple, key: string): Contents {
  const { items } = schema.def;
  const [first] = items;
  const contents = first === undefined ? make('line') : readSchema(first, key);
  return { ...contents, items: { least: items.length, most: items.length } };
}

function readObject(schema: z.ZodObject, key: string): Field[] {
  return Object.entries(schema.shape).map(([name, inner]) => {
    const path = key === '' ? name : `${key}.${name}`;
    const isRequired = !(inner instanceof z.ZodOptional);
    return { key: path, isRequired, onlyWith: [], ...readSchema(inner, path) };
  });
}

function readUnion(schema: z.ZodUnion, key: string): Contents {
  const options = schema.options.map((option) => readSchema(option, key));
  return {
    forms: [...new Set(options.flatMap((option) => option.forms))],
    choices: [...new Set(options.flatMap((option) => option.choices))],
    range: Object.assign({}, ...options.map((option) => option.range)),
    fields: mergeFields(options.map((option) => option.fields)),
  };
}

/** The fields of several groups of which one may stand; the choices of their first field tell the groups apart. */
function mergeFields(groups: Field[][]): Field[] {
  const names = groups.map((fields) => fields[0]?.choices.map(String) ?? []);
  const keys = new Set(groups.flatMap((fields) => fields.map((field) => field.key)));
  return [...keys].flatMap((key) => {
    const found = groups.map((fields) => fields.find((field) => field.key === key));
    const [first, ...others] = found.filter((field) => field !== undefined);
    if (first === undefined) return [];
    const isEverywhere = found.every((field) => field !== undefined);
    const onlyWith = isEverywhere ? [] : names.flatMap((group, index) => (found[index] === undefined ? [] : group));
    const choices = [...new Set([first, ...others].flatMap((field) => field.choices))];
    return [{ ...first, choices, onlyWith }];
  });
}
