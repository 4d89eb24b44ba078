import { buildJsonSchema, ISSUE_KEY, type JsonSchema } from '#domain/schemas/json-schema.ts';
import { createTranslate } from '#strings/translate.ts';
import { RECEIPT_VERSION } from './receipt.ts';
import { NOT_SCORED_REASONS, READINGS, STATUSES } from './tables/score-columns.ts';

const text = { type: 'string' };
const number = { type: 'number' };
const level = { type: 'integer', minimum: 0 };
const quarters = { type: 'array', items: { enum: [1, 2, 3, 4] } };

/**
 * The JSON Schema (draft 7) of an indicator's receipt: what was promised and reported by the very rules that content is
 * checked by, and the scores made from it. What an older reader does not know may stand beside it.
 */
export function buildReceiptSchema(address: string | undefined): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...(address && { $id: address }),
    title: createTranslate('en')('data.receipt'),
    type: 'object',
    required: [
      'version',
      'path',
      'year',
      'asOf',
      'agency',
      'series',
      'indicator',
      'quarters',
      'standing',
      'disagreements',
    ],
    properties: {
      version: { const: RECEIPT_VERSION },
      path: { type: 'string', pattern: '^\\d{4}/[a-z0-9-]+/[a-z0-9-]+$' },
      year: { type: 'integer' },
      asOf: { type: 'string', format: 'date' },
      agency: { type: 'object', required: ['id'], properties: { id: text, code: text, name: text } },
      series: text,
      indicator: extend('indicator', { text, definition: text, method: text }),
      quarters: { type: 'array', minItems: 4, maxItems: 4, items: buildQuarter() },
      standing: buildYear(),
      summary: extend('year', { narrative: text, supporting: text, obstacles: text }),
      disagreements: { type: 'array', items: { type: 'object', required: ['code'], properties: { code: text } } },
    },
  };
}

function buildQuarter(): object {
  return {
    type: 'object',
    required: ['quarter', 'status', 'score', 'isLate'],
    properties: {
      ...buildStanding(),
      quarter: { enum: [1, 2, 3, 4] },
      result: number,
      toDate: number,
      isLate: { type: 'boolean' },
      report: extend('report', { narrative: text }),
    },
  };
}

function buildYear(): object {
  const result = {
    type: 'object',
    required: ['value', 'from', 'quarters', 'missing'],
    properties: { value: number, from: { enum: ['stated', 'quarters'] }, quarters, missing: quarters },
  };
  return {
    type: 'object',
    required: ['status', 'score', 'isProvisional'],
    properties: { ...buildStanding(), result, isProvisional: { type: 'boolean' } },
  };
}

function buildStanding(): object {
  const target = {
    type: 'object',
    required: ['value', 'of'],
    properties: { value: number, of: { enum: ['quarter', 'year'] } },
  };
  return { status: { enum: STATUSES }, target, score: buildScore() };
}

/** Either scored, with every step, or not scored, with the reason; never a score of nothing. */
function buildScore(): object {
  const step = { type: 'object', required: ['step'], properties: { step: text } };
  const marks = {
    reading: { enum: READINGS },
    percent: { type: 'number', minimum: 0, maximum: 100 },
    points: { type: 'number', minimum: 0 },
    level,
    steps: { type: 'array', items: step },
  };
  const required = ['reading', 'percent', 'steps'];
  const other = { type: 'object', required, properties: marks };
  return {
    oneOf: [
      {
        type: 'object',
        required: ['state', 'value', 'ruleSet', ...required],
        properties: {
          state: { const: 'scored' },
          value: number,
          weight: number,
          ruleSet: { type: 'integer' },
          ...marks,
          other,
        },
      },
      {
        type: 'object',
        required: ['state', 'reason'],
        properties: { state: { const: 'not-scored' }, reason: { enum: NOT_SCORED_REASONS } },
      },
    ],
  };
}

/** What front matter may hold, and the texts that stand below it. */
function extend(kind: 'indicator' | 'report' | 'year', texts: Record<string, object>): object {
  const { $schema, ...schema }: JsonSchema = buildJsonSchema(kind);
  const bare = JSON.stringify(schema, (key, value) => (key === ISSUE_KEY ? undefined : value));
  const { properties, ...rest } = JSON.parse(bare);
  return { ...rest, properties: { ...properties, ...texts } };
}
