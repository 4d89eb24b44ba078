import { describe, expect, test } from 'vitest';
import { buildReceipt } from '#exports/receipt.ts';
import { buildMilestones } from '../support/build-indicator.ts';
import { buildItem, buildSite, type ItemParts } from '../support/build-site.ts';

/** A receipt as a stranger has it: only what stands in the file. */
function download(parts: ItemParts, today?: string) {
  const { site, path } = buildItem(parts, today);
  const text = JSON.stringify(buildReceipt(site, path));
  return { text, data: JSON.parse(text) };
}

/** Half up to two decimals, of numbers that have at most twelve that count. */
const toPoints = (value: number) => Math.round(Number((value * 100).toPrecision(12))) / 100;

interface Promise {
  target: number;
  weight: number;
  direction: string;
  scale: {
    kind: string;
    between: string;
    baseline?: number;
    floor: number;
    edges: number[];
    levels: { percent: number; points: number }[];
  };
}

/** The rules of the method page, written down once more by hand. */
function workOut(value: number, { scale, target, weight, direction }: Promise): number {
  const isUp = direction === 'higher';
  const reaches = (edge: number) => (isUp ? value >= edge : value <= edge);
  if (scale.kind === 'proportional') {
    const from = scale.baseline ?? 0;
    if (reaches(target)) return weight;
    const hasGap = isUp ? from < target : from > target;
    return hasGap ? toPoints(Math.max(0, (value - from) / (target - from)) * weight) : 0;
  }
  if (scale.kind === 'bands') {
    const level = scale.edges.filter(reaches).length;
    const [lower, upper] = [scale.edges[level - 1], scale.edges[level]];
    if (lower === undefined) return toPoints((scale.floor / 5) * weight);
    const part = upper === undefined || scale.between === 'step' ? 0 : (value - lower) / (upper - lower);
    return toPoints(((level + part) / 5) * weight);
  }
  const stairs = [{ percent: 0, points: 0 }, ...scale.levels];
  const level = stairs.filter(({ percent }) => percent <= value).length - 1;
  const [lower, upper] = [stairs[level] ?? { percent: 0, points: 0 }, stairs[level + 1]];
  if (upper === undefined || scale.between === 'step') return lower.points;
  const part = (value - lower.percent) / (upper.percent - lower.percent);
  return toPoints(lower.points + part * (upper.points - lower.points));
}

const edges: [number, number, number, number, number] = [50, 60, 70, 80, 90];
const PROMISES: [name: string, indicator: NonNullable<ItemParts['indicator']>][] = [
  ['milestones by steps', { weight: 20, scale: buildMilestones('step') }],
  ['milestones in proportion', { weight: 20, scale: buildMilestones('linear') }],
  ['bands by steps', { scale: { kind: 'bands', edges, floor: 1, between: 'step' } }],
  ['bands in proportion', { weight: 30, scale: { kind: 'bands', edges, floor: 0, between: 'linear' } }],
  [
    'bands, less is better',
    { direction: 'lower', scale: { kind: 'bands', edges: [90, 70, 50, 30, 10], floor: 1, between: 'linear' } },
  ],
  ['proportion', { weight: 15 }],
  ['proportion from a baseline', { direction: 'lower', target: 8, scale: { kind: 'proportional', baseline: 12 } }],
  ['met or not met', { direction: 'lower', target: 0 }],
];

describe.each(PROMISES)('from the receipt alone, %s', (_, indicator) => {
  test.each([0, 7.5, 9.99, 33.335, 60, 75, 88.888, 104.15])('points for %d are worked out again', (result) => {
    const { data } = download({ indicator, reports: { 1: result / 2, 4: result }, year: { result, text: 'สรุป' } });
    expect(data.standing.result.value).toBe(result);
    expect(data.standing.score.points).toBe(workOut(result, data.indicator));
    expect(data.quarters[0].score.points).toBe(workOut(result / 2, data.indicator));
    const last = data.standing.score.steps.at(-1);
    expect(toPoints((last.percent * last.weight) / 100)).toBe(data.standing.score.points);
  });
});

