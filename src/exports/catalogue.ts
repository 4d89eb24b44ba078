import { getQuarterSpan } from '#domain/fiscal-year.ts';
import { getAddress } from '#domain/public-address.ts';
import { getYearItems, type ScoredSite } from '#domain/scored-site.ts';
import { getTableText } from '#strings/column-text.ts';
import { createFormat } from '#strings/format.ts';
import { createTranslate, type Language, type StringKey } from '#strings/translate.ts';
import type { DataEdition, DataFile } from './data-edition.ts';
import { namePublisher } from './data-page.ts';
import { TABLES } from './tables/tables.ts';

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const LANGUAGES: Record<Language, string> = {
  th: 'http://publications.europa.eu/resource/authority/language/THA',
  en: 'http://publications.europa.eu/resource/authority/language/ENG',
};

const MEDIA_TYPES = 'https://www.iana.org/assignments/media-types/';

/** Where the catalogue stands, below /data/. */
export const CATALOGUE_FILE = 'catalog.jsonld';

/** The data sets of the catalogue: a fiscal year, the two tables of all years, and each table that has no years. */
interface DataSet {
  id: string;
  files: DataFile[];
  title: (language: Language) => string;
  description: (language: Language) => string;
  first?: number;
  last?: number;
  page: string;
}

/**
 * The catalogue in DCAT (JSON-LD). Its addresses are full ones where the public address is known, else relative to the
 * catalogue, so that a copy of the folder describes itself.
 */
export function buildCatalogue(edition: DataEdition): object {
  const { site, links } = edition;
  const { settings } = site;
  return {
    '@context': CONTEXT,
    '@id': locate(site, links.openData),
    '@type': 'dcat:Catalog',
    'dct:title': inBoth((language) => word(language, 'data.package', nameSite(site, language))),
    'dct:description': inBoth((language) => describeAll(site, language)),
    ...describeRights(site),
    'dct:modified': day(site.today),
    'foaf:homepage': { '@id': locate(site, links.openData) },
    'dct:language': listLanguages(settings.languages),
    'dcat:dataset': listDataSets(edition).map((dataSet) => buildDataSet(dataSet, edition)),
  };
}

function listDataSets({ site, links, files }: DataEdition): DataSet[] {
  const all = [...files.values()];
  const years = site.years.map((year) => ({
    id: String(year),
    files: all.filter((file) => file.year === year),
    title: (language: Language) => word(language, 'data.of-year', { ...nameSite(site, language), year }),
    description: (language: Language) => describeYear(site, year, language),
    first: year,
    last: year,
    page: links.year(year),
  }));
  const others = TABLES.filter(({ isByYear }) => !isByYear).map(({ id }) => ({
    id,
    files: all.filter((file) => file.table === id),
    title: (language: Language) => getTableText(id, language).title,
    description: (language: Language) => getTableText(id, language).about,
    page: links.openData,
  }));
  return [buildAllYears(site, links.openData, all), ...years, ...others];
}

function buildAllYears(site: ScoredSite, page: string, all: DataFile[]): DataSet {
  const byYear = new Set(TABLES.filter(({ isByYear }) => isByYear).map(({ id }) => id));
  const [first, last] = [site.years.at(-1), site.years[0]];
  return {
    id: 'all',
    files: all.filter(({ table, year }) => year === undefined && (table === undefined || byYear.has(table))),
    title: (language) => word(language, 'data.of-all', nameSite(site, language)),
    description: (language) => describeAll(site, language),
    ...(first !== undefined && last !== undefined && { first, last }),
    page,
  };
}

function buildDataSet({ id, files, title, description, first, last, page }: DataSet, { site, links }: DataEdition) {
  return {
    '@id': `${locate(site, links.dataFile(CATALOGUE_FILE))}#${id}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': id,
    'dct:title': inBoth(title),
    'dct:description': inBoth(description),
    ...describeRights(site),
    'dct:language': listLanguages(['th', 'en']),
    'dct:modified': day(site.today),
    ...(first !== undefined && last !== undefined && { 'dct:temporal': describeSpan(first, last) }),
    'dcat:landingPage': { '@id': locate(site, page) },
    'dcat:distribution': files.map((file) => buildDistribution(file, site, locate(site, links.dataFile(file.name)))),
  };
}

function buildDistribution(
  { name, mediaType, isPacked, bytes, sha256, form, table }: DataFile,
  site: ScoredSite,
  address: string,
) {
  const { licence } = site.settings;
  return {
    '@id': address,
    '@type': 'dcat:Distribution',
    'dct:title': inBoth((language) =>
      table === undefined ? name : `${getTableText(table, language).title} (${name})`,
    ),
    ...(form === 'worded' && { 'dct:description': inBoth((language) => word(language, 'data.worded')) }),
    'dcat:accessURL': { '@id': address },
    'dcat:downloadURL': { '@id': address },
    'dcat:mediaType': { '@id': `${MEDIA_TYPES}${mediaType}` },
    ...(isPacked && { 'dcat:compressFormat': { '@id': `${MEDIA_TYPES}application/gzip` } }),
    'dcat:byteSize': { '@value': String(bytes), '@type': 'xsd:nonNegativeInteger' },
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
      'spdx:checksumValue': { '@value': sha256, '@type': 'xsd:hexBinary' },
    },
    ...(licence && { 'dct:license': { '@id': licence.url } }),
  };
}

/** The publisher is an organisation, never a person. */
function describeRights(site: ScoredSite): object {
  const { licence } = site.settings;
  return {
    'dct:publisher': {
      '@type': 'foaf:Organization',
      'foaf:name': inBoth((language) => namePublisher(site, language).name),
    },
    ...(licence && { 'dct:license': { '@id': licence.url } }),
  };
}

function describeSpan(first: number, last: number): object {
  return {
    '@type': 'dct:PeriodOfTime',
    'dcat:startDate': day(getQuarterSpan(first, 1).from),
    'dcat:endDate': day(getQuarterSpan(last, 4).until),
  };
}

function describeYear(site: ScoredSite, year: number, language: Language): string {
  const format = createFormat(language);
  const span = format.span(getQuarterSpan(year, 1).from, getQuarterSpan(year, 4).until);
  const of = language === 'th' ? site.settings.organisation : site.settings.organisationEn;
  return word(language, 'meta.description', { of, count: format.count(getYearItems(site, year).length), span });
}

function describeAll({ settings, years }: ScoredSite, language: Language): string {
  const organisation = language === 'th' ? settings.organisation : settings.organisationEn;
  return word(language, 'data.about', { organisation, first: years.at(-1) ?? '–', last: years[0] ?? '–' });
}

function nameSite({ settings }: ScoredSite, language: Language): { name: string } {
  return { name: language === 'th' ? settings.name : settings.nameEn };
}

function locate(site: ScoredSite, href: string): string {
  return getAddress(site.settings, href) ?? href;
}

function listLanguages(languages: readonly Language[]): object[] {
  return languages.map((language) => ({ '@id': LANGUAGES[language] }));
}

function inBoth(write: (language: Language) => string): object[] {
  return (['th', 'en'] as const).map((language) => ({ '@value': write(language), '@language': language }));
}

function day(date: string): object {
  return { '@value': date, '@type': 'xsd:date' };
}

function word(language: Language, key: StringKey, params: Record<string, string | number> = {}): string {
  return createTranslate(language)(key, params);
}
