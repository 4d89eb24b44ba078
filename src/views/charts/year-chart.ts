import type { ChartModel, Point, Series, Slot } from '#charts/model.ts';
import { getSeriesSteps, type SeriesStep } from '#domain/lineage.ts';
import type { ScoredItem } from '#domain/scored-site.ts';
import { isUnitInDoubt, isWholeYear } from '#domain/scoring/results.ts';
import type { Status } from '#domain/scoring/status.ts';
import type { ViewContext } from '../context.ts';
import { getShortYear } from '../names.ts';
import { wordTarget } from '../row-view.ts';
import { getAxis, getLines, getTone } from './axis.ts';
import { getAxisTitle } from './axis-title.ts';
import { wordStatus } from './year-figure.ts';

/** More years than this between two entries are drawn as one gap. */
const WIDEST_GAP = 3;

/** A year of the chart: an entry, or one or several years without. */
interface Column {
  slot: Slot;
  result?: Point;
  target?: Point;
  status?: string;
  /** Why its figure is not one to compare whole years with: the year is not closed, not whole, or its status says. */
  aside?: 'open' | 'partial' | Status;
  /** Said at the border before the column, where figures cannot be compared across it. */
  breaks?: string;
}

/**
 * Results and targets of a series, oldest year first; undefined where fewer than two years have a figure to draw.
 * Years in another unit than the newest have no place on its axis: they stand as gaps that say so.
 */
export function getYearChart(items: readonly ScoredItem[], context: ViewContext): ChartModel | undefined {
  const newest = items[0];
  if (newest === undefined) return undefined;
  const { t } = context;
  const { unit } = newest.indicator.data;
  const isOnAxis = (item: ScoredItem) => item.indicator.data.unit === unit && !isUnitInDoubt(item);
  const columns = getSeriesSteps(items)
    .toReversed()
    .flatMap((step) => [...getGap(step, context), getColumn(step, unit, context)]);
  const drawn = columns.flatMap(({ result }) => (result === undefined ? [] : [result]));
  if (drawn.length < 2) return undefined;
  const values = columns.flatMap(({ result, target }) => [result, target].flatMap((point) => point?.value ?? []));
  return {
    id: 'years',
    shape: 'columns',
    finding: tellYears(columns, context),
    caption: t('chart.years-caption'),
    slotLabel: t('year.title'),
    slots: columns.map(({ slot }) => slot),
    series: getSeries(columns, context),
    axis: { ...getAxis(values, context), title: getAxisTitle(items.find(isOnAxis) ?? newest, context) },
    breaks: columns.flatMap(({ breaks }, before) =>
      breaks === undefined || before === 0 ? [] : [{ before, label: breaks }],
    ),
    unit: { label: t('field.unit'), text: unit },
    notes: [{ label: t('table.status'), texts: columns.map(({ status }) => status) }],
  };
}

function getSeries(columns: readonly Column[], { t }: ViewContext): Series[] {
  return [
    { kind: 'bar', label: t('table.result'), points: columns.map(({ result }) => result) },
    { kind: 'mark', label: t('table.target'), points: columns.map(({ target }) => target) },
  ];
}

function getColumn({ item, breaks }: SeriesStep<ScoredItem>, unit: string, context: ViewContext): Column {
  const { t, format } = context;
  const { data } = item.indicator;
  const { result, status } = item.standing.year;
  const isSameUnit = data.unit === unit;
  const isDrawn = isSameUnit && result !== undefined && !isUnitInDoubt(item);
  const hasTarget = isSameUnit && data.target !== 'unknown' && data.notScored === undefined;
  const aside = isDrawn ? getAside(item) : undefined;
  const words = [
    wordStatus(item.standing.year, context),
    ...(isSameUnit ? [] : [t('chart.other-unit-of', { unit: data.unit })]),
    ...(aside === 'open' ? [t('chart.year-open')] : aside === 'partial' ? [t('chart.partial')] : []),
  ];
  return {
    slot: {
      name: getShortYear(item.year, context),
      lines: [String(item.year), ...getAsideLines(aside, context)],
      ...(isDrawn ? {} : { absence: getAbsence(item, isSameUnit, context) }),
    },
    ...(isDrawn ? { result: { value: result.value, text: format.figure(result.value), tone: getTone(status) } } : {}),
    ...(hasTarget && data.target !== 'unknown'
      ? { target: { value: data.target, text: wordTarget(data.target, item, context) } }
      : {}),
    ...(aside === undefined ? {} : { aside }),
    status: words.join(' · '),
    ...(breaks.length === 0 ? {} : { breaks: t(getBreakKey(breaks)) }),
  };
}

