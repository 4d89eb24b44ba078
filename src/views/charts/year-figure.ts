import { isInferred } from '#domain/inferred.ts';
import type { ScoredItem } from '#domain/scored-site.ts';
import type { Standing } from '#domain/scoring/standing.ts';
import type { ViewContext } from '../context.ts';

/** The last quarter that has a figure. */
export function getLatest(item: ScoredItem): Standing['quarters'][number] | undefined {
  return item.standing.quarters.findLast(({ result }) => result !== undefined);
}

/** A status in words; where a figure stands without a score, the reason says more. */
export function wordStatus({ status, score }: Pick<Standing['year'], 'status' | 'score'>, { t }: ViewContext): string {
  return status === 'reported' && score.state === 'not-scored' ? t(`reason.${score.reason}`) : t(`status.${status}`);
}

/** A target in words, marked where the editors read it into the source. */
export function markTarget(worded: string, item: ScoredItem, { t }: ViewContext): string {
  return isInferred(item.indicator.data, 'target') ? `${worded} (${t('target.inferred')})` : worded;
}
