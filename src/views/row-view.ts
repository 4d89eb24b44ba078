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
    target: getTargetText(item, context),
    result: year.result === undefined ? '–' : format.figure(year.result.value),
    unit: data.unit,
    score: score.value,
    scoreNote: score.note,
    ...(year.score.state === 'scored' ? { share: year.score.percent / 100 } : {}),
    status: getStatusView(year.status, context),
    ...(count === 0 ? {} : { disagreements: t('row.disagreements', { count }) }),
  };
}

/** "100", "≤ 80" or that the source gives none. */
export function getTargetText(item: ScoredItem, { t, format }: ViewContext): string {
  const { target, direction } = item.indicator.data;
  if (target === 'unknown') return t('figure.target-unknown');
  return direction === 'lower' ? `≤ ${format.plain(target)}` : format.plain(target);
}
