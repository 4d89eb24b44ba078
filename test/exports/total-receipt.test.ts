import { describe, expect, test } from 'vitest';
import { getItemsTotal, getYearItems } from '#domain/scored-site.ts';
import { buildAgencyTotal, buildYearTotal } from '#exports/total-receipt.ts';
import { getAgencyView } from '#views/agency-view.ts';
import { getYearView } from '#views/year-view.ts';
import { english } from '../support/build-site.ts';
import { buildSmallSite } from '../support/make-dist.ts';

const site = buildSmallSite();

/** As a stranger has it. */
const download = <T>(value: T): T => JSON.parse(JSON.stringify(value));

describe('a total as data', () => {
  test('has the very figures of the page, of a year and of an agency', () => {
    const year = download(buildYearTotal(site, 2567));
    const items = getItemsTotal(getYearItems(site, 2567));
    expect(year.total).toEqual({
      points: items.points,
      weight: items.weight,
      percent: items.percent,
      counted: 2,
      leftOut: 1,
    });
    expect(getYearView(site, 2567, english).total?.points).toBe(year.total.points.toFixed(2));
    const agency = download(buildAgencyTotal(site, 2567, 'finance'));
    expect(getAgencyView(site, 2567, 'finance', english).total?.points).toBe(agency.total.points.toFixed(2));
  });

  test('is the sum of the parts that it lists, each with its receipt', () => {
    const { total, parts, leftOut } = download(buildYearTotal(site, 2567));
    expect(parts).toEqual([
      { path: '2567/finance/tax', receipt: '2567/finance/tax.json', points: 15.1, weight: 20 },
      { path: '2567/works/lamps', receipt: '2567/works/lamps.json', points: 10, weight: 10 },
    ]);
    expect(total).toMatchObject({ points: 25.1, weight: 30, percent: 83.6667 });
    expect(leftOut).toEqual([
      { path: '2567/finance/roads', weight: 'unknown', reason: 'narrative-only', receipt: '2567/finance/roads.json' },
    ]);
  });

  test('of an agency names receipts from where it stands itself', () => {
    const { parts, leftOut } = download(buildAgencyTotal(site, 2567, 'finance'));
    expect([...parts, ...leftOut].map(({ receipt }) => receipt)).toEqual(['finance/tax.json', 'finance/roads.json']);
  });

  test('of a year tells each agency’s, with the file that tells more', () => {
    const { agencies } = download(buildYearTotal(site, 2567));
    expect(agencies).toEqual([
      expect.objectContaining({ id: 'finance', file: '2567/finance.json' }),
      expect.objectContaining({ id: 'works', file: '2567/works.json' }),
    ]);
    expect(agencies[1]?.total).toEqual(download(buildAgencyTotal(site, 2567, 'works')).total);
  });

  test('without anything to count has no percentage', () => {
    const { total } = download(buildAgencyTotal(buildSmallSite(), 2566, 'finance'));
    expect(total).toMatchObject({ points: 8, percent: 80 });
    const open = {
      ...site,
      byYear: new Map([
        [2567, new Map([['finance', [site.items.get('2567/finance/roads')].flatMap((item) => item ?? [])]])],
      ]),
    };
    expect(download(buildYearTotal(open, 2567)).total).toEqual({ points: 0, weight: 0, counted: 0, leftOut: 1 });
  });
});
