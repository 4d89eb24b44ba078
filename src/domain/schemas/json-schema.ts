import { z } from 'zod';
import type { EntryKind } from '../issue.ts';
import { schemaByKind } from './by-kind.ts';
import { day } from './text.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Where a rule of a JSON Schema names the issue that its breach is. */
export const ISSUE_KEY = 'x-issue';

/**
 * What the front matter (or YAML file) of a kind of entry may hold, as JSON Schema draft 7, which editors read.
 * A rule with an issue of its own carries its code under `ISSUE_KEY`. Rules that look further than one field are not
 * in it, nor how a number is spelt.
 */
export function buildJsonSchema(kind: EntryKind): JsonSchema {
  return z.toJSONSchema(schemaByKind[kind], { target: 'draft-07', io: 'input', override: addRules });
}

function addRules({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: JsonSchema }): void {
  if (zodSchema === day) {
    // The refinement of `day`, which no JSON Schema can be made from: a year before 2400.
    jsonSchema.pattern = `^(?=[01]\\d{3}|2[0-3]\\d{2})${String(jsonSchema.pattern).slice(1)}`;
    // Every day that the pattern admits exists; a second opinion only makes a second message.
    delete jsonSchema.format;
    jsonSchema[ISSUE_KEY] = 'CW315';
  }
  const codes = listPatternCodes(zodSchema);
  for (const rule of [jsonSchema, ...(jsonSchema.allOf ?? [])]) {
    const code = typeof rule === 'object' && rule.pattern !== undefined ? codes.get(rule.pattern) : undefined;
    if (typeof rule === 'object' && code !== undefined) rule[ISSUE_KEY] = code;
  }
}

/** The issue that stands for each pattern of a text; schemas give its code as the text of their errors. */
function listPatternCodes(schema: z.core.$ZodType): Map<string, string> {
  const codes = new Map<string, string>();
  for (const { _zod: check } of schema._zod.def.checks ?? []) {
    if (!('pattern' in check.def) || !(check.def.pattern instanceof RegExp)) continue;
    // Safe: the error of such a rule is a fixed text, which needs nothing of the issue it is given.
    const getCode = check.def.error as (() => unknown) | undefined;
    const code = getCode?.();
    if (typeof code === 'string') codes.set(check.def.pattern.source, code);
  }
  return codes;
}
