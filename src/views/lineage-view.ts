import { getSeriesSteps, type LineageEdge, type SeriesBreak } from '#domain/lineage.ts';
import type { ScoredItem, ScoredSite } from '#domain/scored-site.ts';
import type { ViewContext } from './context.ts';
import { getAgencyName, getItemName, getShortYear, getYearLabel } from './names.ts';
import type { Crumb } from './page-view.ts';

/** What a series came from or became: words, then the series they speak of. */
export interface LineageView {
  lead: string;
  series: RelatedView[];
}

/** Another series; without a page there is no address. */
interface RelatedView {
  name: string;
  language?: 'th' | 'en';
  href?: string;
  /** Its agency and its years. */
  note?: string;
}

/** That figures from a year on cannot be compared with earlier ones, and why; `words` are the agency's own. */
export interface BreakView {
  text: string;
  reasons: { text: string; words?: string }[];
}

/** Where one year of an indicator stands among the others. */
export interface SeriesPlaceView {
  otherYears: Crumb[];
  /** The page of all its years; absent where it would show nothing that this page does not. */
  series?: Crumb;
  /** Why this year cannot be compared with the one before. */
  incomparable?: BreakView;
  lineage: LineageView[];
}

export function getSeriesPlace(site: ScoredSite, item: ScoredItem, context: ViewContext): SeriesPlaceView {
  const { t, links } = context;
  const items = site.bySeries.get(item.series) ?? [];
  const others = items.filter(({ path }) => path !== item.path);
  const step = getSeriesSteps(items).find((other) => other.item.path === item.path);
  const series = { label: t('series.link'), href: links.series(item.series) };
  return {
    otherYears: others.map(({ path, year }) => ({ label: getYearLabel(year, context), href: links.indicator(path) })),
    ...(others.length === 0 ? {} : { series }),
    ...getBreakView(step?.breaks ?? [], item.year, context),
    lineage: getLineageViews(site, item.series, context),
  };
}

/** Where a series came from, then what became of it; what one entry states stands together. */
export function getLineageViews(site: ScoredSite, series: string, context: ViewContext): LineageView[] {
  const { before, after } = site.lineage.get(series) ?? { before: [], after: [] };
  const groups = new Map<string, string[]>();
  const add = (lead: string, other: string) => groups.set(lead, [...(groups.get(lead) ?? []), other]);
  for (const edge of before) add(context.t(`lineage.before-${edge.kind}`, getYear(edge, context)), edge.from);
  for (const edge of after) add(context.t(`lineage.after-${edge.kind}`, getYear(edge, context)), edge.to);
  return [...groups].map(([lead, others]) => ({
    lead,
    series: others.map((other) => getRelated(site, other, context)),
  }));
}

/** What breaks off in `year`, all of it together; nothing where the year can be compared with the one before. */
export function getBreakView(
  breaks: readonly SeriesBreak[],
  year: number,
  context: ViewContext,
): { incomparable?: BreakView } {
  if (breaks.length === 0) return {};
  const text = context.t('series.break', { year: getShortYear(year, context) });
  return { incomparable: { text, reasons: breaks.map((made) => getReason(made, context)) } };
}

/** A span of years as short as it can be said. */
export function getYearSpan(from: number, until: number, context: ViewContext): string {
  const first = getShortYear(from, context);
  return from === until ? first : `${first}–${getShortYear(until, context)}`;
}

function getReason(made: SeriesBreak, { t }: ViewContext): BreakView['reasons'][number] {
  if (made.kind === 'redefined') return { text: t('series.redefined'), words: made.reason };
  if (made.kind === 'unit') return { text: t('series.unit-changed', { from: made.from, to: made.to }) };
  return { text: t('series.changed', { from: t(`direction.${made.from}`), to: t(`direction.${made.to}`) }) };
}

function getYear(edge: LineageEdge, context: ViewContext): { year: string } {
  return { year: getShortYear(edge.year, context) };
}

function getRelated(site: ScoredSite, series: string, context: ViewContext): RelatedView {
  const items = site.bySeries.get(series);
  const [newest, oldest] = [items?.[0], items?.at(-1)];
  if (newest === undefined || oldest === undefined) return { name: series };
  const name = getItemName(newest, context);
  const agency = getAgencyName(site, newest.agency, newest.year, context);
  return {
    name: name.text,
    language: name.language,
    href: context.links.series(series),
    note: `${agency} · ${getYearSpan(oldest.year, newest.year, context)}`,
  };
}
