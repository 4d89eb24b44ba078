import type { Language, Params } from '#strings/translate.ts';
import en from '#strings/verify.en.json' with { type: 'json' };
import th from '#strings/verify.th.json' with { type: 'json' };
import { createWording } from '#strings/wording.ts';

export type VerifyKey = keyof typeof th;

export type Words = (key: VerifyKey, params?: Params) => string;

export function createWords(language: Language): Words {
  return createWording<VerifyKey>({ th, en }, language);
}

/** A word that may not be there: of a field's name that comes from a file. */
export function findWord(words: Words, key: string): string | undefined {
  return isKey(key) ? words(key) : undefined;
}

function isKey(key: string): key is VerifyKey {
  return Object.hasOwn(th, key);
}
