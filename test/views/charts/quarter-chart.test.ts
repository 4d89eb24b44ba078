import { describe, expect, test } from 'vitest';
import type { ChartModel } from '#charts/model.ts';
import { getChartTable } from '#charts/table.ts';
import type { Indicator } from '#domain/schemas/indicator.ts';
import type { Bands } from '#domain/schemas/scale.ts';
import { getQuarterChart } from '#views/charts/quarter-chart.ts';
import { buildMilestones } from '../../support/build-indicator.ts';
import { buildItem, english, type ItemParts, thai } from '../../support/build-site.ts';
import { CLOSED, JUNE } from '../../support/tell-finding.ts';

const FOUR = { 1: 20, 2: 45, 3: 70, 4: 104.15 } as const;
const PLAN: Partial<Indicator> = { quarterTargets: [25, 50, 75, 100] };
const SUM: Partial<Indicator> = { accumulation: 'per-quarter', target: 80 };
const CEILING: Partial<Indicator> = { direction: 'lower', target: 8, accumulation: 'latest' };
const MISMATCH: Partial<Indicator> = { notScored: { reason: 'unit-mismatch', note: 'คนละหน่วย' } };
const BANDS: Bands = { kind: 'bands', between: 'linear', edges: [60, 70, 80, 90, 100], floor: 1 };

function draw(indicator: Partial<Indicator>, parts: ItemParts = {}, today = CLOSED, context = thai): ChartModel {
  const model = getQuarterChart(buildItem({ ...parts, indicator }, today).item, context);
  if (model === undefined) throw new Error('no chart');
  return model;
}

function readTable(model: ChartModel): string[] {
  const { header, rows } = getChartTable(model);
  return [header, ...rows.map(({ name, cells }) => [name, ...cells])].map((row) =>
    row.map((cell) => cell ?? '–').join(' | '),
  );
}

const values = (model: ChartModel, kind: string) =>
  model.series.find((series) => series.kind === kind)?.points.map((point) => point?.value);
const tones = (model: ChartModel) => model.series[0]?.points.map((point) => point?.tone);
const rungs = ({ axis }: ChartModel) => axis.ticks.filter(({ rung }) => rung !== undefined);

describe('the bars', () => {
  test('are the figures as published: over the target uncut, zero as zero, a missing one as a gap with its reason', () => {
    const model = draw({}, { reports: { 1: 0, 3: 62, 4: 104.15 } });
    expect(values(model, 'bar')).toEqual([0, undefined, 62, 104.15, 104.15]);
    expect(model.slots.map(({ absence }) => absence?.text)).toEqual([
      undefined,
      'ไม่ได้รายงาน',
      undefined,
      undefined,
      undefined,
    ]);
    expect(model.slots[1]?.absence?.lines).toEqual(['ไม่ได้', 'รายงาน']);
    expect(model.axis.max).toBeGreaterThanOrEqual(104.15);
  });

  test('stand below zero where the figure does', () => {
    const model = draw({ accumulation: 'latest', target: 5 }, { reports: { 1: -3.5, 2: -1.25 } });
    expect(model.axis.min).toBeLessThanOrEqual(-3.5);
    expect(model.series[0]?.points[0]?.text).toBe('−3.50');
  });

  test('have the colour of their status, the year its own', () => {
    expect(tones(draw(PLAN, { reports: { 1: 25, 2: 30, 3: 10, 4: 100 } }))).toEqual([
      'fair',
      'warn',
      'bad',
      'good',
      'good',
    ]);
    expect(tones(draw(MISMATCH, { reports: { 4: 1 } }))).toEqual([undefined, undefined, undefined, 'odd', 'odd']);
  });

  test('are not there where there is neither a figure nor a plan; a plan alone is drawn', () => {
    expect(getQuarterChart(buildItem({}).item, thai)).toBeUndefined();
    expect(values(draw(PLAN, {}, '2023-11-01'), 'mark')).toEqual([25, 50, 75, 100, undefined]);
  });

  test.each([
    ['not-due', '2023-11-01', {}, 'ยังไม่ถึงกำหนด'],
    ['overdue', '2024-02-01', {}, 'เกินกำหนดรายงาน'],
    ['words', CLOSED, { reports: { 1: { text: 'ทำอยู่' } } }, 'รายงานเป็นข้อความ'],
    ['nothing to report', CLOSED, { reports: { 1: { notApplicable: 'นอกฤดู' } } }, 'ไม่ต้องรายงาน'],
  ])('where there is none, it is said why: %s', (_, today, parts, text) => {
    expect(draw(PLAN, parts as ItemParts, today).slots[0]?.absence?.text).toBe(text);
  });
});

