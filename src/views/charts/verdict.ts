import type { ScoredItem } from '#domain/scored-site.ts';
import { isWholeYear } from '#domain/scoring/results.ts';
import { isMet } from '#domain/scoring/scale-value.ts';
import type { QuarterStanding } from '#domain/scoring/standing.ts';
import type { ViewContext } from '../context.ts';
import { getLatest } from './year-figure.ts';

/** Whether the target was reached, as far as that is known; in an open year, how the latest quarter stands against its plan. */
export function tellVerdict(item: ScoredItem, value: number, context: ViewContext): string[] {
  const { t } = context;
  const { year } = item.standing;
  const { target, direction } = item.indicator.data;
  if (target === 'unknown') return [];
  const isReached = isMet(value, target, direction);
  const key = direction === 'lower' ? (isReached ? 'kept' : 'broken') : isReached ? 'met' : 'missed';
  if (isSettled(item, isReached)) return [t(`finding.${key}`)];
  // A ceiling that holds so far says nothing of a year in which quarters are missing.
  if (!year.isProvisional) return [t(key === 'kept' ? 'finding.undecided' : `finding.${key}-partial`)];
  if (key === 'met') return [t('finding.met-now')];
  const latest = getLatest(item);
  const isStated = year.result?.from === 'stated';
  const plan = isStated || latest === undefined ? undefined : tellPlan(latest, item, context);
  if (plan !== undefined) return [plan];
  // Before its last quarter a year is expected to be short of its target, and below its ceiling.
  const isLast = isStated || latest?.quarter === 4;
  return isLast || key === 'broken' ? [t(`finding.${key}-now`)] : [];
}

/** Whether no later report changes it: the year is closed and whole, or figures that only rise are past the target. */
function isSettled(item: ScoredItem, isReached: boolean): boolean {
  const { direction, accumulation } = item.indicator.data;
  const { isProvisional, result } = item.standing.year;
  if (!isProvisional && isWholeYear(item)) return true;
  const isRising = accumulation === 'cumulative' || accumulation === 'per-quarter' || result?.from === 'stated';
  return isRising && isReached === (direction === 'higher');
}

/** The fourth quarter stands against the year's target, not against a plan. */
function tellPlan(latest: QuarterStanding, item: ScoredItem, { t, format }: ViewContext): string | undefined {
  const { direction, accumulation } = item.indicator.data;
  const standing = getStandingKey(latest, direction);
  if (latest.quarter === 4 || latest.target?.of !== 'quarter' || standing === undefined) return undefined;
  const told = { plan: format.plain(latest.target.value), standing: t(`finding.against-${standing}`) };
  const isCeiling = direction === 'lower';
  // Where quarters are added up, a plan is for the quarter alone.
  if (accumulation === 'per-quarter' && latest.toDate !== undefined) {
    const own = format.figure(latest.result ?? 0);
    return t(isCeiling ? 'finding.plan-own-ceiling' : 'finding.plan-own', { ...told, own });
  }
  return t(isCeiling ? 'finding.plan-ceiling' : 'finding.plan', told);
}

/** A figure short of its plan may count as on track, by the thresholds of the year: that is not to reach it. */
function getStandingKey({ status, result, target }: QuarterStanding, direction: 'higher' | 'lower') {
  if (status !== 'on-track' && status !== 'behind' && status !== 'missed') return undefined;
  if (result === undefined || target === undefined) return undefined;
  if (status === 'on-track') return isMet(result, target.value, direction) ? 'kept' : 'near';
  if (direction === 'lower') return 'above';
  return status === 'behind' ? 'behind' : 'below';
}
