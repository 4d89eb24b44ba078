import type { ChartModel } from '#charts/model.ts';
import { getAddress } from '#domain/public-address.ts';
import type { ScoredItem, ScoredSite } from '#domain/scored-site.ts';
import { type AnswerView, getAnswer, hasNoQuarters } from './answer-view.ts';
import { type ChartFiles, getChartFiles, getSharedPicture, type SharedPicture } from './charts/chart-files.ts';
import { getFinding } from './charts/finding.ts';
import { getQuarterChart } from './charts/quarter-chart.ts';
import type { ViewContext } from './context.ts';
import { type CorrectionView, getCorrectionViews } from './correction-view.ts';
import { type DisagreementView, getDisagreements, isWorded } from './disagreement-view.ts';
import { type EvidenceView, getAllEvidence, placeAttachments } from './evidence-view.ts';
import { type FactView, getDeclared, getFacts, getSource } from './facts-view.ts';
import { getHistory, type HistoryView } from './history-view.ts';
import { getSeriesPlace, type SeriesPlaceView } from './lineage-view.ts';
import { getAgencyName, getItemName, getYearLabel } from './names.ts';
import type { Crumb } from './page-view.ts';
import { getPlanView, type PlanView } from './plan-view.ts';
import { getQuarter, type QuarterView } from './quarter-view.ts';
import { getScaleView, type ScaleView } from './scale-view.ts';

/** Everything on an indicator's page, worded and formatted, in the order of the official form. */
export interface IndicatorView extends SeriesPlaceView {
  title: string;
  /** For the browser's tab: names repeat from agency to agency and from year to year. */
  headTitle: string;
  nameLanguage: 'th' | 'en';
  description: string;
  crumbs: Crumb[];
  eyebrow: string[];
  answer: AnswerView;
  /** Absent where there is neither a figure nor a plan to draw. */
  chart?: ChartModel;
  files: ChartFiles;
  picture: SharedPicture | undefined;
  notScored?: { reason: string; note: string };
  /** Contradictions, or only figures that look unusual. */
  checkTitle: string;
  disagreements: DisagreementView[];
  outcome: { label: string; isKnown: boolean };
  plan?: PlanView;
  /** What stands before the first heading of the entry. */
  preface?: string;
  definition?: string;
  method?: string;
  scale: ScaleView;
  facts: FactView[];
  quarters: QuarterView[];
  /** Of the promise, and of the year's own result; those of a quarter stand with its report. */
  corrections: { promise: readonly CorrectionView[]; year: readonly CorrectionView[] };
  summary?: string;
  supporting?: string;
  obstacles?: string;
  evidence: EvidenceView[];
  declared: FactView[];
  source: FactView[];
  /** Where and as of which day a printed page stood. */
  colophon: FactView[];
  /** What a reader must know about the source before trusting the figures. */
  sourceNote?: string;
  /** Whether any quarter's report was reviewed. */
  hasReviews: boolean;
  /** Whether the source holds no quarterly reports at all. */
  hasNoQuarters: boolean;
  history: HistoryView;
  dataHref: string;
}

export function getIndicatorView(site: ScoredSite, path: string, context: ViewContext): IndicatorView {
  const item = site.items.get(path);
  if (item === undefined) throw new Error(`no indicator at ${path}`);
  const { t, links } = context;
  const { data, sections } = item.indicator;
  const name = getItemName(item, context);
  const agency = getAgencyName(site, item.agency, item.year, context);
  const plan = getPlanView(site, item, context);
  const answer = getAnswer(item, context);
  const text = (html: string | undefined) => (html === undefined ? undefined : placeAttachments(html, item, context));
  const summary = item.summary;
  const corrections = getCorrectionViews(site, item, context);
  return {
    title: name.text,
    headTitle: `${name.text} · ${agency} · ${getYearLabel(item.year, context)}`,
    nameLanguage: name.language,
    description: `${agency} · ${getYearLabel(item.year, context)} · ${answer.sentence}`,
    crumbs: [
      { label: t('nav.home'), href: links.home },
      { label: getYearLabel(item.year, context), href: links.year(item.year) },
      { label: agency, href: links.agency(item.year, item.agency) },
    ],
    eyebrow: [agency, ...getEyebrow(item, context)],
    answer,
    ...optional('chart', getQuarterChart(item, context)),
    files: getChartFiles(links.indicator(path), context),
    picture: getSharedPicture(links.indicator(path), getFinding(item, context), context),
    ...(data.notScored === undefined
      ? {}
      : { notScored: { reason: t(`reason.${data.notScored.reason}`), note: data.notScored.note } }),
    checkTitle: t(isOnlyUnusual(item) ? 'indicator.to-check' : 'indicator.disagreements'),
    disagreements: getDisagreements(item.disagreements, context),
    outcome: { label: t(`outcome.${data.outcome}`), isKnown: data.outcome !== 'unknown' },
    ...(plan === undefined ? {} : { plan }),
    ...optional('definition', text(sections.definition?.html)),
    ...optional('preface', text(sections.body?.html)),
    ...optional('method', text(sections.method?.html)),
    scale: getScaleView(item, context),
    facts: getFacts(item, context),
    quarters: item.standing.quarters.map((standing) =>
      getQuarter(site, item, standing, corrections.get(standing.quarter) ?? [], context),
    ),
    corrections: { promise: corrections.get('indicator') ?? [], year: corrections.get('year') ?? [] },
    hasReviews: Object.values(item.reports).some((report) => report.data.review !== undefined),
    hasNoQuarters: hasNoQuarters(item),
    ...optional('summary', text(summary?.sections.body?.html)),
    ...optional('supporting', text(summary?.sections.supporting?.html)),
    ...optional('obstacles', text(summary?.sections.obstacles?.html)),
    evidence: getAllEvidence(item, context),
    declared: getDeclared(item, context),
    source: getSource(item, context),
    colophon: getColophon(site, path, context),
    ...optional('sourceNote', data.source?.note),
    ...getSeriesPlace(site, item, context),
    history: getHistory(site, item, context),
    dataHref: links.data(path),
  };
}

function getEyebrow(item: ScoredItem, context: ViewContext): string[] {
  const { t } = context;
  const { code, kind, negotiated, source } = item.indicator.data;
  return [
    getYearLabel(item.year, context) + (source?.year === 'inferred' ? ` (${t('source.year-inferred')})` : ''),
    ...(code === undefined ? [] : [t('indicator.code', { code })]),
    ...(kind === 'unknown' ? [] : [t(`kind.${kind}`)]),
    ...(negotiated === true ? [t('kind.negotiated')] : []),
    ...(source?.name === 'described' ? [t('source.name-described')] : []),
  ];
}

/** The address is a full one where the site's public address is known. */
function getColophon({ settings, today }: ScoredSite, path: string, { t, format, links }: ViewContext): FactView[] {
  const href = links.indicator(path);
  return [
    { label: t('print.address'), value: getAddress(settings, href) ?? href },
    { label: t('print.as-of'), value: format.day(today) },
  ];
}

/** A result far beyond its target may well be true: it is worth checking, it contradicts nothing. */
function isOnlyUnusual(item: ScoredItem): boolean {
  const shown = item.disagreements.filter(({ code }) => isWorded(code));
  return item.indicator.data.notScored === undefined && shown.every(({ code }) => code === 'CW602');
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  // Safe: a computed key of a literal type makes exactly this record.
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
