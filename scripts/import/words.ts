import en from '#strings/import.en.json' with { type: 'json' };
import th from '#strings/import.th.json' with { type: 'json' };
import type { Language, Params } from '#strings/translate.ts';
import { createWording } from '#strings/wording.ts';

export type ImportKey = keyof typeof th;

export type Words = (key: ImportKey, params?: Params) => string;

/** Texts of the command in a language. */
export function getWords(language: Language): Words {
  return createWording({ th, en }, language);
}
