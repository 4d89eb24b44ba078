import type { ScoredItem } from '#domain/scored-site.ts';
import type { ViewContext } from './context.ts';
import { isReadingOpen } from './score-view.ts';

/** A scale as people read it: a ladder of levels, a row of criteria, or one sentence. */
export interface ScaleView {
  title: string;
  sentence: string;
  /** Highest first, as the form prints them. */
  levels: { level: string; at: string; points?: string; criterion?: string; isReached: boolean; isTop: boolean }[];
}

/** Whether the scale is this site's reading, the source publishing none. */
export function isScaleOurs(item: ScoredItem): boolean {
  return item.indicator.data.source?.inferred?.includes('scale') === true;
}

export function getScaleView(item: ScoredItem, context: ViewContext): ScaleView {
  const { t, format } = context;
  const { scale, direction } = item.indicator.data;
  const { score } = item.standing.year;
  const reached = score.state === 'scored' ? score.level : undefined;
  // Short of the first criterion a scale may still give level 1: no rung was reached then.
  const isShort = score.state === 'scored' && score.steps.some(({ step }) => step === 'short-of-first');
  if (scale.kind === 'milestones') {
    const sorted = [...scale.levels].sort((a, b) => b.level - a.level);
    return {
      title: t('scale.milestones'),
      sentence: isReadingOpen(item) ? t('scale.between-open') : t(`scale.between-${scale.between}`),
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
      isReached: !isShort && reached !== undefined && index < reached,
      isTop: !isShort && index + 1 === reached,
    }));
    return {
      title: t('scale.bands'),
      sentence: isReadingOpen(item) ? t('scale.between-open') : t(`scale.between-${scale.between}`),
      levels: levels.reverse(),
    };
  }
  const sentence =
    scale.baseline === undefined
      ? t('scale.proportional-sentence')
      : t('scale.proportional-baseline', { baseline: format.plain(scale.baseline) });
  if (!isScaleOurs(item)) return { title: t('scale.proportional'), sentence, levels: [] };
  const isScored = score.state === 'scored';
  const ours = isScored ? `${t('source.scale-inferred')} ${t('scale.ours', { sentence })}` : t('form.empty');
  return { title: t('indicator.scale'), sentence: ours, levels: [] };
}
