import { describe, expect, test } from 'vitest';
import { getAgencyView } from '#views/agency-view.ts';
import { getCalendarRows } from '#views/calendar-view.ts';
import { getHomeView } from '#views/home-view.ts';
import { getRow } from '#views/row-view.ts';
import { getYearView } from '#views/year-view.ts';
import { buildMilestones } from '../support/build-indicator.ts';
import { buildItem, buildSite, english, type ItemParts, thai } from '../support/build-site.ts';

const named = (name: string, parts: ItemParts): ItemParts => ({ ...parts, indicator: { name, ...parts.indicator } });

const site = buildSite({
  agencies: { health: { names: [{ name: 'สำนักอนามัย' }] } },
  items: {
    '2566/finance/tax': named('ภาษี', { year: 100 }),
    '2567/finance/tax': named('ภาษี', { indicator: { weight: 20 }, year: 75 }),
    '2567/finance/fees': named('ค่าธรรมเนียม', { reports: { 3: 60, 4: 0 }, indicator: { accumulation: 'latest' } }),
    '2567/finance/cases': named('คดี', { indicator: { weight: 'unknown' }, year: 50 }),
    '2567/finance/debts': named('เงินกู้', {}),
    '2567/works/roads': named('ถนน', { indicator: { weight: 'unknown', source: { year: 'inferred' } }, year: 100 }),
  },
});

describe('a row of a list', () => {
  test('has target, result and score together, with what the points are out of', () => {
    const { item } = buildItem({ indicator: { unit: 'สาย', weight: 20 }, year: 1407.52, reports: { 4: 1407.52 } });
    expect(getRow(item, thai)).toMatchObject({
      href: '/2567/finance/roads/',
      target: '100',
      result: '1,407.52',
      unit: 'สาย',
      score: '20.00',
      scoreNote: 'จาก 20 คะแนน',
      share: 1,
      status: { status: 'met', label: 'ถึงเป้าหมาย' },
      disagreements: thai.t('row.disagreements', { count: 1 }),
    });
  });

  test('says at most where less is better, and what the source prints where it gives no number', () => {
    expect(getRow(buildItem({ indicator: { direction: 'lower', target: 80 } }).item, thai).target).toBe('≤ 80');
    const printed = buildItem({ indicator: { target: 'unknown', declared: { target: 'ระดับดี' } } }).item;
    expect(getRow(printed, thai)).toMatchObject({ target: '–', targetNote: 'ต้นทางพิมพ์ “ระดับดี”' });
    expect(getRow(buildItem({ indicator: { target: 'unknown' } }).item, thai).targetNote).toBe('ไม่มีเป้าหมายเป็นตัวเลข');
  });

  test('marks a target, a name and a unit that are not the source’s own', () => {
    const indicator: ItemParts['indicator'] = { source: { inferred: ['target'], name: 'described' } };
    expect(getRow(buildItem({ indicator }).item, thai)).toMatchObject({
      target: '100',
      targetNote: 'อนุมาน',
      described: thai.t('source.described-tag'),
    });
    const printed = buildItem({ indicator: { ...indicator, declared: { target: '5' } } }).item;
    expect(getRow(printed, thai).targetNote).toBe('อนุมาน: ต้นทางพิมพ์ “5”');
    const unit = 'ก'.repeat(50);
    expect(getRow(buildItem({ indicator: { unit } }).item, thai).unit).toBe(thai.t('unit.cut', { unit }));
    const { described, targetNote } = getRow(buildItem().item, thai);
    expect([described, targetNote]).toEqual([undefined, undefined]);
  });

  test('has both scores where the source leaves open how its scale is read', () => {
    const scale = buildMilestones('step', 10);
    const open = buildItem({ indicator: { scale, source: { inferred: ['between'] } }, year: 75 }).item;
    expect(getRow(open, thai)).toMatchObject({ score: '6.00', scoreOr: 'หรือ 7.50 ถ้าเทียบสัดส่วน' });
    const linear = buildMilestones('linear', 10);
    const other = buildItem({ indicator: { scale: linear, source: { inferred: ['between'] } }, year: 75 }).item;
    expect(getRow(other, english)).toMatchObject({ score: '7.50', scoreOr: 'or 6.00 if read in steps' });
    const exact = buildItem({ indicator: { scale, source: { inferred: ['between'] } }, year: 80 }).item;
    expect(getRow(exact, thai).scoreOr).toBeUndefined();
    expect(getRow(buildItem({ indicator: { scale }, year: 75 }).item, thai).scoreOr).toBeUndefined();
  });

  test('without a result has dashes, the reason, and no bar', () => {
    const row = getRow(buildItem().item, english);
    expect(row).toMatchObject({ result: '–', score: '–', scoreNote: 'Not reported, so no score' });
    expect(row.share).toBeUndefined();
    expect(row.disagreements).toBeUndefined();
  });
});

