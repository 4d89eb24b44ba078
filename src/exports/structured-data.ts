import { getQuarterSpan } from '#domain/fiscal-year.ts';
import { getAddress } from '#domain/public-address.ts';
import { getYearItems, type ScoredItem, type ScoredSite } from '#domain/scored-site.ts';
import {
  type DataPage,
  getSpan,
  headAgency,
  headSite,
  headYear,
  locate,
  nameAgency,
  nameItem,
  nameOrganisation,
  namePublisher,
} from './data-page.ts';
import { listObservations, listVariables } from './observations.ts';

const FILE_TYPES = { csv: 'text/csv', json: 'application/json' };

/** The front page: the site, who publishes it and whose promises it shows. */
export function buildHomeData(site: ScoredSite, page: DataPage): object {
  const { summary, summaryEn } = site.settings;
  return buildGraph(site, page, {
    ...headSite(site, page),
    description: page.language === 'th' ? summary : summaryEn,
    inLanguage: page.language,
    isAccessibleForFree: true,
    publisher: namePublisher(site, page.language),
    about: nameOrganisation(site, page.language),
  });
}

/** A page that explains or lists. */
export function buildWebPageData(site: ScoredSite, page: DataPage, description: string): object {
  return buildGraph(site, page, {
    '@type': 'WebPage',
    ...locate(page.canonical),
    name: page.title,
    description,
    inLanguage: page.language,
    isPartOf: headSite(site, page),
  });
}

/** All indicators of a fiscal year. */
export function buildYearData(site: ScoredSite, year: number, page: DataPage): object {
  const head = headYear(site, year, page);
  const items = getYearItems(site, year);
  return buildGraph(site, page, {
    ...head,
    description: join(head.description, wordInferred(items, page)),
    ...describe(site, page, getInterval(year)),
    creator: nameOrganisation(site, page.language),
    isPartOf: headSite(site, page),
    distribution: listYearFiles(site, year, page),
  });
}

/** An agency's indicators of a fiscal year. */
export function buildAgencyData(site: ScoredSite, year: number, agency: string, page: DataPage): object {
  const head = headAgency(site, year, agency, page);
  return buildGraph(site, page, {
    ...head,
    description: join(head.description, wordInferred(site.byYear.get(year)?.get(agency) ?? [], page)),
    ...describe(site, page, getInterval(year)),
    creator: nameAgency(site, agency, year, page.language),
    isPartOf: headYear(site, year, page),
  });
}

/** An indicator in a fiscal year: what is measured, the target, each figure that was reported, and the files. */
export function buildIndicatorData(site: ScoredSite, path: string, page: DataPage): object {
  const item = site.items.get(path);
  if (item === undefined) throw new Error(`no indicator at ${path}`);
  const { t, format, language } = page;
  const { year, agency, indicator } = item;
  const { name, alternateName } = nameItem(item, language);
  const creator = nameAgency(site, agency, year, language);
  const observations = listObservations(site, item, page);
  const description = t('meta.indicator', { name, of: creator.name, span: getSpan(year, format) });
  const dataset = {
    '@type': 'Dataset',
    ...locate(page.canonical),
    name: t('meta.indicator-name', { name, of: creator.name, year }),
    alternateName,
    description: join(description, listWarnings(item, page)),
    ...describe(site, page, getInterval(year)),
    creator,
    isPartOf: headAgency(site, year, agency, page),
    isBasedOn: indicator.data.source?.url,
    variableMeasured: listVariables(item, page),
    distribution: listFiles(site, path, page, observations.length > 0),
  };
  return buildGraph(site, page, dataset, ...observations);
}

