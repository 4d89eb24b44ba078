import { describe, expect, test } from 'vitest';
import { placeAttachments } from '#views/evidence-view.ts';
import { createLinks } from '#views/links.ts';
import { getFrame } from '#views/page-view.ts';
import { buildItem, buildSite, english, thai } from '../support/build-site.ts';

describe('addresses', () => {
  test('of the main language have no prefix, year first', () => {
    const links = createLinks('/', 'th', 'th');
    expect([links.home, links.year(2567), links.agency(2567, 'finance')]).toEqual(['/', '/2567/', '/2567/finance/']);
    expect(links.indicator('2567/finance/roads')).toBe('/2567/finance/roads/');
    expect([links.agencies, links.method, links.about]).toEqual(['/agencies/', '/method/', '/about/']);
  });

  test('of another language stand behind its prefix; data and files are the same for all', () => {
    const links = createLinks('/', 'en', 'th');
    expect([links.home, links.year(2567), links.about]).toEqual(['/en/', '/en/2567/', '/en/about/']);
    expect(links.indicator('2567/finance/roads')).toBe('/en/2567/finance/roads/');
    expect(links.data('2567/finance/roads')).toBe('/2567/finance/roads.json');
    expect(links.attachment('2567/finance/roads', 'log.pdf')).toBe('/2567/finance/roads/log.pdf');
  });

  test('follow the main language of the site, whichever it is', () => {
    expect(createLinks('/', 'en', 'en').home).toBe('/');
    expect(createLinks('/', 'th', 'en').year(2567)).toBe('/th/2567/');
  });

  test.each(['/kpi', '/kpi/'])('stand in the folder that the site is served from: %s', (base) => {
    const links = createLinks(base, 'en', 'th');
    expect([links.home, links.agency(2567, 'finance')]).toEqual(['/kpi/en/', '/kpi/en/2567/finance/']);
    expect(links.data('2567/finance/roads')).toBe('/kpi/2567/finance/roads.json');
  });
});

describe('what stands around every page', () => {
  const site = buildSite({ items: { '2566/finance/tax': {}, '2567/finance/tax': {} }, today: '2026-11-22' });

  test('leads to the years, the agencies and the rules, and to the same page in the other language', () => {
    const frame = getFrame(site, '2566/finance/', thai, '/');
    expect(frame.nav.map(({ href }) => href)).toEqual([
      '/#years',
      '/agencies/',
      '/plan/',
      '/changes/',
      '/method/',
      '/about/',
    ]);
    expect(frame.languages).toEqual([
      { language: 'th', label: 'ไทย', href: '/2566/finance/', isCurrent: true },
      { language: 'en', label: 'English', href: '/en/2566/finance/', isCurrent: false },
    ]);
  });

  test('says in the page’s language whose site it is and for which day it holds', () => {
    const frame = getFrame(site, '', thai, '/');
    expect([frame.siteName, frame.imprint]).toEqual(['ชี้วัดธารทอง', 'เทศบาลนครธารทอง']);
    expect(frame.footer.asOf).toContain('22 พฤศจิกายน 2569');
    const translated = getFrame(site, '', english, '/');
    expect([translated.siteName, translated.home]).toEqual(['Than Thong Indicators', '/en/']);
    expect(translated.footer.asOf).toContain('22 November 2026');
  });

  test('names who publishes it where that is not the organisation itself', () => {
    const settings = { imprint: 'ผู้จัดทำอิสระ', imprintEn: 'Independent editors' };
    const own = buildSite({ settings });
    expect(getFrame(own, '', thai, '/').imprint).toBe('ผู้จัดทำอิสระ');
    expect(getFrame(own, '', english, '/').imprint).toBe('Independent editors');
  });

  test('links to the repository where there is one', () => {
    expect(getFrame(site, '', thai, '/').footer.source).toBeUndefined();
    const repository = 'https://git.example.org/than-thong';
    const linked = getFrame(buildSite({ settings: { repository } }), '', thai, '/');
    expect(linked.footer.source?.href).toBe(repository);
  });
});

test('a file beside the entry is found from its text, in both languages at one address', () => {
  const { item } = buildItem();
  const html = '<img src="attachment:road.png" alt=""><a href="attachment:log.pdf">บันทึก</a><a href="#q1">1</a>';
  const placed = '<img src="/2567/finance/roads/road.png" alt=""><a href="/2567/finance/roads/log.pdf">บันทึก</a>';
  expect(placeAttachments(html, item, thai)).toBe(`${placed}<a href="#q1">1</a>`);
  expect(placeAttachments(html, item, english)).toBe(`${placed}<a href="#q1">1</a>`);
});
