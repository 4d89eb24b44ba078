import { describe, expect, test } from 'vitest';
import type { Indicator } from '#domain/schemas/indicator.ts';
import type { Bands } from '#domain/schemas/scale.ts';
import { scoreValue } from '#domain/scoring/score.ts';
import type { LeftOutReason } from '#domain/scoring/total.ts';
import { getReason, getScoreView } from '#views/score-view.ts';
import { buildIndicator, buildMilestones } from '../support/build-indicator.ts';
import { english, thai } from '../support/build-site.ts';

const bands: Bands = { kind: 'bands', edges: [50, 60, 70, 80, 90], floor: 1, between: 'linear' };
const milestones: Partial<Indicator> = { weight: 20, scale: buildMilestones('step') };
const inSteps: Partial<Indicator> = { scale: { ...bands, between: 'step' } };
const gap: Partial<Indicator> = { direction: 'lower', target: 8, scale: { kind: 'proportional', baseline: 12 } };

function view(value: number, changes: Partial<Indicator>, context = thai) {
  return getScoreView(scoreValue(value, buildIndicator(changes), 1), context);
}

describe('a score on milestones', () => {
  test('counts the level reached, and shows the share of the way as the other reading', () => {
    expect(view(75, milestones)).toEqual({
      isScored: true,
      value: '12.00',
      note: 'จาก 20 คะแนน',
      level: 'ระดับ 3',
      reading: 'อ่านแบบขั้น',
      steps: ['ผลงาน 75.00 ผ่านเกณฑ์ระดับ 3 (ตั้งแต่ 60) ได้ 12.00 คะแนน', '60% ของน้ำหนัก 20 = 12.00 คะแนน'],
      other: {
        value: '15.00',
        note: 'จาก 20 คะแนน',
        level: 'ระดับ 3',
        reading: 'อ่านแบบเทียบสัดส่วน',
        steps: [
          'ผลงาน 75.00 ผ่านเกณฑ์ระดับ 3 (ตั้งแต่ 60) ได้ 12.00 คะแนน',
          'ส่วนที่เกินเทียบสัดส่วน: 12 + (75.00 − 60) ÷ (80 − 60) × (16 − 12) = 15.00 คะแนน',
          '75% ของน้ำหนัก 20 = 15.00 คะแนน',
        ],
      },
    });
  });

  test('says so in English', () => {
    const { note, reading, steps, other } = view(75, milestones, english);
    expect([note, reading, other?.reading]).toEqual(['of 20 points', 'Read in steps', 'Read in proportion']);
    expect(steps).toEqual([
      'The result 75.00 reaches level 3 (from 60): 12.00 points',
      '60% of the weight 20 = 12.00 points',
    ]);
  });

  test('below the first level is nothing, in words', () => {
    expect(view(19.99, milestones).steps[0]).toBe('ผลงาน 19.99 ยังไม่ถึงเกณฑ์ระดับ 1 ได้ 0.00 คะแนน');
    expect(view(19.99, milestones).value).toBe('0.00');
  });
});

describe('a score on five criteria', () => {
  test('by steps names the criterion and of how many levels', () => {
    expect(view(75, inSteps).steps).toEqual([
      'ผลงาน 75.00 ผ่านเกณฑ์ระดับ 3 จาก 5 (เกณฑ์ 70)',
      '60% ของน้ำหนัก 10 = 6.00 คะแนน',
    ]);
  });

  test('in proportion writes out the sum', () => {
    const { steps, value, reading } = view(75, { scale: { ...bands, between: 'linear' } });
    expect(steps).toEqual(['ระดับ 3 + (75.00 − 70) ÷ (80 − 70) = 3.5 จาก 5', '70% ของน้ำหนัก 10 = 7.00 คะแนน']);
    expect([value, reading]).toEqual(['7.00', 'อ่านแบบเทียบสัดส่วน']);
  });

  test('at the last criterion has no way left to share', () => {
    expect(view(95, { scale: { ...bands, between: 'linear' } }).steps[0]).toBe(
      'ผลงาน 95.00 ผ่านเกณฑ์ระดับ 5 จาก 5 (เกณฑ์ 90)',
    );
  });

  test('short of the first criterion says which level that gives', () => {
    expect(view(49.5, inSteps).steps[0]).toBe('ผลงาน 49.50 ยังไม่ถึงเกณฑ์แรก (50) ได้ระดับ 1 จาก 5');
  });
});

