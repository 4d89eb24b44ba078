import { getColumnText, getTableText, getUnitText } from '#strings/column-text.ts';
import type { Language } from '#strings/translate.ts';
import type { Column, ColumnType } from './tables/column.ts';
import type { Table } from './tables/table.ts';
import { TABLE_VERSION } from './tables/table-file.ts';

/** Types of Frictionless Table Schema. */
const FIELD_TYPES: Record<ColumnType, { type: string; format?: string }> = {
  text: { type: 'string' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  flag: { type: 'boolean' },
  day: { type: 'date' },
  time: { type: 'datetime' },
  address: { type: 'string', format: 'uri' },
  list: { type: 'array' },
  any: { type: 'any' },
};

/** Where the Table Schema of a table is published, below /data/. */
export function getSchemaName(table: string): string {
  return `schema/${table}.table.json`;
}

/** The Table Schema of a table's CSV, of a year or of all: its keys point into the files that hold every row. */
export function buildTableSchema({ columns, primaryKey, foreignKeys }: Table): object {
  const keys = foreignKeys.map((key) => {
    const resource = key.table === 'indicators' ? 'all' : key.table;
    return { fields: key.columns, reference: { resource, fields: key.reference } };
  });
  return {
    fields: columns.map(buildField),
    missingValues: [''],
    ...(primaryKey.length > 0 && { primaryKey }),
    ...(keys.length > 0 && { foreignKeys: keys }),
  };
}

/** The JSON Schema (draft 7) of a table's JSON. */
export function buildRowsSchema({ id, columns }: Table, address: string | undefined): object {
  const { title, about } = getTableText(id, 'en');
  const row = {
    type: 'object',
    required: columns.map((column) => column.id),
    additionalProperties: false,
    properties: Object.fromEntries(columns.map((column) => [column.id, buildProperty(column)])),
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...(address && { $id: address }),
    title,
    description: about,
    type: 'object',
    required: ['version', 'table', 'asOf', 'rows'],
    properties: {
      version: { const: TABLE_VERSION },
      table: { const: id },
      fiscalYear: { type: 'integer' },
      asOf: { type: 'string', format: 'date' },
      licence: { type: 'string' },
      rows: { type: 'array', items: row },
    },
  };
}

function buildField(column: Column): object {
  const { id, type, choices, range } = column;
  const constraints = {
    ...(column.isRequired && { required: true }),
    ...(choices.length > 0 && type === 'text' && { enum: choices }),
    ...(range.least !== undefined && { minimum: range.least }),
    ...(range.most !== undefined && { maximum: range.most }),
  };
  return {
    name: id,
    ...FIELD_TYPES[type],
    ...describe(column, 'th'),
    ...prefix(describe(column, 'en')),
    ...(column.unit && { unit: column.unit }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}

type TypeName = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'null';

const SINGLE: TypeName[] = ['string', 'number', 'boolean'];

const JSON_TYPES: Record<ColumnType, { type: TypeName[]; format?: string }> = {
  text: { type: ['string'] },
  number: { type: ['number'] },
  integer: { type: ['integer'] },
  flag: { type: ['boolean'] },
  day: { type: ['string'], format: 'date' },
  time: { type: ['string'], format: 'date-time' },
  address: { type: ['string'], format: 'uri' },
  list: { type: ['array'] },
  any: { type: [...SINGLE, 'array'] },
};

/** A column that is absent in a row is null there. */
function buildProperty(column: Column): object {
  const { type, isRequired, choices, range } = column;
  const json = JSON_TYPES[type];
  const values = isRequired ? choices : [...choices, null];
  return {
    ...describe(column, 'en'),
    ...json,
    type: isRequired ? json.type : [...json.type, 'null'],
    ...(choices.length > 0 && type === 'text' && { enum: values }),
    ...(type === 'list' && { items: choices.length > 0 ? { enum: choices } : { type: SINGLE } }),
    ...(range.least !== undefined && { minimum: range.least }),
    ...(range.above !== undefined && { exclusiveMinimum: range.above }),
    ...(range.most !== undefined && { maximum: range.most }),
  };
}

/** Name and meaning of a column; a unit is part of what it means. */
function describe(column: Column, language: Language): { title: string; description: string } {
  const { name, meaning } = getColumnText(column, language);
  const unit = column.unit === undefined ? '' : ` (${getUnitText(column.unit, language)})`;
  return { title: name, description: `${meaning}${unit}` };
}

function prefix({ title, description }: ReturnType<typeof describe>): { titleEn: string; descriptionEn: string } {
  return { titleEn: title, descriptionEn: description };
}
