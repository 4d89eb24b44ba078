import { statSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { slug } from '#domain/schemas/text.ts';
import { findMeantNumber } from '#domain/thai-text.ts';
import type { Language } from '#strings/translate.ts';
import { attachNegatives } from '../attach-negatives.ts';
import { describeCallError, findLanguage } from '../call.ts';
import type { ImportSettings } from './build-files.ts';
import { getWords, UsageError, type Words } from './words.ts';

export interface ImportOptions extends Omit<ImportSettings, 'year' | 'agency'> {
  /** Files to read; "-" is the standard input. */
  files: string[];
  /** As typed: what they stand for is looked up in the content. */
  year: string;
  agency: string;
  /** One for each form, in the order of the files. */
  ids: string[];
  content: string;
  language: Language;
  format: 'text' | 'json';
  isDryRun: boolean;
  isForced: boolean;
}

/** Options from the command line, or 'help' with its language. Throws UsageError. */
export function parseOptions(args: string[]): ImportOptions | { help: Language } {
  const language = findLanguage(args);
  const words = getWords(language);
  const { values, positionals } = parse(args);
  if (values.help) return { help: language };
  choose(words, '--lang', values.lang, ['th', 'en']);
  if (positionals.length === 0) throw new UsageError(words('usage.files'));
  if (values.year === undefined) throw new UsageError(words('usage.year-missing'));
  if (values.agency === undefined) throw new UsageError(words('usage.agency-missing'));
  return {
    files: positionals,
    year: values.year,
    agency: values.agency,
    ids: readIds(values.id ?? [], words),
    content: readFolder(values.content, words),
    language,
    format: choose(words, '--format', values.format, ['text', 'json']) ?? 'text',
    isDryRun: values['dry-run'],
    isForced: values.force,
    isYearStated: values['year-stated'],
    readings: {
      direction: choose(words, '--direction', values.direction, ['higher', 'lower']),
      accumulation: choose(words, '--accumulation', values.accumulation, ACCUMULATIONS),
      between: choose(words, '--between', values.between, ['step', 'linear']),
      unit: readText('--unit', values.unit, words),
      target: readTarget(values.target, words),
    },
  };
}

const ACCUMULATIONS = ['cumulative', 'per-quarter', 'latest', 'year-end', 'unknown'] as const;

function parse(args: string[]) {
  try {
    return parseArgs({
      args: attachNegatives(args),
      allowPositionals: true,
      options: {
        year: { type: 'string' },
        agency: { type: 'string' },
        id: { type: 'string', multiple: true },
        direction: { type: 'string' },
        accumulation: { type: 'string' },
        between: { type: 'string' },
        unit: { type: 'string' },
        target: { type: 'string' },
        'year-stated': { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        force: { type: 'boolean', default: false },
        format: { type: 'string', default: 'text' },
        content: { type: 'string', default: 'content' },
        lang: { type: 'string', default: 'th' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(describeCallError(error, findLanguage(args)));
  }
}

function choose<T extends string>(
  words: Words,
  option: string,
  value: string | undefined,
  choices: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined)
    throw new UsageError(words('usage.choice', { option, seen: value, known: choices.join(' | ') }));
  return chosen;
}

function readText(option: string, value: string | undefined, words: Words): string | undefined {
  if (value?.trim() === '' || /[\r\n]/.test(value ?? '')) throw new UsageError(words('usage.text', { option }));
  return value?.trim();
}

function readTarget(value: string | undefined, words: Words): string | undefined {
  if (value === undefined || value === 'unknown' || /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value)) return value;
  const type = findMeantNumber(value);
  throw new UsageError(
    type === undefined ? words('usage.target', { seen: value }) : words('usage.target-meant', { seen: value, type }),
  );
}

function readIds(given: readonly string[], words: Words): string[] {
  const ids = given.flatMap((part) => part.split(',')).map((id) => id.trim());
  for (const [index, id] of ids.entries()) {
    if (!slug.safeParse(id).success) throw new UsageError(words('usage.id', { seen: id }));
    if (ids.indexOf(id) !== index) throw new UsageError(words('usage.id-twice', { seen: id }));
  }
  return ids;
}

/** A folder below the one the command was given in is called from there, so that reports lead to files of the repository. */
function readFolder(given: string, words: Words): string {
  if (!statSync(given, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(words('usage.content', { seen: given }));
  }
  const inside = relative('', given);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? given : inside.replaceAll('\\', '/');
}
