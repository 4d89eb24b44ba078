import { describe, expect, test } from 'vitest';
import * as build from '#exports/structured-data.ts';
import { english, type SiteParts, thai } from '../support/build-site.ts';
import { buildCity, buildPage, HOST, PATH, readData, readItem } from '../support/read-data.ts';

describe('an indicator as a data set', () => {
  test('tells year, agency, files and where it belongs', () => {
    const { dataset } = readItem({ indicator: { source: { url: 'https://old.example.org/kpi' } }, reports: { 1: 5 } });
    expect(dataset).toMatchObject({
      '@id': `${HOST}/${PATH}/`,
      url: `${HOST}/${PATH}/`,
      temporalCoverage: '2023-10-01/2024-09-30',
      inLanguage: 'th',
      isAccessibleForFree: true,
      isBasedOn: 'https://old.example.org/kpi',
      creator: {
        '@type': 'GovernmentOrganization',
        name: 'สำนักการโยธา',
        alternateName: 'Public Works',
        identifier: '10000000',
      },
      isPartOf: { '@type': 'Dataset', url: `${HOST}/2567/works/` },
      distribution: [
        { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: `${HOST}/${PATH}.json` },
        { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: `${HOST}/${PATH}.csv` },
      ],
    });
  });

  test('speaks English where the page does, under the names that there are', () => {
    const { dataset } = readItem({ indicator: { nameEn: 'Roads mended' } }, english);
    expect(dataset).toMatchObject({
      url: `${HOST}/en/${PATH}/`,
      inLanguage: 'en',
      name: 'Roads mended · Public Works · fiscal year B.E. 2567',
      alternateName: 'จำนวนถนนที่ปรับปรุงแล้วเสร็จ',
      creator: { name: 'Public Works', alternateName: 'สำนักการโยธา' },
      isPartOf: { url: `${HOST}/en/2567/works/` },
    });
  });

  test.each([
    ['the year is inferred', { source: { year: 'inferred' } }, 'ปีนี้เป็นปีที่อนุมาน'],
    ['the name is a description', { source: { name: 'described' } }, 'ไม่พบชื่อจริง ใช้คำอธิบายแทน'],
    ['target and result cannot be compared', { notScored: { reason: 'unit-mismatch', note: 'x' } }, 'คนละหน่วย'],
  ] as const)('warns that %s', (_, indicator, warning) => {
    expect(readItem({ indicator }).dataset.description).toContain(warning);
    expect(readItem({ indicator: { source: { year: 'stated' } } }).dataset.description).not.toContain(warning);
  });

  test('warns that it was withdrawn, from when on and why', () => {
    const indicator = { withdrawn: { quarter: 3 as const, reason: 'ย้ายงาน' } };
    const warning = 'ยกเลิกตั้งแต่ไตรมาสที่ 3: ย้ายงาน';
    expect(readItem({ indicator }).dataset.description).toContain(warning);
    expect(readItem({ indicator }, english).dataset.description).toContain('Withdrawn from quarter 3 on: ย้ายงาน');
    expect(readItem({}).dataset.description).not.toContain('ยกเลิก');
  });

  test('names no unit for what is measured nor for the target where the result is in another one', () => {
    const notScored = { reason: 'unit-mismatch' as const, note: 'x' };
    const [measured, target] = [readItem({ indicator: { notScored } }).dataset.variableMeasured].flat();
    expect(measured).toMatchObject({ name: 'จำนวนถนนที่ปรับปรุงแล้วเสร็จ' });
    expect(target).toMatchObject({ name: 'เป้าหมาย', minValue: 100 });
    for (const variable of [measured, target]) expect(variable).not.toHaveProperty('unitText');
  });

  test('offers no table where there are no figures', () => {
    const file = { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: `${HOST}/${PATH}.json` };
    expect(readItem({ reports: { 1: { text: 'กำลังซ่อม' } } }).dataset.distribution).toEqual([file]);
  });

  test('names no position and nobody who answers for it', () => {
    const responsible = { unit: 'ฝ่ายถนน', position: 'หัวหน้าฝ่ายถนน' };
    expect(readItem({ indicator: { responsible } }).text).not.toContain('ฝ่ายถนน');
  });

  test('of an indicator that does not exist is refused by name', () => {
    const page = buildPage(thai, '');
    expect(() => build.buildIndicatorData(buildCity({}), 'x', page)).toThrow('no indicator at x');
    expect(() => build.buildSeriesData(buildCity({}), 'works/x', page)).toThrow('no series works/x');
  });
});

