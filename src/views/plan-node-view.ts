import { getOrAdd } from '#domain/get-or-add.ts';
import type { PlanBranch, PlanLevel, PlanTree } from '#domain/plan-totals.ts';
import type { ScoredItem, ScoredSite } from '#domain/scored-site.ts';
import type { ViewContext } from './context.ts';
import { compareThai, getAgencyName, getItemName, getPlanName, getYearLabel } from './names.ts';
import { type Crumb, getScope, type ScopeView } from './page-view.ts';
import { getNodeName, type PlanNameView, wordCited } from './plan-name-view.ts';
import { getBranchView, type PlanBranchView } from './plan-tree-view.ts';
import { getPlanYearsView, type PlanYearsView } from './plan-years-view.ts';
import { getRow, type RowView } from './row-view.ts';
import { getPlanBranch, getPlanTree } from './site-plans.ts';

/** One area, sub-area or goal: what is above and below it, its years, and the indicators that name it. */
export interface PlanNodeView {
  level: PlanLevel;
  /** For the browser's tab: codes repeat from plan to plan. */
  title: string;
  name: PlanNameView;
  plan: { text: string; language: 'th' | 'en' };
  description: string;
  crumbs: Crumb[];
  cited: string;
  scope: ScopeView | undefined;
  byYear: PlanYearsView;
  children: PlanBranchView[];
  own: { year: string; rows: RowView[] }[];
  /** How many more there are than are listed. */
  more?: string;
  /** The list of every indicator of the area, where there is one. */
  all?: string;
}

/** Rows of a page; a goal of a large city has thousands through the years. */
const MOST_ROWS = 200;

export function getPlanNodeView(site: ScoredSite, slug: string, code: string, context: ViewContext): PlanNodeView {
  const { t, format, links } = context;
  const tree = getPlanTree(site, slug);
  const branch = getPlanBranch(tree, code);
  const name = getNodeName(branch, context);
  const plan = getPlanName(tree.plan, context);
  const cited = wordCited(branch.items.length, context);
  const rest = branch.own.length - MOST_ROWS;
  const area = (branch.way[0] ?? branch).node.code;
  const heading = `${name.lead} ${name.text}`;
  return {
    level: branch.level,
    title: `${heading} · ${plan.text}`,
    name,
    plan,
    description: t('plan.node-description', { name: heading, cited }),
    crumbs: getCrumbs(tree, branch, context),
    cited,
    scope: getScope(site, context),
    byYear: getPlanYearsView(site, tree, branch.items, context),
    children: branch.children.map((child) => getBranchView(site, tree, child, context)),
    own: listOwn(site, branch.own, context),
    ...(rest > 0 ? { more: t('plan.more', { count: format.count(rest) }) } : {}),
    ...(branch.items.length === 0 ? {} : { all: links.planArea(slug, area) }),
  };
}

function getCrumbs({ slug, plan }: PlanTree, { way }: PlanBranch, context: ViewContext): Crumb[] {
  const { t, links } = context;
  return [
    { label: t('nav.home'), href: links.home },
    { label: t('plan.title'), href: links.plan() },
    { label: getPlanName(plan, context).text, href: links.plan(slug) },
    ...way.map((above) => ({ label: getNodeName(above, context).lead, href: links.plan(slug, above.node.code) })),
  ];
}

/** Newest year first, by name within a year; the oldest are those that are not listed. */
function listOwn(site: ScoredSite, items: readonly ScoredItem[], context: ViewContext): PlanNodeView['own'] {
  const name = (item: ScoredItem) => getItemName(item, context).text;
  const agency = (item: ScoredItem) => getAgencyName(site, item.agency, item.year, context);
  const shown = [...items]
    .sort((a, b) => b.year - a.year || compareThai(name(a), name(b)) || compareThai(agency(a), agency(b)))
    .slice(0, MOST_ROWS);
  const byYear = new Map<number, RowView[]>();
  for (const item of shown) {
    getOrAdd(byYear, item.year, () => []).push({ ...getRow(item, context), agency: agency(item) });
  }
  return [...byYear].map(([year, rows]) => ({ year: getYearLabel(year, context), rows }));
}
