import type { z } from 'zod';
import type { EntryKind, Issue, IssueCode } from '#domain/issue.ts';
import { catalogue } from '#domain/issue-catalogue.ts';
import { findNearest } from '#domain/nearest.ts';
import { findMeantDay, findMeantNumber } from '#domain/thai-text.ts';
import { getKnownKeys } from './schema-keys.ts';

/** A problem of one field in the checker's terms; `key` is dotted. */
export interface FieldProblem {
  code: IssueCode;
  key: string;
  params: NonNullable<Issue['params']>;
}

/** Turns one zod issue into the checker's own: what was seen and what to type. */
export function explainField(problem: z.core.$ZodIssue, value: unknown, schema: z.ZodType): FieldProblem[] {
  const key = problem.path.join('.');
  const seen = getAt(value, problem.path);
  const shown = show(seen);
  const one = (code: IssueCode, params: FieldProblem['params'] = {}) => [
    { code, key, params: { seen: shown, ...params } },
  ];
  if (seen === undefined && problem.code !== 'unrecognized_keys') return one('CW302');
  if (seen === null) return one('CW307');
  switch (problem.code) {
    case 'unrecognized_keys':
      return explainUnknown(problem.keys, key, getKnownKeys(schema, problem.path));
    case 'invalid_type':
      return explainType(problem.expected, seen, one);
    case 'invalid_value':
      return explainChoice(problem.values.map(String), seen, one);
    case 'invalid_union':
      return explainUnion(problem, value, schema, seen, one);
    case 'too_small':
    case 'too_big':
      return explainSize(problem, one);
    case 'invalid_format':
      if (problem.format === 'date') return one('CW315', { type: findMeantDay(shown) ?? '' });
      return one(problem.format === 'url' ? 'CW310' : toCode(problem.message));
    case 'custom': {
      const code = toCode(problem.message);
      return one(code, code === 'CW315' ? { type: findMeantDay(shown) ?? '' } : {});
    }
    default:
      return one('CW303');
  }
}

type One = (code: IssueCode, params?: FieldProblem['params']) => FieldProblem[];

function explainUnknown(keys: string[], parent: string, known: string[]): FieldProblem[] {
  return keys.map((name) => ({
    code: 'CW301',
    key: parent === '' ? name : `${parent}.${name}`,
    params: { seen: name, nearest: findNearest(name, known) ?? '', known: known.join(', ') },
  }));
}

function explainType(expected: string, seen: unknown, one: One): FieldProblem[] {
  if ((expected === 'number' || expected === 'int') && typeof seen === 'string') {
    const meant = findMeantNumber(seen);
    if (meant !== undefined) return one('CW304', { type: meant });
  }
  if (expected === 'string' && typeof seen === 'number') return one('CW303', { expected: 'string', type: `"${seen}"` });
  return one('CW303', { expected, type: '' });
}

function explainChoice(values: string[], seen: unknown, one: One): FieldProblem[] {
  return one('CW305', { known: values.join(' | '), nearest: findNearest(String(seen), values) ?? '' });
}

function explainUnion(
  problem: z.core.$ZodIssueInvalidUnion,
  value: unknown,
  schema: z.ZodType,
  seen: unknown,
  one: One,
): FieldProblem[] {
  if (problem.discriminator !== undefined) {
    const key = [...problem.path, problem.discriminator].join('.');
    const given = getAt(value, [...problem.path, problem.discriminator]);
    const known = getKnownKeys(schema, [...problem.path, problem.discriminator]);
    if (given === undefined) return [{ code: 'CW302', key, params: { seen: '', known: known.join(' | ') } }];
    return [
      {
        code: 'CW305',
        key,
        params: { seen: show(given), known: known.join(' | '), nearest: findNearest(show(given), known) ?? '' },
      },
    ];
  }
  const branches = problem.errors.map((errors) => errors[0]).filter((error) => error !== undefined);
  const values = branches.flatMap((error) => (error.code === 'invalid_value' ? error.values.map(String) : []));
  const wantsNumber = branches.some((error) => error.code === 'invalid_type' && error.expected === 'number');
  if (wantsNumber && typeof seen === 'string') {
    const meant = findMeantNumber(seen);
    if (meant !== undefined) return one('CW304', { type: meant });
  }
  const range = branches.find((error) => error.code === 'too_small' || error.code === 'too_big');
  if (range !== undefined && typeof seen === 'number') return explainSize(range, one);
  if (wantsNumber)
    return one('CW305', { known: ['1.5', ...values].join(' | '), nearest: findNearest(String(seen), values) ?? '' });
  return values.length > 0 ? explainChoice(values, seen, one) : one('CW303', { expected: 'object', type: '' });
}

function explainSize(problem: z.core.$ZodIssue, one: One): FieldProblem[] {
  if (problem.code !== 'too_small' && problem.code !== 'too_big') return one('CW303');
  const limit = problem.code === 'too_small' ? { least: Number(problem.minimum) } : { most: Number(problem.maximum) };
  if (problem.origin === 'string') return one('CW307');
  if (problem.origin === 'array') return one('CW316', { count: Object.values(limit)[0] ?? 0 });
  const isExclusive = 'inclusive' in problem && problem.inclusive === false;
  const sign = problem.code === 'too_small' ? (isExclusive ? '>' : '≥') : isExclusive ? '<' : '≤';
  return one('CW306', { limit: `${sign} ${Object.values(limit)[0]}` });
}

/** Custom rules carry their issue code as the error text. */
function toCode(message: string): IssueCode {
  return isCode(message) ? message : 'CW303';
}

function isCode(text: string): text is IssueCode {
  return Object.hasOwn(catalogue, text);
}

function getAt(value: unknown, path: PropertyKey[]): unknown {
  let inner = value;
  for (const step of path) {
    if (typeof inner !== 'object' || inner === null) return undefined;
    inner = Object.getOwnPropertyDescriptor(inner, step)?.value;
  }
  return inner;
}

function show(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, 80);
  return value === undefined ? '' : JSON.stringify(value).slice(0, 80);
}

/** Where an issue of a field belongs: its kind and key for the label. */
export function getField(kind: EntryKind, key: string): Issue['field'] {
  return key === '' ? undefined : { kind, key };
}
