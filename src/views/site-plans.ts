import { buildPlanTrees, type PlanBranch, type PlanTree } from '#domain/plan-totals.ts';
import type { ScoredSite } from '#domain/scored-site.ts';

/** A site's plans are built once; every page of a plan asks for them. */
const known = new WeakMap<ScoredSite, ReadonlyMap<string, PlanTree>>();

/** Every plan with the indicators that serve it, by its slug. */
export function getPlanTrees(site: ScoredSite): ReadonlyMap<string, PlanTree> {
  const trees = known.get(site) ?? buildPlanTrees(site);
  known.set(site, trees);
  return trees;
}

export function getPlanTree(site: ScoredSite, slug: string): PlanTree {
  const tree = getPlanTrees(site).get(slug);
  if (tree === undefined) throw new Error(`no plan ${slug}`);
  return tree;
}

export function getPlanBranch(tree: PlanTree, code: string): PlanBranch {
  const branch = tree.byCode.get(code);
  if (branch === undefined) throw new Error(`no node ${code} in plan ${tree.slug}`);
  return branch;
}

/** The nodes that have a page, each by its plan and code. */
export function listPlanNodes(site: ScoredSite): { plan: string; code: string }[] {
  return [...getPlanTrees(site)].flatMap(([plan, { byCode }]) => [...byCode.keys()].map((code) => ({ plan, code })));
}
