import { describe, expect, test } from 'vitest';
import { getSeriesView } from '#views/series-view.ts';
import { buildMilestones } from '../support/build-indicator.ts';
import { buildSite, english, type ItemParts, type SiteParts, thai } from '../support/build-site.ts';

/** The years of one indicator of the works office. */
function view(
  years: Record<number, ItemParts>,
  { context = thai, ...parts }: SiteParts & { context?: typeof thai } = {},
) {
  const own = Object.entries(years).map(([year, item]) => [`${year}/works/roads`, item]);
  const site = buildSite({ ...parts, items: { ...parts.items, ...Object.fromEntries(own) } });
  return getSeriesView(site, 'works/roads', context);
}

const many = { 2565: { year: 120 }, 2566: { year: 100 }, 2568: { year: 75, reports: { 1: 20, 2: 0, 4: 75 } } };

describe('an indicator followed through the years', () => {
  test('has the name, the agency and the way there of its newest year', () => {
    const names = [
      { name: 'กองช่าง', until: 2567 },
      { name: 'สำนักช่าง', from: 2568 },
    ];
    const made = view(many, { agencies: { works: { names } } });
    expect(made.title).toBe('จำนวนถนนที่ปรับปรุงแล้วเสร็จ');
    expect(made.headTitle).toBe('จำนวนถนนที่ปรับปรุงแล้วเสร็จ · สำนักช่าง · ผลงานย้อนหลังทุกปี');
    expect(made.eyebrow).toEqual(['สำนักช่าง', 'ผลงานย้อนหลังทุกปี']);
    expect(made.crumbs.map(({ href }) => href)).toEqual(['/', '/2568/', '/2568/works/']);
  });

  test('says in one sentence how many years there are and how they went', () => {
    const { summary, description } = view(many);
    expect(summary.lead).toBe('มีข้อมูล 3 ปี ตั้งแต่ปี 2565 ถึง 2568');
    expect(summary.parts).toEqual(['ถึงเป้าหมาย 2 ปี', 'ไม่ถึงเป้าหมาย 1 ปี']);
    expect(description).toBe('สำนัก works · มีข้อมูล 3 ปี ตั้งแต่ปี 2565 ถึง 2568: ถึงเป้าหมาย 2 ปี · ไม่ถึงเป้าหมาย 1 ปี');
    expect(view(many, { context: english }).summary).toEqual({
      lead: 'Years with data: 3, from 2565 (2021/22) to 2568 (2024/25)',
      parts: ['Target met: 2', 'Target missed: 1'],
    });
  });

  test('has a page in its first year, which says that there is no other yet', () => {
    const made = view({ 2567: { year: 50 } });
    expect(made.summary).toEqual({ lead: 'มีข้อมูลปีเดียว คือปี 2567 ยังไม่มีปีอื่นให้เทียบ', parts: [] });
    expect(made.years).toHaveLength(1);
    expect(made.warning).toBeUndefined();
  });

  test('tells names that it bore in other years, but no English name that was only added later', () => {
    const called = (name: string, nameEn?: string) => ({ indicator: { name, ...(nameEn && { nameEn }) } });
    const years = { 2568: called('ถนน', 'Roads'), 2567: called('ทาง'), 2566: called('ถนน'), 2565: called('ทาง') };
    expect(view(years).otherNames).toEqual([{ lead: 'ปี 2567, 2565 ใช้ชื่อ', name: 'ทาง', language: 'th' }]);
    expect(view(years, { context: english }).otherNames.map(({ name }) => name)).toEqual(['ทาง']);
  });

  test('says so where its name is a description', () => {
    const made = view({ 2567: { indicator: { source: { name: 'described' } } } });
    expect(made.eyebrow).toContain(thai.t('source.name-described'));
  });

  test('links to the data of each year', () => {
    expect(view(many, { context: english }).data).toEqual([
      { label: '2568 (2024/25)', href: '/2568/works/roads.json' },
      { label: '2566 (2022/23)', href: '/2566/works/roads.json' },
      { label: '2565 (2021/22)', href: '/2565/works/roads.json' },
    ]);
  });

  test('that does not exist is refused by name', () => {
    expect(() => getSeriesView(buildSite(), 'works/none', thai)).toThrow('no series works/none');
  });
});

