import { expect, test } from 'vitest';
import { isYearOpen, listOpenYears } from '#domain/open-years.ts';
import { buildCalendar } from '../support/build-indicator.ts';
import { buildSite } from '../support/build-site.ts';

test.each([
  ['2024-10-30', true],
  ['2024-10-31', true],
  ['2024-11-01', false],
])('on %s a year whose fourth quarter closes on 2024-10-31 is open: %s', (today, isOpen) => {
  const dates = (due: string, closed: string) => ({ due, closed });
  const calendar = buildCalendar({
    quarters: [
      dates('2024-01-15', '2024-01-31'),
      dates('2024-04-15', '2024-04-30'),
      dates('2024-07-15', '2024-07-31'),
      dates('2024-10-15', '2024-10-31'),
    ],
  });
  expect(isYearOpen(calendar, today)).toBe(isOpen);
});

test('years that overlap are both open, the newest first; a closed one is not', () => {
  const items = { '2566/works/roads': {}, '2567/works/roads': {}, '2568/works/roads': {} };
  expect(listOpenYears(buildSite({ items, today: '2024-11-01' }))).toEqual([2568, 2567]);
  expect(listOpenYears(buildSite({ items, today: '2024-12-31' }))).toEqual([2568]);
  expect(listOpenYears(buildSite({ items, today: '2030-01-01' }))).toEqual([]);
});