describe('an agency in a year', () => {
  const view = getAgencyView(site, 2567, 'finance', thai);

  test('lists its indicators in Thai order', () => {
    expect(view.rows.map(({ name }) => name)).toEqual(['คดี', 'ค่าธรรมเนียม', 'เงินกู้', 'ภาษี']);
    expect(view.counts).toBe('4 ตัวชี้วัด');
  });

  test('adds up points and says what they are of, and of how many indicators', () => {
    expect(view.total).toEqual({
      points: '15.00',
      weight: '30',
      percent: '50%',
      isPartial: false,
      note: 'คิดจาก 2 ใน 4 ตัวชี้วัด คือตัวที่มีทั้งคะแนนและน้ำหนัก',
    });
  });

  test('names what is left out with weight and reason', () => {
    expect(view.leftOut.toSorted((a, b) => (a.href < b.href ? -1 : 1))).toEqual([
      { name: 'คดี', language: 'th', href: '/2567/finance/cases/', reason: 'ไม่ทราบน้ำหนัก' },
      {
        name: 'เงินกู้',
        language: 'th',
        href: '/2567/finance/debts/',
        reason: 'ไม่ได้รายงาน จึงไม่มีคะแนน · น้ำหนัก 10',
      },
    ]);
  });

  test('has no total where nothing has both score and weight', () => {
    expect(getAgencyView(site, 2567, 'works', thai).total).toBeUndefined();
  });

  test('says that a total is partial when most of its indicators are not in it', () => {
    const parts = { '2567/works/a': { year: 50 }, '2567/works/b': {}, '2567/works/c': {} };
    const { total } = getAgencyView(buildSite({ items: parts }), 2567, 'works', thai);
    expect(total).toMatchObject({ isPartial: true, note: expect.stringMatching(/ 1 จาก 3 ตัวชี้วัด$/) });
  });

  test('leads home, to its year and to its other years', () => {
    expect(view.crumbs).toEqual([
      { label: 'หน้าแรก', href: '/' },
      { label: 'ปีงบประมาณ 2567', href: '/2567/' },
    ]);
    expect(view.years).toEqual([
      { label: '2567', href: '/2567/finance/', isCurrent: true },
      { label: '2566', href: '/2566/finance/', isCurrent: false },
    ]);
  });

  test('leads to who reported when in its year, and to its changes', () => {
    const addresses = view.links.map(({ href }) => href);
    expect(addresses).toEqual(expect.arrayContaining(['/reporting/2567/', '/changes/agency/finance/']));
  });
});

describe('a year', () => {
  test('says when it runs, how much is in it and how it stands', () => {
    const view = getYearView(site, 2567, english);
    expect(view.title).toBe('Fiscal year 2567 (2023/24)');
    expect(view.span).toBe('1 October 2023 – 30 September 2024');
    expect(view.counts).toBe('Indicators: 5 · Agencies: 2');
    expect(view.share.parts.map(({ status, count }) => `${status} ${count}`)).toEqual([
      'met 1',
      'missed 3',
      'not-reported 1',
    ]);
  });

  test('tells for how many indicators the year itself was deduced, or says nothing', () => {
    expect(getYearView(site, 2567, thai).inferred).toMatch(/^ต้นทางไม่ได้พิมพ์ปีงบประมาณไว้ 1 ตัวชี้วัด/);
    expect(getYearView(site, 2566, thai).inferred).toBeUndefined();
  });

  test('gives each agency its bar, total and the number of indicators with figures that disagree', () => {
    const [group] = getYearView(site, 2567, thai).groups;
    const finance = group?.agencies.find(({ href }) => href === '/2567/finance/');
    expect(finance).toMatchObject({ count: '4', disagreements: 1, total: { points: '15.00', weight: '30' } });
    expect(group?.agencies.find(({ href }) => href === '/2567/works/')).toMatchObject({
      disagreements: 0,
      total: undefined,
    });
  });
});