describe('a year of it', () => {
  test('has target, result, score and status, and leads to its page', () => {
    const { years } = view(many);
    expect(years.map(({ year }) => year)).toEqual(['2568', '2566', '2565']);
    expect(years[0]?.row).toMatchObject({
      href: '/2568/works/roads/',
      target: '100',
      result: '75.00',
      unit: 'สาย',
      score: '7.50',
      status: { status: 'missed' },
    });
  });

  test('has both scores where the source leaves open how its scale is read', () => {
    const open = { scale: buildMilestones('step', 10), source: { inferred: ['between' as const] } };
    expect(view({ 2567: { indicator: open, year: 75 } }).years[0]?.row.scoreOr).toBe('หรือ 7.50 ถ้าเทียบสัดส่วน');
  });

  test('has its four quarters: zero is a figure, what is missing says why', () => {
    expect(view(many).years[0]?.quarters).toEqual([
      { label: 'ไตรมาส 1', value: '20.00', isFigure: true },
      { label: 'ไตรมาส 2', value: '0.00', isFigure: true },
      { label: 'ไตรมาส 3', value: 'ไม่ได้รายงาน', isFigure: false },
      { label: 'ไตรมาส 4', value: '75.00', isFigure: true },
    ]);
  });

  test('does not call quarters missing that its source never held', () => {
    const [year] = view({ 2567: { indicator: { source: { quarters: 'not-in-source' } }, year: 75 } }).years;
    expect(year?.noQuarters).toBe(thai.t('open.not-in-source'));
    expect(view(many).years[0]?.noQuarters).toBeUndefined();
  });

  test('says that it is not over, that it is inferred, and whose it was', () => {
    const site = buildSite({
      today: '2024-02-01',
      items: {
        '2567/works/roads': { reports: { 1: 20 } },
        '2566/works/roads': { indicator: { source: { year: 'inferred' } }, year: 5 },
        '2565/city/streets': { indicator: { series: 'works/roads' }, year: 5 },
      },
    });
    const { years } = getSeriesView(site, 'works/roads', thai);
    expect(years.map(({ notes }) => notes)).toEqual([
      [thai.t('open.provisional')],
      [thai.t('series.year-inferred')],
      ['สำนัก city'],
    ]);
    expect(years[2]?.row.href).toBe('/2565/city/streets/');
  });

  test('says what its quarterly figures count, with the years where that changed', () => {
    const way = (accumulation: 'cumulative' | 'per-quarter' | 'unknown') => ({ indicator: { accumulation }, year: 5 });
    expect(view({ 2566: way('cumulative'), 2567: way('cumulative') }).quarterNotes).toEqual([
      thai.t('accumulation.cumulative'),
    ]);
    expect(view({ 2565: way('unknown'), 2566: way('per-quarter'), 2567: way('per-quarter') }).quarterNotes).toEqual([
      `ปี 2567, 2566 ${thai.t('accumulation.per-quarter')}`,
      `ปี 2565 ${thai.t('reason.accumulation-unknown')}`,
    ]);
  });
});

