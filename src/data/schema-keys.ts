import { z } from 'zod';

/** Keys that a schema knows in the object at a path; empty where there is none. */
export function getKnownKeys(schema: z.ZodType, path: PropertyKey[]): string[] {
  return [...new Set(findSchemas(schema, path).flatMap(listKeys))];
}

/** Values that a schema allows at a path, where they can be counted; empty where they cannot. */
export function getKnownValues(schema: z.ZodType, path: PropertyKey[]): string[] {
  return [...new Set(findSchemas(schema, path).flatMap(listValues))];
}

/** Whether any number may stand at a path, perhaps beside values that can be counted. */
export function allowsNumber(schema: z.ZodType, path: PropertyKey[]): boolean {
  return findSchemas(schema, path).some((found) => {
    const inner = unwrap(found);
    return inner instanceof z.ZodUnion && inner.options.some((option) => option instanceof z.ZodNumber);
  });
}

/** Whether the list at a path has a fixed number of items. */
export function isFixedList(schema: z.ZodType, path: PropertyKey[]): boolean {
  return findSchemas(schema, path).some((inner) => unwrap(inner) instanceof z.ZodTuple);
}

function findSchemas(schema: z.ZodType, path: PropertyKey[]): z.core.$ZodType[] {
  return path.reduce<z.core.$ZodType[]>((schemas, step) => schemas.flatMap((inner) => stepInto(inner, step)), [schema]);
}

function listKeys(schema: z.core.$ZodType): string[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) return Object.keys(inner.shape);
  if (inner instanceof z.ZodUnion) return inner.options.flatMap(listKeys);
  return [];
}

function listValues(schema: z.core.$ZodType): string[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodEnum) return inner.options.map(String);
  if (inner instanceof z.ZodLiteral) return [...inner.values].map(String);
  if (inner instanceof z.ZodUnion) return inner.options.flatMap(listValues);
  return [];
}

function stepInto(schema: z.core.$ZodType, step: PropertyKey): z.core.$ZodType[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) {
    const next = Object.hasOwn(inner.shape, step) ? inner.shape[String(step)] : undefined;
    return next === undefined ? [] : [next];
  }
  if (inner instanceof z.ZodArray) return [inner.element];
  if (inner instanceof z.ZodTuple) return inner.def.items.slice(Number(step), Number(step) + 1);
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((option: z.core.$ZodType) => stepInto(option, step));
  return [];
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap()) : schema;
}
