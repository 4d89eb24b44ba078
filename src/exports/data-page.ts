import { getNameOfYear } from '#domain/agency-name.ts';
import { getQuarterSpan } from '#domain/fiscal-year.ts';
import { getAddress } from '#domain/public-address.ts';
import { getYearItems, type ScoredItem, type ScoredSite } from '#domain/scored-site.ts';
import type { Format } from '#strings/format.ts';
import type { Language, Translate } from '#strings/translate.ts';

/** The page that structured data stands on: its words, the addresses of its language, and where it stands itself. */
export interface DataPage {
  language: Language;
  t: Translate;
  format: Format;
  links: {
    home: string;
    year: (year: number) => string;
    agency: (year: number, agency: string) => string;
    data: (path: string) => string;
    /** A file of the open data. */
    dataFile: (name: string) => string;
  };
  /** Undefined where the public address of the site is not known. */
  canonical: string | undefined;
  /** As its heading says it. */
  title: string;
  /** The way to it from the front page. */
  crumbs: readonly { label: string; href: string }[];
}

/** Where something is: nothing where the public address is not known, for a relative one would mislead whoever takes the data. */
export function locate(address: string | undefined) {
  return { '@id': address, url: address };
}

/** The site itself. */
export function headSite(site: ScoredSite, { language, links }: DataPage) {
  const { name, nameEn } = site.settings;
  return { '@type': 'WebSite', ...locate(getAddress(site.settings, links.home)), ...pick(language, name, nameEn) };
}

/** The data set of a fiscal year by its name. */
export function headYear(site: ScoredSite, year: number, page: DataPage) {
  const items = getYearItems(site, year);
  const of = nameOrganisation(site, page.language).name;
  return headItems(items, of, year, getAddress(site.settings, page.links.year(year)), page);
}

/** The data set of an agency's fiscal year by its name. */
export function headAgency(site: ScoredSite, year: number, agency: string, page: DataPage) {
  const items = site.byYear.get(year)?.get(agency) ?? [];
  const of = nameAgency(site, agency, year, page.language).name;
  return headItems(items, of, year, getAddress(site.settings, page.links.agency(year, agency)), page);
}

function headItems(items: ScoredItem[], of: string, year: number, address: string | undefined, page: DataPage) {
  const { t, format } = page;
  const count = format.count(items.length);
  return {
    '@type': 'Dataset',
    ...locate(address),
    name: t('meta.name', { of, year }),
    description: t('meta.description', { of, count, span: getSpan(year, format) }),
  };
}

/** The body whose agencies report. */
export function nameOrganisation({ settings }: ScoredSite, language: Language) {
  return { '@type': 'GovernmentOrganization', ...pick(language, settings.organisation, settings.organisationEn) };
}

/** Who publishes the site: whoever its imprint speaks of, under the site's name; the organisation where it has none. */
export function namePublisher(site: ScoredSite, language: Language) {
  const { settings } = site;
  const imprint = language === 'th' ? settings.imprint : settings.imprintEn;
  if (imprint === undefined) return nameOrganisation(site, language);
  return { '@type': 'Organization', ...pick(language, settings.name, settings.nameEn), description: imprint };
}

/** An agency as it was called in the year, with its permanent code. */
export function nameAgency(site: ScoredSite, slug: string, year: number, language: Language) {
  const agency = site.dataset.agencies.get(slug)?.data;
  const names = pick(language, agency === undefined ? slug : getNameOfYear(agency, year), agency?.nameEn);
  return { '@type': 'GovernmentOrganization', ...names, identifier: agency?.code };
}

/** The indicator's name in the language of the page where it has one, and the other. */
export function nameItem({ indicator }: ScoredItem, language: Language) {
  return pick(language, indicator.data.name, indicator.data.nameEn);
}

/** The first and the last day of a fiscal year in words. */
export function getSpan(year: number, format: Format): string {
  return format.span(getQuarterSpan(year, 1).from, getQuarterSpan(year, 4).until);
}

function pick(language: Language, thai: string, english: string | undefined) {
  if (english === undefined || english === thai) return { name: thai };
  return language === 'en' ? { name: english, alternateName: thai } : { name: thai, alternateName: english };
}