/** One indicator through the years. `series` is agency/indicator. */
export function buildSeriesData(site: ScoredSite, series: string, page: DataPage): object {
  const items = site.bySeries.get(series) ?? [];
  const [newest, oldest] = [items[0], items.at(-1)];
  if (newest === undefined || oldest === undefined) throw new Error(`no series ${series}`);
  const { name, alternateName } = nameItem(newest, page.language);
  const creator = nameAgency(site, newest.agency, newest.year, page.language);
  const years = newest === oldest ? newest.year : `${oldest.year}–${newest.year}`;
  const told = { name, of: creator.name, years };
  return buildGraph(site, page, {
    '@type': 'Dataset',
    ...locate(page.canonical),
    name: page.t('meta.series-name', told),
    alternateName,
    description: join(page.t('meta.series', told), wordInferred(items, page)),
    ...describe(site, page, getInterval(oldest.year, newest.year)),
    creator,
    isPartOf: headSite(site, page),
    // Targets belong to their years.
    variableMeasured: listVariables(newest, page)[0],
  });
}

/** The nodes of a page, and the way to it where it has one. */
function buildGraph(site: ScoredSite, { crumbs, title }: DataPage, ...nodes: object[]): object {
  const way = [
    ...crumbs.map(({ label, href }) => ({ name: label, item: getAddress(site.settings, href) })),
    { name: title },
  ];
  const list = {
    '@type': 'BreadcrumbList',
    itemListElement: way.map((step, index) => ({ '@type': 'ListItem', position: index + 1, ...step })),
  };
  return { '@context': 'https://schema.org', '@graph': crumbs.length === 0 ? nodes : [...nodes, list] };
}

/** What every data set says of itself. */
function describe(site: ScoredSite, { language }: DataPage, temporalCoverage: string) {
  const { '@type': type, name } = namePublisher(site, language);
  return {
    temporalCoverage,
    inLanguage: language,
    isAccessibleForFree: true,
    license: site.settings.licence?.url,
    publisher: { '@type': type, name },
  };
}

/** The year's indicators and its quarterly reports as files: none where nobody could find them. */
function listYearFiles({ settings }: ScoredSite, year: number, { links }: DataPage): object[] | undefined {
  if (settings.address === undefined) return undefined;
  return [String(year), `${year}-reports`].flatMap((stem) =>
    Object.entries(FILE_TYPES).map(([ending, encodingFormat]) => ({
      '@type': 'DataDownload',
      encodingFormat,
      contentUrl: getAddress(settings, links.dataFile(`${stem}.${ending}`)),
    })),
  );
}

/** The page's figures as files: none where nobody could find them, a table only where there are figures. */
function listFiles(site: ScoredSite, path: string, { links, canonical }: DataPage, hasFigures: boolean) {
  const receipt = getAddress(site.settings, links.data(path));
  if (receipt === undefined || canonical === undefined) return undefined;
  const table = {
    '@type': 'DataDownload',
    encodingFormat: 'text/csv',
    contentUrl: canonical.replace(/\/$/, '.csv'),
  };
  return [
    { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: receipt },
    ...(hasFigures ? [table] : []),
  ];
}

/** What must be known before the figures are used: whoever takes the data does not read the page. */
function listWarnings({ indicator }: ScoredItem, { t }: DataPage): string[] {
  const { source, notScored, withdrawn } = indicator.data;
  return [
    ...(source?.year === 'inferred' ? [t('meta.year-inferred')] : []),
    ...(source?.name === 'described' ? [t('source.name-described')] : []),
    ...(notScored === undefined ? [] : [t(`reason.${notScored.reason}`)]),
    ...(withdrawn === undefined ? [] : [t('open.withdrawn', { ...withdrawn })]),
  ];
}

/** How many indicators stand in a year that the source does not print. */
function wordInferred(items: readonly ScoredItem[], { t, format }: DataPage): string[] {
  const count = items.filter(({ indicator }) => indicator.data.source?.year === 'inferred').length;
  return count === 0 ? [] : [t('year.inferred', { count: format.count(count) })];
}

/** Fiscal years from the first to the last as an ISO 8601 interval. */
function getInterval(first: number, last = first): string {
  return `${getQuarterSpan(first, 1).from}/${getQuarterSpan(last, 4).until}`;
}

function join(sentence: string, notes: string[]): string {
  return [sentence, ...notes].join(' · ');
}
