import type { ScoredItem } from '#domain/scored-site.ts';
import type { ViewContext } from './context.ts';
import { getItemName } from './names.ts';
import { getScoreView } from './score-view.ts';
import { getStatusView, type StatusView } from './status-view.ts';

/** An indicator in a list: target, result and score always together. */
export interface RowView {
  href: string;
  name: string;
  nameLanguage: 'th' | 'en';
  code?: string;
  target: string;
  targetNote?: string;
  result: string;
  unit: string;
  score: string;
  scoreNote: string;
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
  const score = getScoreView(year.score, context);
  const name = getItemName(item, context);
  const count = item.disagreements.length;
  return {
    href: links.indicator(item.path),
    name: name.text,
    nameLanguage: name.language,
    ...(data.code === undefined ? {} : { code: data.code }),
    ...getTargetView(item, context),
    result: year.result === undefined ? '–' : format.figure(year.result.value),
    unit: data.unit,
    score: score.value,
    scoreNote: score.note,
    ...(year.score.state === 'scored' ? { share: year.score.percent / 100 } : {}),
    status: getStatusView(year.status, context),
    ...(count === 0 ? {} : { disagreements: t('row.disagreements', { count }) }),
  };
}

/** "100", "≤ 80"; where the source gives no number a dash with what it does print. */
export function getTargetView(item: ScoredItem, { t, format }: ViewContext): { target: string; targetNote?: string } {
  const { target, direction, declared } = item.indicator.data;
  if (target !== 'unknown')
    return { target: direction === 'lower' ? `≤ ${format.plain(target)}` : format.plain(target) };
  const printed = declared?.target;
  const note = printed === undefined ? t('figure.target-unknown') : t('figure.declared', { seen: printed });
  return { target: '–', targetNote: note };
}
