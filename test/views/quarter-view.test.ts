import { describe, expect, test } from 'vitest';
import type { Indicator } from '#domain/schemas/indicator.ts';
import type { QuarterNumber } from '#domain/schemas/text.ts';
import { getQuarter, type QuarterView } from '#views/quarter-view.ts';
import { buildItem, english, type ItemParts, thai } from '../support/build-site.ts';

/** Quarter 1 closed, quarter 2 late but open, quarters 3 and 4 to come. */
const MAY = '2024-05-01';

function view(quarter: QuarterNumber, parts: ItemParts = {}, today = MAY, context = thai): QuarterView {
  const { site, item } = buildItem(parts, today);
  return getQuarter(site, item, item.standing.quarters[quarter - 1] ?? item.standing.quarters[0], [], context);
}

const seen = ({ result, resultNote, status }: QuarterView) => [status.status, result, resultNote];

describe('a quarter without a score', () => {
  const withdrawn = { quarter: 1, reason: 'รวมกับตัวชี้วัดอื่น' } as const;
  const states: [name: string, view: QuarterView, expected: unknown[]][] = [
    ['zero', view(1, { reports: { 1: 0 } }), ['reported', '0.00', thai.t('figure.zero')]],
    ['nothing reported', view(1), ['not-reported', '–', undefined]],
    ['overdue', view(2), ['overdue', '–', undefined]],
    ['not due', view(3), ['not-due', '–', 'กำหนดส่ง 15 กรกฎาคม 2567']],
    [
      'not in the source',
      view(1, { indicator: { source: { quarters: 'not-in-source' } } }),
      ['not-in-source', '–', undefined],
    ],
    ['words only', view(1, { reports: { 1: { text: 'กำลังดำเนินการ' } } }), ['narrative', '–', undefined]],
    ['nothing to report', view(1, { reports: { 1: { notApplicable: 'นอกฤดู' } } }), ['not-applicable', '–', undefined]],
    ['withdrawn', view(1, { indicator: { withdrawn } }), ['withdrawn', '–', undefined]],
  ];

  test.each(states)('%s is told by status, figure and note', (_, made, expected) => {
    expect(seen(made)).toEqual(expected);
  });

  test('is told by words, too, and each by words of its own', () => {
    const told = states.map(([, made]) => `${made.status.label}: ${made.score.note}`);
    expect(told.filter((text) => !/^\p{L}.+: .*\p{L}/u.test(text))).toEqual([]);
    expect(new Set(states.map(([, made]) => made.status.label)).size).toBe(states.length);
    expect(new Set(states.map(([, made]) => made.score.note)).size).toBe(states.length);
  });

  test('has a dash for points, unless zero was reported: zero is scored', () => {
    expect(view(1).score).toMatchObject({ isScored: false, value: '–', note: 'ไม่ได้รายงาน จึงไม่มีคะแนน' });
    expect(view(1, { reports: { 1: 0 } }).score).toMatchObject({ isScored: true, value: '0.00' });
    expect([view(1, { reports: { 1: 0 } }).isZero, view(1).isZero]).toEqual([true, false]);
  });
});

