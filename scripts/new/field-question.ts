import type { EntryKind } from '#domain/issue.ts';
import { getChoiceText, getFieldText } from '#strings/field-text.ts';
import type { Language } from '#strings/translate.ts';
import type { Choice } from './ask.ts';

/** The question for a field: its name on screen and below it what to type. */
export function getFieldMessage(kind: EntryKind, key: string, language: Language): string {
  const { label, help } = getFieldText(kind, key, language);
  return label === help ? label : `${label}\n${help}`;
}

/** Values to choose from with what they mean. */
export function listChoices(values: readonly string[], language: Language): Choice[] {
  return values.map((value) => ({ value, label: `${getChoiceText(value, language)} (${value})` }));
}
