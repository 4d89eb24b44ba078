import type { EntryKind } from '#domain/issue.ts';
import type { BuiltForm, Readings } from './build-files.ts';
import type { ParsedForm } from './parse-form.ts';
import { isScore } from './read-levels.ts';

/** Something the form does not say, or does not say for certain. */
export interface OpenField {
  kind: EntryKind;
  /** Dotted key of the field. */
  field: string;
  /** File within the indicator's folder. */
  file: string;
  /** Whether the entry has an error until it is filled in. */
  isRequired: boolean;
  /** Key of the wording that says why, and what to type; with its params. */
  cure: string;
  params: Record<string, string>;
}

const OPTIONS = ['direction', 'accumulation', 'between', 'unit', 'target'] as const;

/** What is left open, what the checker asks for first. */
export function listOpen(form: ParsedForm, built: BuiltForm, readings: Readings, isYearStated: boolean): OpenField[] {
  const open: OpenField[] = [];
  const add = (field: string, cure: string, isRequired: boolean, params: Record<string, string> = {}) =>
    open.push({ kind: 'indicator', field, file: 'indicator.mdx', isRequired, cure, params });
  if (form.name === '') add('name', 'name', true);
  const hasScale = form.levels.length > 0;
  for (const option of OPTIONS) {
    if (readings[option] !== undefined || (option === 'between' && !hasScale)) continue;
    add(option === 'between' ? 'scale.between' : option, option, true);
  }
  if (!hasScale) add('scale', 'scale', true);
  if (built.weight === undefined) add('weight', hasScale ? describeWeight(form) : 'weight', false);
  if ('reason' in built.goal) add('plan', `plan-${built.goal.reason}`, false, { code: built.goal.code });
  add('kind', 'kind', false);
  if (form.outcome === 'unknown') add('outcome', 'outcome', false);
  if (!isYearStated) add('source.year', 'year', false);
  for (const quarter of ['q1', 'q2', 'q3', 'q4'] as const) {
    const none = form.missing.includes(quarter) ? 'quarter-missing' : 'quarter-empty';
    const cure = form.sections[quarter] === undefined ? none : 'quarter';
    open.push({ kind: 'report', field: 'result', file: `${quarter}.mdx`, isRequired: false, cure, params: {} });
  }
  if (built.result === undefined) {
    const none = form.missing.includes('result') ? 'result-missing' : 'result';
    const cure = form.result === '' ? none : 'result-unclear';
    const params = { seen: form.result };
    open.push({ kind: 'year', field: 'result', file: 'year.mdx', isRequired: false, cure, params });
  }
  return open;
}

function describeWeight({ levels }: ParsedForm): string {
  return isScore(levels) ? 'weight-score' : 'weight-uneven';
}
