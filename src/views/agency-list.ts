import { keepBySite } from '#domain/keep-by-site.ts';
import { getItemsTotal, type ScoredItem, type ScoredSite } from '#domain/scored-site.ts';
import type { ViewContext } from './context.ts';
import { cutPages, getListPage, type ListPage } from './list-pages.ts';
import { compareThai, getAgencyName, getItemName, getYearLabel } from './names.ts';
import type { Crumb } from './page-view.ts';
import { getPager, getWhole, type PagerView, titlePage } from './pager-view.ts';
import { getRow, type RowView } from './row-view.ts';
import { getReason } from './score-view.ts';

/** A page of an agency's indicators in a fiscal year. */
export interface AgencyListView {
  title: string;
  year: string;
  headTitle: string;
  description: string;
  crumbs: Crumb[];
  counts: string;
  rows: RowView[];
  /** Those of the rows that stand beside the total, where there is one, with the reason. */
  leftOut: { name: string; language: 'th' | 'en'; href: string; reason: string }[];
  /** How many of all that are left out these are, where the others are on other pages. */
  leftOutNote?: string;
  pager: PagerView;
}

/** Pages behind the first: the first has the agency's own address. */
export function listAgencyPages(site: ScoredSite): { year: number; agency: string; number: number }[] {
  return [...site.byYear].flatMap(([year, agencies]) =>
    [...agencies.keys()].flatMap((agency) => {
      const { pages } = getPages(site, `th ${year}/${agency}`);
      return pages.slice(1).map(({ number }) => ({ year, agency, number }));
    }),
  );
}

/** Throws where the list has no page of the number. */
export function getAgencyListView(
  site: ScoredSite,
  year: number,
  slug: string,
  number: number,
  context: ViewContext,
): AgencyListView {
  const { t, format, links, language } = context;
  const { pages, total, hasTotal, leftOut: all } = getPages(site, `${language} ${year}/${slug}`);
  const page = getListPage(pages, number);
  const title = getAgencyName(site, slug, year, context);
  const label = getYearLabel(year, context);
  const counts = t('agency.counts', { indicators: format.count(total) });
  const leftOut = hasTotal ? listLeftOut(page, context) : [];
  const place = { here: format.count(leftOut.length), all: format.count(all) };
  return {
    title,
    year: label,
    headTitle: titlePage(`${title} · ${label}`, page, context),
    description: titlePage(`${title} · ${label} · ${counts}`, page, context),
    crumbs: [
      { label: t('nav.home'), href: links.home },
      { label, href: links.year(year) },
      ...(number === 1 ? [] : [{ label: title, href: links.agency(year, slug) }]),
    ],
    counts,
    rows: page.items.map((item) => getRow(item, context)),
    leftOut,
    ...(leftOut.length === 0 || leftOut.length === all ? {} : { leftOutNote: t('agency.left-out-here', place) }),
    pager: getPager(page, links.agency(year, slug), context, { whole: getWhole(context, year) }),
  };
}

interface AgencyPages {
  pages: ListPage<ScoredItem>[];
  total: number;
  /** Whether anything has both a score and a weight. */
  hasTotal: boolean;
  /** How many indicators stand beside the total. */
  leftOut: number;
}

/** By name, in pages; ordered once, for all pages of the list. The key is the language, then year and agency. */
const getPages = keepBySite((site: ScoredSite, key: string): AgencyPages => {
  const [language, year, slug = ''] = key.split(/[ /]/);
  const items = site.byYear.get(Number(year))?.get(slug) ?? [];
  const named = items.map((item) => ({
    item,
    name: getItemName(item, { language: language === 'en' ? 'en' : 'th' }).text,
  }));
  const sorted = named.sort((a, b) => compareThai(a.name, b.name)).map(({ item }) => item);
  const { percent, leftOut } = getItemsTotal(items);
  return { pages: cutPages(sorted), total: items.length, hasTotal: percent !== undefined, leftOut: leftOut.length };
});

function listLeftOut({ items }: ListPage<ScoredItem>, context: ViewContext): AgencyListView['leftOut'] {
  const { t, format, links } = context;
  const byPath = new Map(items.map((item) => [item.path, item]));
  return getItemsTotal(items).leftOut.map(({ path, weight, reason }) => {
    const item = byPath.get(path);
    const name = item && getItemName(item, context);
    const known = weight === 'unknown' ? '' : ` · ${t('table.weight')} ${format.plain(weight)}`;
    return {
      name: name?.text ?? path,
      language: name?.language ?? 'th',
      href: links.indicator(path),
      reason: `${getReason(reason, context)}${known}`,
    };
  });
}
