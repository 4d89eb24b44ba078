import { getItemsTotal, type ScoredSite } from '#domain/scored-site.ts';
import { getFeedLink } from './changes-view.ts';
import { getOverview, type OverviewView } from './charts/overview-chart.ts';
import type { ViewContext } from './context.ts';
import { compareThai, getAgencyName, getShortYear, getYearLabel } from './names.ts';
import type { Crumb } from './page-view.ts';
import { getRow, type RowView } from './row-view.ts';
import { getReason, getTotalView, type TotalView } from './score-view.ts';
import { getStatusShare, type StatusShareView } from './status-view.ts';

/** An agency in a fiscal year: its indicators, its total and what is left out of it. */
export interface AgencyView {
  title: string;
  year: string;
  description: string;
  crumbs: Crumb[];
  counts: string;
  share: StatusShareView;
  overview: OverviewView;
  total: TotalView | undefined;
  /** Indicators beside the total, with the reason. */
  leftOut: { name: string; language: 'th' | 'en'; href: string; reason: string }[];
  rows: RowView[];
  years: (Crumb & { isCurrent: boolean })[];
  /** Who reported when, changes of the agency's figures, their feed, and the page's data. */
  links: Crumb[];
  feed: Crumb;
}

export function getAgencyView(site: ScoredSite, year: number, slug: string, context: ViewContext): AgencyView {
  const { t, format, links } = context;
  const items = site.byYear.get(year)?.get(slug) ?? [];
  const title = getAgencyName(site, slug, year, context);
  const share = getStatusShare(items, context);
  const total = getItemsTotal(items);
  const rows = items.map((item) => getRow(item, context)).sort((a, b) => compareThai(a.name, b.name));
  const feed = getFeedLink({ of: 'agency', agency: slug }, context);
  const byAddress = new Map(rows.map((row) => [row.href, row]));
  return {
    title,
    year: getYearLabel(year, context),
    description: `${title} · ${getYearLabel(year, context)} · ${share.sentence}`,
    crumbs: [
      { label: t('nav.home'), href: links.home },
      { label: getYearLabel(year, context), href: links.year(year) },
    ],
    counts: t('agency.counts', { indicators: format.count(items.length) }),
    share,
    overview: getOverview(items, `${title} ${getYearLabel(year, context)}`, links.agency(year, slug), context),
    total: getTotalView(total, context),
    leftOut: total.leftOut.map(({ path, weight, reason }) => {
      const href = links.indicator(path);
      const row = byAddress.get(href);
      const known = weight === 'unknown' ? '' : ` · ${t('table.weight')} ${format.plain(weight)}`;
      const why = `${getReason(reason, context)}${known}`;
      return { name: row?.name ?? path, language: row?.nameLanguage ?? 'th', href, reason: why };
    }),
    rows,
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
