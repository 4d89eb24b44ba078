import { PATH_FIELD } from '#domain/corrected-field.ts';
import type { CorrectionEffect } from '#domain/corrections.ts';
import { replayCorrections } from '#domain/corrections.ts';
import { QUARTERS } from '#domain/fiscal-year.ts';
import type { EntryPlace } from '#domain/impact/impact.ts';
import type { Correction } from '#domain/schemas/correction.ts';
import { getCalendar, type ScoredItem, type ScoredSite } from '#domain/scored-site.ts';
import type { Score } from '#domain/scoring/score.ts';
import { ABSENT, type Shown } from '#domain/shown-value.ts';
import { getChoiceText, getFieldText } from '#strings/field-text.ts';
import type { ViewContext } from './context.ts';
import { getScoreView } from './score-view.ts';

/** A change of what was published: both values, both scores, when, why and who approved it. */
export interface CorrectionView {
  field: string;
  before: string;
  after: string;
  /** Scores before and after, by whose they are; one sentence where there is nothing to set side by side. */
  scores: string[];
  when: string;
  reason: string;
  approvedBy: string;
}

/** Corrections of an indicator's year by the file they stand in, in the order of their days. */
export function getCorrectionViews(
  site: ScoredSite,
  item: ScoredItem,
  context: ViewContext,
): Map<EntryPlace, CorrectionView[]> {
  const rules = {
    calendar: getCalendar(site.dataset, item.year),
    today: site.today,
    ratioUnits: site.settings.ratioUnits,
  };
  const effects = replayCorrections(item, rules);
  const views = Map.groupBy(effects, ({ place }) => place);
  return new Map([...views].map(([place, list]) => [place, list.map((effect) => getCorrectionView(effect, context))]));
}

/** Each correction in one sentence, for the search. */
export function getCorrections(corrections: readonly Correction[] | undefined, { t, format }: ViewContext): string[] {
  const write = (value: string | number) => (typeof value === 'number' ? format.plain(value) : value);
  return (corrections ?? []).map(({ date, field, from, to, reason, approvedBy }) =>
    t('correction.sentence', { day: format.day(date), field, from: write(from), to: write(to), reason, approvedBy }),
  );
}

function getCorrectionView(effect: CorrectionEffect, context: ViewContext): CorrectionView {
  const { t, format } = context;
  const { date, field, from, to, reason, approvedBy } = effect.correction;
  return {
    field: nameField(effect, context),
    before: showValue(from, field, context),
    after: showValue(to, field, context),
    scores: getScores(effect, context),
    when: t('correction.when', { day: format.day(date) }),
    reason,
    approvedBy,
  };
}

function nameField({ place, correction: { field } }: CorrectionEffect, { t, language }: ViewContext): string {
  if (field === PATH_FIELD) return t('correction.path');
  const kind = place === 'indicator' || place === 'year' ? place : 'report';
  const key = field
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .join('.');
  return getFieldText(kind, key, language).label;
}

function showValue(value: Shown, field: string, { t, format, language }: ViewContext): string {
  if (value === ABSENT) return t('correction.absent');
  if (typeof value === 'number') return field === 'result' ? format.figure(value) : format.plain(value);
  return getChoiceText(value, language);
}

function getScores({ place, isDeciding, standings }: CorrectionEffect, context: ViewContext): string[] {
  const { t } = context;
  if (!isDeciding) return [];
  if (standings === undefined) return [t('correction.score-unknown')];
  const { before, after } = standings;
  const quarters =
    place === 'year'
      ? []
      : QUARTERS.map((quarter) => {
          const [old, now] = [before, after].map((standing) => standing.quarters[quarter - 1]?.score);
          return { whose: t('correction.score-quarter', { quarter }), old, now };
        });
  const all = [...quarters, { whose: t('correction.score-year'), old: before.year.score, now: after.year.score }];
  const changed = all.flatMap(({ whose, old, now }) => {
    const change = old && now && wordChange(old, now, context);
    return change === undefined ? [] : [t('correction.score', { whose, change })];
  });
  return changed.length > 0 ? changed : [t('correction.score-same')];
}

/** "8.00 → 12.00 of 20", each with its own words where they differ; undefined where the score is the same. */
function wordChange(before: Score, after: Score, context: ViewContext): string | undefined {
  const [old, now] = [getScoreView(before, context), getScoreView(after, context)];
  if (old.value === now.value && old.note === now.note) return undefined;
  const write = (score: typeof old) => (score.isScored ? `${score.value} ${score.note}` : score.note);
  if (old.isScored && now.isScored && old.note === now.note) return `${old.value} → ${now.value} ${now.note}`;
  return `${write(old)} → ${write(now)}`;
}
