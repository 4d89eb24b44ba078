import type { Language, Params } from '#strings/translate.ts';
import { createWording } from '#strings/wording.ts';
import en from '#strings/years.en.json' with { type: 'json' };
import th from '#strings/years.th.json' with { type: 'json' };

export type Words = (key: keyof typeof th, params?: Params) => string;

export function createWords(language: Language): Words {
  return createWording<keyof typeof th>({ th, en }, language);
}
