import type { z } from 'zod';
import type { IssueCode } from '#domain/issue.ts';
import { catalogue } from '#domain/issue-catalogue.ts';
import { findNearest } from '#domain/nearest.ts';
import { findMeantDay, findMeantNumber } from '#domain/thai-text.ts';
import type { ParsedYaml } from './parse-yaml.ts';
import { allowsNumber, getKnownKeys, getKnownValues, isFixedList } from './schema-keys.ts';

type Params = Record<string, string | number>;

/** A problem of one field in the checker's terms; `key` is dotted. */
export interface FieldProblem {
  code: IssueCode;
  key: string;
  params: Params;
}

type Source = Pick<ParsedYaml, 'value' | 'written'>;

/** Where a problem lies, and what was typed there. */
interface Field {
  path: PropertyKey[];
  key: string;
  value: unknown;
  /** As it was typed. */
  shown: string;
  schema: z.ZodType;
}

/** Turns one zod issue into the checker's own: what was seen and what to type. */
export function explainField(problem: z.core.$ZodIssue, source: Source, schema: z.ZodType): FieldProblem[] {
  const isChoiceOfGroups = problem.code === 'invalid_union' && problem.discriminator !== undefined;
  const path = isChoiceOfGroups ? endWith(problem.path, problem.discriminator) : problem.path;
  const key = path.join('.');
  const value = getAt(source.value, path);
  const shown = typeof value === 'string' ? value.slice(0, 80) : (source.written[key] ?? '');
  const field: Field = { path, key, value, shown, schema };
  if (problem.code === 'unrecognized_keys') return problem.keys.map((name) => explainUnknown(name, field));
  if (value === undefined) return [explainMissing(field)];
  if (value === null) return [tell(field, 'CW307')];
  return [explainValue(problem, field)];
}

function explainValue(problem: z.core.$ZodIssue, field: Field): FieldProblem {
  switch (problem.code) {
    case 'invalid_type':
      return explainType(problem.expected, field);
    case 'invalid_value':
      return explainChoice(field);
    case 'invalid_union':
      return explainUnion(problem, field);
    case 'too_small':
    case 'too_big':
      return explainSize(problem, field);
    case 'invalid_format':
      if (problem.format === 'date') return explainDay(field);
      return tell(field, problem.format === 'url' ? 'CW310' : toCode(problem.message));
    case 'custom':
      return toCode(problem.message) === 'CW315' ? explainDay(field) : tell(field, toCode(problem.message));
    default:
      return tell(field, 'CW303');
  }
}

function tell({ key, shown }: Field, code: IssueCode, params: Params = {}): FieldProblem {
  return { code, key, params: { seen: shown, ...params } };
}

function explainUnknown(name: string, parent: Field): FieldProblem {
  const known = getKnownKeys(parent.schema, parent.path);
  return {
    code: 'CW301',
    key: parent.key === '' ? name : `${parent.key}.${name}`,
    params: { seen: name, nearest: findNearest(name, known) ?? '', known: known.join(', ') },
  };
}

function explainMissing(field: Field): FieldProblem {
  const values = getKnownValues(field.schema, field.path);
  const keys = getKnownKeys(field.schema, field.path);
  const reason = keys.length > 0 ? 'group' : allowsNumber(field.schema, field.path) ? 'number' : '';
  const known = reason === 'group' ? keys.join(', ') : values.join(' | ');
  return tell(field, 'CW302', { known, reason });
}

function explainType(expected: string, field: Field): FieldProblem {
  const { value, shown } = field;
  const wantsNumber = expected === 'number' || expected === 'int';
  const meant = wantsNumber && typeof value === 'string' ? findMeantNumber(value) : undefined;
  if (meant !== undefined) return tell(field, 'CW304', { type: meant });
  const isBare = expected === 'string' && (typeof value === 'number' || typeof value === 'boolean');
  const known = expected === 'object' ? getKnownKeys(field.schema, field.path).join(', ') : '';
  return tell(field, 'CW303', { expected, type: isBare ? `"${shown}"` : '', known });
}

function explainChoice(field: Field): FieldProblem {
  const values = getKnownValues(field.schema, field.path);
  const meant = typeof field.value === 'string' ? findMeantNumber(field.value) : undefined;
  if (meant !== undefined && values.includes(meant)) return tell(field, 'CW304', { type: meant });
  const isNumeric = values.every((value) => /^\d+$/.test(value));
  const nearest = isNumeric ? undefined : findNearest(field.shown, values);
  return tell(field, 'CW305', { known: values.join(' | '), nearest: nearest ?? '' });
}

function explainUnion(problem: z.core.$ZodIssueInvalidUnion, field: Field): FieldProblem {
  if (problem.discriminator !== undefined) return explainChoice(field);
  const branches = problem.errors.map((errors) => errors[0]).filter((error) => error !== undefined);
  const values = getKnownValues(field.schema, field.path);
  const wantsNumber = branches.some((error) => error.code === 'invalid_type' && error.expected === 'number');
  const meant = wantsNumber && typeof field.value === 'string' ? findMeantNumber(field.value) : undefined;
  if (meant !== undefined) return tell(field, 'CW304', { type: meant });
  const range = branches.find((error) => error.code === 'too_small' || error.code === 'too_big');
  if (range !== undefined && typeof field.value === 'number') return explainSize(range, field);
  if (!wantsNumber) return values.length > 0 ? explainChoice(field) : explainType('object', field);
  const nearest = findNearest(field.shown, values) ?? '';
  return tell(field, 'CW305', { known: values.join(' | '), nearest, reason: 'number' });
}

function explainSize(problem: z.core.$ZodIssue, field: Field): FieldProblem {
  if (problem.code !== 'too_small' && problem.code !== 'too_big') return tell(field, 'CW303');
  const isSmall = problem.code === 'too_small';
  const limit = Number(isSmall ? problem.minimum : problem.maximum);
  if (problem.origin === 'string') return tell(field, 'CW307');
  if (problem.origin === 'array') {
    const had = Array.isArray(field.value) ? field.value.length : 0;
    const reason = isFixedList(field.schema, field.path) ? 'exact' : isSmall ? 'least' : 'most';
    return tell(field, 'CW316', { seen: had, count: limit, reason });
  }
  const reason = !isSmall ? 'most' : problem.inclusive === false ? 'above' : 'least';
  return tell(field, 'CW306', { limit, reason });
}

function explainDay(field: Field): FieldProblem {
  return tell(field, 'CW315', { type: findMeantDay(field.shown) ?? '' });
}

/** Custom rules carry their issue code as the error text. */
function toCode(message: string): IssueCode {
  return isCode(message) ? message : 'CW303';
}

function isCode(text: string): text is IssueCode {
  return Object.hasOwn(catalogue, text);
}

/** A path with the name that tells groups apart at its end, whether or not it stands there already. */
function endWith(path: PropertyKey[], name: string): PropertyKey[] {
  return path.at(-1) === name ? path : [...path, name];
}

function getAt(value: unknown, path: PropertyKey[]): unknown {
  let inner = value;
  for (const step of path) {
    if (typeof inner !== 'object' || inner === null) return undefined;
    inner = Object.getOwnPropertyDescriptor(inner, step)?.value;
  }
  return inner;
}
