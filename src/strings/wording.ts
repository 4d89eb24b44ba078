import { fill, type Language, type Params } from './translate.ts';

/** Texts of one command or file format in both languages, by flat keys. */
export type Wording<Key extends string> = Record<Language, Record<Key, string>>;

/** The texts of a language; `{name}` in a text is filled from the params. */
export function createWording<Key extends string>(wording: Wording<Key>, language: Language) {
  return (key: Key, params: Params = {}): string => fill(wording[language][key], params);
}