describe('pages above', () => {
  const city = (settings?: SiteParts['settings']) =>
    buildCity({ [PATH]: { indicator: { source: { year: 'inferred' } } }, '2565/works/roads': {} }, settings);
  const inferred = 'ต้นทางไม่ได้พิมพ์ปีงบประมาณไว้ 1 ตัวชี้วัด';

  test('a year is a data set of the organisation', () => {
    const { dataset } = readData(build.buildYearData(city(), 2567, buildPage(thai, '2567/')));
    expect(dataset).toMatchObject({
      url: `${HOST}/2567/`,
      name: 'ตัวชี้วัดของเทศบาลนครธารทอง ปีงบประมาณ 2567',
      temporalCoverage: '2023-10-01/2024-09-30',
      creator: { '@type': 'GovernmentOrganization', name: 'เทศบาลนครธารทอง' },
      isPartOf: { '@type': 'WebSite', url: `${HOST}/` },
      description: expect.stringContaining(inferred),
    });
  });

  test('a year names its files of open data', () => {
    const { dataset } = readData(build.buildYearData(city(), 2567, buildPage(thai, '2567/')));
    expect(dataset.distribution).toEqual([
      { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: `${HOST}/data/2567.csv` },
      { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: `${HOST}/data/2567.json` },
      { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: `${HOST}/data/2567-reports.csv` },
      { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: `${HOST}/data/2567-reports.json` },
    ]);
    const bare = readData(build.buildYearData(city({}), 2567, buildPage(thai, '2567/', false)));
    expect(bare.text).not.toContain('distribution');
  });

  test('every data set states the licence where there is one', () => {
    const licence = { name: 'แสดงที่มา', url: 'https://creativecommons.org/licenses/by/4.0/' };
    const site = city({ address: HOST, licence });
    const page = buildPage(thai, '2567/');
    for (const data of [
      build.buildYearData(site, 2567, page),
      build.buildAgencyData(site, 2567, 'works', page),
      build.buildIndicatorData(site, PATH, page),
      build.buildSeriesData(site, 'works/roads', page),
    ]) {
      expect(readData(data).dataset.license).toBe(licence.url);
    }
    expect(readData(build.buildYearData(city(), 2567, page)).text).not.toContain('license');
  });

  test('an agency’s year is a data set of the agency, and part of the year', () => {
    const { dataset } = readData(build.buildAgencyData(city(), 2567, 'works', buildPage(thai, '2567/works/')));
    expect(dataset).toMatchObject({
      name: 'ตัวชี้วัดของสำนักการโยธา ปีงบประมาณ 2567',
      creator: { name: 'สำนักการโยธา', identifier: '10000000' },
      isPartOf: { '@type': 'Dataset', url: `${HOST}/2567/` },
      description: expect.stringContaining(inferred),
    });
  });

  test('a series is a data set of all its years, without the target of one of them', () => {
    const page = buildPage(thai, 'series/works/roads/');
    const { dataset } = readData(build.buildSeriesData(city(), 'works/roads', page));
    expect(dataset).toMatchObject({
      url: `${HOST}/series/works/roads/`,
      temporalCoverage: '2021-10-01/2024-09-30',
      creator: { name: 'สำนักการโยธา' },
      variableMeasured: { '@type': 'PropertyValue', unitText: 'สาย' },
      description: expect.stringMatching(`2565–2567 · ${inferred}`),
    });
  });

  test('the front page is the site, published by the organisation or by whoever the imprint names', () => {
    const official = readData(build.buildHomeData(city(), buildPage(thai, ''))).find('WebSite')[0];
    expect(official).toMatchObject({
      name: 'ชี้วัดธารทอง',
      alternateName: 'Than Thong Indicators',
      publisher: { '@type': 'GovernmentOrganization', name: 'เทศบาลนครธารทอง' },
    });
    const settings = { imprint: 'จัดทำโดยอิสระ', imprintEn: 'Made independently' };
    const independent = readData(build.buildHomeData(city(settings), buildPage(english, ''))).find('WebSite')[0];
    const publisher = { '@type': 'Organization', name: 'Than Thong Indicators', description: 'Made independently' };
    expect(independent?.publisher).toMatchObject(publisher);
    expect(independent?.about).toMatchObject({ name: 'Than Thong City Municipality' });
  });

  test('a guide is a page of the site', () => {
    const { all } = readData(build.buildWebPageData(city(), { ...buildPage(thai, 'about/'), crumbs: [] }, 'ใครทำ'));
    expect(all).toEqual([
      expect.objectContaining({ '@type': 'WebPage', name: 'ชื่อหน้า', description: 'ใครทำ', url: `${HOST}/about/` }),
    ]);
  });
});

describe('addresses', () => {
  test('of the way to a page are full ones, and its end is the page itself', () => {
    const [list] = readItem({}).find('BreadcrumbList');
    expect(list?.itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'หน้าแรก', item: `${HOST}/` },
      { '@type': 'ListItem', position: 2, name: 'ชื่อหน้า' },
    ]);
  });

  test('are left out altogether where the public one is not known', () => {
    const { text, dataset } = readItem({ reports: { 1: 5 } }, thai, {});
    expect(dataset.name).toContain('จำนวนถนนที่ปรับปรุงแล้วเสร็จ');
    expect(text).not.toMatch(/"(@id|url|item|contentUrl|distribution)"/);
    expect(text.replace('"https://schema.org"', '')).not.toMatch(/https?:|"\//);
  });
});

describe('text of content', () => {
  const hostile = '</script><script>alert(1)</script><!-- \u2028 \u2029 "quoted" \\';

  test('cannot leave the block it is written in, and is read as it was', () => {
    const { text, dataset } = readItem({ indicator: { name: hostile, unit: hostile } });
    expect(text).not.toContain('<');
    expect(text).not.toMatch(/[\u2028\u2029]/);
    expect(dataset.variableMeasured).toContainEqual(expect.objectContaining({ name: hostile, unitText: hostile }));
  });

  test.each([
    ['full', { indicator: { nameEn: 'Roads' }, reports: { 1: 0, 3: 2 }, year: 4 }],
    ['empty', {}],
    ['without a target', { indicator: { target: 'unknown', weight: 'unknown' } }],
  ] as const)('leaves no null and no undefined: %s', (_, parts) => {
    expect(readItem(parts).text).not.toMatch(/null|undefined|NaN/);
  });
});