describe('a receipt', () => {
  const full: ItemParts = {
    indicator: { source: { url: 'https://example.org/kpi' }, declared: { target: '5' } },
    sections: { definition: '<p>ถนน <b>หมายถึง</b></p>', method: '<p>หารด้วย</p>' },
    reports: {
      1: { result: 0, submitted: '2024-02-01', text: 'ซ่อมแล้ว', evidence: [{ title: 'ภาพ', file: 'road.png' }] },
      2: { text: 'กำลังซ่อม' },
    },
  };

  test('tells definition, method and narratives as text, without markup', () => {
    const { data, text } = download({ ...full, year: { result: 50, text: 'สรุปทั้งปี' } });
    expect(data.indicator).toMatchObject({ definition: 'ถนน หมายถึง', method: 'หารด้วย', target: 100, unit: 'สาย' });
    expect(data.quarters[0].report).toMatchObject({
      narrative: 'ซ่อมแล้ว',
      evidence: [{ title: 'ภาพ', file: 'road.png' }],
    });
    expect(data.summary).toEqual({ result: 50, narrative: 'สรุปทั้งปี' });
    expect(text).not.toMatch(/<\/?[a-z]/);
  });

  test('keeps zero, words and nothing apart', () => {
    const { data } = download(full, '2024-05-01');
    const [zero, words, notDue] = data.quarters;
    expect(zero).toMatchObject({ result: 0, status: 'reported', isLate: true, score: { state: 'scored', points: 0 } });
    expect(words).toMatchObject({ status: 'narrative', score: { state: 'not-scored', reason: 'narrative-only' } });
    expect('result' in words).toBe(false);
    expect(notDue).toMatchObject({ status: 'not-due', score: { state: 'not-scored', reason: 'not-due' } });
    expect('report' in notDue).toBe(false);
  });

  test.each([
    ['full', full],
    ['empty', {}],
    ['without target and weight', { indicator: { target: 'unknown', weight: 'unknown' }, year: 3 } satisfies ItemParts],
    ['beyond the last criterion', { indicator: PROMISES[3]?.[1] ?? {}, year: 95 } satisfies ItemParts],
  ])('holds no null, NaN or undefined: %s', (_, parts) => {
    const { text } = download(parts);
    expect(text).not.toMatch(/null|NaN|Infinity|undefined/);
  });

  test('says what it is, for which day, by which rules', () => {
    const { data } = download(full, '2024-05-01');
    expect(data).toMatchObject({ version: 2, path: '2567/finance/roads', year: 2567, series: 'finance/roads' });
    expect(data.asOf).toBe('2024-05-01');
    expect(data.quarters[0].score.ruleSet).toBe(1);
    expect(data.quarters.map(({ quarter }: { quarter: number }) => quarter)).toEqual([1, 2, 3, 4]);
  });

  test('lists the disagreements with the figures that disagree', () => {
    const { data } = download({ indicator: { declared: { target: '80' } }, reports: { 1: 60, 2: 50 } });
    expect(data.disagreements).toEqual([
      expect.objectContaining({ code: 'CW606', seen: '80', used: 100 }),
      { code: 'CW604', seen: 50, before: 60, quarter: 1 },
    ]);
  });

  test('names the agency as it was called in that year', () => {
    const names = [
      { name: 'กองช่าง', until: 2566 },
      { name: 'สำนักช่าง', from: 2567 },
    ];
    const site = buildSite({ items: { '2566/works/x': {}, '2567/works/x': {} }, agencies: { works: { names } } });
    expect(buildReceipt(site, '2566/works/x').agency).toEqual({ id: 'works', code: '10000000', name: 'กองช่าง' });
    expect(buildReceipt(site, '2567/works/x').agency.name).toBe('สำนักช่าง');
  });

  test('of an indicator that does not exist is refused by name', () => {
    expect(() => buildReceipt(buildSite(), '2567/works/none')).toThrow('no indicator at 2567/works/none');
  });
});
