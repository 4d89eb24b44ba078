import type { Language } from '#strings/translate.ts';
import { readCall, UsageError } from '../call.ts';

export interface GuardOptions {
  /** Folder of the repository. */
  repo: string;
  /** Where the pull request is to go, and what it brings: names of commits. */
  base: string;
  head: string;
  language: Language;
  format: 'text' | 'json' | 'github';
  /** File that a line "kind=content" or "kind=code" is added to. */
  output: string | undefined;
}

export const USAGE = `npm run guard -- --base REV --head REV [options]

Tells whether a pull request changes content only, and refuses what no report needs: links, submodules,
programs, other kinds of files, names that differ between machines, too much at once. Reads git objects only.
  --base REV           the branch it goes into
  --head REV           the newest commit of the pull request
  --repo DIR           the repository (.)
  --lang th|en         language of the report (th)
  --format text|json|github
                       for people, for programs, for annotations on GitHub (text)
  --github-output FILE adds the line kind=content or kind=code to a file
  --help

Ends with 0 when nothing is refused, 1 when something is, 2 when the command was not understood.
JSON: {version, kind, files, problems: [{file, severity, rule, message, fix}]}`;

/** Options from the command line, or 'help'. Throws UsageError. */
export function parseOptions(args: string[]): GuardOptions | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  const { base, head } = values;
  if (base === undefined || head === undefined) throw new UsageError('Name both commits with --base REV --head REV.');
  return {
    repo: values.repo,
    base,
    head,
    language: choose('--lang', values.lang, ['th', 'en']),
    format: choose('--format', values.format, ['text', 'json', 'github']),
    output: values['github-output'],
  };
}

function parse(args: string[]) {
  const options = {
    base: { type: 'string' },
    head: { type: 'string' },
    repo: { type: 'string', default: '.' },
    lang: { type: 'string', default: 'th' },
    format: { type: 'string', default: 'text' },
    'github-output': { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  return readCall({ args, options }).values;
}

function choose<T extends string>(flag: string, value: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) throw new UsageError(`${flag} takes ${choices.join(' or ')}, not "${value}".`);
  return chosen;
}
