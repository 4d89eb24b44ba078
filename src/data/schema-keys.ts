import { z } from 'zod';

/** Keys (of an object) or values (of a choice) that a schema knows at a path; empty where it has none. */
export function getKnownKeys(schema: z.ZodType, path: PropertyKey[]): string[] {
  const found = path.reduce<z.core.$ZodType[]>(
    (schemas, step) => schemas.flatMap((inner) => stepInto(inner, step)),
    [schema],
  );
  return [...new Set(found.flatMap(listKeys))];
}

function listKeys(schema: z.core.$ZodType): string[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) return Object.keys(inner.shape);
  if (inner instanceof z.ZodEnum) return inner.options.map(String);
  if (inner instanceof z.ZodLiteral) return [...inner.values].map(String);
  if (inner instanceof z.ZodUnion) return inner.options.flatMap(listKeys);
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
