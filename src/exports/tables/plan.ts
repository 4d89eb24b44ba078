import type { Plan, PlanNode } from '#domain/schemas/plan.ts';
import { defineColumn, showField } from './column.ts';
import { defineTable } from './table.ts';

interface Row {
  slug: string;
  plan: Plan;
  node: PlanNode;
  level: 'area' | 'sub-area' | 'goal';
  parent: string | undefined;
}

const required = { isRequired: true };
const level = { ...required, choices: ['area', 'sub-area', 'goal'] };

/** One row for each area, sub-area and goal of each plan, a parent before what is below it. */
export const plan = defineTable<Row>({
  id: 'plan',
  primaryKey: ['plan', 'plan_code'],
  foreignKeys: [{ columns: ['plan', 'parent_code'], table: 'plan', reference: ['plan', 'plan_code'] }],
  columns: [
    [showField('plan', 'indicator/plan/id', required), ({ slug }) => slug],
    [defineColumn('plan_code', 'text', required), ({ node }) => node.code],
    [defineColumn('parent_code', 'text'), ({ parent }) => parent],
    [defineColumn('node_level', 'text', level), (row) => row.level],
    [defineColumn('node_name', 'text'), ({ node }) => node.name],
    [defineColumn('node_name_en', 'text'), ({ node }) => node.nameEn],
    [defineColumn('name_truncated', 'flag', required), ({ node }) => node.truncated === true],
    [
      defineColumn('wording_basis', 'text', { choices: ['stated', 'customary'] }),
      ({ node }) => (node.name === undefined ? undefined : node.basis),
    ],
    [showField('plan_name', 'plan/name', required), (row) => row.plan.name],
    [showField('plan_name_en', 'plan/nameEn'), (row) => row.plan.nameEn],
    [showField('plan_from', 'plan/years/from', required), (row) => row.plan.years.from],
    [showField('plan_until', 'plan/years/until', required), (row) => row.plan.years.until],
  ],
  list: function* ({ site }) {
    for (const [slug, { data }] of site.dataset.plans) yield* listNodes(slug, data);
  },
});

function* listNodes(slug: string, plan: Plan): Iterable<Row> {
  for (const area of plan.areas) {
    yield { slug, plan, node: area, level: 'area', parent: undefined };
    for (const subArea of area.subAreas ?? []) {
      yield { slug, plan, node: subArea, level: 'sub-area', parent: area.code };
      for (const goal of subArea.goals ?? []) yield { slug, plan, node: goal, level: 'goal', parent: subArea.code };
    }
  }
}
