import type { ChartModel, Slot } from '#charts/model.ts';
import { Exact } from '#domain/decimal.ts';
import { getItemsTotal, type ScoredItem } from '#domain/scored-site.ts';
import type { Total } from '#domain/scoring/total.ts';
import type { ViewContext } from '../context.ts';
import { getTotalView } from '../score-view.ts';
import { getStatusCounts, getStatusShare } from '../status-view.ts';
import { getAxis, getTone } from './axis.ts';
import { type ChartFiles, getChartFiles, getSharedPicture, type SharedPicture } from './chart-files.ts';

/** The charts at the head of a list of indicators; neither stands where it would say no more than a word. */
export interface OverviewView {
  statuses?: ChartModel;
  weights?: ChartModel;
  files: ChartFiles;
  picture: SharedPicture | undefined;
}

/** `caption` names whose indicators these are, `page` is the address of their list. */
export function getOverview(
  items: readonly ScoredItem[],
  caption: string,
  page: string,
  context: ViewContext,
): OverviewView {
  const statuses = getStatusChart(items, caption, context);
  const weights = getWeightChart(items, caption, context);
  return {
    ...(statuses === undefined ? {} : { statuses }),
    ...(weights === undefined ? {} : { weights }),
    files: getChartFiles(page, context),
    picture: getSharedPicture(page, tellOverview(items, context), context),
  };
}

/** Fewer indicators are no picture: a word says as much. */
const LEAST = 2;

/** What a picture of the overview says: how many stand where, and what was earned. */
export function tellOverview(items: readonly ScoredItem[], context: ViewContext): string {
  const isFew = items.length < LEAST;
  const statuses = isFew ? getStatusShare(items, context).sentence : tellStatuses(items, context);
  return [statuses, tellWeight(items, context)].filter((text) => text !== undefined).join(' – ');
}

/** How many indicators stand where; undefined where there are too few for a picture to say more than a word. */
export function getStatusChart(
  items: readonly ScoredItem[],
  caption: string,
  context: ViewContext,
): ChartModel | undefined {
  const { t, format } = context;
  if (items.length < LEAST) return undefined;
  const counts = getStatusCounts(items);
  const slots = counts.map(({ status }): Slot => {
    const name = t(`status.${status}`);
    return { name, lines: breakLabel(name) };
  });
  return {
    id: 'statuses',
    shape: 'rows',
    finding: tellStatuses(items, context),
    caption,
    slotLabel: t('table.status'),
    slots,
    series: [
      {
        kind: 'bar',
        label: t('chart.count'),
        points: counts.map(({ status, count }) => ({ value: count, text: format.count(count), tone: getTone(status) })),
      },
    ],
    axis: getAxis(
      counts.map(({ count }) => count),
      context,
    ),
  };
}

/** Of many statuses those that hold most indicators; a promise kept or broken is never among the others. */
const TOLD = 4;

function tellStatuses(items: readonly ScoredItem[], { t, format }: ViewContext): string {
  const counts = getStatusCounts(items);
  const all = items.length;
  const rank = ({ status, count }: (typeof counts)[number]) => (status === 'met' || status === 'missed' ? all : count);
  const told = new Set(
    [...counts].sort((a, b) => rank(b) - rank(a)).slice(0, counts.length === TOLD + 1 ? TOLD + 1 : TOLD),
  );
  const rest = counts.reduce((sum, part) => (told.has(part) ? sum : sum + part.count), 0);
  const parts = counts
    .filter((part) => told.has(part))
    .map(({ status, count }) => `${t(`status.${status}`)} ${format.count(count)}`);
  const others = rest === 0 ? [] : [t('finding.others', { count: format.count(rest) })];
  return t('finding.statuses', { all: format.count(all), parts: [...parts, ...others].join(' · ') });
}

/** How much of the weight was earned; undefined where too few have both score and weight for a total to stand. */
export function getWeightChart(
  items: readonly ScoredItem[],
  caption: string,
  context: ViewContext,
): ChartModel | undefined {
  const { t, format } = context;
  const total = getItemsTotal(items);
  const finding = tellWeight(items, context);
  if (finding === undefined) return undefined;
  const open = getOpenWeight(total);
  const lost = new Exact(total.weight).minus(total.points).toNumber();
  const isOpen = isYearOpen(items);
  const parts = [
    { label: t('chart.earned'), value: total.points, tone: 'good' as const },
    // What is not earned in an open year may still be.
    isOpen
      ? { label: t('chart.lost-so-far'), value: lost, tone: 'warn' as const }
      : { label: t('chart.lost'), value: lost, tone: 'bad' as const },
    { label: t('chart.unscored'), value: open, tone: 'open' as const },
  ].filter(({ value }) => value > 0);
  return {
    id: 'weights',
    shape: 'rows',
    finding,
    caption,
    slotLabel: t('chart.of'),
    slots: [{ name: t('table.weight'), lines: [t('table.weight')] }],
    series: parts.map(({ label, value, tone }) => ({
      kind: 'part',
      label,
      legend: `${label} ${format.points(value)}`,
      points: [{ value, text: format.points(value), tone }],
    })),
    axis: { min: 0, max: new Exact(total.weight).plus(open).toNumber(), ticks: [] },
  };
}

/** Points earned, and the weight that is not among those they are counted of; undefined where no total stands. */
function tellWeight(items: readonly ScoredItem[], context: ViewContext): string | undefined {
  const { t, format } = context;
  const total = getItemsTotal(items);
  const view = getTotalView(total, context);
  if (view === undefined || view.isPartial) return undefined;
  const told = { points: view.points, weight: view.weight, percent: view.percent };
  const unknown = total.leftOut.filter(({ weight }) => weight === 'unknown').length;
  const count = total.leftOut.length - unknown;
  const weight = format.plain(getOpenWeight(total));
  return [
    t(isYearOpen(items) ? 'finding.weight-so-far' : 'finding.weight', told),
    ...(count === 0 ? [] : [t('finding.weight-open', { weight, count })]),
    ...(unknown === 0 ? [] : [t('finding.weight-unknown', { count: unknown })]),
  ].join(' ');
}

/** Weight of indicators without a score. */
function getOpenWeight({ leftOut }: Total): number {
  const known = leftOut.flatMap(({ weight }) => (weight === 'unknown' ? [] : [weight]));
  return known.reduce((sum, weight) => sum.plus(weight), new Exact(0)).toNumber();
}

/** Whether scores of a year that is not closed are among them. */
function isYearOpen(items: readonly ScoredItem[]): boolean {
  return items.some(({ standing: { year } }) => year.isProvisional && year.score.state === 'scored');
}

/** Longer than this a status takes two lines, so that its bar keeps its room on a phone. */
const LONGEST_LINE = 16;

/** In two lines, at the space nearest to the middle; a text without a space stays as it is. */
function breakLabel(name: string): string[] {
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const [middle] = spaces.sort((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2));
  if (name.length <= LONGEST_LINE || middle === undefined) return [name];
  return [name.slice(0, middle), name.slice(middle + 1)];
}
