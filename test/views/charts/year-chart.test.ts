import { describe, expect, test } from 'vitest';
import type { ChartModel } from '#charts/model.ts';
import { getChartTable } from '#charts/table.ts';
import { getYearChart } from '#views/charts/year-chart.ts';
import type { ViewContext } from '#views/context.ts';
import { buildSite, english, type ItemParts, thai } from '../../support/build-site.ts';

type Years = Record<number, ItemParts>;

function find(years: Years, today = '2030-01-01', context: ViewContext = thai): ChartModel | undefined {
  const items = Object.entries(years).map(([year, parts]) => [`${year}/works/roads`, parts]);
  const site = buildSite({ items: Object.fromEntries(items), today });
  return getYearChart(site.bySeries.get('works/roads') ?? [], context);
}

function draw(...given: Parameters<typeof find>): ChartModel {
  const model = find(...given);
  if (model === undefined) throw new Error('no chart');
  return model;
}

const whole = (value: number, indicator: ItemParts['indicator'] = {}): ItemParts => ({ year: value, indicator });
const bars = ({ series }: ChartModel) => series[0]?.points.map((point) => point?.value);
const lines = ({ slots }: ChartModel) => slots.map((slot) => slot.lines.join(' '));

describe('the years', () => {
  test('stand from the oldest to the newest with result, target and colour of their status', () => {
    const model = draw({ 2567: whole(104.15), 2565: whole(60), 2566: whole(0, { target: 50 }) });
    expect(lines(model)).toEqual(['2565', '2566', '2567']);
    expect(bars(model)).toEqual([60, 0, 104.15]);
    expect(model.series[1]?.points.map((point) => point?.text)).toEqual(['100', '50', '100']);
    expect(model.series[0]?.points.map((point) => point?.tone)).toEqual(['bad', 'bad', 'good']);
    expect([model.axis.min, model.axis.title]).toEqual([0, 'สาย · ยิ่งมากยิ่งดี']);
  });

  test('make no chart where fewer than two have a figure', () => {
    expect(find({ 2566: {}, 2567: whole(5) })).toBeUndefined();
    expect(find({ 2566: whole(0), 2567: whole(5) })).toBeDefined();
  });

  test('without an entry are gaps that say so, many as one', () => {
    const model = draw({ 2559: whole(1), 2564: whole(2), 2566: whole(3) });
    expect(lines(model)).toEqual(['2559', '2560– 2563', '2564', '2565', '2566']);
    expect(model.slots[1]).toMatchObject({
      name: '2560 – 2563',
      absence: { text: 'ไม่มีข้อมูลของปีนี้', lines: ['ไม่มี', 'ข้อมูล'] },
    });
    expect(bars(model)).toEqual([1, undefined, 2, undefined, 3]);
    expect(getChartTable(model).rows[3]).toMatchObject({ name: '2565', cells: [undefined, undefined, 'ไม่มีข้อมูลของปีนี้'] });
  });

  test('without a figure are gaps with the reason, not a status that says there is one', () => {
    const unknown: ItemParts = { indicator: { accumulation: 'unknown' }, reports: { 1: 5, 4: 9 } };
    const model = draw({ 2565: {}, 2566: unknown, 2567: whole(3), 2568: whole(4) });
    expect(model.slots.map(({ absence }) => absence?.text)).toEqual([
      'ไม่ได้รายงาน',
      'ไม่ทราบวิธีสะสมของไตรมาส',
      undefined,
      undefined,
    ]);
    expect(model.notes?.[0]?.texts[1]).toBe('ไม่ทราบวิธีสะสมของไตรมาส');
  });

  test('in another unit than the newest have no place on its axis', () => {
    const model = draw({ 2565: whole(11_840, { unit: 'ตารางเมตร' }), 2566: whole(86), 2567: whole(92) });
    expect(bars(model)).toEqual([undefined, 86, 92]);
    expect(model.series[1]?.points[0]).toBeUndefined();
    expect(model.slots[0]?.absence).toEqual({ text: 'วัดคนละหน่วย', lines: ['คนละ', 'หน่วย'] });
    expect(model.notes?.[0]?.texts[0]).toBe('ถึงเป้าหมาย · วัดเป็น ตารางเมตร');
    expect(model.axis.max).toBeLessThan(1000);
  });

  test('of which the figure is in another unit than the target have none either', () => {
    const doubted = whole(7500, { notScored: { reason: 'unit-mismatch', note: 'ร้อยละ' } });
    const model = draw({ 2565: whole(3), 2566: whole(4), 2567: doubted });
    expect(bars(model)).toEqual([3, 4, undefined]);
    expect(model.slots[2]?.absence?.text).toBe('เป้าหมายกับผลงานคนละหน่วย');
    expect([model.axis.title, model.finding]).toEqual(['สาย · ยิ่งมากยิ่งดี', 'จาก 3.00 ในปี 2565 เพิ่มเป็น 4.00 ในปี 2566']);
  });
});

