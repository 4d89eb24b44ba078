import type { Counts } from './count-changes.ts';
import type { ImpactKey, Words } from './words.ts';

/** What keeps a comparison from being whole: errors, and indicators that cannot be read on one side. */
interface Unread {
  errors: number;
  setAside: number;
}

/** The sentence that a reviewer reads first, and what to look at before merging. No text of an author is in them. */
export function writeVerdict(counts: Counts, { errors, setAside }: Unread, words: Words): string[] {
  const { say, format } = words;
  const parts = listParts(counts, words);
  const other = counts.other === 0 ? [] : [say('verdict.other', { count: format.count(counts.other) })];
  const unread = setAside === 0 ? [] : [say('verdict.set-aside', { count: format.count(setAside) })];
  const isNothing = parts.length + other.length + unread.length === 0;
  // With errors, something does change that could not be read or linked.
  const same = isNothing && errors === 0 ? [say('verdict.same')] : [];
  // Of what was not compared nobody knows whether its figures change.
  const none = parts.length === 0 && other.length > 0 && setAside === 0 ? [say('verdict.none')] : [];
  const change = [...same, ...none, ...parts, ...other, ...unread].join(' · ');
  const broken = errors === 0 ? [] : [`❌ **${say('verdict.errors', { count: format.count(errors) })}**`];
  const attention = listAttention(counts, words);
  const look = attention.length === 0 ? [] : [`⚠️ ${say('verdict.attention', { parts: attention.join(' · ') })}`];
  return [...broken, ...(change === '' ? [] : [`**${change}**`]), ...look];
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
