import { describe, expect, test } from 'vitest';
import { buildReporting } from '#domain/reporting/reporting.ts';
import { buildSite } from '../../support/build-site.ts';

const on = (submitted: string) => ({ result: 1, submitted });

/** 2567 is due on 15 January, 15 April, 15 July and 15 October 2024; on this day its second quarter is overdue. */
const site = buildSite({
  today: '2024-04-20',
  items: {
    '2566/finance/tax': { reports: { 1: 1, 2: 1 } },
    '2567/finance/tax': { reports: { 1: on('2024-01-14') } },
    '2567/finance/fees': { reports: { 1: on('2024-01-18') } },
    '2567/works/roads': {},
    '2567/works/lamps': { indicator: { source: { quarters: 'not-in-source' } } },
    '2566/health/clinics': { reports: { 1: 1, 2: 1 } },
    '2567/health/clinics': {},
  },
});
const reporting = buildReporting(site);

describe('who reported when', () => {
  test('is told for every year, newest first', () => {
    expect([...reporting.keys()]).toEqual([2567, 2566]);
    expect(reporting.get(2567)?.whole).toEqual([
      { state: 'overdue', count: 4, days: { median: 5, most: 5 } },
      { state: 'not-reported', count: 2 },
      { state: 'late', count: 1, days: { median: 3, most: 3 } },
      { state: 'on-time', count: 1 },
      { state: 'not-due', count: 8 },
      { state: 'not-in-source', count: 4 },
    ]);
  });

  test('is told of each agency by quarter', () => {
    const finance = reporting.get(2567)?.agencies.find(({ agency }) => agency === 'finance');
    expect(finance?.quarters.map((tally) => tally.map(({ state, count }) => `${state} ${count}`))).toEqual([
      ['late 1', 'on-time 1'],
      ['overdue 2'],
      ['not-due 2'],
      ['not-due 2'],
    ]);
    expect(finance?.review).toEqual({ reports: 2, reviewed: 0, waiting: 0 });
  });

  test('finds what an indicator missed in a row across the turn of the year, in both years', () => {
    const clinics = (year: number) => reporting.get(year)?.agencies.find(({ agency }) => agency === 'health')?.items[0];
    const run = { from: { year: 2566, quarter: 3 }, until: { year: 2567, quarter: 2 }, count: 4 };
    expect(clinics(2567)?.runs).toEqual([run]);
    expect(clinics(2566)?.runs).toEqual([run]);
    const tax = reporting.get(2567)?.agencies.find(({ agency }) => agency === 'finance')?.items;
    // One report came between the misses of two years.
    expect(tax?.map(({ item, runs }) => `${item.path} ${runs.length}`)).toEqual([
      '2567/finance/fees 0',
      '2567/finance/tax 0',
    ]);
  });

  test('blames an agency for a row of misses only where nothing of it came, and nothing of it is unknown', () => {
    const runs = (slug: string) => reporting.get(2567)?.agencies.find(({ agency }) => agency === slug)?.runs;
    expect(runs('health')?.map(({ count }) => count)).toEqual([4]);
    expect(runs('works')).toEqual([]);
    expect(runs('finance')).toEqual([]);
  });

  test('is empty for a site without indicators', () => {
    expect([...buildReporting(buildSite())]).toEqual([]);
  });
});
