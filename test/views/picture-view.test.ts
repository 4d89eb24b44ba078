import { describe, expect, test } from 'vitest';
import type { Picture } from '#charts/picture.ts';
import { getAgencyPicture, getIndicatorPicture, getSeriesPicture, getYearPicture } from '#views/picture-view.ts';
import { buildSite, english, type ItemParts, type SiteParts, thai } from '../support/build-site.ts';

const ROADS: ItemParts = { indicator: { name: 'จำนวนถนน', nameEn: 'Roads' }, reports: { 1: 20, 2: 45, 3: 70, 4: 100 } };
const LAMPS: ItemParts = { indicator: { name: 'จำนวนหลอดไฟ' }, year: 50 };

const build = (parts: SiteParts = {}) =>
  buildSite({
    items: { '2567/works/roads': ROADS, '2567/works/lamps': LAMPS, '2566/works/roads': { year: 80 } },
    ...parts,
  });
const site = build({ agencies: { works: { nameEn: 'Works' } } });
const read = ({ title, finding, ...rest }: Picture) => ({ ...rest, title: title.join(''), finding: finding.join('') });

describe('an indicator’s picture', () => {
  const picture = read(getIndicatorPicture(site, '2567/works/roads', thai));

  test('says whose it is, what was found, and how it stands on which day', () => {
    expect(picture).toMatchObject({
      eyebrow: 'ชี้วัดธารทอง · สำนัก works · ปีงบประมาณ 2567',
      title: 'จำนวนถนน',
      finding: 'ทั้งปีได้ 100.00 จากเป้าหมาย 100 ถึงเป้าหมาย',
      tone: 'good',
      asOf: 'สถานะ ณ 15 พฤศจิกายน 2567',
    });
    expect(picture.chart?.id).toBe('quarters');
    expect(picture.chart?.finding).toBe(picture.finding);
  });

  test('is in English where the page is', () => {
    const made = read(getIndicatorPicture(site, '2567/works/roads', english));
    expect(made).toMatchObject({
      eyebrow: 'Than Thong Indicators · Works · Fiscal year 2567 (2023/24)',
      title: 'Roads',
      finding: 'The whole year: 100.00 of a target of 100. Target met.',
      source: 'Source: Than Thong City Municipality',
      asOf: 'Status as of 15 November 2024',
      address: '/en/2567/works/roads/',
    });
  });

  test('of a closed year is the same on every later day, so that it is drawn once; of an open one it has its day', () => {
    const on = (today: string) => getIndicatorPicture(build({ today }), '2567/works/roads', thai);
    expect(on('2031-05-05')).toEqual(on('2030-01-01'));
    expect(on('2024-03-01').asOf).toBe('สถานะ ณ 1 มีนาคม 2567');
  });

  test('may be broken between words, never within those kept together', () => {
    expect(getIndicatorPicture(site, '2567/works/roads', thai).finding).toContain('เป้าหมาย 100 ');
    const own = build({ settings: { keepTogether: ['จำนวนถนน'] } });
    expect(getIndicatorPicture(own, '2567/works/roads', thai).title).toEqual(['จำนวนถนน']);
    expect(getIndicatorPicture(site, '2567/works/roads', thai).title.length).toBeGreaterThan(1);
  });

  test('has words alone where there is nothing to draw', () => {
    const silent = build({ items: { '2567/works/roads': {} } });
    const made = read(getIndicatorPicture(silent, '2567/works/roads', thai));
    expect([made.chart, made.tone, made.finding]).toEqual([
      undefined,
      'open',
      'ไม่มีการรายงานตัวเลขผลงาน เป้าหมายทั้งปีคือ 100',
    ]);
  });

  test('of one that does not exist is refused by name', () => {
    expect(() => getIndicatorPicture(site, '2567/works/none', thai)).toThrow('no indicator at 2567/works/none');
  });
});

