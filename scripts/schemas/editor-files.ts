import { globSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { classifyPath } from '#data/content-path.ts';
import type { Dataset } from '#domain/dataset.ts';
import type { EntryKind } from '#domain/issue.ts';
import { schemaByKind } from '#domain/schemas/by-kind.ts';
import type { Language } from '#strings/translate.ts';
import { buildFieldSchema } from '../../src/exports/field-schema.ts';
import { buildNameSchema, NAMES_FILE } from '../../src/exports/name-schema.ts';
import { formatJson } from './format-json.ts';

/** Schemas of the repository, which YAML files are held against; all but the names are the same for every content. */
export const SCHEMAS = '.vscode/schemas';

/** Where Astro's language server looks for the schemas of front matter; made on each machine, for it names whole paths. */
export const COLLECTIONS = '.astro/collections';

const WRITTEN: readonly EntryKind[] = ['indicator', 'report', 'year'];

const NAMES = ['indicator.mdx', 'q1.mdx', 'q2.mdx', 'q3.mdx', 'q4.mdx', 'year.mdx'];

/** The schema of every kind of entry and of the names that exist, by file. */
export function buildSchemas(dataset: Dataset, language: Language): Map<string, string> {
  const files = Object.keys(schemaByKind).map((kind) => {
    // Safe: its keys are the kinds.
    const schema = buildFieldSchema(kind as EntryKind, language);
    return [`${SCHEMAS}/${kind}.schema.json`, formatJson(schema)] as const;
  });
  return new Map([...files, [`${SCHEMAS}/${NAMES_FILE}`, formatJson(buildNameSchema(dataset, language))]]);
}

/**
 * What Astro's language server needs to help in the front matter of a content folder, by file: a "collection" for each
 * kind of MDX entry, and which file belongs to which. Reports that are not written yet are listed too, so that help is
 * there from a file's first letter.
 */
export function buildCollections(content: string, dataset: Dataset, language: Language): Map<string, string> {
  const names = WRITTEN.map((kind) => `${kind}.schema.json`);
  const schemas = [...buildSchemas(dataset, language)]
    .map(([file, text]) => [file.slice(SCHEMAS.length + 1), text] as const)
    .filter(([name]) => names.includes(name) || name === NAMES_FILE)
    .map(([name, text]) => [`${COLLECTIONS}/${name}`, text] as const);
  const manifest = {
    collections: WRITTEN.map((name) => ({ hasSchema: true, name })),
    entries: Object.fromEntries(listEntries(content)),
  };
  return new Map([...schemas, [`${COLLECTIONS}/collections.json`, `${JSON.stringify(manifest)}\n`]]);
}

/** Every MDX entry that stands or could stand in the folders of indicators, as the server spells it, with its kind. */
function listEntries(content: string): [string, EntryKind][] {
  const folders = globSync('reports/*/*/*', { cwd: content }).map((folder) => folder.replaceAll('\\', '/'));
  return folders.sort().flatMap((folder) =>
    NAMES.flatMap((name): [string, EntryKind][] => {
      const classified = classifyPath(`${folder}/${name}`);
      if (classified.is !== 'entry') return [];
      const { href } = pathToFileURL(`${content}/${folder}/${name}`);
      return [[decodeURIComponent(href).toLowerCase(), classified.path.kind]];
    }),
  );
}
