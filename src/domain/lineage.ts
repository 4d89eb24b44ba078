import type { IndicatorYear } from './dataset.ts';
import { getOrAdd } from './get-or-add.ts';
import type { Indicator } from './schemas/indicator.ts';

/** Why the figures of a year cannot be compared with those of the years before it. */
export type SeriesBreak =
  | { kind: 'redefined'; reason: string }
  | { kind: 'unit'; from: string; to: string }
  | { kind: 'direction'; from: Indicator['direction']; to: Indicator['direction'] };

/** A year of a series, and what lies between it and the year before it. */
export interface SeriesStep<T> {
  item: T;
  breaks: SeriesBreak[];
  /** First and last of the years without an entry between the two. */
  gap?: { from: number; until: number };
}

/** One series leading to another: `to` continues `from`, was split off from it, or was merged from it and others. */
export interface LineageEdge {
  kind: 'continued' | 'split' | 'merged';
  from: string;
  to: string;
  /** Fiscal year of the entry that states it. */
  year: number;
}

/** Where a series came from and what became of it, oldest first; only its direct neighbours. */
export interface Lineage {
  before: LineageEdge[];
  after: LineageEdge[];
}

/** The years of one series, newest first, as `items` must be. */
export function getSeriesSteps<T extends IndicatorYear>(items: readonly T[]): SeriesStep<T>[] {
  return items.map((item, index) => {
    const older = items[index + 1];
    const hasGap = older !== undefined && item.year - older.year > 1;
    return {
      item,
      breaks: getBreaks(item.indicator.data, older?.indicator.data),
      ...(hasGap ? { gap: { from: older.year + 1, until: item.year - 1 } } : {}),
    };
  });
}

/** The lineage of every series that has one, in one pass: what an entry states of others is found from their side too. */
export function buildLineage(items: Iterable<IndicatorYear>): Map<string, Lineage> {
  const edges = new Map<string, LineageEdge>();
  for (const item of items) {
    for (const edge of readEdges(item)) {
      const pair = `${edge.from} ${edge.to}`;
      if (edge.from !== edge.to && isBetter(edge, edges.get(pair))) edges.set(pair, edge);
    }
  }
  const lineage = new Map<string, Lineage>();
  const get = (series: string) => getOrAdd(lineage, series, (): Lineage => ({ before: [], after: [] }));
  for (const edge of [...edges.values()].sort((a, b) => a.year - b.year)) {
    get(edge.from).after.push(edge);
    get(edge.to).before.push(edge);
  }
  return lineage;
}

function getBreaks(newer: Indicator, older: Indicator | undefined): SeriesBreak[] {
  const breaks: SeriesBreak[] = [];
  if (newer.redefined !== undefined) breaks.push({ kind: 'redefined', reason: newer.redefined });
  if (older === undefined) return breaks;
  if (older.unit !== newer.unit) breaks.push({ kind: 'unit', from: older.unit, to: newer.unit });
  if (older.direction !== newer.direction) {
    breaks.push({ kind: 'direction', from: older.direction, to: newer.direction });
  }
  return breaks;
}

function readEdges({ series, year, indicator }: IndicatorYear): LineageEdge[] {
  const { continues, splits = [], merges = [] } = indicator.data;
  return [
    ...(continues === undefined ? [] : [{ kind: 'continued' as const, from: continues, to: series, year }]),
    ...splits.map((to) => ({ kind: 'split' as const, from: series, to, year })),
    ...merges.map((from) => ({ kind: 'merged' as const, from, to: series, year })),
  ];
}

/** Of two statements on the same pair a split or merger says more than that one follows the other; else the earlier counts. */
function isBetter(edge: LineageEdge, known: LineageEdge | undefined): boolean {
  if (known === undefined) return true;
  if (edge.kind === known.kind) return edge.year < known.year;
  return known.kind === 'continued';
}
