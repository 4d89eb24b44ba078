import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Language } from '#strings/translate.ts';
import { attachNegatives } from '../attach-negatives.ts';
import { describeCallError, findLanguage } from '../call.ts';
import { KINDS, type Kind } from './ask-target.ts';
import type { Flags } from './interview.ts';
import { Refusal } from './refusal.ts';
import { createWords } from './words.ts';

export interface Call {
  language: Language;
  /** Content folder as it was given, without a slash at the end. */
  content: string;
  kind: Kind | undefined;
  /** What stood behind the kind: a year, a path, a quarter. */
  words: string[];
  flags: Flags;
  evidence: string[];
  isDry: boolean;
  isStated: boolean;
  hasStubs: boolean;
}

/** Flags that answer one question each. */
const ANSWERS = [
  ...['name', 'name-en', 'code', 'group', 'kind', 'outcome', 'plan', 'weight', 'unit', 'direction', 'accumulation'],
  ...['target', 'quarter-targets', 'responsible', 'scale', 'between', 'reads', 'percents', 'points', 'edges', 'floor'],
  ...[
    'baseline',
    'definition',
    'method',
    'from',
    'agencies',
    'note',
    'result',
    'as-of',
    'submitted',
    'text',
    'text-file',
  ],
];

const single = Object.fromEntries(ANSWERS.map((name) => [name, { type: 'string' as const }]));

/** The call from the command line, or the language to explain it in. Throws a Refusal. */
export function parseCall(args: string[]): Call | { help: Language } {
  const language = findLanguage(args);
  const say = createWords(language);
  const { values, positionals } = parse(args, language);
  const { lang = 'th', content: folder = 'content', help, criteria, evidence = [], ...answers } = values;
  if (lang !== 'th' && lang !== 'en') throw new Refusal(say('refuse.lang', { seen: lang }), 2);
  if (help === true) return { help: language };
  const content = folder.replaceAll('\\', '/').replace(/(?<=[^/])\/+$/, '');
  if (!statSync(content, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Refusal(say('refuse.content', { seen: content }), 2);
  }
  const [first, ...words] = positionals;
  const kind = KINDS.find((known) => known === first);
  if (first !== undefined && kind === undefined) throw new Refusal(say('refuse.kind', { seen: first }), 2);
  const flags: Flags = {};
  for (const [name, value] of Object.entries<unknown>(answers)) {
    if (ANSWERS.includes(name) && typeof value === 'string') flags[name] = value.trim();
  }
  if (criteria !== undefined) flags.criteria = criteria.join('\n');
  const file = flags['text-file'];
  if (file !== undefined) flags.text = readText(file, language);
  const isDry = values['dry-run'] === true;
  return {
    language,
    content,
    kind,
    words,
    flags,
    evidence,
    isDry,
    isStated: values.stated === true,
    hasStubs: values['no-stubs'] !== true,
  };
}

function parse(args: string[], language: Language) {
  try {
    return parseArgs({
      args: attachNegatives(args),
      allowPositionals: true,
      options: {
        ...single,
        criteria: { type: 'string', multiple: true },
        evidence: { type: 'string', multiple: true },
        lang: { type: 'string' },
        content: { type: 'string' },
        'dry-run': { type: 'boolean' },
        stated: { type: 'boolean' },
        'no-stubs': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new Refusal(createWords(language)('refuse.option', { reason: describeCallError(error, language) }), 2);
  }
}

function readText(file: string, language: Language): string {
  const say = createWords(language);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const isEncoding = error instanceof TypeError;
    throw new Refusal(say(isEncoding ? 'refuse.text-encoding' : 'refuse.text-file', { file }), 2);
  }
}
