import { isReadingOpen } from '#domain/inferred.ts';
import type { ScoredItem } from '#domain/scored-site.ts';
import type { NotScoredReason, Score, Step } from '#domain/scoring/score.ts';
import type { Total } from '#domain/scoring/total.ts';
import type { ViewContext } from './context.ts';

/** A score in words: points of a weight, or a percentage where no weight is known, or why there is none. */
export interface ScoreView {
  isScored: boolean;
  /** "12.00", "91.83%" or a dash. */
  value: string;
  /** "of 20", or what is missing. */
  note: string;
  level?: string;
  /** The score under the other reading, where the source does not say which holds. */
  or?: string;
  /** How it was worked out, as a person would write it down. */
  steps: string[];
  reading?: string;
  other?: { value: string; note: string; reading: string; level?: string; steps: string[] };
}

type Marks = Extract<Score, { state: 'scored' }>;

/** `item` tells whether its scale can be read in two ways; then the other score is said beside the first. */
export function getScoreView(score: Score, context: ViewContext, item?: ScoredItem): ScoreView {
  if (score.state === 'not-scored') {
    return { isScored: false, value: '–', note: getReason(score.reason, context), steps: [] };
  }
  const main = getMarksView(score, score.weight, context);
  if (score.other === undefined) return { isScored: true, ...main };
  const other = getMarksView(score.other, score.weight, context);
  const isOpen = item !== undefined && isReadingOpen(item.indicator.data) && other.value !== main.value;
  return {
    isScored: true,
    ...main,
    other,
    ...(isOpen ? { or: wordOther(score.other.reading, other.value, context) } : {}),
  };
}

function wordOther(reading: Marks['reading'], other: string, { t }: ViewContext): string {
  const key = reading === 'linear' ? 'reading.if-linear' : 'reading.if-step';
  return t('score.or', { other, reading: t(key) });
}

export function getReason(reason: NotScoredReason | 'weight-unknown', { t }: ViewContext): string {
  return t(`reason.${reason}`);
}

/** A total in words; `isPartial` where most indicators are not in it, so that it must not stand for the whole. */
export interface TotalView {
  points: string;
  weight: string;
  percent: string;
  isPartial: boolean;
  note: string;
}

/** "45.50 of 60" with its percentage, or nothing where no indicator has both score and weight. */
export function getTotalView(total: Total, { t, format }: ViewContext): TotalView | undefined {
  if (total.percent === undefined) return undefined;
  const counted = total.counted.length;
  const all = counted + total.leftOut.length;
  const isPartial = counted * 2 < all;
  return {
    points: format.points(total.points),
    weight: format.plain(total.weight),
    percent: format.percent(total.percent),
    isPartial,
    note: t(isPartial ? 'total.too-few' : 'total.counted', {
      counted: format.count(counted),
      all: format.count(all),
    }),
  };
}

function getMarksView(
  marks: Pick<Marks, 'points' | 'percent' | 'level' | 'steps' | 'reading'>,
  weight: number | undefined,
  context: ViewContext,
) {
  const { t, format } = context;
  const level = marks.level === undefined ? {} : { level: t('score.level', { level: marks.level }) };
  const steps = marks.steps.map((step) => wordStep(step, context));
  const reading = t(`reading.${marks.reading}`);
  if (marks.points === undefined || weight === undefined) {
    return { value: format.percent(marks.percent), note: t('score.weight-unknown'), ...level, steps, reading };
  }
  return {
    value: format.points(marks.points),
    note: t('score.of', { weight: format.plain(weight) }),
    ...level,
    steps,
    reading,
  };
}

function wordStep(step: Step, { t, format }: ViewContext): string {
  const { figure, plain, points, factor } = format;
  switch (step.step) {
    case 'level-reached':
      return step.level === 0
        ? t('step.below-first', { value: figure(step.value) })
        : t('step.level-reached', {
            value: figure(step.value),
            level: step.level,
            at: plain(step.at),
            points: points(step.points),
          });
    case 'between-levels':
      return t('step.between-levels', {
        value: figure(step.value),
        from: plain(step.from.at),
        fromPoints: plain(step.from.points),
        to: plain(step.to.at),
        toPoints: plain(step.to.points),
        points: points(step.points),
      });
    case 'short-of-first':
      return t('step.short-of-first', { value: figure(step.value), first: plain(step.first), level: step.level });
    case 'band':
      return step.between === 'step' || step.to === undefined
        ? t('step.band', { value: figure(step.value), level: step.level, from: plain(step.from) })
        : t('step.band-linear', {
            value: figure(step.value),
            level: step.level,
            from: plain(step.from),
            to: plain(step.to),
            score: plain(step.score),
          });
    case 'met':
      return t('step.met', { value: figure(step.value), target: plain(step.target) });
    case 'capped':
      return t('step.capped');
    case 'not-met':
      return t('step.not-met', { value: figure(step.value), target: plain(step.target) });
    case 'share-of-gap':
      if (step.value < step.baseline !== step.target < step.baseline && step.value !== step.baseline) {
        return t('step.below-baseline', { value: figure(step.value), baseline: plain(step.baseline) });
      }
      return t(step.baseline === 0 ? 'step.share' : 'step.share-of-gap', {
        value: figure(step.value),
        baseline: plain(step.baseline),
        target: plain(step.target),
        percent: factor(step.share * 100),
      });
    case 'points':
      return t('step.points', {
        percent: factor(step.percent),
        weight: plain(step.weight),
        points: points(step.points),
      });
  }
}
