import type { EntryKind } from '#domain/issue.ts';
import type { JsonSchema } from '#domain/schemas/json-schema.ts';
import { getChoiceText, getFieldText } from '#strings/field-text.ts';
import type { Language } from '#strings/translate.ts';

/** A group that an editor can write out at once; `$1` and so on are the places where one types. */
export interface Snippet {
  label: string;
  body: object;
}

/** What is offered to write out a group with, beside its own fields one by one. */
export function findSnippets(
  kind: EntryKind,
  key: string,
  language: Language,
  properties: JsonSchema['properties'] = {},
): Snippet[] | undefined {
  if (key === 'evidence') {
    return ['file', 'url'].map((name) => ({
      label: getFieldText(kind, `evidence.${name}`, language).label,
      body: { title: '$1', [name]: '$2' },
    }));
  }
  const { kind: told } = properties;
  if (key !== 'scale' || typeof told !== 'object') return undefined;
  // A scale is one of several groups; each offers itself.
  const name = String(told.const);
  const body = SCALES.get(name);
  return body === undefined ? undefined : [{ label: getChoiceText(name, language), body }];
}

const BETWEEN = `\${1|step,linear|}`;

const LEVELS = [1, 2, 3, 4, 5].map((level) => ({
  level,
  percent: 20 * level,
  points: `$${2 * level}`,
  criterion: `$${2 * level + 1}`,
}));

const SCALES = new Map<string, object>([
  ['milestones', { kind: 'milestones', between: BETWEEN, levels: LEVELS }],
  ['bands', { kind: 'bands', between: BETWEEN, edges: ['$2', '$3', '$4', '$5', '$6'], floor: `\${7|1,0|}` }],
  ['proportional', { kind: 'proportional' }],
]);
