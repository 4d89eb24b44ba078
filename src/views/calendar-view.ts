import type { ScoredSite } from '#domain/scored-site.ts';
import type { ViewContext } from './context.ts';

/** The rules of a year in words: when quarters are due and close, and from which share a status is given. */
export interface CalendarRow {
  year: string;
  due: string[];
  closed: string[];
  thresholds: string;
  basis: string;
}

export function getCalendarRows(site: ScoredSite, { t, format }: ViewContext): CalendarRow[] {
  return [...site.dataset.calendars.values()]
    .sort((a, b) => b.year - a.year)
    .map(({ year, data }) => ({
      year: String(year),
      due: data.quarters.map((dates) => format.day(dates.due)),
      closed: data.quarters.map((dates) => format.day(dates.closed)),
      thresholds: t('calendar.shares', {
        onTrack: format.percent(data.thresholds.onTrack),
        behind: format.percent(data.thresholds.behind),
      }),
      basis: t(`calendar.${data.basis}`),
    }));
}
