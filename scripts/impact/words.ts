import { createFormat, type Format } from '#strings/format.ts';
import en from '#strings/impact.en.json' with { type: 'json' };
import th from '#strings/impact.th.json' with { type: 'json' };
import { createTranslate, type Language, type Params, type Translate } from '#strings/translate.ts';
import { createWording } from '#strings/wording.ts';

export type ImpactKey = keyof typeof th;

export type Say = (key: ImpactKey, params?: Params) => string;

/** All that the report needs to speak a language. */
export interface Words {
  language: Language;
  say: Say;
  t: Translate;
  format: Format;
}

export function createWords(language: Language): Words {
  return {
    language,
    say: createWording<ImpactKey>({ th, en }, language),
    t: createTranslate(language),
    format: createFormat(language),
  };
}
