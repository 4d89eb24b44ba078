import type { Dataset } from '#domain/dataset.ts';
import { getQuarterSpan, QUARTERS } from '#domain/fiscal-year.ts';
import type { Calendar } from '#domain/schemas/calendar.ts';
import { formatYaml } from '../write/format-entry.ts';
import type { NewFile } from '../write/write-files.ts';
import { type Note, writeThai } from './words.ts';

export interface CalendarChoice {
  year: number;
  /** Whether a document states the dates of this year; only possible where last year's were stated. */
  isStated: boolean;
  /** Where the dates come from, in words; made where it is absent. */
  note?: string | undefined;
}

/** The calendar that a year's is moved from: of the newest earlier year, else of the oldest later one. */
export function findModel(dataset: Dataset, year: number): number | undefined {
  const years = [...dataset.calendars.keys()].sort((a, b) => a - b);
  return years.findLast((other) => other < year) ?? years.find((other) => other > year);
}

/** The rules of a year, moved from the nearest year's; without one, the customary dates. Dates are assumed unless stated. */
export function planCalendar(dataset: Dataset, choice: CalendarChoice): { file: NewFile; notes: Note[] } {
  const { year, isStated } = choice;
  const from = findModel(dataset, year);
  const model = from === undefined ? undefined : dataset.calendars.get(from)?.data;
  const notes: Note[] = [];
  const move = (day: string) => {
    const moved = moveDay(day, year - (from ?? year));
    if (moved.slice(5) !== day.slice(5)) notes.push({ key: 'note.moved-day', params: { day, moved } });
    return moved;
  };
  const made = writeThai(from === undefined ? 'calendar.first' : 'calendar.moved', { from: from ?? '', year });
  const { quarters, thresholds, ruleSet, dimensions } = model ?? buildFirst(year);
  const fields = {
    quarters: quarters.map(({ due, closed }) => ({ due: move(due), closed: move(closed) })),
    thresholds,
    ruleSet,
    basis: isStated ? 'stated' : 'assumed',
    note: choice.note ?? (isStated ? undefined : made),
    dimensions,
  };
  if (!isStated) notes.unshift({ key: 'note.assumed', params: { year } });
  if (dimensions !== undefined) notes.push({ key: 'note.dimensions', params: { year } });
  return { file: { file: `calendar/${year}.yaml`, text: formatYaml('calendar', fields) }, notes };
}

/** The same day so many years later; a day that the other year does not have is the last of its month. */
export function moveDay(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return new Date(Date.UTC(year + years, month - 1, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Nobody has written a calendar yet: the 15th and the last day of the month after each quarter. */
function buildFirst(year: number): Pick<Calendar, 'quarters' | 'thresholds' | 'ruleSet' | 'dimensions'> {
  const [q1, q2, q3, q4] = QUARTERS.map((quarter) => {
    const end = new Date(`${getQuarterSpan(year, quarter).until}T00:00:00Z`);
    const on = (months: number, date: number) =>
      new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + months, date)).toISOString().slice(0, 10);
    return { due: on(1, 15), closed: on(2, 0) };
  });
  if (!q1 || !q2 || !q3 || !q4) throw new Error('a year has four quarters');
  return { quarters: [q1, q2, q3, q4], thresholds: { onTrack: 100, behind: 60 }, ruleSet: 1, dimensions: undefined };
}
