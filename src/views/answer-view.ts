import { isInferred } from '#domain/inferred.ts';
import type { ScoredItem } from '#domain/scored-site.ts';
import type { ViewContext } from './context.ts';
import { getTargetView, getUnitText } from './row-view.ts';
import { getScoreView, type ScoreView } from './score-view.ts';
import { getStatusView, type StatusView } from './status-view.ts';

/** The answer in five seconds. */
export interface AnswerView {
  status: StatusView;
  score: ScoreView;
  target: string;
  targetNote?: string;
  result: string;
  resultNote?: string;
  unit: string;
  /** That the score is this site's own reading. */
  scoreNote?: string;
  sentence: string;
  bar?: { share: number; targetShare: number; label: string };
  open: string[];
}

/** Target, result and score of the year, and what is still open. */
export function getAnswer(item: ScoredItem, context: ViewContext): AnswerView {
  const { t, format } = context;
  const { year, quarters } = item.standing;
  const target = getTargetView(item, context);
  const open = (['not-reported', 'overdue'] as const).flatMap((status) => {
    const missing = quarters.filter((quarter) => quarter.status === status).map(({ quarter }) => quarter);
    return missing.length === 0 ? [] : [t(`open.${status}`, { quarters: missing.join(', ') })];
  });
  if (hasNoQuarters(item)) open.push(t('open.not-in-source'));
  const provisional = year.isProvisional && year.result !== undefined ? [t('open.provisional')] : [];
  const result = year.result === undefined ? '–' : format.figure(year.result.value);
  const told = {
    status: t(`status.${year.status}`),
    result,
    // Without a number the note is all there is to say; beside one it only says where the number comes from.
    target: (year.target === undefined ? target.targetNote : undefined) ?? `${t('table.target')} ${target.target}`,
  };
  const sentence = year.result === undefined ? t('answer.no-result', told) : t('answer.result', told);
  return {
    status: getStatusView(year.status, context),
    score: getScoreView(year.score, context, item),
    ...target,
    result,
    ...(year.result === undefined ? {} : { resultNote: getResultNote(year.result, context) }),
    unit: getUnitText(item, context),
    ...(isInferred(item.indicator.data, 'scale') && year.score.state === 'scored'
      ? { scoreNote: t('score.ours') }
      : {}),
    sentence,
    ...getBar(item, context),
    open: [...getWithdrawal(item, context), ...open, ...provisional],
  };
}

/** Whether the source holds no quarterly reports at all. */
export function hasNoQuarters(item: ScoredItem): boolean {
  return item.standing.quarters.every(({ status }) => status === 'not-in-source');
}

function getWithdrawal(item: ScoredItem, { t }: ViewContext): string[] {
  const { withdrawn } = item.indicator.data;
  return withdrawn === undefined ? [] : [t('open.withdrawn', withdrawn)];
}

function getResultNote(result: NonNullable<ScoredItem['standing']['year']['result']>, { t }: ViewContext): string {
  if (result.from === 'stated') return t('result.stated');
  const from = t('result.from-quarters', { quarters: result.quarters.join(', ') });
  return result.missing.length === 0
    ? from
    : `${from} · ${t('result.missing', { quarters: result.missing.join(', ') })}`;
}

/** Result against target as two lengths of one bar; none where the two cannot be compared. */
function getBar(item: ScoredItem, { t, format }: ViewContext): Pick<AnswerView, 'bar'> {
  const { target, notScored } = item.indicator.data;
  const value = item.standing.year.result?.value;
  if (target === 'unknown' || target <= 0 || value === undefined || value < 0 || notScored !== undefined) return {};
  const longest = Math.max(target, value);
  const label = t('answer.bar', { result: format.figure(value), target: format.plain(target) });
  return { bar: { share: value / longest, targetShare: target / longest, label } };
}