describe('the year', () => {
  const nameYear = (model: ChartModel) => model.slots.at(-1)?.name;

  test('is called whole only where it is: open, without its last quarter, or without a part of its sum it is not', () => {
    expect(nameYear(draw({}, { reports: FOUR }))).toBe('ทั้งปี');
    expect(nameYear(draw({}, { reports: { 1: 20, 2: 30 } }, JUNE))).toBe('ถึงขณะนี้');
    expect(nameYear(draw({}, { reports: { 1: 20, 2: 30 } }))).toBe('เท่าที่มีตัวเลข');
    expect(nameYear(draw(SUM, { reports: { 1: 20, 3: 30, 4: 10 } }))).toBe('เท่าที่มีตัวเลข');
    expect(nameYear(draw({}, { reports: { 1: 20 }, year: 90 }, JUNE))).toBe('ทั้งปี');
  });

  test('is a gap where quarters make none, with the reason', () => {
    const ratio = draw({ ...SUM, unit: 'ร้อยละ' }, { reports: FOUR });
    expect(ratio.slots.at(-1)?.absence).toEqual({ text: 'ค่ารายไตรมาสรวมกันไม่ได้', lines: ['รวมทั้งปี', 'ไม่ได้'] });
    const unknown = draw({ accumulation: 'unknown' }, { reports: FOUR });
    expect(unknown.slots.at(-1)?.absence).toEqual({ text: 'ไม่ทราบวิธีสะสมของไตรมาส', lines: ['ไม่ทราบ', 'วิธีสะสม'] });
    expect(values(unknown, 'bar')?.at(-1)).toBeUndefined();
  });
});

describe('the line of what adds up', () => {
  test('runs through the quarters that are added, and stops where one is missing', () => {
    const model = draw(SUM, { reports: { 1: 12, 2: 0, 4: 31.5 } });
    expect(values(model, 'line')).toEqual([12, 12, undefined, 43.5, undefined]);
    expect(values(model, 'bar')).toEqual([12, 0, undefined, 31.5, 43.5]);
  });

  test('is not there where nothing is added up', () => {
    expect(values(draw({}, { reports: FOUR }), 'line')).toBeUndefined();
  });

  test('does not fall where a figure comes after the withdrawal', () => {
    const model = draw({ ...SUM, withdrawn: { quarter: 3, reason: 'รวมกัน' } }, { reports: { 1: 12, 2: 20, 3: 5 } });
    expect(values(model, 'line')).toEqual([12, 32, undefined, undefined, undefined]);
  });
});

describe('the target', () => {
  test('is a line with its figure; a ceiling where less is better', () => {
    expect(draw({}, { reports: FOUR }).target).toEqual({ value: 100, lines: ['เป้าหมาย', '100'], isCeiling: false });
    expect(draw(CEILING, { reports: { 4: 9 } }).target).toEqual({ value: 8, lines: ['ไม่เกิน', '8'], isCeiling: true });
    expect(draw({ ...CEILING, target: 0 }, { reports: { 4: 0 } }).target?.value).toBe(0);
  });

  test('is not drawn where figures are in another unit, and the axis then names none', () => {
    const model = draw({ ...MISMATCH, ...PLAN, unit: 'ฉบับ' }, { reports: FOUR });
    expect([model.target, values(model, 'mark'), model.axis.title]).toEqual([undefined, undefined, 'ยิ่งมากยิ่งดี']);
    expect(draw({ unit: 'ฉบับ' }, { reports: FOUR }).axis.title).toBe('ฉบับ · ยิ่งมากยิ่งดี');
  });

  test('is not drawn over quarters that may have to be added up, nor where it is unknown', () => {
    expect(draw({ accumulation: 'unknown' }, { reports: FOUR }).target).toBeUndefined();
    expect(draw({ accumulation: 'unknown' }, { reports: FOUR, year: 90 }).target?.value).toBe(100);
    expect(draw({ target: 'unknown' }, { reports: FOUR }).target).toBeUndefined();
  });
});

