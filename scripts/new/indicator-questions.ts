import { getKnownValues } from '#data/schema-keys.ts';
import { getPlanCodes } from '#domain/checks/check-references.ts';
import type { Dataset } from '#domain/dataset.ts';
import { indicatorSchema } from '#domain/schemas/indicator.ts';
import type { Plan, PlanNode } from '#domain/schemas/plan.ts';
import type { Language } from '#strings/translate.ts';
import { Figure } from '../write/format-entry.ts';
import type { Choice } from './ask.ts';
import { getFieldMessage, listChoices } from './field-question.ts';
import { readNumber, readNumbers } from './interview.ts';
import type { Words } from './words.ts';

/** A field of an indicator as it is asked for. */
export interface FieldQuestion {
  key: string;
  flag: string;
  message: string;
  isOptional?: boolean;
  choices?: Choice[];
  read: (answer: string) => unknown;
}

/** Stands for no plan among the choices; never written. */
const NO_PLAN = '-';

/** The fields of an indicator in the order of the form; its scale and text are asked for apart. */
export function listQuestions(dataset: Dataset, year: number, language: Language, say: Words): FieldQuestion[] {
  const ask = (key: string, flag: string, more: Partial<FieldQuestion> = {}): FieldQuestion => {
    const message = getFieldMessage('indicator', key, language);
    return { key, flag, message, read: (answer) => answer, ...more };
  };
  const choose = (key: string) => {
    return ask(key, key, { choices: listChoices(getKnownValues(indicatorSchema, [key]), language) });
  };
  const goals = listGoals(dataset, year, say);
  return [
    ask('name', 'name'),
    ask('nameEn', 'name-en', { isOptional: true }),
    ask('code', 'code', { isOptional: true }),
    choose('kind'),
    choose('outcome'),
    ask('plan', 'plan', { isOptional: true, read: readPlan, ...(goals.length > 1 ? { choices: goals } : {}) }),
    ask('weight', 'weight', { read: readNumber }),
    ask('unit', 'unit'),
    choose('direction'),
    choose('accumulation'),
    ask('target', 'target', { read: readNumber }),
    ask('quarterTargets', 'quarter-targets', { isOptional: true, read: readNumbers }),
    ask('responsible', 'responsible', { isOptional: true, read: (unit) => ({ unit }) }),
  ];
}

/** A value as somebody would have typed it in answer. */
export function formatAnswer(value: unknown): string | undefined {
  if (value instanceof Figure) return value.text;
  if (typeof value === 'number' || typeof value === 'string') return String(value);
  if (Array.isArray(value)) return value.map(formatAnswer).join(' ');
  if (typeof value !== 'object' || value === null) return undefined;
  if ('goal' in value && 'id' in value) return `${value.id}/${value.goal}`;
  return 'unit' in value ? String(value.unit) : undefined;
}

/** plan/code: city-20y/7.4.1. */
function readPlan(answer: string): unknown {
  if (answer === NO_PLAN) return undefined;
  const [id = '', goal = ''] = answer.split('/');
  return { id, goal };
}

/** Goals of the plans in force in a year. */
function listGoals(dataset: Dataset, year: number, say: Words): Choice[] {
  const inForce = [...dataset.plans.values()].filter(({ data }) => data.years.from <= year && year <= data.years.until);
  const goals = inForce.flatMap(({ slug, data }) => {
    const names = new Map(listNodes(data).map(({ code, name }) => [code, name]));
    return getPlanCodes(data).map((code) => ({
      value: `${slug}/${code}`,
      label: `${code} ${names.get(code) ?? ''} (${slug})`,
    }));
  });
  return [{ value: NO_PLAN, label: say('ask.no-plan') }, ...goals];
}

function listNodes(plan: Plan): PlanNode[] {
  return plan.areas.flatMap((area) => [
    area,
    ...(area.subAreas ?? []).flatMap((subArea) => [subArea, ...(subArea.goals ?? [])]),
  ]);
}
