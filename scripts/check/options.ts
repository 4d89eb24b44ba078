import { statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Language } from '#strings/translate.ts';

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

export const USAGE = `npm run check -- [path …] [options]

Reads all content and lists every problem of every file.
  path …               only problems of these files or folders: reports/2564/budget
  --lang th|en         language of the report (th)
  --format text|json|github
                       for people, for programs, for annotations on GitHub (text)
  --content DIR        folder to read (content)
  --strict             warnings count as errors
  --no-cache           read every file anew
  --help

Ends with 0 when there is no error, 1 when there is one, 2 when the command was not understood.
JSON: {version, counts: {errors, warnings, files},
       issues: [{file, line, column, code, severity, field?: {key, label}, message, fix, params}]}`;

/** A call that cannot be carried out; the message says what to type. */
export class UsageError extends Error {}

/** Options from the command line, or 'help'. Throws UsageError. */
export function parseOptions(args: string[]): CheckOptions | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  const content = shorten(values.content)
    .replaceAll('\\', '/')
    .replace(/(?<=[^/])\/+$/, '')
    .replace(/^\.\/(?=.)/, '');
  if (!statSync(content, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`There is no folder "${content}". Name the content folder with --content DIR.`);
  }
  return {
    content,
    language: choose('--lang', values.lang, ['th', 'en']),
    format: choose('--format', values.format, ['text', 'json', 'github']),
    paths: positionals.map((path) => toContentPath(path, content)),
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
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function choose<T extends string>(flag: string, value: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) throw new UsageError(`${flag} takes ${choices.join(' or ')}, not "${value}".`);
  return chosen;
}

/** A path as people type it: from the content folder, from where they stand, or absolute; '' is the content folder. */
function toContentPath(path: string, content: string): string {
  const candidates = [resolve(content, path), resolve(path)];
  for (const candidate of candidates) {
    const inside = relative(content, candidate).replaceAll('\\', '/');
    const isInside = !inside.startsWith('..') && !isAbsolute(inside);
    if (isInside && statSync(candidate, { throwIfNoEntry: false }) !== undefined) return inside;
  }
  throw new UsageError(`There is no "${path}" in ${content}.`);
}
