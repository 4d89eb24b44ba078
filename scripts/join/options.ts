import { statSync } from 'node:fs';
import type { Language } from '#strings/translate.ts';
import { choose, describeCallError, findLanguage, readCall, UsageError } from '../call.ts';
import { createWords } from './words.ts';

export interface JoinOptions {
  /** Folders that hold a part each. */
  parts: string[];
  /** Folder that the whole site is written into. */
  out: string;
  /** A site made on one machine, to hold the joined one against. */
  other: string | undefined;
  language: Language;
}

/** Options from the command line, or 'help'. Throws UsageError. */
export function parseOptions(args: string[], env: NodeJS.ProcessEnv = process.env): JoinOptions | 'help' {
  const spoken = findLanguage(args);
  const words = createWords(spoken);
  const options = {
    out: { type: 'string', default: env.CHIWAT_OUT ?? 'dist' },
    with: { type: 'string' },
    lang: { type: 'string', default: 'th' },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  const call = { args, allowPositionals: true, options };
  const { values, positionals } = readCall(call, (error) => describeCallError(error, spoken));
  if (values.help) return 'help';
  const language = choose('--lang', values.lang, ['th', 'en'], spoken);
  if (positionals.length === 0) throw new UsageError(words('call.none'));
  const other = values.with;
  for (const folder of [...positionals, ...(other === undefined ? [] : [other])]) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      throw new UsageError(words('call.folder', { seen: folder }));
  }
  return { parts: positionals, out: values.out, other, language };
}
