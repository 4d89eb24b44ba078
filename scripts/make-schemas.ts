import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readContent } from '#data/read-content.ts';
import type { Params } from '#strings/translate.ts';
import { createWording } from '#strings/wording.ts';
import en from '../src/strings/schemas.en.json' with { type: 'json' };
import th from '../src/strings/schemas.th.json' with { type: 'json' };
import { buildCollections, buildSchemas, COLLECTIONS, SCHEMAS } from './schemas/editor-files.ts';

const OPTIONS = {
  here: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'th' },
  content: { type: 'string', default: process.env.CHIWAT_CONTENT ?? 'content' },
  help: { type: 'boolean', default: false },
} as const;

const wording = { th, en };

try {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.lang !== 'th' && values.lang !== 'en') throw new TypeError(`--lang ${values.lang}`);
  const say = createWording(wording, values.lang);
  if (values.help) console.log(say('usage'));
  else make(resolve(values.content), values.here, say);
} catch (error) {
  // What parseArgs does not understand it throws as a TypeError.
  if (!(error instanceof TypeError)) throw error;
  console.error(`${error.message}\n\n${createWording(wording, 'th')('usage')}`);
  process.exitCode = 2;
}

/** Writes the schemas; with `isOnlyHere` only those that stay on this machine, so that no file of the repository changes. */
function make(content: string, isOnlyHere: boolean, say: (key: keyof typeof th, params?: Params) => string): void {
  const { dataset } = readContent(content);
  const shared = isOnlyHere ? [] : [...buildSchemas(dataset, 'th')];
  const own = [...buildCollections(content, dataset, 'th')];
  for (const [file, text] of [...shared, ...own]) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  if (!isOnlyHere) console.log(say('shared', { folder: SCHEMAS, count: shared.length }));
  console.log(say('own', { folder: COLLECTIONS, count: own.length }));
}