describe('the ladder of a scale', () => {
  const build = (percent: number) => draw({ scale: buildMilestones('linear', 10) }, { reports: { 4: percent } });
  const reached = (model: ChartModel) => rungs(model).map(({ rung }) => rung);

  test('has every level from below, with those reached', () => {
    expect(rungs(build(75)).map(({ lines }) => lines.join(' '))).toEqual(
      [1, 2, 3, 4, 5].map((k) => `ระดับ ${k} ${20 * k}`),
    );
    expect(build(75).axis.ticks.map(({ value }) => value)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(reached(build(75))).toEqual(['reached', 'reached', 'reached', 'open', 'open']);
    expect(reached(build(19.99))).toEqual(Array(5).fill('open'));
  });

  test('rises, also where the form prints its levels from the top', () => {
    const scale = buildMilestones('step', 10);
    const model = draw({ scale: { ...scale, levels: scale.levels.toReversed() } }, { reports: { 4: 75 } });
    expect(rungs(model).map(({ value }) => value)).toEqual([20, 40, 60, 80, 100]);
  });

  test('stands at the levels themselves where results are typed as levels', () => {
    const scale = { ...buildMilestones('step', 10), reads: 'level' as const };
    const model = draw({ scale, target: 5, unit: 'ระดับ' }, { reports: { 4: 2 } });
    expect(rungs(model).map(({ value }) => value)).toEqual([1, 2, 3, 4, 5]);
    expect(reached(model)).toEqual(['reached', 'reached', 'open', 'open', 'open']);
    expect(model.axis.max).toBeLessThan(20);
  });

  test('counts no level as reached by the floor that a scale gives', () => {
    expect(reached(draw({ scale: BANDS }, { reports: { 4: 59 } }))).toEqual(Array(5).fill('open'));
    expect(reached(draw({ scale: BANDS }, { reports: { 4: 60 } }))[0]).toBe('reached');
  });
});

describe('the table', () => {
  test('has plan and target once: the plan by quarter, the target with the year', () => {
    expect(readTable(draw(PLAN, { reports: { 1: 25, 2: 45, 4: 100 } }))).toEqual([
      'ไตรมาส | ผลงานสะสม | แผนของไตรมาส | เป้าหมาย | สถานะ',
      'ไตรมาสที่ 1 | 25.00 | 25 | – | เป็นไปตามแผน',
      'ไตรมาสที่ 2 | 45.00 | 50 | – | เป็นไปตามแผน',
      'ไตรมาสที่ 3 | – | 75 | – | ไม่ได้รายงาน',
      'ไตรมาสที่ 4 | 100.00 | 100 | – | ถึงเป้าหมาย',
      'ทั้งปี | 100.00 | – | 100 | ถึงเป้าหมาย',
    ]);
  });

  test('keeps a plan that is not drawn, and marks a target that was read into the source', () => {
    const model = draw({ ...MISMATCH, ...PLAN, source: { inferred: ['target'] } }, { reports: FOUR });
    expect(model.notes?.[0]?.texts).toEqual(['25', '50', '75', '100', '100 (อนุมาน)']);
  });

  test('says that plan and target are ceilings', () => {
    const model = draw({ ...CEILING, quarterTargets: [20, 16, 12, 8] }, { reports: { 4: 8 } });
    expect(model.series.at(-1)?.points.map((point) => point?.text)).toEqual(['≤ 20', '≤ 16', '≤ 12', '≤ 8', undefined]);
    expect(model.notes?.[0]?.texts.at(-1)).toBe('≤ 8');
  });

  test('says why a figure has no score instead of that it has no plan', () => {
    const ratio = draw({ ...SUM, ...PLAN, unit: 'ร้อยละ' }, { reports: FOUR });
    expect(ratio.notes?.[1]?.texts.at(-1)).toBe('ค่ารายไตรมาสรวมกันไม่ได้');
  });

  test('is in English where the page is', () => {
    const [head, first] = readTable(draw(PLAN, { reports: { 1: 25 } }, CLOSED, english));
    expect([head, first]).toEqual([
      'Quarter | Result to date | Quarter’s plan | Target | Status',
      'Quarter 1 | 25.00 | 25 | – | On track',
    ]);
  });
});
