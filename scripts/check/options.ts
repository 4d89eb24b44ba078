import { statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import en from '#strings/check.en.json' with { type: 'json' };
import th from '#strings/check.th.json' with { type: 'json' };
import type { Language } from '#strings/translate.ts';
import { createWording } from '#strings/wording.ts';
import { choose, describeCallError, findLanguage, readCall, readContentFolder, UsageError } from '../call.ts';
import { findDayMistake } from '../range.ts';

export type Format = 'text' | 'json' | 'github';

export interface CheckOptions {
  /** Folder to read, as it was given, without a slash at the end. */
  content: string;
  language: Language;
  format: Format;
  /** Files or folders, from the content folder, that the report is narrowed to; empty = everything. */
  paths: string[];
  /** Revision to hold the content against; none without it. */
  base?: string | undefined;
  /** Revision that is held against it in place of the files on disk. */
  head?: string | undefined;
  /** Against the base itself, not where the head left it. */
  isExact: boolean;
  /** YYYY-MM-DD; absent where the clock, or the commit of the head, decides. */
  today?: string | undefined;
  isStrict: boolean;
  isCached: boolean;
}

/** The checker's own words: of the call, not of what it finds. */
export function getCheckWords(language: Language) {
  return createWording({ th, en }, language);
}

/** Options from the command line, or 'help'. Throws UsageError. */
export function parseOptions(args: string[], env: NodeJS.ProcessEnv): CheckOptions | 'help' {
  const language = findLanguage(args);
  const { values, positionals } = parse(args, language);
  if (values.help) return 'help';
  const content = readContentFolder(values.content, language);
  const today = values.today ?? env.CHIWAT_TODAY;
  const mistake = findDayMistake(today, language);
  if (mistake !== undefined) throw new UsageError(mistake);
  if (values.base === undefined && (values.head !== undefined || values.exact)) {
    throw new UsageError(getCheckWords(language)('usage.base', { seen: values.exact ? '--exact' : '--head' }));
  }
  return {
    content,
    language: choose('--lang', values.lang, ['th', 'en'], language),
    format: choose('--format', values.format, ['text', 'json', 'github'], language),
    paths: positionals.map((path) => toContentPath(path, content, language)),
    base: values.base,
    head: values.head,
    isExact: values.exact,
    today,
    isStrict: values.strict,
    isCached: !values['no-cache'],
  };
}

function parse(args: string[], language: Language) {
  const options = {
    lang: { type: 'string', default: 'th' },
    format: { type: 'string', default: 'text' },
    content: { type: 'string', default: 'content' },
    base: { type: 'string' },
    head: { type: 'string' },
    exact: { type: 'boolean', default: false },
    today: { type: 'string' },
    strict: { type: 'boolean', default: false },
    'no-cache': { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  return readCall({ args, allowPositionals: true, options }, (error) => describeCallError(error, language));
}

/** A path as people type it: from the content folder, from where they stand, or absolute; '' is the content folder. */
function toContentPath(path: string, content: string, language: Language): string {
  const candidates = [resolve(content, path), resolve(path)];
  for (const candidate of candidates) {
    const inside = relative(content, candidate).replaceAll('\\', '/');
    const isInside = !inside.startsWith('..') && !isAbsolute(inside);
    if (isInside && statSync(candidate, { throwIfNoEntry: false }) !== undefined) return inside;
  }
  throw new UsageError(getCheckWords(language)('usage.path', { seen: path, content }));
}