describe('a score in proportion', () => {
  test('divides the result by the target', () => {
    const { steps, reading } = view(62.5, {});
    expect(steps).toEqual(['62.50 ÷ 100 = 62.5%', '62.5% ของน้ำหนัก 10 = 6.25 คะแนน']);
    expect(reading).toBe('สัดส่วนของเป้าหมาย');
  });

  test('closes the gap from its baseline', () => {
    expect(view(9, gap).steps[0]).toBe('(9.00 − 12) ÷ (8 − 12) = 75%');
  });

  test('worse than the baseline is 0 by rule, not by a sum that does not come out', () => {
    expect(view(13, gap).steps).toEqual(['ผลงาน 13.00 แย่กว่าค่าฐาน 12 จึงได้ 0', '0% ของน้ำหนัก 10 = 0.00 คะแนน']);
    expect(view(12, gap).steps[0]).toBe('(12.00 − 12) ÷ (8 − 12) = 0%');
    expect(view(-5, {}).steps[0]).toBe('ผลงาน −5.00 แย่กว่าค่าฐาน 0 จึงได้ 0');
  });

  test('beyond the target is a full score and says that it stops there, whichever way is better', () => {
    expect(view(119.58, {}).steps).toEqual([
      'ผลงาน 119.58 ถึงเป้าหมาย 100 ได้คะแนนเต็ม',
      'ผลงานดีกว่าเป้าหมาย คะแนนคิดสูงสุดที่ 100% ส่วนผลงานแสดงตามจริง',
      '100% ของน้ำหนัก 10 = 10.00 คะแนน',
    ]);
    expect(view(6, gap, english).steps[1]).toContain('The result is better than the target');
    expect(view(100, {}).steps).toHaveLength(2);
  });

  test('without a gap to close is met or not met', () => {
    const lower: Partial<Indicator> = { direction: 'lower', target: 8 };
    expect(view(9, lower).steps[0]).toBe('ผลงาน 9.00 ไม่ถึงเป้าหมาย 8 และไม่มีค่าฐานให้เทียบสัดส่วน จึงได้ 0');
  });
});

describe('a score without a weight', () => {
  test('is a percentage of the full score', () => {
    expect(view(62.5, { weight: 'unknown' })).toMatchObject({
      value: '62.5%',
      note: 'ของคะแนนเต็ม',
      steps: ['62.50 ÷ 100 = 62.5%'],
    });
  });
});

describe('what is not scored', () => {
  const reasons = Object.keys({
    'not-due': true,
    overdue: true,
    'not-reported': true,
    'not-in-source': true,
    'narrative-only': true,
    'not-applicable': true,
    withdrawn: true,
    'year-end-only': true,
    'not-additive': true,
    'accumulation-unknown': true,
    'target-unknown': true,
    'unit-mismatch': true,
    disputed: true,
    'weight-unknown': true,
  } satisfies Record<LeftOutReason, true>) as LeftOutReason[];

  test('says why, for each reason in words of its own', () => {
    for (const context of [thai, english]) {
      const texts = reasons.map((reason) => getReason(reason, context));
      expect(texts.filter((text) => text === undefined || text === '' || text.includes('reason.'))).toEqual([]);
      expect(new Set(texts).size).toBe(reasons.length);
    }
  });

  test('has a dash, never a zero, and no steps', () => {
    const score = getScoreView({ state: 'not-scored', reason: 'overdue' }, thai);
    expect(score).toEqual({ isScored: false, value: '–', note: 'เกินกำหนด ยังไม่รายงาน', steps: [] });
  });
});
