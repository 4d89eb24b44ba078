import { getOrAdd } from '#domain/get-or-add.ts';
import { keepBySite } from '#domain/keep-by-site.ts';
import type { PlanBranch, PlanLevel, PlanTree } from '#domain/plan-totals.ts';
import type { ScoredItem, ScoredSite } from '#domain/scored-site.ts';
import type { ViewContext } from './context.ts';
import { cutPages, getListPage, type ListPage } from './list-pages.ts';
import { compareThai, getAgencyName, getItemName, getPlanName, getYearLabel } from './names.ts';
import type { Crumb } from './page-view.ts';
import { getPager, getWhole, type PagerView, titlePage } from './pager-view.ts';
import { getNodeName, type PlanNameView, wordCited } from './plan-name-view.ts';
import { getRow, type RowView } from './row-view.ts';
import { getPlanBranch, getPlanTree, listPlanNodes } from './site-plans.ts';

/** A page of the indicators that name an area, sub-area or goal. */
export interface PlanNodeListView {
  level: PlanLevel;
  /** For the browser's tab: codes repeat from plan to plan. */
  title: string;
  name: PlanNameView;
  plan: { text: string; language: 'th' | 'en' };
  description: string;
  crumbs: Crumb[];
  cited: string;
  /** By year, newest first. */
  own: { year: string; rows: RowView[] }[];
  pager: PagerView;
  /** The list of every indicator of the area, where there is one. */
  all?: string;
}

/** Pages behind the first: the first has the node's own address. */
export function listPlanNodePages(site: ScoredSite): { plan: string; code: string; number: number }[] {
  return listPlanNodes(site).flatMap(({ plan, code }) =>
    getPages(site, `th ${plan}/${code}`)
      .slice(1)
      .map(({ number }) => ({ plan, code, number })),
  );
}

/** Throws where the list has no page of the number. */
export function getPlanNodeListView(
  site: ScoredSite,
  slug: string,
  code: string,
  number: number,
  context: ViewContext,
): PlanNodeListView {
  const { t, links, language } = context;
  const tree = getPlanTree(site, slug);
  const branch = getPlanBranch(tree, code);
  const page = getListPage(getPages(site, `${language} ${slug}/${code}`), number);
  const name = getNodeName(branch, context);
  const plan = getPlanName(tree.plan, context);
  const cited = wordCited(branch.items.length, context);
  const heading = `${name.lead} ${name.text}`;
  return {
    level: branch.level,
    title: titlePage(`${heading} · ${plan.text}`, page, context),
    name,
    plan,
    description: titlePage(t('plan.node-description', { name: heading, cited }), page, context),
    crumbs: [
      ...getCrumbs(tree, branch, context),
      ...(number === 1 ? [] : [{ label: name.lead, href: links.plan(slug, code) }]),
    ],
    cited,
    own: groupByYear(site, page, context),
    pager: getPager(page, links.plan(slug, code), context, { whole: getWhole(context) }),
    ...(branch.items.length === 0 ? {} : { all: links.planArea(slug, (branch.way[0] ?? branch).node.code) }),
  };
}

/** Newest year first, by name within a year; ordered once, for all pages of the list. The key is the language, then plan and code. */
const getPages = keepBySite((site: ScoredSite, key: string): ListPage<ScoredItem>[] => {
  const [language, slug = '', code = ''] = key.split(/[ /]/);
  const speaker = { language: language === 'en' ? ('en' as const) : ('th' as const) };
  const named = getPlanBranch(getPlanTree(site, slug), code).own.map((item) => ({
    item,
    name: getItemName(item, speaker).text,
    agency: getAgencyName(site, item.agency, item.year, speaker),
  }));
  named.sort((a, b) => b.item.year - a.item.year || compareThai(a.name, b.name) || compareThai(a.agency, b.agency));
  return cutPages(named.map(({ item }) => item));
});

function getCrumbs({ slug, plan }: PlanTree, { way }: PlanBranch, context: ViewContext): Crumb[] {
  const { t, links } = context;
  return [
    { label: t('nav.home'), href: links.home },
    { label: t('plan.title'), href: links.plan() },
    { label: getPlanName(plan, context).text, href: links.plan(slug) },
    ...way.map((above) => ({ label: getNodeName(above, context).lead, href: links.plan(slug, above.node.code) })),
  ];
}

function groupByYear(site: ScoredSite, { items }: ListPage<ScoredItem>, context: ViewContext): PlanNodeListView['own'] {
  const byYear = new Map<number, RowView[]>();
  for (const item of items) {
    const agency = getAgencyName(site, item.agency, item.year, context);
    getOrAdd(byYear, item.year, () => []).push({ ...getRow(item, context), agency });
  }
  return [...byYear].map(([year, rows]) => ({ year: getYearLabel(year, context), rows }));
}
