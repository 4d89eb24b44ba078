import type { Counts } from './count-changes.ts';
import type { ImpactKey, Words } from './words.ts';

/** The sentence that a reviewer reads first, and what to look at before merging. No text of an author is in them. */
export function writeVerdict(counts: Counts, errors: number, words: Words): string[] {
  const { say, format } = words;
  const parts = listParts(counts, words);
  const other = counts.other === 0 ? [] : [say('verdict.other', { count: format.count(counts.other) })];
  const nothing = other.length === 0 ? [say('verdict.same')] : [say('verdict.none'), ...other];
  const change = (parts.length === 0 ? nothing : [...parts, ...other]).join(' · ');
  const broken = errors === 0 ? [] : [`❌ **${say('verdict.errors', { count: format.count(errors) })}**`];
  const attention = listAttention(counts, words);
  const look = attention.length === 0 ? [] : [`⚠️ ${say('verdict.attention', { parts: attention.join(' · ') })}`];
  return [...broken, `**${change}**`, ...look];
}

function listParts(counts: Counts, { say, format }: Words): string[] {
  const { reports, lateReports } = counts;
  const numbers: [ImpactKey, number][] = [
    ['verdict.figures', counts.figures],
    ['verdict.targets', counts.targets],
    ['verdict.promises', counts.promises],
    [lateReports === 0 ? 'verdict.reports' : 'verdict.late-reports', reports],
    ['verdict.reports-removed', counts.reportsRemoved],
    ['verdict.items-added', counts.itemsAdded],
    ['verdict.items-removed', counts.itemsRemoved],
    ['verdict.items-moved', counts.itemsMoved],
    ['verdict.rules', counts.rules],
    ['verdict.overdue', counts.overdue],
    ['verdict.scores', counts.scores],
    ['verdict.statuses', counts.statuses],
  ];
  return numbers
    .filter(([, count]) => count > 0)
    .map(([key, count]) => say(key, { count: format.count(count), late: format.count(lateReports) }));
}

function listAttention({ marks }: Counts, { say, format }: Words): string[] {
  const shown = [
    'after-year-began',
    'closed-without-correction',
    'closed-correction-differs',
    'correction-removed',
  ] as const;
  return shown
    .filter((mark) => marks[mark] > 0)
    .map((mark) => say(`attention.${mark}`, { count: format.count(marks[mark]) }));
}
