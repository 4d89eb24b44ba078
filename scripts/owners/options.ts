import { statSync } from 'node:fs';
import type { Language } from '#strings/translate.ts';
import { readCall, UsageError } from '../call.ts';

export interface OwnersOptions {
  /** Folder to read. */
  content: string;
  /** Folder that the files are written below. */
  root: string;
  language: Language;
  isCheck: boolean;
}

export const USAGE = `npm run owners -- [options]

Writes .github/CODEOWNERS and .gitlab/CODEOWNERS from the "owners" of site.yaml and of each agency.
  --check              writes nothing; tells whether the files are up to date
  --content DIR        folder to read (content)
  --root DIR           repository whose files are written (.)
  --lang th|en         language of the report and of the files' comments (th)
  --help

Ends with 0 when all is well, 1 when the files differ or an owner cannot be one, 2 when the command was not understood.`;

/** Options from the command line, or 'help'. Throws UsageError. */
export function parseOptions(args: string[]): OwnersOptions | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  const { content, root, lang, check } = values;
  if (lang !== 'th' && lang !== 'en') throw new UsageError(`--lang takes th or en, not "${lang}".`);
  for (const [flag, folder] of Object.entries({ '--content': content, '--root': root })) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
      throw new UsageError(`There is no folder "${folder}". Name one with ${flag} DIR.`);
    }
  }
  return { content, root, language: lang, isCheck: check };
}

function parse(args: string[]) {
  const options = {
    check: { type: 'boolean', default: false },
    content: { type: 'string', default: 'content' },
    root: { type: 'string', default: '.' },
    lang: { type: 'string', default: 'th' },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  return readCall({ args, options }).values;
}
