import en from '#strings/call.en.json' with { type: 'json' };
import th from '#strings/call.th.json' with { type: 'json' };
import type { Language } from '#strings/translate.ts';
import { createWording } from '#strings/wording.ts';

/** The language that messages on the call itself are in, even where the call cannot be understood: Thai unless --lang en. */
export function findLanguage(args: readonly string[]): Language {
  const at = args.indexOf('--lang');
  return args.includes('--lang=en') || (at >= 0 && args[at + 1] === 'en') ? 'en' : 'th';
}

/** What Node's parseArgs found wrong, in words. */
export function describeCallError(error: unknown, language: Language): string {
  const words = createWording({ th, en }, language);
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const seen = /'([^']*)'/.exec(message)?.[1]?.replace(/ <value>$/, '') ?? message;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return words('unknown', { seen });
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return words('unexpected', { seen });
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    return words(message.includes('does not take an argument') ? 'no-value' : 'value', { seen });
  }
  return message;
}
