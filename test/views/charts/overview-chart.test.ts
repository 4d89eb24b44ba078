import { describe, expect, test } from 'vitest';
import type { ChartModel } from '#charts/model.ts';
import { getChartRows } from '#charts/table.ts';
import { Exact } from '#domain/decimal.ts';
import type { ScoredItem } from '#domain/scored-site.ts';
import { getOverview, getStatusChart, getWeightChart } from '#views/charts/overview-chart.ts';
import { buildSite, english, type ItemParts, thai } from '../../support/build-site.ts';

function build(parts: ItemParts[], today = '2030-01-01'): ScoredItem[] {
  const items = parts.map((part, index) => [`2567/works/item-${index}`, part]);
  return [...buildSite({ items: Object.fromEntries(items), today }).items.values()];
}

function drawStatuses(parts: ItemParts[], today?: string, context = thai): ChartModel {
  const model = getStatusChart(build(parts, today), 'สำนัก', context);
  if (model === undefined) throw new Error('no chart');
  return model;
}

function drawWeights(parts: ItemParts[], today?: string, context = thai): ChartModel {
  const model = getWeightChart(build(parts, today), 'สำนัก', context);
  if (model === undefined) throw new Error('no chart');
  return model;
}

const times = (count: number, part: ItemParts) => Array<ItemParts>(count).fill(part);
const weigh = (weight: number | 'unknown', year?: number): ItemParts => ({
  indicator: { weight },
  ...(year === undefined ? {} : { year }),
});
const MET: ItemParts = { year: 100 };
const MISSED: ItemParts = { year: 5 };
const SILENT: ItemParts = {};
const WITHDRAWN: ItemParts = { indicator: { withdrawn: { quarter: 1, reason: 'รวม' } } };
const ABSENT: ItemParts = { indicator: { source: { quarters: 'not-in-source' } } };
const DISPUTED: ItemParts = { indicator: { notScored: { reason: 'disputed', note: 'ขัดกัน' } }, year: 1 };
const WORDS: ItemParts = { reports: { 1: { text: 'ทำอยู่' } } };
const MANY = [
  ...times(2, MET),
  ...times(1, MISSED),
  ...times(9, ABSENT),
  ...times(4, SILENT),
  ...times(3, WORDS),
  DISPUTED,
  WITHDRAWN,
];

describe('how many stand where', () => {
  test('counts add up to all, in bars and in words', () => {
    const model = drawStatuses(MANY);
    const counts = model.series[0]?.points.map((point) => point?.value ?? 0) ?? [];
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(MANY.length);
    const [all = 0, ...told] = [...model.finding.matchAll(/\d+/g)].map(([number]) => Number(number));
    expect([all, told.reduce((sum, count) => sum + count, 0)]).toEqual([MANY.length, MANY.length]);
  });

  test('of many the largest are told, and promises kept and broken always', () => {
    expect(drawStatuses(MANY).finding).toBe(
      'จาก 21 ตัวชี้วัด ถึงเป้าหมาย 2 · ไม่ถึงเป้าหมาย 1 · ไม่ได้รายงาน 4 · ไม่มีในต้นทาง 9 · อื่น ๆ 5',
    );
    expect(drawStatuses([MET, MISSED, MISSED], '2030-01-01', english).finding).toBe(
      'Indicators: 3 · Target met 1 · Target missed 2',
    );
  });

  test('one status alone is never hidden behind “others”', () => {
    const five = drawStatuses([MET, MISSED, SILENT, ABSENT, WITHDRAWN]).finding;
    expect(five).not.toContain(thai.t('finding.others', { count: 1 }));
    expect(five).toContain('ยกเลิกตัวชี้วัด 1');
  });

  test('each has its bar, its colour and its word', () => {
    const model = drawStatuses([MET, MISSED, MISSED, DISPUTED, SILENT]);
    expect(model.slots.map(({ name }) => name)).toEqual(['ถึงเป้าหมาย', 'ไม่ถึงเป้าหมาย', 'เทียบกันไม่ได้', 'ไม่ได้รายงาน']);
    expect(model.series[0]?.points.map((point) => point?.tone)).toEqual(['good', 'bad', 'odd', 'open']);
    expect(getChartRows(model)[2]).toEqual(['ไม่ถึงเป้าหมาย', 2]);
  });

  test('a long word is set in lines that together are the word', () => {
    const open: ItemParts = { reports: { 1: 5 } };
    const slots = drawStatuses([open, MET], '2024-02-01').slots;
    expect(slots.map(({ name, lines }) => lines.join(' ') === name)).toEqual([true, true]);
    expect(slots.find(({ name }) => name === thai.t('status.reported'))?.lines).toHaveLength(2);
  });

  test('one indicator makes no chart', () => {
    expect(getStatusChart(build([MET]), '', thai)).toBeUndefined();
  });
});

