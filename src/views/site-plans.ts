import { keepBySite } from '#domain/keep-by-site.ts';
import { buildPlanTrees, type PlanBranch, type PlanTree } from '#domain/plan-totals.ts';
import type { ScoredSite } from '#domain/scored-site.ts';

/** Every plan with the indicators that serve it, by its slug. Built once: every page of a plan asks for them. */
export const getPlanTrees = keepBySite(buildPlanTrees);

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
