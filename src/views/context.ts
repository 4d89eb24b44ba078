import { createFormat, type Format } from '#strings/format.ts';
import { createTranslate, type Language, type Translate } from '#strings/translate.ts';
import { createLinks, type Links } from './links.ts';

/** What every view needs beside the data: words, formats and addresses of one language. */
export interface ViewContext {
  language: Language;
  t: Translate;
  format: Format;
  links: Links;
  /** Whether pages have a picture for sharing; a quick build leaves them out. */
  hasPictures: boolean;
}

const made = new Map<string, ViewContext>();

/** The context of a language; made once. `main` is the language without a prefix in addresses. */
export function getContext(language: Language, main: Language, base: string, hasPictures = true): ViewContext {
  const key = `${language} ${main} ${base} ${hasPictures}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const context = {
    language,
    t: createTranslate(language),
    format: createFormat(language),
    links: createLinks(base, language, main),
    hasPictures,
  };
  made.set(key, context);
  return context;
}
