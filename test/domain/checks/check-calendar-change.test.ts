import { describe, expect, test } from 'vitest';
import { checkCalendarChanges } from '#domain/checks/check-calendar-change.ts';
import { checkChanges } from '#domain/checks/check-changes.ts';
import type { CalendarEntry, Entry } from '#domain/entry.ts';
import { packPlaces } from '#domain/places.ts';
import type { Calendar } from '#domain/schemas/calendar.ts';
import { buildCalendar } from '../../support/build-indicator.ts';
import { buildSite } from '../../support/build-site.ts';

/** Closed: the first quarter. Open: the second. */
const TODAY = '2024-03-01';

const QUARTERS = buildCalendar().quarters;

function buildEntry(changes: Partial<Calendar> = {}): CalendarEntry {
  const file = 'calendar/2567.yaml';
  return { kind: 'calendar', file, year: 2567, places: packPlaces({ '': [1, 1] }), data: buildCalendar(changes) };
}

function withFirst(dates: Partial<Calendar['quarters'][0]>): Partial<Calendar> {
  const [first, ...others] = QUARTERS;
  return { quarters: [{ ...first, ...dates }, ...others] };
}

function tell(changes: Partial<Calendar>): string[] {
  const issues = checkCalendarChanges([buildEntry()], [buildEntry(changes)], TODAY);
  return issues.map(({ code, field }) => `${code} ${field?.key}`);
}

describe('a calendar', () => {
  test('does not open a closed quarter again', () => {
    expect(tell(withFirst({ closed: '2024-03-01' }))).toEqual(['CW718 quarters.0.closed']);
  });

  test('is pointed out where dates and thresholds of a closed quarter change', () => {
    expect(tell(withFirst({ closed: '2024-02-29' }))).toEqual(['CW719 quarters.0.closed']);
    expect(tell(withFirst({ due: '2024-01-20' }))).toEqual(['CW719 quarters.0.due']);
    expect(tell({ thresholds: { onTrack: 90, behind: 50 } })).toEqual(['CW719 thresholds.onTrack']);
  });

  test('may change for quarters that are open, and what it is based on', () => {
    const [first, second, ...others] = QUARTERS;
    expect(tell({ quarters: [first, { ...second, closed: '2024-05-31' }, ...others] })).toEqual([]);
    expect(tell({ basis: 'assumed', note: 'ไม่พบเอกสาร' })).toEqual([]);
  });

  test('that moves its date together with a figure covers it in neither direction', () => {
    const read = (result: number, closed: string) => {
      const { dataset } = buildSite({ items: { '2567/works/roads': { reports: { 1: result } } } });
      const written = [...dataset.indicatorYears.values()].flatMap(({ indicator, reports }): Entry[] => [
        indicator,
        ...Object.values(reports),
      ]);
      const site: Entry[] = dataset.site === undefined ? [] : [dataset.site];
      return { entries: [...site, buildEntry(withFirst({ closed })), ...written], attachments: [], issues: [] };
    };
    const check = (before: string, after: string) =>
      checkChanges({ base: read(5, before), head: read(6, after), today: TODAY }).map(({ code }) => code);
    expect(check('2024-02-15', '2024-04-15')).toEqual(['CW718', 'CW711']);
    expect(check('2024-04-15', '2024-02-15')).toEqual(['CW711']);
    expect(check('2024-04-15', '2024-04-20')).toEqual([]);
  });
});
