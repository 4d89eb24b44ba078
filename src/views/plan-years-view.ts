import { getPlanYears, type PlanTree, type PlanYear } from '#domain/plan-totals.ts';
import type { ScoredItem, ScoredSite } from '#domain/scored-site.ts';
import type { LeftOutReason, Total } from '#domain/scoring/total.ts';
import type { ViewContext } from './context.ts';
import { getShortYear } from './names.ts';
import { getReason, getTotalView } from './score-view.ts';
import { getStatusShare, type StatusShareView } from './status-view.ts';

/** The years of a plan, or of a node of it, newest first. */
export interface PlanYearsView {
  /** Those with indicators. */
  rows: PlanYearView[];
  /** Which years of the plan have none. */
  without?: string;
}

/** How the indicators of a plan, or of a node of it, stood in one fiscal year. */
export interface PlanYearView {
  label: string;
  /** The page of the year, where the site has one. */
  href?: string;
  /** Said of a year in which the plan was not in force. */
  outside?: string;
  count: string;
  share: StatusShareView;
  /** Points of weights; without a score, or with too few, that in words. */
  total: string;
  isTotal: boolean;
  /** What the total leaves out: how many for which reason. */
  leftOut: string[];
}

/** The years of some of a plan's indicators. */
export function getPlanYearsView(
  site: ScoredSite,
  { plan }: PlanTree,
  items: readonly ScoredItem[],
  context: ViewContext,
): PlanYearsView {
  const years = getPlanYears(site, plan, items);
  const without = years.filter((year) => year.items.length === 0).map(({ year }) => getShortYear(year, context));
  return {
    rows: years.filter((year) => year.items.length > 0).map((year) => getYearView(site, year, context)),
    ...(without.length === 0 ? {} : { without: context.t('plan.without', { years: without.join(' · ') }) }),
  };
}

function getYearView(
  site: ScoredSite,
  { year, isOutside, items, total }: PlanYear,
  context: ViewContext,
): PlanYearView {
  const { t, format, links } = context;
  return {
    label: getShortYear(year, context),
    ...(site.byYear.has(year) ? { href: links.year(year) } : {}),
    ...(isOutside ? { outside: t('plan.outside') } : {}),
    count: format.count(items.length),
    share: getStatusShare(items, context),
    ...wordTotal(total, context),
    leftOut: countReasons(total, context),
  };
}

/** A total of most of the indicators, as on other pages; fewer must not stand for all. */
function wordTotal(total: Total, context: ViewContext): Pick<PlanYearView, 'total' | 'isTotal'> {
  const { t, format } = context;
  const all = total.counted.length + total.leftOut.length;
  const view = getTotalView(total, context);
  if (view === undefined) return { total: t('plan.no-total'), isTotal: false };
  const counts = { counted: format.count(total.counted.length), all: format.count(all) };
  if (view.isPartial) return { total: t('plan.few-scores', counts), isTotal: false };
  return {
    total: t('plan.points', { points: view.points, weight: view.weight, percent: view.percent }),
    isTotal: true,
  };
}

function countReasons({ leftOut }: Total, context: ViewContext): string[] {
  const counts = new Map<LeftOutReason, number>();
  for (const { reason } of leftOut) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) =>
      context.t('plan.left-out-part', { reason: getReason(reason, context), count: context.format.count(count) }),
    );
}