describe('between two years', () => {
  test('stands how many have no entry, each span once', () => {
    expect(view({ 2561: {}, 2565: {}, 2567: {}, 2568: {} }).years.map(({ gap }) => gap?.years)).toEqual([
      undefined,
      '2566',
      '2562–2564',
      undefined,
    ]);
    expect(view({ 2565: {}, 2567: {} }).years[0]?.gap?.text).toBe(thai.t('series.gap'));
  });

  test('stands why they cannot be compared, and the head warns of it', () => {
    const made = view({
      2565: { indicator: { unit: 'ตารางเมตร' } },
      2566: { indicator: { unit: 'สาย', redefined: 'นับเป็นสาย' } },
      2567: { indicator: { unit: 'สาย', direction: 'lower' } },
    });
    expect(made.warning).toBe('ตัวเลขตั้งแต่ปี 2566, 2567 เทียบกับปีก่อนหน้าไม่ได้ เหตุผลอยู่ในตาราง');
    expect(made.years.map(({ incomparable }) => incomparable)).toEqual([
      {
        text: 'ตัวเลขตั้งแต่ปี 2567 เทียบกับปีก่อนหน้าไม่ได้',
        reasons: [{ text: 'เปลี่ยนจาก “ยิ่งมากยิ่งดี” เป็น “ยิ่งน้อยยิ่งดี”' }],
      },
      {
        text: 'ตัวเลขตั้งแต่ปี 2566 เทียบกับปีก่อนหน้าไม่ได้',
        reasons: [{ text: 'เปลี่ยนสิ่งที่วัด', words: 'นับเป็นสาย' }, { text: 'เปลี่ยนหน่วยนับจาก “ตารางเมตร” เป็น “สาย”' }],
      },
      undefined,
    ]);
  });

  test('stands a warning only where there is an earlier year to compare with', () => {
    const made = view({ 2566: { indicator: { redefined: 'นับเป็นสาย' } }, 2567: {} });
    expect(made.warning).toBeUndefined();
    expect(made.years[1]?.incomparable?.reasons).toEqual([{ text: 'เปลี่ยนสิ่งที่วัด', words: 'นับเป็นสาย' }]);
  });
});

describe('where it came from and what became of it', () => {
  const items: Record<string, ItemParts> = {
    '2565/works/poles': { indicator: { name: 'เสาไฟ', nameEn: 'Poles' } },
    '2566/works/poles': { indicator: { name: 'เสาไฟ' } },
    '2567/works/lamps': { indicator: { name: 'หลอดไฟ', continues: 'works/poles' } },
    '2568/works/lamps': { indicator: { name: 'หลอดไฟ', splits: ['works/north', 'works/south'] } },
    '2568/works/north': { indicator: { name: 'เหนือ' } },
    '2568/works/south': { indicator: { name: 'ใต้' } },
    '2568/city/all': { indicator: { name: 'รวม', merges: ['works/north', 'works/south'] } },
  };
  const tell = (series: string, context = thai) => getSeriesView(buildSite({ items }), series, context).lineage;

  test('is told in the words of its own side, oldest first, with name, agency, years and address', () => {
    expect(tell('works/lamps')).toEqual([
      {
        lead: 'ปี 2567 ใช้ต่อจาก',
        series: [{ name: 'เสาไฟ', language: 'th', href: '/series/works/poles/', note: 'สำนัก works · 2565–2566' }],
      },
      {
        lead: 'ปี 2568 แยกเป็น',
        series: [
          { name: 'เหนือ', language: 'th', href: '/series/works/north/', note: 'สำนัก works · 2568' },
          { name: 'ใต้', language: 'th', href: '/series/works/south/', note: 'สำนัก works · 2568' },
        ],
      },
    ]);
    expect(tell('works/north').map(({ lead }) => lead)).toEqual(['ปี 2568 แยกมาจาก', 'ปี 2568 รวมกับตัวชี้วัดอื่นเป็น']);
    expect(tell('city/all').map(({ lead }) => lead)).toEqual(['ปี 2568 รวมมาจาก']);
    expect(tell('works/poles', english)).toMatchObject([
      { lead: '2567 (2023/24): followed by', series: [{ name: 'หลอดไฟ', href: '/en/series/works/lamps/' }] },
    ]);
  });

  test('is text without a link where a series has no page', () => {
    const made = view({ 2567: { indicator: { continues: 'works/lost' } } });
    expect(made.lineage).toEqual([{ lead: 'ปี 2567 ใช้ต่อจาก', series: [{ name: 'works/lost' }] }]);
  });
});