describe('between years', () => {
  test('stands what makes them incomparable, the change of what is measured before all', () => {
    const model = draw({
      2564: whole(1, { direction: 'lower' }),
      2565: whole(2),
      2566: whole(3, { unit: 'เส้น' }),
      2567: whole(4, { unit: 'เส้น' }),
      2568: whole(5, { unit: 'เส้น', redefined: 'นับใหม่' }),
    });
    expect(model.breaks).toEqual([
      { before: 1, label: 'เปลี่ยนทิศทาง' },
      { before: 2, label: 'เปลี่ยนหน่วย' },
      { before: 4, label: 'เปลี่ยนนิยาม' },
    ]);
  });

  test('stands nothing before the oldest, and the border is behind a gap', () => {
    const model = draw({ 2564: whole(1, { redefined: 'ใหม่' }), 2566: whole(2, { redefined: 'ใหม่' }) });
    expect(model.breaks).toEqual([{ before: 2, label: 'เปลี่ยนนิยาม' }]);
  });
});

describe('the finding', () => {
  test.each<[string, Years, string, string]>([
    ['a rise', { 2566: whole(10), 2567: whole(20) }, '2030-01-01', 'จาก 10.00 ในปี 2566 เพิ่มเป็น 20.00 ในปี 2567'],
    ['a fall', { 2566: whole(20), 2567: whole(-1) }, '2030-01-01', 'จาก 20.00 ในปี 2566 ลดเป็น −1.00 ในปี 2567'],
    ['the same', { 2566: whole(20), 2567: whole(20) }, '2030-01-01', 'ปี 2566 และปี 2567 ได้ 20.00 เท่ากัน'],
    [
      'a break',
      { 2565: whole(1), 2566: whole(2), 2567: whole(9, { redefined: 'ใหม่' }) },
      '2030-01-01',
      'ปี 2567 ได้ 9.00 ตัวเลขก่อนปี 2567 วัดต่างกัน จึงเทียบกันไม่ได้',
    ],
    [
      'only years before a break',
      { 2565: whole(1), 2566: whole(2), 2567: { indicator: { redefined: 'ใหม่' } } },
      '2030-01-01',
      'ยังไม่มีปีที่เทียบกันได้ ตัวเลขก่อนปี 2567 วัดต่างกัน จึงเทียบกันไม่ได้',
    ],
    [
      'an open year',
      { 2565: whole(10), 2566: whole(20), 2567: { reports: { 1: 3 } } },
      '2024-02-01',
      'จาก 10.00 ในปี 2565 เพิ่มเป็น 20.00 ในปี 2566 ยังไม่นับปี 2567 ซึ่งยังไม่ปิดยอด (ถึงขณะนี้ได้ 3.00)',
    ],
    [
      'half a year is no fall',
      { 2566: whole(20), 2567: { reports: { 2: 3 } } },
      '2030-01-01',
      'ปี 2566 ได้ 20.00 ไม่นับปี 2567 ซึ่งมีตัวเลขไม่ครบปี',
    ],
    [
      'years of parts alone',
      { 2566: { reports: { 1: 2 } }, 2567: { reports: { 2: 3 } } },
      '2030-01-01',
      'ยังไม่มีปีที่เทียบกันได้ ไม่นับปี 2566, 2567 ซึ่งมีตัวเลขไม่ครบปี',
    ],
    [
      'a disputed year',
      { 2566: whole(20), 2567: whole(1, { notScored: { reason: 'disputed', note: 'ขัดกัน' } }) },
      '2030-01-01',
      'ปี 2566 ได้ 20.00 ไม่นับปี 2567 (เทียบกันไม่ได้)',
    ],
    [
      'a withdrawn year',
      { 2566: whole(20), 2567: { reports: { 1: 3 }, indicator: { withdrawn: { quarter: 2, reason: 'รวม' } } } },
      '2030-01-01',
      'ปี 2566 ได้ 20.00 ไม่นับปี 2567 (ยกเลิกตัวชี้วัด)',
    ],
  ])('compares whole years only: %s', (_, years, today, sentence) => {
    expect(draw(years, today).finding).toBe(sentence);
  });

  test('is in English with the years of the common era', () => {
    expect(draw({ 2566: whole(10), 2567: whole(20) }, '2030-01-01', english).finding).toBe(
      'Up from 10.00 in 2566 (2022/23) to 20.00 in 2567 (2023/24).',
    );
  });
});

test('a year that is open, or of which parts are missing, is marked below its bar and in the table', () => {
  const half: ItemParts = { reports: { 2: 30 } };
  const open = draw({ 2566: half, 2567: half }, '2024-06-01');
  expect(lines(open)).toEqual(['2566 เท่าที่มี ตัวเลข', '2567 ยังไม่ปิดยอด']);
  expect(open.notes?.[0]?.texts).toEqual(['ไม่ถึงเป้าหมาย · เท่าที่มีตัวเลข', 'มีผล ไม่มีแผนให้เทียบ · ยังไม่ปิดยอด']);
});