describe('the front page', () => {
  const view = getHomeView(site, thai);

  test('asks the question, counts what there is and lists years newest first', () => {
    expect(view.title).toBe('เทศบาลนครธารทองทำได้ตามที่สัญญาไว้หรือไม่');
    expect(view.counts.map(({ value, label }) => `${value} ${label}`)).toEqual([
      '6 ตัวชี้วัด',
      '2 จาก 3 หน่วยงาน',
      '2 ปีงบประมาณ',
    ]);
    expect(view.years.map(({ year, href, counts }) => [year, href, counts])).toEqual([
      ['2567', '/2567/', '5 ตัวชี้วัด · 2 หน่วยงาน'],
      ['2566', '/2566/', '1 ตัวชี้วัด · 1 หน่วยงาน'],
    ]);
  });

  test('points at figures that contradict each other, with the reason, and at no others', () => {
    expect(view.look).toHaveLength(1);
    expect(view.look[0]?.row).toMatchObject({ name: 'ค่าธรรมเนียม', target: '100', result: '0.00', score: '0.00' });
    expect(view.look[0]?.why).toMatch(/^ไตรมาสที่ 4 เป็น 0.00 ทั้งที่ไตรมาสที่ 3 เป็น 60.00/);
    const lower = buildSite({ items: { '2567/finance/time': { indicator: { direction: 'lower' }, year: 120 } } });
    expect(getHomeView(lower, thai).look).toEqual([]);
  });

  test('points first at the most contradictions, then at the newest, five at most', () => {
    const falls = { 1: 60, 2: 50 };
    const years = [2561, 2562, 2563, 2564, 2565, 2566];
    const single = Object.fromEntries(years.map((year) => [`${year}/a/x`, { reports: falls }]));
    const items = { '2560/a/x': { reports: { ...falls, 3: 40 } }, ...single };
    const hrefs = getHomeView(buildSite({ items }), thai).look.map(({ row }) => row.href);
    expect(hrefs).toEqual(['/2560/a/x/', '/2566/a/x/', '/2565/a/x/', '/2564/a/x/', '/2563/a/x/']);
  });

  test('says what the figures cannot tell, and where to read on; nothing where nothing is said', () => {
    const settings = { scope: 'ข้อมูลบางส่วน', scopeEn: 'A part of the data' };
    const limited = buildSite({ settings, items: { '2567/finance/tax': {} } });
    expect(getHomeView(limited, english).scope).toMatchObject({ text: 'A part of the data', href: '/en/about/' });
    expect(getYearView(limited, 2567, thai).scope).toMatchObject({ text: 'ข้อมูลบางส่วน', href: '/about/' });
    expect(view.scope).toBeUndefined();
  });

  test('is there before anything is reported', () => {
    expect(getHomeView(buildSite(), thai)).toMatchObject({ years: [], look: [], share: { parts: [] } });
  });
});

test('the rules of a year are told with their days, thresholds and where they come from', () => {
  const [newest] = getCalendarRows(site, thai);
  expect(newest).toEqual({
    year: '2567',
    due: ['15 มกราคม 2567', '15 เมษายน 2567', '15 กรกฎาคม 2567', '15 ตุลาคม 2567'],
    closed: ['15 กุมภาพันธ์ 2567', '16 พฤษภาคม 2567', '15 สิงหาคม 2567', '15 พฤศจิกายน 2567'],
    thresholds: 'ตามแผนตั้งแต่ 80% · ช้ากว่าแผนตั้งแต่ 50%',
    basis: 'มีเอกสารกำหนด',
  });
});
