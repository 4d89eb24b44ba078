import { statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import en from '#strings/check.en.json' with { type: 'json' };
import th from '#strings/check.th.json' with { type: 'json' };
import type { Language } from '#strings/translate.ts';
import { createWording } from '#strings/wording.ts';
import { describeCallError, findLanguage } from '../call.ts';

export type Format = 'text' | 'json' | 'github';

export interface CheckOptions {
  /** Folder to read, as it was given, without a slash at the end. */
  content: string;
  language: Language;
  format: Format;
  /** Files or folders, from the content folder, that the report is narrowed to; empty = everything. */
  paths: string[];
  isStrict: boolean;
  isCached: boolean;
}

/** The checker's own words: of the call, not of what it finds. */
export function getCheckWords(language: Language) {
  return createWording({ th, en }, language);
}

type Words = ReturnType<typeof getCheckWords>;

/** A call that cannot be carried out; the message says what to type. */
export class UsageError extends Error {}

/** Options from the command line, or 'help'. Throws UsageError. */
export function parseOptions(args: string[]): CheckOptions | 'help' {
  const words = getCheckWords(findLanguage(args));
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  const content = shorten(values.content)
    .replaceAll('\\', '/')
    .replace(/(?<=[^/])\/+$/, '')
    .replace(/^\.\/(?=.)/, '');
  if (!statSync(content, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(words('usage.content', { seen: content }));
  }
  return {
    content,
    language: choose(words, '--lang', values.lang, ['th', 'en']),
    format: choose(words, '--format', values.format, ['text', 'json', 'github']),
    paths: positionals.map((path) => toContentPath(path, content, words)),
    isStrict: values.strict,
    isCached: !values['no-cache'],
  };
}

/** A folder below the one the command was given in is called from there, so that reports lead to files of the repository. */
function shorten(folder: string): string {
  const inside = relative('', folder);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? folder : inside;
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        lang: { type: 'string', default: 'th' },
        format: { type: 'string', default: 'text' },
        content: { type: 'string', default: 'content' },
        strict: { type: 'boolean', default: false },
        'no-cache': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(describeCallError(error, findLanguage(args)));
  }
}

function choose<T extends string>(words: Words, option: string, value: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined)
    throw new UsageError(words('usage.choice', { option, seen: value, known: choices.join(' | ') }));
  return chosen;
}

/** A path as people type it: from the content folder, from where they stand, or absolute; '' is the content folder. */
function toContentPath(path: string, content: string, words: Words): string {
  const candidates = [resolve(content, path), resolve(path)];
  for (const candidate of candidates) {
    const inside = relative(content, candidate).replaceAll('\\', '/');
    const isInside = !inside.startsWith('..') && !isAbsolute(inside);
    if (isInside && statSync(candidate, { throwIfNoEntry: false }) !== undefined) return inside;
  }
  throw new UsageError(words('usage.path', { seen: path, content }));
}
