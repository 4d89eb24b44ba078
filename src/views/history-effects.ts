import type { StandingChange, StandingFigures } from '#domain/impact/impact.ts';
import type { Revision } from '#domain/ledger/ledger.ts';
import type { ViewContext } from './context.ts';

/** What a change did to scores, or else to statuses, a sentence each; quarters of which the same is said share one. */
export function listEffects(standings: readonly StandingChange[], context: ViewContext): string[] {
  const told = standings.flatMap(({ of, before, after }) => {
    const change = before === undefined || after === undefined ? undefined : wordChange(before, after, context);
    return change === undefined ? [] : [{ of, ...change }];
  });
  const alike = Map.groupBy(told, ({ of, subject, text }) => `${of === 'year'} ${subject} ${text}`);
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { of, subject, text } = first;
    if (of === 'year') return [context.t(`history.${subject}-year`, { change: text })];
    const quarters = group.map((one) => one.of).join(', ');
    return [context.t(`history.${subject}-quarter`, { quarters, change: text })];
  });
}

/** That an indicator was removed, and the year's score that went with it. */
export function wordRemoved({ standings }: Pick<Revision, 'standings'>, context: ViewContext): string {
  const before = standings.find(({ of }) => of === 'year')?.before;
  if (before?.score.state !== 'scored') return context.t('history.removed');
  return context.t('history.removed-score', { score: wordScore(before.score, context) });
}

function wordChange(before: StandingFigures, after: StandingFigures, context: ViewContext) {
  const { t } = context;
  const [old, now] = [wordScore(before.score, context), wordScore(after.score, context)];
  if (old !== now && (before.score.state === 'scored' || after.score.state === 'scored')) {
    const text = wordPoints(before.score, after.score, context) ?? t('history.change', { before: old, after: now });
    return { subject: 'score' as const, text };
  }
  if (before.status === after.status) return undefined;
  const statuses = { before: t(`status.${before.status}`), after: t(`status.${after.status}`) };
  return { subject: 'status' as const, text: t('history.change', statuses) };
}

type Score = StandingFigures['score'];

/** Points of one weight: the weight is said once. */
function wordPoints(before: Score, after: Score, { t, format }: ViewContext): string | undefined {
  if (before.state === 'not-scored' || after.state === 'not-scored') return undefined;
  const { points: old, weight } = before;
  const { points: now } = after;
  if (old === undefined || now === undefined || weight === undefined || weight !== after.weight) return undefined;
  const points = { before: format.points(old), after: format.points(now) };
  return t('history.points-change', { ...points, weight: format.plain(weight) });
}

function wordScore(score: Score, { t, format }: ViewContext): string {
  if (score.state === 'not-scored') return t('history.no-score', { reason: t(`reason.${score.reason}`) });
  const { points, weight, percent } = score;
  if (points === undefined || weight === undefined) return format.percent(percent);
  return t('history.points', { points: format.points(points), weight: format.plain(weight) });
}
