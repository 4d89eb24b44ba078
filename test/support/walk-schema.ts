import { z } from 'zod';
import { schemaByKind } from '#domain/schemas/by-kind.ts';

/** Every field of every schema by `<kind>.<dotted key without indexes>`, sorted. */
export function listFields(): string[] {
  const fields = new Set<string>();
  for (const [kind, schema] of Object.entries(schemaByKind)) visit(schema, kind, (key) => fields.add(key));
  return [...fields].sort();
}

/** Every word that a field may be chosen from, sorted. Numbers explain themselves. */
export function listChoices(): string[] {
  const words = new Set<unknown>();
  for (const [kind, schema] of Object.entries(schemaByKind)) {
    visit(schema, kind, (_, field) => {
      if (field instanceof z.ZodEnum) for (const option of field.options) words.add(option);
      if (field instanceof z.ZodLiteral) for (const value of field.values) words.add(value);
    });
  }
  return [...words].filter((word) => typeof word === 'string').sort();
}

function visit(schema: z.core.$ZodType, key: string, onField: (key: string, field: z.core.$ZodType) => void): void {
  if (schema instanceof z.ZodOptional) visit(schema.unwrap(), key, onField);
  else if (schema instanceof z.ZodArray) visit(schema.element, key, onField);
  else if (schema instanceof z.ZodTuple) for (const item of schema.def.items) visit(item, key, onField);
  else if (schema instanceof z.ZodUnion) for (const option of schema.options) visit(option, key, onField);
  else if (schema instanceof z.ZodObject) {
    for (const [name, field] of Object.entries(schema.shape)) {
      onField(`${key}.${name}`, field);
      visit(field, `${key}.${name}`, onField);
    }
  } else onField(key, schema);
}
