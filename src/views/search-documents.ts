import { getNameOfYear } from '#domain/agency-name.ts';
import { listCorrections } from '#domain/corrections.ts';
import { QUARTERS } from '#domain/fiscal-year.ts';
import type { Evidence } from '#domain/schemas/evidence.ts';
import { getAgencyYears, getYearItems, type ScoredItem, type ScoredSite } from '#domain/scored-site.ts';
import { findText } from '#domain/section-text.ts';
import type { LazyShelf, SearchDocument, SearchSection, SearchShelf } from '#search/document.ts';
import { getCodeTexts, listCodeGroups } from './codes-view.ts';
import { getContext, type ViewContext } from './context.ts';
import { getCorrections } from './correction-view.ts';
import { countDisagreements } from './disagreement-view.ts';
import { findPlanArea, listPlanNames } from './plan-view.ts';

/**
 * Every page that is searched, on shelves: the pages of no year, then the years from the newest. Texts are Thai as
 * they were written, whatever the language of the page that shows them. `thai` words the labels that pages carry.
 */
export function listSearchShelves(site: ScoredSite, guide: SearchDocument[], thai: ViewContext): LazyShelf[] {
  return [
    { list: () => [...getAgencyDocuments(site, thai), ...guide, ...getCodeDocuments(site)] },
    ...site.years.map((year) => ({
      year,
      list: () => getYearItems(site, year).map((item) => getItemDocument(site, item, thai)),
    })),
  ];
}

/** The same with all their documents. */
export function getSearchShelves(site: ScoredSite, guide: SearchDocument[], thai: ViewContext): SearchShelf[] {
  return listSearchShelves(site, guide, thai).map(({ list, ...shelf }) => ({ ...shelf, documents: list() }));
}

function getItemDocument(site: ScoredSite, item: ScoredItem, thai: ViewContext): SearchDocument {
  const { data } = item.indicator;
  const agency = site.dataset.agencies.get(item.agency)?.data;
  const area = findPlanArea(site, item);
  const { score, status } = item.standing.year;
  return {
    href: `${item.path}/`,
    series: item.series,
    title: data.name,
    ...(data.nameEn === undefined ? {} : { titleEn: data.nameEn }),
    place: agency === undefined ? item.agency : getNameOfYear(agency, item.year),
    ...(agency?.nameEn === undefined ? {} : { placeEn: agency.nameEn }),
    labels: keepFilled([
      thai.t('year.label', { year: item.year, span: '' }),
      data.code,
      item.slug,
      ...getAgencyNames(site, item.agency),
      data.dimension,
      data.declared?.name,
      data.declared?.plan,
    ]),
    sections: getSections(site, item, thai),
    facets: {
      agency: item.agency,
      ...(area === undefined ? {} : { area }),
      status,
      ...(data.kind === 'unknown' ? {} : { kind: data.kind }),
      ...(data.outcome === 'unknown' ? {} : { outcome: data.outcome }),
      quarters: QUARTERS.filter((quarter) => item.reports[quarter] !== undefined),
      isCorrected: listCorrections(item).length > 0,
      hasDisagreements: countDisagreements(item.disagreements) > 0,
      ...(score.state === 'scored' ? { score: score.percent } : {}),
    },
  };
}

