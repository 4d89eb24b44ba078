import { describe, expect, test } from 'vitest';
import { getReportingView } from '#views/reporting-view.ts';
import { getReportingYearsView } from '#views/reporting-years-view.ts';
import { buildSite, english, type ItemParts, thai } from '../support/build-site.ts';

const on = (submitted: string) => ({ result: 1, submitted });
const named = (name: string, parts: ItemParts = {}): ItemParts => ({
  ...parts,
  indicator: { name, ...parts.indicator },
});

/** 2567 is due on the 15th of January, April, July and October 2024; a quarter closes a month later. */
const items: Record<string, ItemParts> = {
  '2567/works/roads': named('ถนน', { reports: { 1: on('2024-01-24') } }),
  '2567/works/lamps': named('โคมไฟ', {
    reports: { 1: { ...on('2024-01-16'), review: { completeness: 85, timeliness: 50 } } },
  }),
  '2567/works/trees': named('ต้นไม้', { reports: { 1: on('2024-01-17'), 2: on('2024-04-15') } }),
  '2567/finance/tax': named('ภาษี', { reports: { 1: 1, 2: 1 } }),
  '2567/health/clinics': named('คลินิก'),
};
const agencies = {
  works: { names: [{ name: 'สำนักช่าง' }] },
  finance: { names: [{ name: 'กองคลัง' }] },
  health: { names: [{ name: 'สำนักอนามัย' }], group: 'districts' },
};
const on20April = buildSite({ items, agencies, today: '2024-04-20' });
const view = getReportingView(on20April, 2567, thai);
const answer = (today: string, own: Record<string, ItemParts> = items) =>
  getReportingView(buildSite({ items: own, today }), 2567, thai).answer;

describe('who is late now', () => {
  test('is told first: how many reports, of how many agencies, and which', () => {
    expect(view.answer).toEqual({
      shape: 'overdue',
      text: 'ขณะนี้มีรายงานเกินกำหนดที่ยังไม่ส่ง 3 ฉบับ จาก 2 หน่วยงาน',
      lines: [
        'ปิดไตรมาสแล้วไม่พบรายงาน 1 ฉบับ จาก 1 หน่วยงาน',
        'สถานะ ณ วันที่ 20 เมษายน 2567',
        'กำหนดส่งถัดไป: ไตรมาสที่ 3 ภายใน 15 กรกฎาคม 2567',
      ],
    });
    expect(view.late?.title).toBe('ดูรายชื่อ 2 หน่วยงาน');
    expect(view.late?.agencies).toEqual([
      { name: 'สำนักช่าง', href: '#a-works', count: '2 ฉบับ' },
      { name: 'สำนักอนามัย', href: '#a-health', count: '1 ฉบับ' },
    ]);
  });

  test('is nobody before the first due date', () => {
    expect(answer('2024-01-15', { '2567/finance/tax': {} })).toMatchObject({
      shape: 'not-due',
      text: 'ยังไม่ถึงกำหนดส่งของไตรมาสใดในปีนี้',
    });
  });

  test('is nobody where all came; where their days are not known, that is said', () => {
    const came = { '2567/finance/tax': { reports: { 1: on('2024-01-02') } } };
    expect(answer('2024-02-01', came)).toMatchObject({ shape: 'met', text: 'ขณะนี้ไม่มีรายงานที่เกินกำหนด' });
    const undated = answer('2030-01-01', { '2567/finance/tax': { reports: { 1: 1, 2: 1, 3: 1, 4: 0 } } });
    expect(undated).toMatchObject({ shape: 'reported', text: 'ไม่มีรายงานที่ขาด' });
    expect(undated.lines).toEqual([
      'ต้นทางไม่บอกวันส่ง จึงไม่รู้ว่าทันกำหนดหรือไม่',
      'สถานะ ณ วันที่ 1 มกราคม 2573',
      'ปิดครบทุกไตรมาสแล้ว',
    ]);
  });

  test('is not known where the source holds no quarterly reports, nor for the part of them that it lacks', () => {
    const silent = { indicator: { source: { quarters: 'not-in-source' as const } } };
    expect(answer('2030-01-01', { '2567/finance/tax': silent })).toMatchObject({
      shape: 'not-in-source',
      text: 'ต้นทางที่มีไม่ให้รายงานรายไตรมาส จึงไม่รู้ว่าส่งหรือไม่',
    });
    const mixed = { '2567/finance/tax': silent, '2567/finance/fees': { reports: { 1: on('2024-01-02') } } };
    expect(answer('2024-02-01', mixed).text).toBe('เท่าที่มีในต้นทาง ขณะนี้ไม่มีรายงานที่เกินกำหนด');
    const whole = { '2567/finance/tax': silent, '2567/finance/fees': { reports: { 1: 1, 2: 1, 3: 1, 4: 1 } } };
    expect(answer('2030-01-01', whole).text).toBe('เท่าที่มีในต้นทาง ไม่มีรายงานที่ขาด');
  });

  test('is who never reported once the year is closed', () => {
    const closed = getReportingView(buildSite({ items, agencies }), 2567, thai);
    expect(closed.answer).toMatchObject({
      shape: 'not-reported',
      text: 'ปิดไตรมาสแล้วไม่พบรายงาน 14 ฉบับ จาก 3 หน่วยงาน',
    });
    expect(closed.late?.agencies.map(({ name, count }) => `${name} ${count}`)).toEqual([
      'กองคลัง 2 ฉบับ',
      'สำนักช่าง 8 ฉบับ',
      'สำนักอนามัย 4 ฉบับ',
    ]);
  });

  test('is nobody where nothing was to be reported', () => {
    const idle = { '2567/finance/tax': { indicator: { accumulation: 'year-end' as const } } };
    expect(answer('2024-02-01', idle)).toMatchObject({ shape: 'not-applicable', text: 'ถึงขณะนี้ไม่มีรายงานที่ต้องส่ง' });
  });

  test('is told until the last quarter closes too', () => {
    expect(answer('2024-10-20').lines.at(-1)).toBe('พ้นกำหนดส่งทุกไตรมาสแล้ว ไตรมาสที่ 4 ปิดวันที่ 15 พฤศจิกายน 2567');
  });
});

