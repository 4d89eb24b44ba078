import type { ScoredSite } from '#domain/scored-site.ts';
import type { ViewContext } from './context.ts';
import { getScope, type ScopeView } from './page-view.ts';
import { getPlanNodeListView, type PlanNodeListView } from './plan-node-list.ts';
import { getBranchView, type PlanBranchView } from './plan-tree-view.ts';
import { getPlanYearsView, type PlanYearsView } from './plan-years-view.ts';
import { getPlanBranch, getPlanTree } from './site-plans.ts';

/** One area, sub-area or goal: what is above and below it, its years, and the first of the indicators that name it. */
export interface PlanNodeView extends PlanNodeListView {
  scope: ScopeView | undefined;
  byYear: PlanYearsView;
  children: PlanBranchView[];
}

export function getPlanNodeView(site: ScoredSite, slug: string, code: string, context: ViewContext): PlanNodeView {
  const tree = getPlanTree(site, slug);
  const branch = getPlanBranch(tree, code);
  return {
    ...getPlanNodeListView(site, slug, code, 1, context),
    scope: getScope(site, context),
    byYear: getPlanYearsView(site, tree, branch.items, context),
    children: branch.children.map((child) => getBranchView(site, tree, child, context)),
  };
}
