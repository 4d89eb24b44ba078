import { getYearItems, type ScoredItem, type ScoredSite } from '#domain/scored-site.ts';
import type { ViewContext } from './context.ts';
import { countDisagreements, getDisagreements } from './disagreement-view.ts';
import { getAgencyName, getYearLabel } from './names.ts';
import { getScope, type ScopeView } from './page-view.ts';
import { getRow, type RowView } from './row-view.ts';
import { getStatusShare, type StatusShareView } from './status-view.ts';

/** The front page: what this is, every year at a glance, and figures worth a second look. */
export interface HomeView {
  title: string;
  summary: string;
  scope: ScopeView | undefined;
  counts: { value: string; label: string }[];
  share: StatusShareView;
  years: { year: string; label: string; href: string; counts: string; share: StatusShareView }[];
  look: { row: RowView; agency: string; year: string; why: string }[];
}

const MOST_LOOKS = 5;

export function getHomeView(site: ScoredSite, context: ViewContext): HomeView {
  const { t, format, links, language } = context;
  const items = [...site.items.values()];
  const agencies = new Set(items.map((item) => item.agency));
  return {
    title: t('home.title', {
      organisation: language === 'th' ? site.settings.organisation : site.settings.organisationEn,
    }),
    summary: language === 'th' ? site.settings.summary : site.settings.summaryEn,
    scope: getScope(site, context),
    counts: [
      { value: format.count(items.length), label: t('home.indicators') },
      {
        value: format.count(agencies.size),
        label: t('home.agencies', { all: format.count(site.dataset.agencies.size) }),
      },
      { value: format.count(site.years.length), label: t('home.years') },
    ],
    share: getStatusShare(items, context),
    years: site.years.map((year) => {
      const own = getYearItems(site, year);
      const count = { indicators: format.count(own.length), agencies: format.count(site.byYear.get(year)?.size ?? 0) };
      return {
        year: String(year),
        label: getYearLabel(year, context),
        href: links.year(year),
        counts: t('year.counts', count),
        share: getStatusShare(own, context),
      };
    }),
    look: getLooks(items, site, context),
  };
}

/** Indicators whose figures disagree most, newest first: what a newsroom would open. */
function getLooks(items: ScoredItem[], site: ScoredSite, context: ViewContext): HomeView['look'] {
  const count = (item: ScoredItem) => countDisagreements(item.disagreements);
  const odd = items.filter((item) => count(item) > 0);
  odd.sort((a, b) => count(b) - count(a) || b.year - a.year || (a.path < b.path ? -1 : 1));
  return odd.slice(0, MOST_LOOKS).map((item) => ({
    row: getRow(item, context),
    agency: getAgencyName(site, item.agency, item.year, context),
    year: getYearLabel(item.year, context),
    why: item.indicator.data.notScored?.note ?? getDisagreements(item.disagreements, context)[0]?.text ?? '',
  }));
}
