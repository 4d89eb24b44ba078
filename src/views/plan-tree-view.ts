import type { PlanBranch, PlanTree } from '#domain/plan-totals.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import type { ViewContext } from './context.ts';
import { getPlanName } from './names.ts';
import { type Crumb, getScope, type ScopeView } from './page-view.ts';
import { getNodeName, type PlanNameView, wordCited } from './plan-name-view.ts';
import { getPlanYearsView, type PlanYearsView, type PlanYearView } from './plan-years-view.ts';
import { getPlanTree, getPlanTrees } from './site-plans.ts';

/** Every plan of a site. */
export interface PlansView {
  title: string;
  description: string;
  crumbs: Crumb[];
  plans: { name: string; language: 'th' | 'en'; href: string; years: string; counts: string }[];
}

/** A plan: its years, and its tree with what became of each node. */
export interface PlanTreeView {
  title: string;
  language: 'th' | 'en';
  description: string;
  crumbs: Crumb[];
  years: string;
  counts: string;
  scope: ScopeView | undefined;
  note?: string;
  byYear: PlanYearsView;
  areas: PlanBranchView[];
  /** Whether what is below an area is folded until it is asked for. */
  isFolded: boolean;
}

/** A node with its years that have indicators, and the nodes below it. */
export interface PlanBranchView {
  name: PlanNameView;
  href: string;
  cited: string;
  /** Said where some of them name an area or a sub-area and no goal. */
  own?: string;
  years: PlanYearView[];
  children: PlanBranchView[];
  /** How many nodes are below it. */
  below: string;
  /** Whether these stand on its own page only. */
  isCut?: true;
}

/** A tree of more nodes than this is read area by area. */
const MOST_UNFOLDED = 40;

/** A tree of more lines than this, one a year of a node, leaves its goals to the pages of their sub-areas. */
const MOST_LINES = 400;

export function getPlansView(site: ScoredSite, context: ViewContext): PlansView {
  const { t, links } = context;
  return {
    title: t('plan.title'),
    description: t('plan.lead'),
    crumbs: [{ label: t('nav.home'), href: links.home }],
    plans: [...getPlanTrees(site).values()].map((tree) => {
      const { text, language } = getPlanName(tree.plan, context);
      const years = t('plan.years', { ...tree.plan.years });
      return { name: text, language, href: links.plan(tree.slug), years, counts: wordCounts(tree, context) };
    }),
  };
}

export function getPlanTreeView(site: ScoredSite, slug: string, context: ViewContext): PlanTreeView {
  const { t, links } = context;
  const tree = getPlanTree(site, slug);
  const { text, language } = getPlanName(tree.plan, context);
  const counts = wordCounts(tree, context);
  const areas = tree.areas.map((area) => getBranchView(site, tree, area, context));
  const isCut = areas.reduce((sum, area) => sum + countLines(area), 0) > MOST_LINES;
  return {
    title: text,
    language,
    description: `${text} · ${counts}`,
    crumbs: [
      { label: t('nav.home'), href: links.home },
      { label: t('plan.title'), href: links.plan() },
    ],
    years: t('plan.years', { ...tree.plan.years }),
    counts,
    scope: getScope(site, context),
    ...(tree.plan.note === undefined ? {} : { note: tree.plan.note }),
    byYear: getPlanYearsView(site, tree, tree.items, context),
    areas: isCut ? areas.map((area) => cutGoals(area, context)) : areas,
    isFolded: tree.byCode.size > MOST_UNFOLDED,
  };
}

/** `branch` with all that is below it. */
export function getBranchView(
  site: ScoredSite,
  tree: PlanTree,
  branch: PlanBranch,
  context: ViewContext,
): PlanBranchView {
  const { t, format, links } = context;
  const { node, level, own, items } = branch;
  const count = { count: format.count(own.length) };
  return {
    name: getNodeName(branch, context),
    href: links.plan(tree.slug, node.code),
    cited: wordCited(items.length, context),
    ...(level === 'goal' || own.length === 0 ? {} : { own: t('plan.own-counted', count) }),
    years: getPlanYearsView(site, tree, items, context).rows,
    children: branch.children.map((child) => getBranchView(site, tree, child, context)),
    below: t('plan.below', { count: format.count(countBelow(branch)) }),
  };
}

function countLines({ years, children }: PlanBranchView): number {
  return children.reduce((sum, child) => sum + countLines(child), years.length);
}

function cutGoals(area: PlanBranchView, { t, format }: ViewContext): PlanBranchView {
  const children = area.children.map((child) =>
    child.children.length === 0 ? child : { ...child, children: [], isCut: true as const },
  );
  return { ...area, children, below: t('plan.below', { count: format.count(children.length) }) };
}

function countBelow({ children }: PlanBranch): number {
  return children.reduce((sum, child) => sum + 1 + countBelow(child), 0);
}

function wordCounts({ byCode, areas, items }: PlanTree, context: ViewContext): string {
  const goals = [...byCode.values()].filter(({ level }) => level === 'goal').length;
  return context.t('plan.counts', {
    areas: context.format.count(areas.length),
    goals: context.format.count(goals),
    indicators: wordCited(items.length, context),
  });
}
