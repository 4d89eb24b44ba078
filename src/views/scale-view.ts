import type { ScoredItem } from '#domain/scored-site.ts';
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
  const { scale, direction } = item.indicator.data;
  const { score } = item.standing.year;
  const reached = score.state === 'scored' ? score.level : undefined;
  if (scale.kind === 'milestones') {
    const sorted = [...scale.levels].sort((a, b) => b.level - a.level);
    return {
      title: t('scale.milestones'),
      sentence: t(`scale.between-${scale.between}`),
      levels: sorted.map(({ level, percent, points, criterion }) => ({
        level: t('score.level', { level }),
        at: format.percent(percent),
        points: t('scale.points', { points: format.plain(points) }),
        criterion,
        isReached: reached !== undefined && level <= reached,
        isTop: level === reached,
      })),
    };
  }
  if (scale.kind === 'bands') {
    const sign = direction === 'higher' ? '≥' : '≤';
    const levels = scale.edges.map((edge, index) => ({
      level: t('score.level', { level: index + 1 }),
      at: `${sign} ${format.plain(edge)}`,
      isReached: reached !== undefined && index < reached,
      isTop: index + 1 === reached,
    }));
    return { title: t('scale.bands'), sentence: t(`scale.between-${scale.between}`), levels: levels.reverse() };
  }
  const sentence =
    scale.baseline === undefined
      ? t('scale.proportional-sentence')
      : t('scale.proportional-baseline', { baseline: format.plain(scale.baseline) });
  return { title: t('scale.proportional'), sentence, levels: [] };
}
