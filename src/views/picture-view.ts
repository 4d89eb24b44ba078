import type { ChartModel } from '#charts/model.ts';
import type { Picture } from '#charts/picture.ts';
import { getAddress } from '#domain/public-address.ts';
import { getCalendar, getYearItems, type ScoredItem, type ScoredSite } from '#domain/scored-site.ts';
import { getTone } from './charts/axis.ts';
import { getFinding } from './charts/finding.ts';
import { getStatusChart, tellOverview } from './charts/overview-chart.ts';
import { getQuarterChart } from './charts/quarter-chart.ts';
import { getYearChart } from './charts/year-chart.ts';
import type { ViewContext } from './context.ts';
import { getAgencyName, getItemName, getYearLabel } from './names.ts';
import { splitLines } from './typography.ts';

/** What is particular about a picture; the rest is the same for every one. */
interface Parts {
  /** The newest fiscal year in it. */
  year: number;
  of: string[];
  title: string;
  finding: string;
  tone: Picture['tone'];
  chart: ChartModel | undefined;
  source: string;
  href: string;
}

/** An indicator's quarters, with what the page says of them. */
export function getIndicatorPicture(site: ScoredSite, path: string, context: ViewContext): Picture {
  const item = site.items.get(path);
  if (item === undefined) throw new Error(`no indicator at ${path}`);
  return build(site, context, {
    year: item.year,
    of: [getAgencyName(site, item.agency, item.year, context), getYearLabel(item.year, context)],
    title: getItemName(item, context).text,
    finding: getFinding(item, context),
    tone: getTone(item.standing.year.status),
    chart: getQuarterChart(item, context),
    source: getSourceName(site, [item], context),
    href: context.links.indicator(path),
  });
}

/** How an agency's indicators of a year stand. */
export function getAgencyPicture(site: ScoredSite, year: number, agency: string, context: ViewContext): Picture {
  const items = site.byYear.get(year)?.get(agency) ?? [];
  return build(site, context, {
    ...getOverviewParts(site, items, context),
    year,
    of: [getYearLabel(year, context)],
    title: getAgencyName(site, agency, year, context),
    href: context.links.agency(year, agency),
  });
}

/** How all indicators of a year stand. */
export function getYearPicture(site: ScoredSite, year: number, context: ViewContext): Picture {
  const items = getYearItems(site, year);
  return build(site, context, {
    ...getOverviewParts(site, items, context),
    year,
    of: [],
    title: getYearLabel(year, context),
    href: context.links.year(year),
  });
}

/** A series through its years; undefined where there are not two to compare, and its newest year's picture stands for it. */
export function getSeriesPicture(site: ScoredSite, series: string, context: ViewContext): Picture | undefined {
  const items = site.bySeries.get(series) ?? [];
  const [newest] = items;
  if (newest === undefined) throw new Error(`no series ${series}`);
  const chart = getYearChart(items, context);
  if (chart === undefined) return undefined;
  return build(site, context, {
    year: newest.year,
    of: [getAgencyName(site, newest.agency, newest.year, context)],
    title: getItemName(newest, context).text,
    finding: chart.finding,
    tone: getTone(newest.standing.year.status),
    chart,
    source: getSourceName(site, items, context),
    href: context.links.series(series),
  });
}

function getOverviewParts(
  site: ScoredSite,
  items: readonly ScoredItem[],
  context: ViewContext,
): Pick<Parts, 'finding' | 'tone' | 'chart' | 'source'> {
  const chart = getStatusChart(items, '', context);
  return {
    finding: tellOverview(items, context),
    tone: 'fair',
    chart,
    source: getSourceName(site, items, context),
  };
}

function build(site: ScoredSite, context: ViewContext, parts: Parts): Picture {
  const { t, format, language } = context;
  const { name, nameEn, keepTogether = [] } = site.settings;
  return {
    eyebrow: [language === 'th' ? name : nameEn, ...parts.of].join(' · '),
    title: splitLines(parts.title, keepTogether),
    finding: splitLines(parts.finding, keepTogether),
    tone: parts.tone,
    ...(parts.chart === undefined ? {} : { chart: parts.chart }),
    source: t('picture.source', { source: parts.source }),
    asOf: t('picture.as-of', { day: format.day(getDay(site, parts.year)) }),
    address: getAddress(site.settings, parts.href) ?? parts.href,
  };
}

/** A closed year stands as it stood on its last day: its picture is not another one each day. */
function getDay({ dataset, today }: ScoredSite, year: number): string {
  const [, , , { closed }] = getCalendar(dataset, year).quarters;
  return today < closed ? today : closed;
}

/** The organisation, and the documents or hosts where the figures were published, where entries say so. */
function getSourceName({ settings }: ScoredSite, items: readonly ScoredItem[], { language }: ViewContext): string {
  const named = items.flatMap(({ indicator: { data } }) => {
    const { document, url } = data.source ?? {};
    return document ?? (url === undefined ? [] : (URL.parse(url)?.host ?? url));
  });
  const organisation = language === 'th' ? settings.organisation : settings.organisationEn;
  return [organisation, ...new Set(named)].join(' · ');
}
