import { UNIT_CUT } from '#domain/checks/check-text.ts';
import { isInferred } from '#domain/inferred.ts';
import type { ScoredItem } from '#domain/scored-site.ts';
import { getSparkline, type SparkView } from './charts/sparkline.ts';
import type { ViewContext } from './context.ts';
import { countDisagreements } from './disagreement-view.ts';
import { getItemName } from './names.ts';
import { getScoreView } from './score-view.ts';
import { getStatusView, type StatusView } from './status-view.ts';

/** An indicator in a list: target, result and score always together. */
export interface RowView {
  href: string;
  name: string;
  nameLanguage: 'th' | 'en';
  /** Said in lists of several agencies. */
  agency?: string;
  code?: string;
  target: string;
  targetNote?: string;
  result: string;
  /** The quarters behind the result. */
  spark?: SparkView;
  unit: string;
  /** Said where the name is a description, the real one not being known. */
  described?: string;
  score: string;
  scoreNote: string;
  /** The score under the other reading, where the source leaves it open. */
  scoreOr?: string;
  /** Share of the full score, 0…1, for the bar. */
  share?: number;
  status: StatusView;
  /** How many of its figures disagree. */
  disagreements?: string;
}

export function getRow(item: ScoredItem, context: ViewContext): RowView {
  const { t, format, links } = context;
  const { data } = item.indicator;
  const { year } = item.standing;
  const score = getScoreView(year.score, context, item);
  const name = getItemName(item, context);
  const count = countDisagreements(item.disagreements);
  const spark = getSparkline(item, context);
  return {
    href: links.indicator(item.path),
    name: name.text,
    nameLanguage: name.language,
    ...(data.code === undefined ? {} : { code: data.code }),
    ...getTargetView(item, context),
    result: year.result === undefined ? '–' : format.figure(year.result.value),
    ...(spark === undefined ? {} : { spark }),
    unit: getUnitText(item, context),
    ...(data.source?.name === 'described' ? { described: t('source.described-tag') } : {}),
    score: score.value,
    scoreNote: score.note,
    ...(score.or === undefined ? {} : { scoreOr: score.or }),
    ...(year.score.state === 'scored' ? { share: year.score.percent / 100 } : {}),
    status: getStatusView(year.status, context),
    ...(count === 0 ? {} : { disagreements: t('row.disagreements', { count }) }),
  };
}

/** "100", "≤ 80"; where the source gives no number a dash with what it does print. */
export function getTargetView(item: ScoredItem, context: ViewContext): { target: string; targetNote?: string } {
  const { t } = context;
  const { target, declared } = item.indicator.data;
  const printed = declared?.target;
  if (target === 'unknown') {
    const targetNote = printed === undefined ? t('figure.target-unknown') : t('figure.declared', { seen: printed });
    return { target: '–', targetNote };
  }
  const worded = wordTarget(target, item, context);
  if (!isInferred(item.indicator.data, 'target')) return { target: worded };
  const targetNote = printed === undefined ? t('target.inferred') : t('target.inferred-from', { seen: printed });
  return { target: worded, targetNote };
}

/** The unit; where the old system cut it at its fifty characters, that is said. */
export function getUnitText(item: ScoredItem, { t }: ViewContext): string {
  const { unit } = item.indicator.data;
  return unit.length === UNIT_CUT ? t('unit.cut', { unit }) : unit;
}

/** A target of the year or of a quarter, with its sign where lower is better. */
export function wordTarget(target: number, item: ScoredItem, { format }: ViewContext): string {
  return item.indicator.data.direction === 'lower' ? `≤ ${format.plain(target)}` : format.plain(target);
}
