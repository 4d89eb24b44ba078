import en from '#strings/new.en.json' with { type: 'json' };
import th from '#strings/new.th.json' with { type: 'json' };
import type { Language, Params } from '#strings/translate.ts';
import { createWording } from '#strings/wording.ts';

/** A text of this command. */
export type NewKey = keyof typeof th;

/** The texts of this command in one language. */
export type Words = (key: NewKey, params?: Params) => string;

/** Something the person should know, to be worded. */
export interface Note {
  key: NewKey;
  params?: Params;
}

export function createWords(language: Language): Words {
  return createWording({ th, en }, language);
}

/** What is written into content is Thai, whatever language the command speaks. */
export const writeThai: Words = createWords('th');
