import { statSync } from 'node:fs';
import type { Language } from '#strings/translate.ts';
import { choose, describeCallError, findLanguage, readCall, readContentFolder, UsageError } from '../call.ts';
import { createWords } from './words.ts';

/** What is to be verified, or held beside it. */
export type Place = { is: 'host'; address: URL } | { is: 'folder' | 'file'; path: string };

export interface VerifyOptions {
  target: Place;
  /** Another build of the same site. */
  other: Place | undefined;
  /** A content folder that was named; without one the commit of the site decides. */
  content: string | undefined;
  language: Language;
  format: 'text' | 'json';
}

/** Where a site is built when nobody says otherwise. */
const DIST = 'dist';

/** Options from the command line, or 'help'. Throws UsageError. */
export function parseOptions(args: string[]): VerifyOptions | 'help' {
  const language = findLanguage(args);
  const words = createWords(language);
  const { values, positionals } = parse(args, language);
  if (values.help) return 'help';
  const [given = DIST, ...more] = positionals;
  if (more.length > 0) throw new UsageError(words('call.one', { seen: more.join(' ') }));
  const target = readPlace(given, language);
  const other = values.with === undefined ? undefined : readPlace(values.with, language);
  if (other?.is === 'file' || (other !== undefined && target.is === 'file')) throw new UsageError(words('call.with'));
  return {
    target,
    other,
    content: values.content === undefined ? undefined : readContentFolder(values.content, language),
    language: choose('--lang', values.lang, ['th', 'en'], language),
    format: choose('--format', values.format, ['text', 'json'], language),
  };
}

function parse(args: string[], language: Language) {
  const options = {
    content: { type: 'string' },
    with: { type: 'string' },
    lang: { type: 'string', default: 'th' },
    format: { type: 'string', default: 'text' },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  return readCall({ args, allowPositionals: true, options }, (error) => describeCallError(error, language));
}

function readPlace(given: string, language: Language): Place {
  if (/^https?:\/\//i.test(given) && URL.canParse(given)) {
    const address = new URL(given);
    return { is: 'host', address };
  }
  const found = statSync(given, { throwIfNoEntry: false });
  if (found?.isDirectory()) return { is: 'folder', path: given.replace(/(?<=[^/\\])[/\\]+$/, '') };
  if (found?.isFile()) return { is: 'file', path: given };
  throw new UsageError(createWords(language)('call.nothing', { seen: given }));
}
