import formsEn from '#strings/forms.en.json' with { type: 'json' };
import formsTh from '#strings/forms.th.json' with { type: 'json' };
import type { Language } from '#strings/translate.ts';
import { createWording } from '#strings/wording.ts';

export type FormsWording = ReturnType<typeof createFormsWording>;

/** What `npm run forms` says. */
export function createFormsWording(language: Language) {
  return createWording({ th: formsTh, en: formsEn }, language);
}

/** A reason why the forms cannot be opened; the message says what to do. */
export class FormsError extends Error {}
