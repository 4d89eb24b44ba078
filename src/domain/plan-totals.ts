import { getOrAdd } from './get-or-add.ts';
import type { Plan, PlanNode } from './schemas/plan.ts';
import { getItemsTotal, type ScoredItem, type ScoredSite } from './scored-site.ts';
import type { Total } from './scoring/total.ts';

/** How far down the strategy tree a node stands. */
export const PLAN_LEVELS = ['area', 'sub-area', 'goal'] as const;

export type PlanLevel = (typeof PLAN_LEVELS)[number];

/** A node of a plan with the indicators that serve it. */
export interface PlanBranch {
  node: PlanNode;
  level: PlanLevel;
  /** From the area down to the node above this one. */
  way: PlanBranch[];
  children: PlanBranch[];
  /** Indicators that name this very node, in path order. */
  own: ScoredItem[];
  /** Those and the ones of every node below. */
  items: ScoredItem[];
}

/** A plan with its indicators; the same code in another plan is another node. */
export interface PlanTree {
  slug: string;
  plan: Plan;
  areas: PlanBranch[];
  byCode: ReadonlyMap<string, PlanBranch>;
  items: ScoredItem[];
}

/** A fiscal year of some indicators: the total of those that have a score, with what is left out of it. */
export interface PlanYear {
  year: number;
  /** Whether the plan was not in force. */
  isOutside: boolean;
  items: ScoredItem[];
  total: Total;
}

/** Every plan of a site with the indicators of all years, in path order. */
export function buildPlanTrees(site: ScoredSite): ReadonlyMap<string, PlanTree> {
  const byNode = new Map<string, ScoredItem[]>();
  for (const item of site.items.values()) {
    const { plan } = item.indicator.data;
    if (plan !== undefined) getOrAdd(byNode, `${plan.id}/${plan.goal}`, () => []).push(item);
  }
  return new Map([...site.dataset.plans].map(([slug, { data }]) => [slug, buildTree(slug, data, byNode)]));
}

/** The years of a plan until the newest of the site, and any other that the indicators have; newest first. */
export function getPlanYears(site: ScoredSite, plan: Plan, items: readonly ScoredItem[]): PlanYear[] {
  const { from, until } = plan.years;
  const byYear = new Map<number, ScoredItem[]>();
  for (let year = from; year <= Math.min(until, site.years[0] ?? 0); year++) byYear.set(year, []);
  for (const item of items) getOrAdd(byYear, item.year, () => []).push(item);
  return [...byYear]
    .sort(([a], [b]) => b - a)
    .map(([year, own]) => ({
      year,
      isOutside: year < from || year > until,
      items: own,
      total: getItemsTotal(own),
    }));
}

function buildTree(slug: string, plan: Plan, byNode: ReadonlyMap<string, ScoredItem[]>): PlanTree {
  const byCode = new Map<string, PlanBranch>();
  const build = (node: Nested, way: PlanBranch[]): PlanBranch => {
    const own = byNode.get(`${slug}/${node.code}`) ?? [];
    const branch: PlanBranch = { node, level: PLAN_LEVELS[way.length] ?? 'goal', way, children: [], own, items: own };
    byCode.set(node.code, branch);
    branch.children = (node.subAreas ?? node.goals ?? []).map((child) => build(child, [...way, branch]));
    branch.items = [...own, ...branch.children.flatMap(({ items }) => items)];
    return branch;
  };
  const areas = plan.areas.map((area) => build(area, []));
  return { slug, plan, areas, byCode, items: areas.flatMap(({ items }) => items) };
}

/** A node as the plan's file nests them. */
type Nested = PlanNode & { subAreas?: Nested[] | undefined; goals?: PlanNode[] | undefined };
