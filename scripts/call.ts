import { statSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import en from '#strings/call.en.json' with { type: 'json' };
import th from '#strings/call.th.json' with { type: 'json' };
import type { Language } from '#strings/translate.ts';
import { createWording } from '#strings/wording.ts';

/** A call that cannot be carried out; the message says what to type. */
export class UsageError extends Error {}

/** The language that messages on the call itself are in, even where the call cannot be understood: Thai unless --lang en. */
export function findLanguage(args: readonly string[]): Language {
  const at = args.indexOf('--lang');
  return args.includes('--lang=en') || (at >= 0 && args[at + 1] === 'en') ? 'en' : 'th';
}

/** Options and words of a call. Throws UsageError for one that Node's parseArgs does not understand. */
export function readCall<const T extends ParseArgsConfig>(
  config: T,
  describe: (error: unknown) => string = getMessage,
) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(describe(error));
  }
}

/** What parseArgs found wrong, in words. */
export function describeCallError(error: unknown, language: Language): string {
  const words = createWording({ th, en }, language);
  const message = getMessage(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const seen = /'([^']*)'/.exec(message)?.[1]?.replace(/ <value>$/, '') ?? message;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return words('unknown', { seen });
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return words('unexpected', { seen });
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    return words(message.includes('does not take an argument') ? 'no-value' : 'value', { seen });
  }
  return message;
}

/** The value of an option that takes one of a few. Throws UsageError. */
export function choose<T extends string>(option: string, value: string, choices: readonly T[], language: Language): T {
  const chosen = choices.find((choice) => choice === value);
  if (chosen !== undefined) return chosen;
  const words = createWording({ th, en }, language);
  throw new UsageError(words('choice', { option, seen: value, known: choices.join(' | ') }));
}

/**
 * The content folder as reports call it: one below the folder the command was given in from there, so that they lead
 * to files of the repository; without a slash at the end. Throws UsageError where it is none.
 */
export function readContentFolder(given: string, language: Language): string {
  const inside = relative('', given);
  const content = (inside === '' || inside.startsWith('..') || isAbsolute(inside) ? given : inside)
    .replaceAll('\\', '/')
    .replace(/(?<=[^/])\/+$/, '')
    .replace(/^\.\/(?=.)/, '');
  if (statSync(content, { throwIfNoEntry: false })?.isDirectory()) return content;
  throw new UsageError(createWording({ th, en }, language)('folder', { seen: content }));
}

function getMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