describe('where it comes from', () => {
  const name = (source: NonNullable<ItemParts['indicator']>['source']) => {
    const made = build({ items: { '2567/works/roads': { indicator: { source } } } });
    return getIndicatorPicture(made, '2567/works/roads', thai).source;
  };

  test('is the organisation, with the document or else the host', () => {
    expect(name(undefined)).toBe('ที่มา: เทศบาลนครธารทอง');
    expect(name({ document: 'รายงานประจำปี' })).toBe('ที่มา: เทศบาลนครธารทอง · รายงานประจำปี');
    expect(name({ url: 'http://monitor.example.org/a?b=1' })).toBe('ที่มา: เทศบาลนครธารทอง · monitor.example.org');
  });

  test('names a source of several indicators once', () => {
    const source = { document: 'รายงานประจำปี' };
    const made = build({
      items: { '2567/works/a': { indicator: { source } }, '2567/works/b': { indicator: { source } } },
    });
    expect(getYearPicture(made, 2567, thai).source).toBe('ที่มา: เทศบาลนครธารทอง · รายงานประจำปี');
  });

  test('has the full address of the page where the site has one', () => {
    const made = build({ settings: { address: 'https://chiwat.example.org' } });
    const address = 'https://chiwat.example.org/2567/works/roads/';
    expect(getIndicatorPicture(made, '2567/works/roads', thai).address).toBe(address);
    expect(getIndicatorPicture(site, '2567/works/roads', thai).address).toBe('/2567/works/roads/');
  });
});

describe('the picture of a list', () => {
  test('tells how many stand where, and the points with what is not among them', () => {
    const silent = { '2567/works/roads': ROADS, '2567/works/lamps': LAMPS, '2567/works/silent': {} };
    const picture = read(getAgencyPicture(build({ items: silent }), 2567, 'works', thai));
    expect(picture).toMatchObject({
      eyebrow: 'ชี้วัดธารทอง · ปีงบประมาณ 2567',
      title: 'สำนัก works',
      tone: 'fair',
      address: '/2567/works/',
      finding:
        'จาก 3 ตัวชี้วัด ถึงเป้าหมาย 1 · ไม่ถึงเป้าหมาย 1 · ไม่ได้รายงาน 1 – ' +
        'ได้คะแนนรวม 15.00 จาก 20 คะแนน (75%) ไม่ได้คิดอีก 10 คะแนนของ 1 ตัวชี้วัด',
    });
    expect(picture.chart?.id).toBe('statuses');
  });

  test('says so while the year is open', () => {
    const open = build({ items: { '2567/works/a': { reports: { 1: 20 } } }, today: '2024-02-01' });
    expect(read(getYearPicture(open, 2567, thai)).finding).toBe(
      'มีผล ไม่มีแผนให้เทียบ 1 – ถึงขณะนี้ได้คะแนนรวม 2.00 จาก 10 คะแนน (20%)',
    );
  });

  test('of a year has the agencies’ indicators together', () => {
    const two = build({ items: { '2567/works/roads': ROADS, '2567/health/lamps': LAMPS } });
    const picture = read(getYearPicture(two, 2567, thai));
    expect([picture.title, picture.eyebrow, picture.address]).toEqual(['ปีงบประมาณ 2567', 'ชี้วัดธารทอง', '/2567/']);
    expect(picture.finding).toMatch(/^จาก 2 ตัวชี้วัด/);
  });

  test('gives no points where too few have any', () => {
    const silent = build({ items: { '2567/works/a': { year: 100 }, '2567/works/b': {}, '2567/works/c': {} } });
    expect(read(getAgencyPicture(silent, 2567, 'works', thai)).finding).toBe('จาก 3 ตัวชี้วัด ถึงเป้าหมาย 1 · ไม่ได้รายงาน 2');
  });
});

describe('the picture of a series', () => {
  test('tells its change, under its newest name', () => {
    const picture = getSeriesPicture(site, 'works/roads', thai);
    expect(picture && read(picture)).toMatchObject({
      title: 'จำนวนถนน',
      finding: 'จาก 80.00 ในปี 2566 เพิ่มเป็น 100.00 ในปี 2567',
      tone: 'good',
      address: '/series/works/roads/',
    });
    expect(picture?.chart?.id).toBe('years');
  });

  test('is not made of a single year, and an unknown one is refused by name', () => {
    expect(getSeriesPicture(site, 'works/lamps', thai)).toBeUndefined();
    expect(() => getSeriesPicture(site, 'works/none', thai)).toThrow('no series works/none');
  });
});
