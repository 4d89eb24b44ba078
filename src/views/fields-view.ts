import type { EntryKind } from '#domain/issue.ts';
import { type Field, type FieldForm, listFields } from '#domain/schemas/fields.ts';
import { getChoiceText, getFieldText } from '#strings/field-text.ts';
import type { Translate } from '#strings/translate.ts';
import type { ViewContext } from './context.ts';

/** Every field of every kind of file, in words. */
export interface FieldsView {
  kinds: KindView[];
}

export interface KindView {
  id: string;
  title: string;
  /** Where such a file stands, from the content folder. */
  path: string;
  about: string;
  fields: FieldView[];
}

export interface FieldView {
  /** Where the field can be linked to: indicator-scale-levels-points. */
  id: string;
  label: string;
  /** What is typed before the colon. */
  key: string;
  /** What may be typed behind it. */
  type: string;
  /** Whether it must be filled in, always or with what; absent where it may always be left out. */
  need?: { text: string; isAlways: boolean };
  help: string;
  choices: { value: string; meaning?: string }[];
  fields: FieldView[];
}

/** What people write most stands first. */
const KINDS: readonly EntryKind[] = ['report', 'indicator', 'year', 'agency', 'calendar', 'plan', 'site'];

export function getFieldsView({ t }: ViewContext): FieldsView {
  return {
    kinds: KINDS.map((kind) => ({
      id: kind,
      title: t(`fields.kind-${kind}`),
      path: t(`fields.path-${kind}`),
      about: t(`fields.about-${kind}`),
      fields: listFields(kind).map((field) => getFieldView(kind, field, undefined, t)),
    })),
  };
}

/** `within` is the label of the nearest group around it that may be left out. */
function getFieldView(kind: EntryKind, field: Field, within: string | undefined, t: Translate): FieldView {
  const { label, help } = getFieldText(kind, field.key, t.language);
  const names = field.key.split('.');
  const isSure = field.isRequired && field.onlyWith.length === 0;
  return {
    id: [kind, ...names].join('-'),
    label,
    key: names.at(-1) ?? '',
    type: describeType(field, t),
    ...findNeed(field, within, t),
    help,
    choices: isSelfEvident(field) ? [] : field.choices.map((value) => getChoice(String(value), t)),
    fields: field.fields.map((inner) => getFieldView(kind, inner, isSure ? within : label, t)),
  };
}

function getChoice(value: string, t: Translate): FieldView['choices'][number] {
  const meaning = getChoiceText(value, t.language);
  return meaning === value ? { value } : { value, meaning };
}

function findNeed(field: Field, within: string | undefined, t: Translate): Pick<FieldView, 'need'> {
  const choices = joinChoices(field.onlyWith, t);
  const sometimes = (text: string) => ({ need: { text, isAlways: false } });
  if (choices !== '') {
    return sometimes(t(field.isRequired ? 'fields.required-with' : 'fields.only-with', { choices }));
  }
  if (!field.isRequired) return {};
  if (within !== undefined) return sometimes(t('fields.required-within', { parent: within }));
  return { need: { text: t('fields.required'), isAlways: true } };
}

function describeType(field: Field, t: Translate): string {
  const isOnly = field.forms.length === 1 && !isSelfEvident(field);
  const words = field.forms.map((form) => (isOnly || form !== 'choice' ? describeForm(form, field, t) : undefined));
  const choices = isOnly ? [] : field.choices.map(String);
  const parts = [...words.filter((word) => word !== undefined), ...choices];
  return describeCount(field, joinChoices(parts, t), t);
}

/** Numbers to choose from mean themselves. */
function isSelfEvident({ choices }: Field): boolean {
  return choices.length > 0 && choices.every((value) => typeof value === 'number');
}

function describeForm(form: FieldForm, { range, items }: Field, t: Translate): string {
  const word = form === 'choice' && items !== undefined ? t('fields.choices') : t(`fields.form-${form}`);
  const { least, above, most } = range;
  if (form !== 'number' && form !== 'integer') return word;
  if (least !== undefined && most !== undefined) return t('fields.range-between', { form: word, least, most });
  if (least !== undefined) return t('fields.range-least', { form: word, least });
  return above === undefined ? word : t('fields.range-above', { form: word, above });
}

function describeCount({ forms, items }: Field, form: string, t: Translate): string {
  if (items === undefined || forms[0] === 'choice') return form;
  const { least, most } = items;
  if (least === undefined) return t('fields.list-any', { form });
  if (most === undefined) return t('fields.list-least', { form, least });
  return least === most
    ? t('fields.list-exact', { form, count: least })
    : t('fields.list-between', { form, least, most });
}

function joinChoices(parts: readonly string[], t: Translate): string {
  return parts.reduce((one, other) => (one === '' ? other : t('fields.or', { one, other })), '');
}