describe('the table', () => {
  test('has agencies by name within their groups, however late they are', () => {
    expect(view.groups.map(({ title, agencies: rows }) => [title, ...rows.map(({ name }) => name)])).toEqual([
      ['สำนัก', 'กองคลัง', 'สำนักช่าง'],
      ['สำนักงานเขต', 'สำนักอนามัย'],
    ]);
  });

  test('tells of each quarter how many reports stand how, in words, and by how many days', () => {
    const works = view.groups[0]?.agencies[1];
    expect(works).toMatchObject({ href: '/2567/works/', count: '3 ตัวชี้วัด', details: '#a-works' });
    expect(works?.quarters[0]).toEqual({
      label: 'ไตรมาส 1',
      marks: [{ shape: 'behind', label: 'ส่งช้า', count: '3', days: 'ค่ากลาง 2 วัน มากที่สุด 9 วัน' }],
    });
    expect(works?.quarters[1]?.marks.map(({ label, count, days }) => [label, count, days])).toEqual([
      ['เกินกำหนดส่ง', '2', '5 วัน'],
      ['ส่งทันกำหนด', '1', undefined],
    ]);
    expect(view.groups[0]?.agencies[0]?.details).toBeUndefined();
  });

  test('says of reviews how many there were and their middle, never of the achievement', () => {
    expect(view.hasReviews).toBe(true);
    expect(view.groups[0]?.agencies.map(({ review }) => review)).toEqual([
      { text: 'ตรวจแล้ว 0 จาก 2 ฉบับ', medians: [] },
      { text: 'ตรวจแล้ว 1 จาก 4 ฉบับ', medians: ['ค่ากลางครบถ้วน 85', 'ค่ากลางตรงเวลา 50'] },
    ]);
    expect(view.groups[1]?.agencies[0]?.review).toBeUndefined();
  });
});

