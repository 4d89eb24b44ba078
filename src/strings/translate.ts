import en from './en.json' with { type: 'json' };
import th from './th.json' with { type: 'json' };

export type Language = 'th' | 'en';
export type StringKey = keyof typeof th;
export type Params = Record<string, string | number>;

/** Text of the furniture in one language. */
export interface Translate {
  (key: StringKey, params?: Params): string;
  language: Language;
}

const strings: Record<Language, Record<StringKey, string>> = { th, en };

/** The texts of a language; `{name}` in a text is filled from the params. */
export function createTranslate(language: Language): Translate {
  const translate = (key: StringKey, params: Params = {}) => fill(strings[language][key], params);
  return Object.assign(translate, { language });
}

/** Puts params into the `{name}` places of a text. A place without a param stays visible. */
export function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}
