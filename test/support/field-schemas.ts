import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { classifyPath } from '#data/content-path.ts';
import { readContent } from '#data/read-content.ts';
import type { EntryKind } from '#domain/issue.ts';
import { schemaByKind } from '#domain/schemas/by-kind.ts';
import { buildFieldSchema } from '#exports/field-schema.ts';
import { buildNameSchema, NAMES_FILE } from '#exports/name-schema.ts';

/** Holds files of a content folder against the JSON Schemas that editors get, with the names of that folder. */
export class SchemaJudge {
  readonly #validators: Map<string, ValidateFunction>;

  constructor(namesFrom: string) {
    // Words for people in the schemas are no rules.
    const ajv = new Ajv({ strict: false, allErrors: true });
    ajv.addSchema(buildNameSchema(readContent(namesFrom).dataset, 'th'), NAMES_FILE);
    this.#validators = new Map(
      // Safe: its keys are the kinds.
      Object.keys(schemaByKind).map((kind) => [kind, ajv.compile(buildFieldSchema(kind as EntryKind, 'th'))]),
    );
  }

  /** What the schema of its kind says against a value, each as "/place: message". */
  judge(kind: EntryKind, value: unknown): string[] {
    const validate = this.#validators.get(kind);
    if (validate === undefined) throw new Error(`no schema of ${kind}`);
    return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath}: ${error.message}`);
  }

  /** Every entry of a folder that its schema refuses, with what is said against it. */
  judgeFolder(folder: string): Record<string, string[]> {
    const said = listEntries(folder).map(
      ({ file, kind }) => [file, this.judge(kind, readFields(folder, file))] as const,
    );
    return Object.fromEntries(said.filter(([, errors]) => errors.length > 0));
  }
}

export function listEntries(folder: string): { file: string; kind: EntryKind }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const file = name.replaceAll('\\', '/');
    const classified = classifyPath(file);
    return classified.is === 'entry' ? [{ file, kind: classified.path.kind }] : [];
  });
}

/** The YAML of an entry as an editor sees it: nothing typed is an empty entry. */
function readFields(folder: string, file: string): unknown {
  const text = readFileSync(join(folder, file), 'utf8');
  const yaml = file.endsWith('.mdx') ? (/^---\n([\s\S]*?)^---/m.exec(text)?.[1] ?? '') : text;
  return parse(yaml) ?? {};
}
