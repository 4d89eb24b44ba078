import type { ChartModel } from '#charts/model.ts';
import { getSeriesSteps, type SeriesStep } from '#domain/lineage.ts';
import type { ScoredItem, ScoredSite } from '#domain/scored-site.ts';
import { hasNoQuarters } from './answer-view.ts';
import { type ChartFiles, getChartFiles, getSharedPicture, type SharedPicture } from './charts/chart-files.ts';
import { getFinding } from './charts/finding.ts';
import { getYearChart } from './charts/year-chart.ts';
import type { ViewContext } from './context.ts';
import { type BreakView, getBreakView, getLineageViews, getYearSpan, type LineageView } from './lineage-view.ts';
import { getAgencyName, getItemName, getShortYear, getYearLabel } from './names.ts';
import type { Crumb } from './page-view.ts';
import { getRow, type RowView } from './row-view.ts';
import { getStatusShare } from './status-view.ts';

/** An indicator followed through the years. */
export interface SeriesView {
  /** Its name in the newest year. */
  title: string;
  headTitle: string;
  nameLanguage: 'th' | 'en';
  description: string;
  crumbs: Crumb[];
  eyebrow: string[];
  /** How many years there are, then how they went. */
  summary: { lead: string; parts: string[] };
  /** That figures before and after a year cannot be compared. */
  warning?: string;
  /** Names that it bore in other years. */
  otherNames: { lead: string; name: string; language: 'th' | 'en' }[];
  /** Absent where fewer than two years have a figure. */
  chart?: ChartModel;
  files: ChartFiles;
  picture: SharedPicture | undefined;
  /** Newest first. */
  years: SeriesYearView[];
  /** What the figures of the quarters count. */
  quarterNotes: string[];
  lineage: LineageView[];
  /** Each year's data. */
  data: Crumb[];
}

/** A year, and what lies between it and the year before it. */
export interface SeriesYearView {
  row: RowView;
  year: string;
  /** What is particular about the year: its agency where it was another, that it is inferred or not over. */
  notes: string[];
  quarters: QuarterFigure[];
  /** Said instead of four quarters where the source holds none. */
  noQuarters?: string;
  incomparable?: BreakView;
  /** Years without an entry. */
  gap?: { years: string; text: string };
}

/** A quarter's result, or why there is none. */
interface QuarterFigure {
  label: string;
  value: string;
  isFigure: boolean;
}

/** `series` is agency/indicator and must exist. */
export function getSeriesView(site: ScoredSite, series: string, context: ViewContext): SeriesView {
  const items = site.bySeries.get(series);
  const newest = items?.[0];
  if (items === undefined || newest === undefined) throw new Error(`no series ${series}`);
  const { t, links } = context;
  const name = getItemName(newest, context);
  const agency = getAgencyName(site, newest.agency, newest.year, context);
  const steps = getSeriesSteps(items);
  const summary = getSummary(items, context);
  const chart = getYearChart(items, context);
  return {
    title: name.text,
    headTitle: `${name.text} · ${agency} · ${t('series.eyebrow')}`,
    nameLanguage: name.language,
    description: `${agency} · ${[summary.lead, summary.parts.join(' · ')].filter(Boolean).join(': ')}`,
    crumbs: [
      { label: t('nav.home'), href: links.home },
      { label: getYearLabel(newest.year, context), href: links.year(newest.year) },
      { label: agency, href: links.agency(newest.year, newest.agency) },
    ],
    eyebrow: [
      agency,
      t('series.eyebrow'),
      ...(newest.indicator.data.source?.name === 'described' ? [t('source.name-described')] : []),
    ],
    summary,
    ...getWarning(steps, context),
    otherNames: getOtherNames(items, context),
    ...(chart === undefined ? {} : { chart }),
    files: getChartFiles(links.series(series), context),
    picture:
      chart === undefined
        ? getSharedPicture(links.indicator(newest.path), getFinding(newest, context), context)
        : getSharedPicture(links.series(series), chart.finding, context),
    years: steps.map((step) => getYear(site, step, newest.agency, context)),
    quarterNotes: getQuarterNotes(items, context),
    lineage: getLineageViews(site, series, context),
    data: items.map(({ path, year }) => ({ label: getShortYear(year, context), href: links.data(path) })),
  };
}