describe('a quarter with a figure', () => {
  const plan: Partial<Indicator> = { quarterTargets: [20, 40, 60, 100] };

  test('shows target, result and score together', () => {
    expect(view(2, { indicator: plan, reports: { 2: 36.5 } })).toMatchObject({
      id: 'q2',
      label: 'ไตรมาสที่ 2',
      span: 'ม.ค.–มี.ค. 2567',
      target: '40',
      targetNote: thai.t('target.of-quarter'),
      result: '36.50',
      score: { value: '3.65', note: 'จาก 10 คะแนน' },
      status: { status: 'on-track', label: 'เป็นไปตามแผน' },
    });
  });

  test('is held against the year’s target where the quarter has none, and says so', () => {
    expect(view(2, { reports: { 2: 36 } })).toMatchObject({ target: '100', targetNote: thai.t('target.of-year') });
    const unknown = view(2, { indicator: { target: 'unknown' }, reports: { 2: 36 } });
    expect(unknown).toMatchObject({ target: '–', targetNote: 'ไม่มีเป้าหมายเป็นตัวเลข' });
  });

  test('says at most where less is better', () => {
    expect(view(1, { indicator: { direction: 'lower', target: 8 }, reports: { 1: 9 } }).target).toBe('≤ 8');
  });

  test('adds what was reached so far where quarters are added up, also to a quarter of zero', () => {
    const parts: ItemParts = { indicator: { accumulation: 'per-quarter' }, reports: { 1: 1400.5, 2: 0, 3: 7 } };
    expect(view(1, parts).resultNote).toBeUndefined();
    expect(view(2, parts).resultNote).toBe(`${thai.t('figure.zero')} · รวมตั้งแต่ต้นปี 1,400.50`);
    expect(view(3, parts).resultNote).toBe('รวมตั้งแต่ต้นปี 1,407.50');
  });

  test('quotes the source where it prints something else', () => {
    expect(view(1, { reports: { 1: { result: 1, declared: '1,407.52' } } }).resultNote).toBe('ต้นทางพิมพ์ “1,407.52”');
    expect(view(1, { reports: { 1: { result: 1, declared: '1.00' } } }).resultNote).toBeUndefined();
  });
});

describe('a report', () => {
  const report = {
    result: 25,
    asOf: '2023-12-31',
    submitted: '2024-01-16',
    level: 3,
    review: { completeness: 90, timeliness: 50 },
    evidence: [{ title: 'ภาพถนน', file: 'road.png' }],
    text: 'ซ่อมแล้ว',
  };

  test('shows its days, whether it was late, what it claims and how it was reviewed', () => {
    const made = view(1, { reports: { 1: report } });
    expect(made.dates).toEqual(['ข้อมูล ณ 31 ธันวาคม 2566', 'ส่งเมื่อ 16 มกราคม 2567 (เกินกำหนด)', 'หน่วยงานแจ้งว่าถึงระดับ 3']);
    expect(made.review).toBe('90 / 50');
    expect(made.narrative).toBe('<p>ซ่อมแล้ว</p>');
    expect(made.evidence).toEqual([{ title: 'ภาพถนน', href: '/2567/finance/roads/road.png', note: 'PNG' }]);
    expect(view(1, { reports: { 1: { ...report, submitted: '2024-01-15' } } }).dates[1]).toBe('ส่งเมื่อ 15 มกราคม 2567');
  });

  test('that nobody has reviewed is not given 0', () => {
    const review = { completeness: 0, timeliness: 0 };
    expect(view(1, { reports: { 1: { result: 1, review } } }).review).toBe('ยังไม่ตรวจ');
    expect(view(1, { reports: { 1: 1 } }).review).toBe('–');
  });

  test('without words says that the source has none; without a report there is nothing to say', () => {
    expect(view(1, { reports: { 1: 25 } })).toMatchObject({ remark: 'ไม่มีคำบรรยายในต้นทาง' });
    expect(view(1, { reports: { 1: report } }).remark).toBeUndefined();
    expect(view(1).remark).toBeUndefined();
    expect(view(1, { reports: { 1: { notApplicable: 'นับเฉพาะภาคเรียนที่ 2' } } }).remark).toBe('นับเฉพาะภาคเรียนที่ 2');
  });

  test('is told in English with the days of the common era', () => {
    const made = view(1, { reports: { 1: report } }, MAY, english);
    expect([made.label, made.span]).toEqual(['Quarter 1', 'Oct–Dec 2023']);
    expect(made.dates).toEqual([
      'As of 31 December 2023',
      'Submitted 16 January 2024 (late)',
      'The agency claims level 3',
    ]);
  });
});

test('what the reviewer wrote and why nothing was due stand with the report', () => {
  const review = { completeness: 90, timeliness: 50, note: 'ขาดภาพถ่าย' };
  const report = { text: 'ปิดปรับปรุง', notApplicable: 'ถนนปิดทั้งไตรมาส', review };
  const { notes } = view(1, { reports: { 1: report } });
  expect(notes[0]).toBe('ถนนปิดทั้งไตรมาส');
  expect(notes[1]).toContain('ขาดภาพถ่าย');
});
