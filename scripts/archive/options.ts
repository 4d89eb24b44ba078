import type { Language } from '#strings/translate.ts';
import { choose, describeCallError, findLanguage, readCall, readContentFolder } from '../call.ts';

export interface ArchiveOptions {
  /** Folder of the built site. */
  site: string;
  content: string;
  /** Folder that the archive is written into. */
  out: string;
  /** Folder of the host that the site was built for, with a slash at both ends. */
  base: string;
  language: Language;
}

export const USAGE = `npm run archive -- [options]

Packs the built site into a zip named after site and commit, and writes its checksum beside it (.sha256).
The same site gives the same bytes.
  --site DIR           the built site (CHIWAT_OUT, dist)
  --content DIR        folder that tells the site's name (CHIWAT_CONTENT, content)
  --out DIR            where the archive is written (.)
  --lang th|en         language of the report (th)
  --help

CHIWAT_BASE must be what it was for the build. Ends with 0 when all is well, 2 when nothing was written.`;

/** Options from the command line, or 'help'. Throws UsageError. */
export function parseOptions(args: string[], env: NodeJS.ProcessEnv = process.env): ArchiveOptions | 'help' {
  const spoken = findLanguage(args);
  const options = {
    site: { type: 'string', default: env.CHIWAT_OUT ?? 'dist' },
    content: { type: 'string', default: env.CHIWAT_CONTENT ?? 'content' },
    out: { type: 'string', default: '.' },
    lang: { type: 'string', default: 'th' },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  const { values } = readCall({ args, options }, (error) => describeCallError(error, spoken));
  if (values.help) return 'help';
  const language = choose('--lang', values.lang, ['th', 'en'], spoken);
  const content = readContentFolder(values.content, language);
  const base = (env.CHIWAT_BASE ?? '/').replace(/\/?$/, '/');
  return { site: values.site, content, out: values.out, base, language };
}