/** The promise, each quarter's report and the year's summary, each under the id that its heading has on the page. */
function getSections(site: ScoredSite, item: ScoredItem, thai: ViewContext): SearchSection[] {
  const { data, sections } = item.indicator;
  const criteria = data.scale.kind === 'milestones' ? data.scale.levels.map(({ criterion }) => criterion) : [];
  const promise = [
    findText(sections.body),
    findText(sections.definition),
    findText(sections.method),
    ...criteria,
    data.unit,
    ...listPlanNames(site, item),
    data.responsible?.unit,
    data.responsible?.position,
    data.notScored?.note,
    data.redefined,
    data.withdrawn?.reason,
    data.dataQuality?.verified,
    data.dataQuality?.source,
    data.dataQuality?.limits,
    data.source?.note,
    ...getCorrections(data.corrections, thai),
  ];
  const quarters = QUARTERS.flatMap((quarter) => {
    const report = item.reports[quarter];
    if (report === undefined) return [];
    const texts = [
      thai.t('quarter.label', { quarter }),
      findText(report.sections.body),
      report.data.notApplicable,
      report.data.review?.note,
      ...getTitles(report.data.evidence),
      ...getCorrections(report.data.corrections, thai),
    ];
    return [{ id: `q${quarter}`, text: join(texts) }];
  });
  const { summary } = item;
  const year = [
    findText(summary?.sections.body),
    findText(summary?.sections.supporting),
    findText(summary?.sections.obstacles),
    summary?.data.review?.note,
    ...getTitles(summary?.data.evidence),
    ...getCorrections(summary?.data.corrections, thai),
  ];
  const all = [{ id: '', text: join(promise) }, ...quarters, { id: 'summary', text: join(year) }];
  return all.filter(({ text }) => text !== '');
}

/** The guide in the site's languages, each page searched in its own; what the content says of itself is on the page about it. */
export function getGuideDocuments(
  { settings }: ScoredSite,
  texts: readonly { name: string; language: string; title: string; text: string }[],
): SearchDocument[] {
  return settings.languages.flatMap((language) => {
    const { t } = getContext(language, language, '/');
    const about = (language === 'th' ? settings.about : settings.aboutEn) ?? [];
    return texts
      .filter((text) => text.language === language)
      .map(({ name, title, text }) => ({
        href: `${name}/`,
        language,
        title,
        place: t('search.guide'),
        labels: [],
        sections: [{ id: '', text: join([...(name === 'about' ? about : []), text]) }],
        facets: { quarters: [], isCorrected: false, hasDisagreements: false },
      }));
  });
}

/** The pages that explain the checker's codes, each code at its own place, in the site's languages. */
function getCodeDocuments({ settings }: ScoredSite): SearchDocument[] {
  return settings.languages.flatMap((language) =>
    listCodeGroups().map((group) => {
      const { path, ...texts } = getCodeTexts(group, getContext(language, language, '/'));
      const facets = { quarters: [], isCorrected: false, hasDisagreements: false };
      return { href: path, language, labels: [], ...texts, facets };
    }),
  );
}

function getAgencyDocuments(site: ScoredSite, thai: ViewContext): SearchDocument[] {
  return [...site.dataset.agencies].map(([slug, { data }]) => {
    const [newest] = getAgencyYears(site, slug);
    return {
      href: newest === undefined ? `agencies/#${slug}` : `${newest}/${slug}/`,
      title: getNameOfYear(data),
      ...(data.nameEn === undefined ? {} : { titleEn: data.nameEn }),
      place: thai.t('search.agency'),
      placeEn: getContext('en', 'en', '/').t('search.agency'),
      labels: keepFilled([...getAgencyNames(site, slug), data.code, slug]),
      sections: data.note === undefined ? [] : [{ id: '', text: data.note }],
      facets: { agency: slug, quarters: [], isCorrected: false, hasDisagreements: false },
    };
  });
}

/** All names under which people look for an agency: of other years, short ones, other spellings. */
function getAgencyNames(site: ScoredSite, slug: string): string[] {
  const agency = site.dataset.agencies.get(slug)?.data;
  if (agency === undefined) return [];
  const names = agency.names.map(({ name }) => name);
  return keepFilled([...names, agency.nameEn, ...(agency.abbreviations ?? []), ...(agency.aliases ?? [])]);
}

function getTitles(evidence: readonly Evidence[] | undefined): string[] {
  return (evidence ?? []).map(({ title }) => title);
}

function join(texts: readonly (string | undefined)[]): string {
  return keepFilled(texts)
    .map((text) => text.trim())
    .join('\n');
}

/** Without what is absent or empty, and each text once. */
function keepFilled(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.filter((text) => text !== undefined && text.trim() !== ''))] as string[];
}