function getAside(item: ScoredItem): Column['aside'] {
  const { status, isProvisional } = item.standing.year;
  if (status === 'withdrawn' || status === 'not-comparable') return status;
  if (isProvisional) return 'open';
  return isWholeYear(item) ? undefined : 'partial';
}

function getAsideLines(aside: Column['aside'], { t }: ViewContext): string[] {
  if (aside === 'open') return [t('chart.year-open')];
  return aside === 'partial' ? getLines(t('chart.partial-lines')) : [];
}

function getBreakKey(breaks: SeriesStep<ScoredItem>['breaks']) {
  if (breaks.some(({ kind }) => kind === 'redefined')) return 'chart.break-redefined';
  return breaks.some(({ kind }) => kind === 'unit') ? 'chart.break-unit' : 'chart.break-direction';
}

function getAbsence(item: ScoredItem, isSameUnit: boolean, context: ViewContext): NonNullable<Slot['absence']> {
  const { t } = context;
  if (!isSameUnit) return { text: t('chart.other-unit'), lines: getLines(t('chart.absent-other-unit')) };
  const isDoubted = item.standing.year.result !== undefined;
  const text = isDoubted ? t('reason.unit-mismatch') : wordStatus(item.standing.year, context);
  return { text, lines: getLines(t(isDoubted ? 'chart.absent-other-unit' : 'chart.absent-no-result')) };
}

/** Years without an entry, each in its place, or as one place where they are many. */
function getGap({ gap }: SeriesStep<ScoredItem>, context: ViewContext): Column[] {
  if (gap === undefined) return [];
  const absence = { text: context.t('chart.no-entry'), lines: getLines(context.t('chart.absent-no-entry')) };
  const count = gap.until - gap.from + 1;
  if (count > WIDEST_GAP) {
    const name = `${getShortYear(gap.from, context)} – ${getShortYear(gap.until, context)}`;
    return [{ slot: { name, lines: [`${gap.from}–`, String(gap.until)], absence }, status: absence.text }];
  }
  return Array.from({ length: count }, (_, index) => gap.from + index).map((year) => ({
    slot: { name: getShortYear(year, context), lines: [String(year)], absence },
    status: absence.text,
  }));
}

/** From the first to the last figure that can be compared, and that some cannot. */
function tellYears(columns: readonly Column[], context: ViewContext): string {
  const { t } = context;
  const start = Math.max(
    0,
    columns.findLastIndex(({ breaks }, index) => breaks !== undefined && index > 0),
  );
  const drawn = columns.slice(start).filter(({ result }) => result !== undefined);
  const broken = start > 0 ? [t('finding.years-broken', { year: columns[start]?.slot.name ?? '' })] : [];
  return [...tellChange(drawn, context), ...tellAside(drawn, context), ...broken].join(' ');
}

function tellChange(drawn: readonly Column[], { t }: ViewContext): string[] {
  const told = drawn.filter(({ aside }) => aside === undefined);
  const [first, last] = [told[0], told.at(-1)];
  if (first?.result === undefined || last?.result === undefined) return [t('finding.years-none')];
  const span = { first: first.slot.name, from: first.result.text, last: last.slot.name, to: last.result.text };
  if (first === last) return [t('finding.years-one', span)];
  const change = last.result.value - first.result.value;
  return [t(change === 0 ? 'finding.years-same' : change > 0 ? 'finding.years-rose' : 'finding.years-fell', span)];
}

/** Years whose bars stand in the drawing without being compared. */
function tellAside(drawn: readonly Column[], { t }: ViewContext): string[] {
  const list = (aside: Column['aside']) =>
    drawn
      .filter((column) => column.aside === aside)
      .map(({ slot }) => slot.name)
      .join(', ');
  const open = drawn.filter(({ aside }) => aside === 'open');
  const partial = list('partial');
  return [
    ...open.map(({ slot, result }) => t('finding.years-open', { year: slot.name, result: result?.text ?? '' })),
    ...(partial === '' ? [] : [t('finding.years-partial', { years: partial })]),
    ...(['not-comparable', 'withdrawn'] as const).flatMap((status) => {
      const years = list(status);
      return years === '' ? [] : [t('finding.years-without', { years, status: t(`status.${status}`) })];
    }),
  ];
}
