import type { Language } from '#strings/translate.ts';
import { describeCallError, findLanguage, readCall, UsageError } from '../call.ts';
import { createFormsWording } from './wording.ts';

export interface FormsOptions {
  /** The first port that is tried. */
  port: number;
  language: Language;
  isHelp: boolean;
}

/** Options from the command line. Throws UsageError. */
export function parseFormsOptions(args: string[]): FormsOptions {
  const { values } = parse(args);
  const language = values.lang;
  if (language !== 'th' && language !== 'en') {
    throw new UsageError(createFormsWording('th')('run.language', { value: language }));
  }
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port < 1024 || port > 65000) {
    throw new UsageError(createFormsWording(language)('run.port-number', { value: values.port }));
  }
  return { port, language, isHelp: values.help };
}

function parse(args: string[]) {
  const options = {
    port: { type: 'string', default: '4321' },
    lang: { type: 'string', default: 'th' },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  return readCall({ args, options }, (error) => describeCallError(error, findLanguage(args)));
}
