import type { EntryKind } from '#domain/issue.ts';
import helpEn from './field-help.en.json' with { type: 'json' };
import helpTh from './field-help.th.json' with { type: 'json' };
import fieldsEn from './fields.en.json' with { type: 'json' };
import fieldsTh from './fields.th.json' with { type: 'json' };
import issuesEn from './issues.en.json' with { type: 'json' };
import issuesTh from './issues.th.json' with { type: 'json' };
import { fill, type Language, type Params } from './translate.ts';

/** A field in the words of a language. */
export interface FieldText {
  label: string;
  /** What to type and what it is for, in a sentence or two. */
  help: string;
}

const labels: Record<Language, Record<string, string>> = { th: fieldsTh, en: fieldsEn };
const helps: Record<Language, Record<string, string>> = { th: helpTh, en: helpEn };
const texts: Record<Language, Record<string, string>> = { th: issuesTh, en: issuesEn };

/** Name and help of a field; `key` is dotted, without the numbers of list items. Throws for a field no schema has. */
export function getFieldText(kind: EntryKind, key: string, language: Language): FieldText {
  const name = `${kind}.${key}`;
  const [label, help] = [labels[language][name], helps[language][name]];
  if (label === undefined || help === undefined) throw new Error(`no text for the field ${name}`);
  return { label, help };
}

/** What a value to choose from means: strategic is เชิงยุทธศาสตร์. The value itself where it has no other name. */
export function getChoiceText(value: string, language: Language): string {
  return texts[language][`choice.${value}`] ?? value;
}

/**
 * What to type where a rule is broken, by its issue and the kind of breach: "CW309", "CW303.number". For places that
 * show no more than one sentence; `{name}` is filled from the params.
 */
export function getCure(rule: string, language: Language, params: Params = {}): string {
  const [code, ...breach] = rule.split('.');
  const text = texts[language][[code, 'fix', ...breach].join('.')];
  if (text === undefined) throw new Error(`no cure for ${rule}`);
  return fill(text, params);
}
