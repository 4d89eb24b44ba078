import { getQuarterSpan } from '#domain/fiscal-year.ts';
import { getItemsTotal, getYearItems, type ScoredItem, type ScoredSite } from '#domain/scored-site.ts';
import { getOverview, type OverviewView } from './charts/overview-chart.ts';
import type { ViewContext } from './context.ts';
import { countDisagreements } from './disagreement-view.ts';
import { compareThai, getAgencyName, getShortYear, getYearLabel } from './names.ts';
import { type Crumb, getScope, type ScopeView } from './page-view.ts';
import { getTotalView, type TotalView } from './score-view.ts';
import { getStatusShare, type StatusShareView } from './status-view.ts';

/** A fiscal year: how the whole stands, and each agency. */
export interface YearView {
  title: string;
  span: string;
  description: string;
  crumbs: Crumb[];
  counts: string;
  scope: ScopeView | undefined;
  share: StatusShareView;
  overview: OverviewView;
  total: TotalView | undefined;
  groups: { title: string; agencies: YearAgencyView[] }[];
  years: (Crumb & { isCurrent: boolean })[];
  inferred?: string;
  /** Other pages about the year. */
  links: Crumb[];
}

export interface YearAgencyView {
  name: string;
  href: string;
  count: string;
  share: StatusShareView;
  total: TotalView | undefined;
  disagreements: number;
}

export function getYearView(site: ScoredSite, year: number, context: ViewContext): YearView {
  const { t, format, links, language } = context;
  const agencies = site.byYear.get(year) ?? new Map<string, ScoredItem[]>();
  const items = getYearItems(site, year);
  const share = getStatusShare(items, context);
  const counts = t('year.counts', { indicators: format.count(items.length), agencies: format.count(agencies.size) });
  const inferred = items.filter((item) => item.indicator.data.source?.year === 'inferred').length;
  return {
    title: getYearLabel(year, context),
    span: format.span(getQuarterSpan(year, 1).from, getQuarterSpan(year, 4).until),
    description: `${getYearLabel(year, context)} · ${counts} · ${share.sentence}`,
    crumbs: [{ label: t('nav.home'), href: links.home }],
    counts,
    scope: getScope(site, context),
    share,
    overview: getOverview(items, getYearLabel(year, context), links.year(year), context),
    total: getTotalView(getItemsTotal(items), context),
    groups: site.settings.agencyGroups.flatMap((group) => {
      const inGroup = [...agencies].filter(([slug]) => site.dataset.agencies.get(slug)?.data.group === group.id);
      const views = inGroup.map(([slug, own]) => getYearAgency(site, year, slug, own, context));
      views.sort((a, b) => compareThai(a.name, b.name));
      return views.length === 0 ? [] : [{ title: language === 'th' ? group.name : group.nameEn, agencies: views }];
    }),
    years: site.years.map((other) => ({
      label: getShortYear(other, context),
      href: links.year(other),
      isCurrent: other === year,
    })),
    links: [
      { label: t('nav.reporting'), href: links.reporting(year) },
      { label: t('nav.changes'), href: links.changes(year) },
      { label: t('targets.link'), href: links.movedTargets(year) },
      { label: t('indicator.data'), href: links.data(String(year)) },
    ],
    ...(inferred === 0 ? {} : { inferred: t('year.inferred', { count: format.count(inferred) }) }),
  };
}

function getYearAgency(
  site: ScoredSite,
  year: number,
  slug: string,
  items: ScoredItem[],
  context: ViewContext,
): YearAgencyView {
  return {
    name: getAgencyName(site, slug, year, context),
    href: context.links.agency(year, slug),
    count: context.format.count(items.length),
    share: getStatusShare(items, context),
    total: getTotalView(getItemsTotal(items), context),
    disagreements: items.filter((item) => countDisagreements(item.disagreements) > 0).length,
  };
}
