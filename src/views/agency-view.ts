import { getItemsTotal, type ScoredSite } from '#domain/scored-site.ts';
import { type AgencyListView, getAgencyListView } from './agency-list.ts';
import { getFeedLink } from './changes-view.ts';
import { getOverview, type OverviewView } from './charts/overview-chart.ts';
import type { ViewContext } from './context.ts';
import { getAgencyName, getShortYear, getYearLabel } from './names.ts';
import type { Crumb } from './page-view.ts';
import { getTotalView, type TotalView } from './score-view.ts';
import { getStatusShare, type StatusShareView } from './status-view.ts';

/** An agency in a fiscal year: how it stands, its total and what is left out of it, and its first indicators. */
export interface AgencyView extends AgencyListView {
  share: StatusShareView;
  overview: OverviewView;
  total: TotalView | undefined;
  years: (Crumb & { isCurrent: boolean })[];
  /** Who reported when, changes of the agency's figures, their feed, and the page's data. */
  links: Crumb[];
  feed: Crumb;
}

export function getAgencyView(site: ScoredSite, year: number, slug: string, context: ViewContext): AgencyView {
  const { t, links } = context;
  const items = site.byYear.get(year)?.get(slug) ?? [];
  const title = getAgencyName(site, slug, year, context);
  const share = getStatusShare(items, context);
  const feed = getFeedLink({ of: 'agency', agency: slug }, context);
  return {
    ...getAgencyListView(site, year, slug, 1, context),
    description: `${title} · ${getYearLabel(year, context)} · ${share.sentence}`,
    share,
    overview: getOverview(items, `${title} ${getYearLabel(year, context)}`, links.agency(year, slug), context),
    total: getTotalView(getItemsTotal(items), context),
    links: [
      { label: t('nav.reporting'), href: links.reporting(year) },
      { label: t('nav.changes'), href: links.changes(slug) },
      feed,
      { label: t('indicator.data'), href: links.data(`${year}/${slug}`) },
    ],
    feed,
    years: site.years
      .filter((other) => site.byYear.get(other)?.has(slug))
      .map((other) => ({
        label: getShortYear(other, context),
        href: links.agency(other, slug),
        isCurrent: other === year,
      })),
  };
}
