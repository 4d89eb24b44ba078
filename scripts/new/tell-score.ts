import type { Dataset } from '#domain/dataset.ts';
import { isReadingOpen } from '#domain/inferred.ts';
import type { QuarterNumber } from '#domain/schemas/text.ts';
import { scoreSite } from '#domain/scored-site.ts';
import { createFormat } from '#strings/format.ts';
import { createTranslate, type Language } from '#strings/translate.ts';
import { createWords } from './words.ts';

/** What a report's figure earns, in a sentence, or why it earns nothing that can be said. */
export function tellScore(
  dataset: Dataset,
  path: string,
  quarter: QuarterNumber,
  today: string,
  language: Language,
): string {
  const say = createWords(language);
  const format = createFormat(language);
  const item = dataset.indicatorYears.get(path);
  if (item === undefined || dataset.site === undefined || !dataset.calendars.has(item.year)) return say('score.unread');
  // Other indicators have no part in it, and may be in disorder.
  const site = scoreSite({ ...dataset, indicatorYears: new Map([[path, item]]) }, today);
  const standing = site.items.get(path)?.standing.quarters[quarter - 1];
  if (standing === undefined) return say('score.unread');
  const { score } = standing;
  const late = standing.isLate ? [say('score.late')] : [];
  if (score.state === 'not-scored') {
    return [say('score.none', { reason: createTranslate(language)(`reason.${score.reason}`) }), ...late].join(' · ');
  }
  const { points, percent, weight, other } = score;
  const main =
    points === undefined || weight === undefined
      ? say('score.percent', { percent: format.percent(percent) })
      : say('score.points', {
          points: format.points(points),
          weight: format.plain(weight),
          percent: format.percent(percent),
        });
  const isOpen = isReadingOpen(item.indicator.data) && other?.points !== undefined && other.points !== points;
  const otherwise = isOpen ? [say('score.or', { points: format.points(other.points ?? 0) })] : [];
  return [main, ...otherwise, ...late].join(' · ');
}
