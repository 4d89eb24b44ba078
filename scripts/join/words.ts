import en from '#strings/join.en.json' with { type: 'json' };
import th from '#strings/join.th.json' with { type: 'json' };
import type { Language, Params } from '#strings/translate.ts';
import { createWording } from '#strings/wording.ts';

export type Words = (key: keyof typeof th, params?: Params) => string;

export function createWords(language: Language): Words {
  return createWording<keyof typeof th>({ th, en }, language);
}
