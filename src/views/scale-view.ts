import { isInferred, isReadingOpen } from '#domain/inferred.ts';
import type { Indicator } from '#domain/schemas/indicator.ts';
import type { Reading } from '#domain/schemas/scale.ts';
import type { ScoredItem } from '#domain/scored-site.ts';
import { getReachedLevel } from '#domain/scoring/score.ts';
import type { ViewContext } from './context.ts';

/** A scale as people read it: a ladder of levels, a row of criteria, or one sentence. */
export interface ScaleView {
  title: string;
  sentence: string;
  /** Highest first, as the form prints them. */
  levels: { level: string; at: string; points?: string; criterion?: string; isReached: boolean; isTop: boolean }[];
}

export function getScaleView(item: ScoredItem, context: ViewContext): ScaleView {
  const { t, format } = context;
  const indicator = item.indicator.data;
  const { scale, direction } = indicator;
  const { score } = item.standing.year;
  const reached = getReachedLevel(score);
  if (scale.kind === 'milestones') {
    const sorted = [...scale.levels].sort((a, b) => b.level - a.level);
    return {
      title: t('scale.milestones'),
      sentence: wordBetween(indicator, scale.between, t),
      levels: sorted.map(({ level, percent, points, criterion }) => ({
        level: t('score.level', { level }),
        at: format.percent(percent),
        points: t('scale.points', { points: format.plain(points) }),
        criterion,
        isReached: level <= reached,
        isTop: level === reached,
      })),
    };
  }
  if (scale.kind === 'bands') {
    const sign = direction === 'higher' ? '≥' : '≤';
    const levels = scale.edges.map((edge, index) => ({
      level: t('score.level', { level: index + 1 }),
      at: `${sign} ${format.plain(edge)}`,
      isReached: index < reached,
      isTop: index + 1 === reached,
    }));
    return {
      title: t('scale.bands'),
      sentence: wordBetween(indicator, scale.between, t),
      levels: levels.reverse(),
    };
  }
  const sentence =
    scale.baseline === undefined
      ? t('scale.proportional-sentence')
      : t('scale.proportional-baseline', { baseline: format.plain(scale.baseline) });
  if (!isInferred(indicator, 'scale')) return { title: t('scale.proportional'), sentence, levels: [] };
  const isScored = score.state === 'scored';
  const ours = isScored ? `${t('source.scale-inferred')} ${t('scale.ours', { sentence })}` : t('form.empty');
  return { title: t('indicator.scale'), sentence: ours, levels: [] };
}

/** What counts between two steps, or that the source does not say. */
function wordBetween(indicator: Indicator, between: Reading, t: ViewContext['t']): string {
  return isReadingOpen(indicator) ? t('scale.between-open') : t(`scale.between-${between}`);
}
