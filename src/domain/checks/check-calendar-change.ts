import type { CalendarEntry, Entry } from '../entry.ts';
import { getQuarterPhase, QUARTERS } from '../fiscal-year.ts';
import type { Issue } from '../issue.ts';
import { reportIssue } from './report-issue.ts';

/**
 * Calendars that change for quarters already closed. To open one again is refused: its figures could then be overwritten in
 * silence. Other dates and thresholds are pointed out only: an assumed date must give way to the document once it is found.
 */
export function checkCalendarChanges(base: readonly Entry[], head: readonly Entry[], today: string): Issue[] {
  const old = new Map(base.filter(isCalendar).map((entry) => [entry.year, entry]));
  return head.filter(isCalendar).flatMap((entry) => {
    const before = old.get(entry.year);
    return before === undefined ? [] : [...checkDates(before, entry, today), ...checkThresholds(before, entry, today)];
  });
}

function checkDates(before: CalendarEntry, after: CalendarEntry, today: string): Issue[] {
  return QUARTERS.flatMap((quarter) => {
    const [old, now] = [before, after].map(({ data }) => data.quarters[quarter - 1]);
    if (old === undefined || now === undefined || getQuarterPhase(before.data, quarter, today) !== 'closed') return [];
    const key = `quarters.${quarter - 1}`;
    if (getQuarterPhase(after.data, quarter, today) !== 'closed') {
      const moved = now.closed === old.closed ? 'due' : 'closed';
      const params = { quarter, seen: now[moved], type: old[moved] };
      return [reportIssue(after, 'CW718', `${key}.${moved}`, params)];
    }
    return (['due', 'closed'] as const)
      .filter((date) => now[date] !== old[date])
      .map((date) =>
        reportIssue(after, 'CW719', `${key}.${date}`, { quarter, before: old[date], after: now[date], reason: 'date' }),
      );
  });
}

function checkThresholds(before: CalendarEntry, after: CalendarEntry, today: string): Issue[] {
  if (!QUARTERS.some((quarter) => getQuarterPhase(before.data, quarter, today) === 'closed')) return [];
  return (['onTrack', 'behind'] as const).flatMap((name) => {
    const [old, now] = [before.data.thresholds[name], after.data.thresholds[name]];
    if (old === now) return [];
    return [reportIssue(after, 'CW719', `thresholds.${name}`, { before: old, after: now })];
  });
}

function isCalendar(entry: Entry): entry is CalendarEntry {
  return entry.kind === 'calendar';
}