describe('how much of the weight was earned', () => {
  test('parts add up to the whole axis, in decimals', () => {
    const model = drawWeights([weigh(0.1, 100), weigh(0.2, 50), weigh(0.7, 33), weigh(0.3)]);
    const parts = model.series.map(({ points }) => points[0]?.value ?? 0);
    expect(parts).toEqual([0.43, 0.57, 0.3]);
    expect(parts.reduce((sum, part) => sum.plus(part), new Exact(0)).toNumber()).toBe(model.axis.max);
    expect(model.axis.max).toBe(1.3);
  });

  test('what is not scored is neither earned nor lost, and what has no weight is counted apart', () => {
    const model = drawWeights([weigh(10, 100), weigh(10, 40), weigh(5), weigh('unknown', 100)]);
    expect(model.finding).toBe(
      'ได้คะแนนรวม 14.00 จาก 20 คะแนน (70%) ไม่ได้คิดอีก 5 คะแนนของ 1 ตัวชี้วัด ไม่รวม 1 ตัวชี้วัดที่ไม่ทราบน้ำหนัก',
    );
    expect(model.series.map(({ legend }) => legend)).toEqual(['คะแนนที่ได้ 14.00', 'คะแนนที่ไม่ได้ 6.00', 'ไม่ได้คิดคะแนน 5.00']);
    expect(drawWeights([weigh(10, 100), weigh(5)], '2030-01-01', english).finding).toBe(
      '10.00 of 10 points earned (100%). Not scored: 5 points; indicators: 1.',
    );
  });

  test('a part of nothing is not drawn', () => {
    expect(drawWeights([weigh(10, 100)]).series).toHaveLength(1);
    expect(drawWeights([weigh(10, 0)]).series.map(({ legend }) => legend)).toEqual(['คะแนนที่ไม่ได้ 10.00']);
  });

  test('in an open year nothing is lost yet', () => {
    const model = drawWeights([{ ...weigh(10), reports: { 1: 25 } }], '2024-02-01');
    expect(model.finding).toBe('ถึงขณะนี้ได้คะแนนรวม 2.50 จาก 10 คะแนน (25%)');
    expect(model.series[1]).toMatchObject({
      label: 'คะแนนที่ยังไม่ได้',
      legend: 'คะแนนที่ยังไม่ได้ 7.50',
      points: [{ tone: 'warn' }],
    });
  });

  test('does not stand where most indicators are not in it', () => {
    expect(getWeightChart(build([weigh(10, 100), weigh(5), weigh(5)]), '', thai)).toBeUndefined();
    expect(getWeightChart(build([SILENT]), '', thai)).toBeUndefined();
  });
});

test('the overview has both charts, files and a picture beside the page, none where nothing is to draw', () => {
  const overview = getOverview(build([MET, MISSED]), 'สำนัก', '/2567/works/', thai);
  expect([overview.statuses?.caption, overview.weights?.caption]).toEqual(['สำนัก', 'สำนัก']);
  expect(overview.files.map(({ href, name }) => `${href} ${name}`)).toEqual([
    '/2567/works.svg 2567-works.svg',
    '/2567/works.png 2567-works.png',
    '/2567/works.csv 2567-works.csv',
  ]);
  expect(overview.picture).toEqual({
    href: '/2567/works.png',
    alt: `ภาพสรุป: ${overview.statuses?.finding} – ${overview.weights?.finding}`,
  });
  const one = getOverview(build([SILENT]), 'สำนัก', '/2567/works/', thai);
  expect([one.statuses, one.weights, one.picture?.alt]).toEqual([undefined, undefined, 'ภาพสรุป: ไม่ได้รายงาน 1']);
});

test('a build without pictures names none', () => {
  const overview = getOverview(build([MET, MISSED]), 'สำนัก', '/2567/works/', { ...thai, hasPictures: false });
  expect(overview.picture).toBeUndefined();
  expect(overview.files.map(({ href }) => href)).toEqual(['/2567/works.svg', '/2567/works.csv']);
});