function getSummary(items: readonly ScoredItem[], context: ViewContext): SeriesView['summary'] {
  const { t, format } = context;
  const [newest, oldest] = [items[0]?.year ?? 0, items.at(-1)?.year ?? 0];
  const { parts } = getStatusShare(items, context);
  if (items.length === 1) return { lead: t('series.single', { year: getShortYear(newest, context) }), parts: [] };
  const lead = t('series.summary', {
    count: format.count(items.length),
    first: getShortYear(oldest, context),
    last: getShortYear(newest, context),
  });
  return { lead, parts: parts.map(({ label, count }) => t('series.years-of-status', { status: label, count })) };
}

/** A break in the oldest year has nothing before it that could be compared. */
function getWarning(steps: readonly SeriesStep<ScoredItem>[], context: ViewContext): Pick<SeriesView, 'warning'> {
  const broken = steps.slice(0, -1).filter(({ breaks }) => breaks.length > 0);
  if (broken.length === 0) return {};
  const years = broken.map(({ item }) => getShortYear(item.year, context)).reverse();
  return { warning: context.t('series.warning', { years: years.join(', ') }) };
}

/** Years of one name together; a name is another only where the Thai one is, not where an English one was added. */
function getOtherNames(items: readonly ScoredItem[], context: ViewContext): SeriesView['otherNames'] {
  const byName = Map.groupBy(items, (item) => item.indicator.data.name);
  byName.delete(items[0]?.indicator.data.name ?? '');
  return [...byName.values()].flatMap((own) => {
    const lead = context.t('series.name-in', { years: listYears(own, context) });
    return own.slice(0, 1).map((item) => {
      const { text, language } = getItemName(item, context);
      return { lead, name: text, language };
    });
  });
}

function getYear(
  site: ScoredSite,
  { item, breaks, gap }: SeriesStep<ScoredItem>,
  agency: string,
  context: ViewContext,
): SeriesYearView {
  const { t } = context;
  const { year } = item.standing;
  return {
    row: getRow(item, context),
    year: getShortYear(item.year, context),
    notes: [
      ...(item.agency === agency ? [] : [getAgencyName(site, item.agency, item.year, context)]),
      ...(item.indicator.data.source?.year === 'inferred' ? [t('series.year-inferred')] : []),
      ...(year.isProvisional && year.result !== undefined ? [t('open.provisional')] : []),
    ],
    quarters: getQuarters(item, context),
    ...(hasNoQuarters(item) ? { noQuarters: t('open.not-in-source') } : {}),
    ...getBreakView(breaks, item.year, context),
    ...(gap === undefined ? {} : { gap: { years: getYearSpan(gap.from, gap.until, context), text: t('series.gap') } }),
  };
}

function getQuarters(item: ScoredItem, { t, format }: ViewContext): QuarterFigure[] {
  return item.standing.quarters.map(({ quarter, result, status }) => ({
    label: t('series.quarter', { quarter }),
    value: result === undefined ? t(`status.${status}`) : format.figure(result),
    isFigure: result !== undefined,
  }));
}

/** How quarterly figures add up; with the years where it was not the same in all of them. */
function getQuarterNotes(items: readonly ScoredItem[], context: ViewContext): string[] {
  const { t } = context;
  const shown = items.filter((item) => !hasNoQuarters(item));
  const byWay = Map.groupBy(shown, (item) => item.indicator.data.accumulation);
  return [...byWay].map(([way, own]) => {
    const text = t(way === 'unknown' ? 'reason.accumulation-unknown' : `accumulation.${way}`);
    return byWay.size === 1 ? text : t('series.quarters-in', { text, years: listYears(own, context) });
  });
}

function listYears(items: readonly ScoredItem[], context: ViewContext): string {
  return items.map(({ year }) => getShortYear(year, context)).join(', ');
}
