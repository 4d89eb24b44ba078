import { QUARTERS } from '#domain/fiscal-year.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import type { Facet } from '#search/filter.ts';
import type { Labels } from '#search/render.ts';
import { listKeptWords } from '#strings/kept-words.ts';
import type { StringKey } from '#strings/translate.ts';
import type { ViewContext } from './context.ts';
import { compareThai, getAgencyName, getAreaName, getShortYear } from './names.ts';
import { getStatusView, STATUS_ORDER, type StatusView } from './status-view.ts';

/** The search page before anything is searched: what its script needs, and the shapes of results. */
export interface SearchView {
  labels: Labels;
  statuses: StatusView[];
}

export function getSearchView(site: ScoredSite, context: ViewContext): SearchView {
  const { language, links, t } = context;
  const words = Object.fromEntries(Object.entries(WORDS).map(([name, key]) => [name, t(key)]));
  return {
    labels: {
      language,
      folder: links.searchFiles,
      home: links.home,
      values: getValues(site, context),
      kept: listKeptWords(site.settings.keepTogether ?? []),
      words,
    },
    statuses: STATUS_ORDER.map((status) => getStatusView(status, context)),
  };
}

/** What the script says, by the names that it has for it. */
const WORDS = {
  waiting: 'search.waiting',
  'too-short': 'search.too-short',
  error: 'search.error',
  retry: 'search.retry',
  pending: 'search.pending',
  failed: 'search.failed',
  'no-year': 'search.no-year',
  total: 'search.total',
  'total-most': 'search.total-most',
  subjects: 'search.subjects',
  more: 'search.more',
  none: 'search.none',
  'none-filtered': 'search.none-filtered',
  meant: 'search.meant',
  alone: 'search.alone',
  advice: 'search.advice',
  'all-values': 'search.all-values',
  year: 'search.year',
  score: 'search.score',
  'no-score': 'search.no-score',
  'no-text': 'search.no-text',
  'also-sections': 'search.also-sections',
  'also-ask': 'search.also-ask',
  'also-none': 'search.also-none',
  'found-as': 'search.found-as',
  'section-promise': 'search.section-promise',
  'section-quarter': 'quarter.label',
  'section-year': 'search.section-year',
  'facet-year': 'search.facet-year',
  'facet-quarter': 'search.facet-quarter',
  'facet-agency': 'search.facet-agency',
  'facet-area': 'search.facet-area',
  'facet-status': 'search.facet-status',
  'facet-kind': 'search.facet-kind',
  'facet-outcome': 'search.facet-outcome',
  'facet-corrected': 'search.facet-corrected',
  'facet-disagrees': 'search.facet-disagrees',
} as const satisfies Record<string, StringKey>;

function getValues(site: ScoredSite, context: ViewContext): Record<Facet, [string, string][]> {
  const { t } = context;
  const agencies = [...site.dataset.agencies.keys()].map((slug): [string, string] => [
    slug,
    getAgencyName(site, slug, undefined, context),
  ]);
  const areas = [...site.dataset.plans].flatMap(([plan, { data }]) =>
    data.areas.map((area): [string, string] => [
      `${plan}/${area.code}`,
      `${area.code} ${getAreaName(area, context).text}`,
    ]),
  );
  return {
    year: site.years.map((year) => [String(year), getShortYear(year, context)]),
    quarter: QUARTERS.map((quarter) => [String(quarter), t('quarter.label', { quarter })]),
    agency: agencies.sort(([, a], [, b]) => compareThai(a, b)),
    area: areas,
    status: STATUS_ORDER.map((status) => [status, t(`status.${status}`)]),
    kind: [
      ['strategic', t('kind.strategic')],
      ['routine', t('kind.routine')],
    ],
    outcome: [
      ['output', t('outcome.output')],
      ['outcome', t('outcome.outcome')],
    ],
    corrected: [['yes', t('search.corrected')]],
    disagrees: [['yes', t('search.disagrees')]],
  };
}
