import { slug } from '#domain/schemas/text.ts';
import { findMeantNumber } from '#domain/thai-text.ts';
import type { Language } from '#strings/translate.ts';
import { attachNegatives } from '../attach-negatives.ts';
import { choose, describeCallError, findLanguage, readCall, readContentFolder, UsageError } from '../call.ts';
import type { ImportSettings } from './build-files.ts';
import { getWords, type Words } from './words.ts';

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
  const { values, positionals } = parse(args, language);
  if (values.help) return { help: language };
  choose('--lang', values.lang, ['th', 'en'], language);
  if (positionals.length === 0) throw new UsageError(words('usage.files'));
  if (values.year === undefined) throw new UsageError(words('usage.year-missing'));
  if (values.agency === undefined) throw new UsageError(words('usage.agency-missing'));
  const pick = <T extends string>(name: 'direction' | 'accumulation' | 'between', choices: readonly T[]) => {
    const value = values[name];
    return value === undefined ? undefined : choose(`--${name}`, value, choices, language);
  };
  return {
    files: positionals,
    year: values.year,
    agency: values.agency,
    ids: readIds(values.id ?? [], words),
    content: readContentFolder(values.content, language),
    language,
    format: choose('--format', values.format, ['text', 'json'], language),
    isDryRun: values['dry-run'],
    isForced: values.force,
    isYearStated: values['year-stated'],
    readings: {
      direction: pick('direction', ['higher', 'lower']),
      accumulation: pick('accumulation', ACCUMULATIONS),
      between: pick('between', ['step', 'linear']),
      unit: readText('--unit', values.unit, words),
      target: readTarget(values.target, words),
    },
  };
}

const ACCUMULATIONS = ['cumulative', 'per-quarter', 'latest', 'year-end', 'unknown'] as const;

function parse(args: string[], language: Language) {
  const options = {
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
  } as const;
  const config = { args: attachNegatives(args), allowPositionals: true, options } as const;
  return readCall(config, (error) => describeCallError(error, language));
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
