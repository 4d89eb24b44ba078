import type { ScoredItem } from '#domain/scored-site.ts';
import { isComplete, isWholeYear } from '#domain/scoring/results.ts';
import { getReachedLevel } from '#domain/scoring/score.ts';
import type { ViewContext } from '../context.ts';
import { tellVerdict } from './verdict.ts';
import { getLatest, markTarget } from './year-figure.ts';

/** What an indicator's figures say, in a few words that are true in every state. */
export function getFinding(item: ScoredItem, context: ViewContext): string {
  const { withdrawn } = item.indicator.data;
  const { result } = item.standing.year;
  if (withdrawn !== undefined) return [tellWithdrawn(item, context), ...tellGaps(item, context)].join(' ');
  if (result === undefined) return tellWithoutYear(item, context);
  const told = tellResult(item, result.value, context);
  return [...told, ...tellDifference(item, context), ...tellGaps(item, context)].join(' ');
}

function tellResult(item: ScoredItem, value: number, context: ViewContext): string[] {
  const { t, format } = context;
  const { target, direction, notScored } = item.indicator.data;
  const told = { when: tellWhen(item, context), result: format.figure(value) };
  if (notScored !== undefined) {
    return [t('finding.not-comparable', { ...told, reason: t(`reason.${notScored.reason}`) })];
  }
  if (target === 'unknown') return [t('finding.no-target', told), ...tellLevel(item, context)];
  const key = direction === 'lower' ? 'finding.ceiling' : 'finding.result';
  return [
    t(key, { ...told, target: markTarget(format.plain(target), item, context) }),
    ...tellVerdict(item, value, context),
  ];
}

/** What the figure covers: a whole year is said of a whole year only. */
function tellWhen(item: ScoredItem, { t }: ViewContext): string {
  const { isProvisional, result } = item.standing.year;
  const latest = getLatest(item);
  if (result?.from === 'stated') return t(isProvisional ? 'finding.stated' : 'finding.whole-year');
  if (latest !== undefined && (isProvisional || !isWholeYear(item)))
    return t('finding.until', { quarter: latest.quarter });
  return t('finding.whole-year');
}

/** Without a target a scale still says how far the figure reaches. */
function tellLevel(item: ScoredItem, { t }: ViewContext): string[] {
  const { scale } = item.indicator.data;
  const { score } = item.standing.year;
  if (scale.kind === 'proportional' || score.state === 'not-scored' || score.level === undefined) return [];
  const level = getReachedLevel(score);
  if (level === 0) return [t('finding.level-none')];
  const top = scale.kind === 'bands' ? 5 : Math.max(...scale.levels.map(({ level }) => level));
  return [t('finding.level', { level, top })];
}

/** A stated year beside a fourth quarter, or a sum of quarters, that says otherwise. */
function tellDifference(item: ScoredItem, { t, format }: ViewContext): string[] {
  const { result } = item.standing.year;
  const { accumulation } = item.indicator.data;
  const last = item.standing.quarters[3];
  const made = last.toDate ?? last.result;
  if (result?.from !== 'stated' || made === undefined || made === result.value) return [];
  if (accumulation === 'unknown') return [];
  if (accumulation !== 'per-quarter') return [t('finding.differs', { result: format.figure(made) })];
  const isSum = item.standing.quarters.some(({ toDate }) => toDate !== undefined) && isComplete(item);
  return isSum ? [t('finding.differs-sum', { result: format.figure(made) })] : [];
}

/** Quarters without a figure that the reader would take to be in it. */
function tellGaps(item: ScoredItem, { t }: ViewContext): string[] {
  const { quarters, year } = item.standing;
  const isFromQuarters = year.result?.from === 'quarters';
  const latest = getLatest(item)?.quarter ?? 0;
  return (['not-reported', 'overdue', 'not-in-source', 'narrative'] as const).flatMap((status) => {
    const missing = quarters.filter((quarter) => {
      if (quarter.status !== status) return false;
      if (status === 'not-in-source') return isFromQuarters;
      const isLeftOut = quarter.quarter > latest || year.result?.missing.includes(quarter.quarter) === true;
      return status !== 'narrative' || (isFromQuarters && isLeftOut);
    });
    const numbers = missing.map(({ quarter }) => quarter).join(',\u00a0');
    return missing.length === 0 ? [] : [t(`finding.gap-${status}`, { quarters: numbers })];
  });
}

function tellWithdrawn(item: ScoredItem, { t, format }: ViewContext): string {
  const { withdrawn } = item.indicator.data;
  if (withdrawn === undefined) return '';
  const before = item.standing.quarters.findLast(
    ({ quarter, result }) => quarter < withdrawn.quarter && result !== undefined,
  );
  if (before?.result === undefined) return t('finding.withdrawn', { quarter: withdrawn.quarter });
  const result = format.figure(before.result);
  return t('finding.withdrawn-after', { quarter: withdrawn.quarter, last: before.quarter, result });
}

/** No figure stands for the year: what there is of quarters, or why there is nothing. */
function tellWithoutYear(item: ScoredItem, context: ViewContext): string {
  const { t, format } = context;
  const { year, quarters } = item.standing;
  const latest = getLatest(item);
  const gaps = tellGaps(item, context);
  if (latest?.result !== undefined) {
    const count = quarters.filter(({ result }) => result !== undefined).length;
    const reason = year.score.state === 'not-scored' ? t(`reason.${year.score.reason}`) : '';
    const told = { count, quarter: latest.quarter, result: format.figure(latest.result), reason };
    return [t('finding.quarters-only', told), ...gaps].join(' ');
  }
  const { target, direction } = item.indicator.data;
  const promise = direction === 'lower' ? 'finding.promise-ceiling' : 'finding.promise';
  const promised =
    target === 'unknown' ? [] : [t(promise, { target: markTarget(format.plain(target), item, context) })];
  return [...tellNone(item, gaps, context), ...promised].join(' ');
}

function tellNone(item: ScoredItem, gaps: string[], { t }: ViewContext): string[] {
  const { status } = item.standing.year;
  const isMissed = item.standing.quarters.some((quarter) => quarter.status === 'not-reported');
  switch (status) {
    case 'narrative':
      return [t('finding.none-narrative'), ...gaps];
    case 'not-due':
    case 'overdue':
      // Some quarters are open, others are closed without a report: neither is the whole answer.
      return isMissed ? [t('finding.none-not-yet'), ...gaps] : [t(`finding.none-${status}`)];
    case 'not-in-source':
    case 'not-applicable':
      return [t(`finding.none-${status}`)];
    default:
      return [t('finding.none-not-reported')];
  }
}
