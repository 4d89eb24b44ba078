import { isInferred } from '#domain/inferred.ts';
import type { ScoredItem } from '#domain/scored-site.ts';
import { isComplete } from '#domain/scoring/results.ts';
import type { Standing } from '#domain/scoring/standing.ts';
import type { ViewContext } from '../context.ts';

/** The last quarter that has a figure. */
export function getLatest(item: ScoredItem): Standing['quarters'][number] | undefined {
  return item.standing.quarters.findLast(({ result }) => result !== undefined);
}

/** Whether the year's figure is one of the whole year: stated as such, or made of quarters of which none that counts is missing. */
export function isWholeYear(item: ScoredItem): boolean {
  return item.standing.year.result?.from === 'stated' || isComplete(item);
}

/** Whether the result is in another unit than the one that the indicator names. */
export function isUnitInDoubt(item: ScoredItem): boolean {
  return item.indicator.data.notScored?.reason === 'unit-mismatch';
}

/** A status in words; where a figure stands without a score, the reason says more. */
export function wordStatus({ status, score }: Pick<Standing['year'], 'status' | 'score'>, { t }: ViewContext): string {
  return status === 'reported' && score.state === 'not-scored' ? t(`reason.${score.reason}`) : t(`status.${status}`);
}

/** A target in words, marked where the editors read it into the source. */
export function markTarget(worded: string, item: ScoredItem, { t }: ViewContext): string {
  return isInferred(item.indicator.data, 'target') ? `${worded} (${t('target.inferred')})` : worded;
}
