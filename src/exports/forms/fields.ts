import { z } from 'zod';
import { schemaByKind } from '#domain/schemas/by-kind.ts';
import { day, fileName, line, prose, webAddress } from '#domain/schemas/text.ts';
import { getChoiceText, getFieldText } from '#strings/field-text.ts';
import type { Language } from '#strings/translate.ts';

/** A field of a form, in the words of Decap CMS. */
export interface FormsField {
  name: string;
  label: string;
  hint: string;
  widget: string;
  required: boolean;
  [option: string]: unknown;
}

/** What is said where a typed text does not fit. */
export interface FieldMessages {
  file: string;
  fileHint: string;
  day: string;
  address: string;
  oneLine: string;
}

export interface FieldOptions {
  language: Language;
  messages: FieldMessages;
  /** Keys that the form does not show; what a file has under them stays as it is. */
  hidden: readonly string[];
  /** Keys that the form insists on although the schema does not. */
  required: readonly string[];
}

/** The fields of an entry's front matter, in the order of its schema. Throws for a kind of field that has no widget. */
export function buildFields(kind: 'report' | 'year', options: FieldOptions): FormsField[] {
  const schema = schemaByKind[kind];
  if (!(schema instanceof z.ZodObject)) throw new Error(`the schema of ${kind} is not an object`);
  return Object.entries(schema.shape)
    .filter(([key]) => !options.hidden.includes(key))
    .map(([key, field]) => ({
      ...buildField(kind, key, field, options),
      ...(options.required.includes(key) ? { required: true } : {}),
    }));
}

function buildField(kind: 'report' | 'year', key: string, schema: z.core.$ZodType, options: FieldOptions): FormsField {
  const { label, help } = getFieldText(kind, key, options.language);
  const isOptional = schema instanceof z.ZodOptional;
  const inner = isOptional ? schema.unwrap() : schema;
  const name = key.slice(key.lastIndexOf('.') + 1);
  return { name, label, hint: help, required: !isOptional, ...getWidget(kind, key, inner, options) };
}

type Widget = { widget: string; [option: string]: unknown };

function getWidget(kind: 'report' | 'year', key: string, schema: z.core.$ZodType, options: FieldOptions): Widget {
  const text = getTextWidget(schema, options.messages);
  if (text !== undefined) return text;
  if (schema instanceof z.ZodNumber) return getNumberWidget(schema);
  if (schema instanceof z.ZodEnum) {
    const choices = schema.options.map(String);
    return {
      widget: 'select',
      options: choices.map((value) => ({ label: getChoiceText(value, options.language), value })),
    };
  }
  const fields = (object: z.core.$ZodType) => {
    if (!(object instanceof z.ZodObject)) throw new Error(`no widget for the items of ${kind}.${key}`);
    return Object.entries(object.shape).map(([inner, field]) => buildField(kind, `${key}.${inner}`, field, options));
  };
  if (schema instanceof z.ZodArray) {
    return { widget: 'list', collapsed: false, allow_reorder: true, fields: fields(schema.element) };
  }
  if (schema instanceof z.ZodObject) return { widget: 'object', fields: fields(schema) };
  throw new Error(`no widget for ${kind}.${key}`);
}

/** Texts are told apart by which rule they follow, not by their type. */
function getTextWidget(schema: z.core.$ZodType, messages: FieldMessages): Widget | undefined {
  if (schema === prose) return { widget: 'text' };
  if (schema === line) return { widget: 'string', pattern: ['^[^\\r\\n]*\\S[^\\r\\n]*$', messages.oneLine] };
  if (schema === webAddress) return { widget: 'string', pattern: ['^https?://[^\\s<>"\'\\\\]+$', messages.address] };
  if (schema === fileName) {
    const { file, fileHint: hint } = messages;
    const pattern = ['^[a-z0-9]+([._-][a-z0-9]+)*\\.(pdf|png|jpg|webp)$', file];
    return { widget: 'file', hint, choose_url: false, media_library: { config: { multiple: false } }, pattern };
  }
  if (schema === day) {
    const format = 'YYYY-MM-DD';
    // A year of the Buddhist era is what hands type by themselves.
    const pattern = ['^(19|20|21)\\d\\d-', messages.day];
    return { widget: 'datetime', pattern, format, date_format: format, time_format: false, picker_utc: false };
  }
  return undefined;
}

function getNumberWidget(schema: z.ZodNumber): Widget {
  const { minValue, maxValue } = schema;
  const isWhole = schema.format === 'safeint';
  return {
    widget: 'number',
    value_type: isWhole ? 'int' : 'float',
    // Whole numbers have the bounds of what a computer counts; those are no rule of ours.
    ...(minValue === null || minValue < -1e9 ? {} : { min: minValue }),
    ...(maxValue === null || maxValue > 1e9 ? {} : { max: maxValue }),
  };
}
