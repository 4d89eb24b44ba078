import type { ScoredItem } from '#domain/scored-site.ts';
import type { Status } from '#domain/scoring/status.ts';
import type { ViewContext } from './context.ts';

/** A status in words; its shape and colour follow from `status`. */
export interface StatusView {
  status: Status;
  label: string;
}

/** How many of a set of indicators stand where. */
export interface StatusShareView {
  parts: { status: Status; label: string; count: string; share: number }[];
  /** The whole as one sentence, for those who do not see the bar. */
  sentence: string;
}

/** From good to open: the order of bars and legends. */
export const STATUS_ORDER: Status[] = [
  'met',
  'on-track',
  'behind',
  'missed',
  'reported',
  'narrative',
  'not-comparable',
  'not-due',
  'overdue',
  'not-reported',
  'not-in-source',
  'not-applicable',
  'withdrawn',
];

export function getStatusView(status: Status, { t }: ViewContext): StatusView {
  return { status, label: t(`status.${status}`) };
}

export function getStatusShare(items: readonly ScoredItem[], context: ViewContext): StatusShareView {
  const { format } = context;
  const parts = getStatusCounts(items).map(({ status, count }) => {
    return { ...getStatusView(status, context), count: format.count(count), share: count / items.length };
  });
  return { parts, sentence: parts.map((part) => `${part.label} ${part.count}`).join(' · ') };
}

/** How many indicators have each status that occurs, from good to open. */
export function getStatusCounts(items: readonly ScoredItem[]): { status: Status; count: number }[] {
  const counts = new Map<Status, number>();
  for (const item of items) {
    const { status } = item.standing.year;
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return STATUS_ORDER.flatMap((status) => {
    const count = counts.get(status);
    return count === undefined ? [] : [{ status, count }];
  });
}