describe('what is late or missing', () => {
  test('is listed by agency and indicator with days, the most pressing first', () => {
    const [works, health] = view.details;
    expect(works).toMatchObject({ id: 'a-works', name: 'สำนักช่าง', href: '/2567/works/', runs: [] });
    expect(works?.items.map(({ name, reports }) => [name, ...reports.map(({ text }) => text)])).toEqual([
      ['โคมไฟ', 'ไตรมาสที่ 1: ส่งช้า 1 วัน', 'ไตรมาสที่ 2: เกินกำหนดส่ง 5 วัน'],
      ['ถนน', 'ไตรมาสที่ 1: ส่งช้า 9 วัน', 'ไตรมาสที่ 2: เกินกำหนดส่ง 5 วัน'],
      ['ต้นไม้', 'ไตรมาสที่ 1: ส่งช้า 2 วัน'],
    ]);
    expect(health?.runs).toEqual([
      'ไม่มีรายงานของหน่วยงานนี้เลยติดต่อกัน 2 ไตรมาสที่ต้องส่ง (ไตรมาสที่ 1 ปี 2567 ถึง ไตรมาสที่ 2 ปี 2567)',
    ]);
    expect(health?.items[0]?.runs).toEqual(['ขาดติดต่อกัน 2 ไตรมาสที่ต้องส่ง (ไตรมาสที่ 1 ปี 2567 ถึง ไตรมาสที่ 2 ปี 2567)']);
  });

  test('of an agency that misses everything is cut, and the rest counted', () => {
    const many = Object.fromEntries(Array.from({ length: 14 }, (_, index) => [`2567/works/w${index}`, {}]));
    const [detail] = getReportingView(buildSite({ items: many }), 2567, english).details;
    expect(detail?.items).toHaveLength(10);
    expect([detail?.count, detail?.more]).toEqual(['Indicators: 14', 'Further indicators: 4']);
  });
});

test('long lists are folded, short ones are not', () => {
  expect([view.late?.isFolded, view.isFolded]).toEqual([false, false]);
  const many = Array.from({ length: 45 }, (_, index) => [`2567/a${index}/roads`, {}] as const);
  const large = getReportingView(buildSite({ items: Object.fromEntries(many) }), 2567, thai);
  expect([large.late?.isFolded, large.isFolded]).toEqual([true, true]);
});

describe('what must be known before anybody is blamed', () => {
  const notes = (own: Record<string, ItemParts>, basis: 'stated' | 'assumed' = 'stated') => {
    const site = buildSite({ items: own, today: '2024-04-20' });
    for (const { data } of site.dataset.calendars.values()) data.basis = basis;
    return getReportingView(site, 2567, thai).notes;
  };

  test('is said where it matters and nowhere else', () => {
    expect(notes({ '2567/finance/tax': { reports: { 1: on('2024-01-02') } } })).toEqual([]);
    expect(notes({ '2567/finance/tax': {} }, 'assumed')).toEqual([thai.t('reporting.note-assumed')]);
    expect(notes({ '2567/finance/tax': { reports: { 1: 1, 2: 1 } } })).toEqual([thai.t('reporting.note-no-day')]);
    const silent = { source: { quarters: 'not-in-source', year: 'inferred' } } as const;
    expect(notes({ '2567/finance/tax': { indicator: silent } }, 'assumed')).toEqual([
      thai.t('reporting.note-not-in-source'),
      thai.t('year.inferred', { count: 1 }),
    ]);
  });

  test('are the dates themselves, where they come from, and which have passed', () => {
    expect(view.dates.basis).toBe('มีเอกสารกำหนด');
    expect(view.dates.quarters[1]).toEqual({
      label: 'ไตรมาสที่ 2',
      due: '15 เมษายน 2567',
      closed: '16 พฤษภาคม 2567',
      phase: 'พ้นกำหนด ยังไม่ปิด',
    });
    expect(view.dates.quarters.map(({ phase }) => phase)).toEqual([
      'ปิดแล้ว',
      'พ้นกำหนด ยังไม่ปิด',
      'ยังไม่ถึงกำหนด',
      'ยังไม่ถึงกำหนด',
    ]);
  });
});

describe('the list of years', () => {
  test('has each year with its answer and its counts', () => {
    const years = getReportingYearsView(on20April, english);
    expect(years.years.map(({ label, href, answer: told }) => [label, href, told.text])).toEqual([
      ['Fiscal year 2567 (2023/24)', '/en/reporting/2567/', 'Reports overdue now: 3 · Agencies: 2'],
    ]);
    expect(years.years[0]?.marks.map(({ label, count }) => `${label} ${count}`)).toEqual([
      'Overdue 3',
      'Not reported 1',
      'Late 3',
      'On time 1',
      'Day not known 2',
      'Not due yet 10',
    ]);
  });

  test('is empty for a site without indicators', () => {
    expect(getReportingYearsView(buildSite(), thai).years).toEqual([]);
  });
});
