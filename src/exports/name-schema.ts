import type { Dataset } from '#domain/dataset.ts';
import type { EntryKind } from '#domain/issue.ts';
import type { JsonSchema } from '#domain/schemas/json-schema.ts';
import type { Plan } from '#domain/schemas/plan.ts';
import type { Language } from '#strings/translate.ts';

/** The file beside the schemas of entries that holds what exists; it alone changes with the content. */
export const NAMES_FILE = 'names.schema.json';

type Names = 'plan' | 'goal' | 'group' | 'series';

/** By kind and key, as a path. */
const REFERENCES: Record<string, Names> = {
  'agency/group': 'group',
  'indicator/plan/id': 'plan',
  'indicator/plan/goal': 'goal',
  'indicator/series': 'series',
  'indicator/continues': 'series',
  'indicator/splits': 'series',
  'indicator/merges': 'series',
};

/** Where the names that may stand in a field are listed, as a reference from a schema beside the file. */
export function findNameReference(kind: EntryKind, key: string): string | undefined {
  const names = REFERENCES[[kind, ...key.split('.')].join('/')];
  return names === undefined ? undefined : `${NAMES_FILE}#/definitions/${names}`;
}

/**
 * The plans, goals, groups and series that a content has. They are offered, not demanded: what a branch adds is not yet
 * listed, so any other text passes here and is held against the content by the checker alone.
 */
export function buildNameSchema(dataset: Dataset, language: Language): JsonSchema {
  const pick = (name: string, nameEn: string | undefined) => (language === 'th' ? name : (nameEn ?? name));
  const plans = [...dataset.plans].map(([slug, { data }]) => [slug, pick(data.name, data.nameEn)] as const);
  const groups = dataset.site?.data.agencyGroups ?? [];
  const series = [...dataset.indicatorYears.values()].map(
    (item) => [item.series, pick(item.indicator.data.name, item.indicator.data.nameEn)] as const,
  );
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    definitions: {
      plan: offer(plans),
      goal: offer([...dataset.plans.values()].flatMap(({ data }) => listGoals(data, pick))),
      group: offer(groups.map(({ id, name, nameEn }) => [id, pick(name, nameEn)])),
      series: offer(series),
    },
  };
}

/** Codes of a plan with their wording; those that no source words have the plan's name alone. */
function listGoals(plan: Plan, pick: (name: string, nameEn: string | undefined) => string): [string, string][] {
  const inPlan = pick(plan.name, plan.nameEn);
  const nodes = plan.areas.flatMap((area) => [
    area,
    ...(area.subAreas ?? []).flatMap((subArea) => [subArea, ...(subArea.goals ?? [])]),
  ]);
  return nodes.map(({ code, name, nameEn }) => [
    code,
    name === undefined ? inPlan : `${pick(name, nameEn)} (${inPlan})`,
  ]);
}

/** A text, with values to choose from and what each is; of several with one value all are told. */
function offer(pairs: readonly (readonly [string, string])[]): JsonSchema {
  if (pairs.length === 0) return { type: 'string' };
  const byValue = Map.groupBy(pairs, ([value]) => value);
  const values = [...byValue.keys()].sort();
  const describe = (value: string) => [...new Set(byValue.get(value)?.map(([, name]) => name))].join(' · ');
  return { anyOf: [{ type: 'string' }, { type: 'string', enum: values, enumDescriptions: values.map(describe) }] };
}
