import type { Calendar } from './schemas/calendar.ts';
import { getCalendar, type ScoredSite } from './scored-site.ts';

/** Whether figures of a fiscal year are still being reported on a day (YYYY-MM-DD): until its fourth quarter closes, that day included. */
export function isYearOpen(calendar: Calendar, today: string): boolean {
  return today <= calendar.quarters[3].closed;
}

/** Fiscal years that have indicators and are still being reported, newest first. */
export function listOpenYears(site: ScoredSite): number[] {
  return site.years.filter((year) => isYearOpen(getCalendar(site.dataset, year), site.today));
}
