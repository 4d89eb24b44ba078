import { describe, expect, test } from 'vitest';
import { buildDataset, type Dataset, getIndicatorPath } from '#domain/dataset.ts';
import type { Attachment, CalendarEntry, Entry } from '#domain/entry.ts';
import { NO_PLACES } from '#domain/places.ts';
import { buildCalendar, buildIndicatorEntry, buildReportEntry, buildYearEntry } from '../support/build-indicator.ts';

const calendar = (year: number): CalendarEntry => ({
  kind: 'calendar',
  year,
  file: `calendar/${year}.yaml`,
  places: NO_PLACES,
  data: buildCalendar(),
});

function move<T extends Entry & { year: number; agency: string; slug: string }>(entry: T, path: string): T {
  const [year = '', agency = '', slug = ''] = path.split('/');
  const name = entry.file.split('/').at(-1);
  return { ...entry, year: Number(year), agency, slug, file: `reports/${path}/${name}` };
}

function getItem(dataset: Dataset, path: string) {
  const item = dataset.indicatorYears.get(path);
  if (item === undefined) throw new Error(`no ${path} among ${[...dataset.indicatorYears.keys()].join(', ')}`);
  return item;
}

describe('one promise with everything reported on it', () => {
  test('reports and the summary join the indicator of their own folder, whatever the order of files', () => {
    const q3 = buildReportEntry(3, 60);
    const q1 = buildReportEntry(1, 20);
    const year = buildYearEntry(75);
    const elsewhere = move(buildReportEntry(1, 1), '2566/finance/roads');
    const entries = [year, q3, elsewhere, buildIndicatorEntry(), q1];
    const dataset = buildDataset([...entries, move(buildIndicatorEntry(), '2566/finance/roads')], []);
    const item = getItem(dataset, '2567/finance/roads');
    expect(item.reports).toEqual({ 1: q1, 3: q3 });
    expect(item.summary).toBe(year);
    expect(getItem(dataset, '2566/finance/roads').reports).toEqual({ 1: elsewhere });
    expect(dataset.orphans).toEqual([]);
  });

  test('a report without an indicator is kept aside, not lost', () => {
    const dataset = buildDataset([buildReportEntry(2, 40), buildYearEntry(75)], []);
    expect(dataset.orphans.map((entry) => entry.kind)).toEqual(['report', 'year']);
    expect(dataset.indicatorYears.size).toBe(0);
  });

  test('the series is its own path unless the indicator names another', () => {
    const own = buildIndicatorEntry();
    const named = move(buildIndicatorEntry({ series: 'works/paving' }), '2567/finance/streets');
    const dataset = buildDataset([own, named], []);
    expect([...dataset.indicatorYears.values()].map((item) => item.series)).toEqual(['finance/roads', 'works/paving']);
  });

  test('a file belongs to the indicator in whose folder it lies', () => {
    const attach = (file: string): Attachment => ({ file, type: 'pdf', bytes: 10 });
    const beside = attach('reports/2567/finance/roads/photo.pdf');
    const other = attach('reports/2567/finance/bridges/photo.pdf');
    const dataset = buildDataset([buildIndicatorEntry()], [beside, other]);
    expect(getItem(dataset, '2567/finance/roads').attachments).toEqual([beside]);
    expect(dataset.attachments).toEqual([beside, other]);
  });
});

describe('the whole collection', () => {
  test('two runs over differently ordered files list the same things in the same order', () => {
    const paths = ['2567/works/roads', '2566/finance/tax', '2567/finance/roads'];
    const entries = [calendar(2567), ...paths.map((path) => move(buildIndicatorEntry(), path)), calendar(2566)];
    for (const dataset of [buildDataset(entries, []), buildDataset([...entries].reverse(), [])]) {
      expect([...dataset.indicatorYears.keys()]).toEqual(paths.toSorted());
      expect([...dataset.calendars.keys()]).toEqual([2566, 2567]);
    }
  });

  test('an empty folder is an empty collection', () => {
    expect(buildDataset([], [])).toMatchObject({ site: undefined, orphans: [], attachments: [] });
  });

  test('the path of a report is the address of its indicator', () => {
    expect(getIndicatorPath(buildReportEntry(4, 1))).toBe('2567/finance/roads');
  });
});
