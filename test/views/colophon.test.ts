import { describe, expect, test } from 'vitest';
import { getIndicatorView } from '#views/indicator-view.ts';
import { buildSite, english, thai } from '../support/build-site.ts';

const PATH = '2567/finance/roads';

function colophon(address?: string, context = thai) {
  const settings = address === undefined ? {} : { settings: { address } };
  const site = buildSite({ items: { [PATH]: {} }, today: '2026-11-22', ...settings });
  return getIndicatorView(site, PATH, context).colophon;
}

describe('what a printed page says of itself', () => {
  test('is its full address where the site has one, and the day', () => {
    expect(colophon('https://kpi.example.org')).toEqual([
      { label: 'ที่อยู่ของหน้านี้', value: 'https://kpi.example.org/2567/finance/roads/' },
      { label: 'สถานะคิด ณ วันที่', value: '22 พฤศจิกายน 2569' },
    ]);
    expect(colophon('https://kpi.example.org', english)[0]?.value).toBe(
      'https://kpi.example.org/en/2567/finance/roads/',
    );
  });

  test('is the path where no host is known', () => {
    expect(colophon()[0]?.value).toBe('/2567/finance/roads/');
  });
});
