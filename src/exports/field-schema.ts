import type { EntryKind } from '#domain/issue.ts';
import { type Field, flattenFields, listFields } from '#domain/schemas/fields.ts';
import { buildJsonSchema, ISSUE_KEY, type JsonSchema } from '#domain/schemas/json-schema.ts';
import { getChoiceText, getCure, getFieldText } from '#strings/field-text.ts';
import { createTranslate, type Language } from '#strings/translate.ts';
import { findSnippets } from './field-snippets.ts';
import { findNameReference } from './name-schema.ts';

/** A field that a schema is of, or the whole entry where the key is ''. */
interface Where {
  kind: EntryKind;
  key: string;
  language: Language;
  fields: Map<string, Field>;
}

/**
 * The JSON Schema of a kind of entry for editors: what may be typed, and for every field its name, its help and the
 * meanings of its choices in a language. It is the same whatever the content: names that exist are in another file.
 */
export function buildFieldSchema(kind: EntryKind, language: Language): JsonSchema {
  const fields = new Map(flattenFields(listFields(kind)).map((field) => [field.key, field]));
  const { $schema, ...schema } = word(buildJsonSchema(kind), { kind, key: '', language, fields });
  return { ...($schema && { $schema }), title: createTranslate(language)(`fields.kind-${kind}`), ...schema };
}

/** A schema with what its rules say when they are broken, and with every field below it described. */
function word(schema: JsonSchema, where: Where): JsonSchema {
  const { [ISSUE_KEY]: issue, properties, items, anyOf, oneOf, allOf, ...own } = schema;
  const { kind, key, language } = where;
  const rules = allOf?.map((rule) => word(rule, where)) ?? [];
  const reference = own.type === 'string' ? findNameReference(kind, key) : undefined;
  if (reference !== undefined) rules.push({ $ref: reference });
  const snippets = own.type === 'object' ? findSnippets(kind, key, language, properties) : undefined;
  return {
    ...wordValues(own, where),
    ...(typeof issue === 'string' ? { patternErrorMessage: getCure(issue, language) } : {}),
    ...(properties && { properties: wordFields(properties, where) }),
    ...(items && { items: wordItems(items, where) }),
    ...(anyOf && joinOptions(anyOf.map((option) => word(option, where)))),
    ...(oneOf && { oneOf: oneOf.map((option) => word(option, where)) }),
    ...(rules.length > 0 && { allOf: rules }),
    ...(snippets && { defaultSnippets: snippets }),
  };
}

function wordFields(properties: NonNullable<JsonSchema['properties']>, where: Where): Record<string, JsonSchema> {
  const worded = Object.entries(properties).map(([name, schema]) => {
    const inside = { ...where, key: where.key === '' ? name : `${where.key}.${name}` };
    const inner = typeof schema === 'boolean' ? {} : word(schema, inside);
    return [name, { ...describeField(inside, inner), ...holdNumber(inner) }];
  });
  return Object.fromEntries(worded);
}

/** Editors write 0 for a plain number that is not typed yet, which is a figure here; within a choice they leave it open. */
function holdNumber(schema: JsonSchema): JsonSchema {
  return schema.type === 'number' || schema.type === 'integer' ? { anyOf: [schema] } : schema;
}

function describeField({ kind, key, language, fields }: Where, schema: JsonSchema): JsonSchema {
  const { label, help } = getFieldText(kind, key, language);
  // Editors list the values of an enumeration with their meanings by themselves.
  const choices = schema.enum === undefined ? (fields.get(key)?.choices.map(String) ?? []) : [];
  const meanings = choices.map((value) => `- \`${value}\` — ${getChoiceText(value, language)}`);
  return {
    title: label,
    description: help,
    markdownDescription: [`**${label}**`, help, ...(meanings.length > 0 ? [meanings.join('\n')] : [])].join('\n\n'),
  };
}

function wordItems(items: NonNullable<JsonSchema['items']>, where: Where): NonNullable<JsonSchema['items']> {
  const wordOne = (item: JsonSchema | boolean) => (typeof item === 'boolean' ? item : word(item, where));
  if (!Array.isArray(items)) return wordOne(items);
  return items.filter((item) => typeof item !== 'boolean').map((item) => word(item, where));
}

/** Values that can be counted, with their meanings; for a number or a flag what else to type. */
function wordValues({ const: only, ...own }: JsonSchema, { key, language, fields }: Where): JsonSchema {
  const values = own.enum ?? (only === undefined ? undefined : [only]);
  if (values !== undefined) {
    // One group of several has a single value; a wrong one is told all of them.
    const choices = (fields.get(key)?.choices ?? values).join(', ');
    return {
      ...own,
      enum: values,
      enumDescriptions: values.map((value) => getChoiceText(String(value), language)),
      errorMessage: getCure('CW305', language, { choices }),
    };
  }
  const breach = own.type === 'integer' ? 'int' : own.type;
  return breach === 'int' || breach === 'number' || breach === 'boolean'
    ? { ...own, errorMessage: getCure(`CW303.${breach}`, language) }
    : own;
}

/** One list of values where all that may stand are values; else a choice between schemas. */
function joinOptions(options: JsonSchema[]): JsonSchema {
  const [first] = options;
  const values = options.flatMap((option) => option.enum ?? []);
  const areValues = options.every((option) => option.enum !== undefined && option.type === first?.type);
  return areValues && first !== undefined
    ? { ...(first.type && { type: first.type }), enum: values }
    : { anyOf: options };
}
