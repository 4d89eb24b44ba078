import { choose, describeCallError, findLanguage, readCall, readContentFolder, UsageError } from '../call.ts';
import { createWords, type Words } from './words.ts';

export interface YearsOptions {
  /** Folder to read. */
  content: string;
  /** So many groups; undefined for one a year. */
  parts: number | undefined;
  /** Only this one of them, from 1. */
  part: number | undefined;
}

/** Options from the command line, or 'help'. Throws UsageError. */
export function parseOptions(args: string[], env: NodeJS.ProcessEnv = process.env): YearsOptions | 'help' {
  const language = findLanguage(args);
  const options = {
    parts: { type: 'string' },
    part: { type: 'string' },
    content: { type: 'string', default: env.CHIWAT_CONTENT ?? 'content' },
    lang: { type: 'string', default: 'th' },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  const { values } = readCall({ args, options }, (error) => describeCallError(error, language));
  if (values.help) return 'help';
  choose('--lang', values.lang, ['th', 'en'], language);
  const words = createWords(language);
  return {
    content: readContentFolder(values.content, language),
    parts: readCount('--parts', values.parts, words),
    part: readCount('--part', values.part, words),
  };
}

function readCount(option: string, value: string | undefined, words: Words): number | undefined {
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,3}$/.test(value)) return Number(value);
  throw new UsageError(words('call.count', { option, seen: value }));
}
