import { describe, expect, test } from 'vitest';
import type { Indicator } from '#domain/schemas/indicator.ts';
import type { Bands } from '#domain/schemas/scale.ts';
import { buildMilestones } from '../../support/build-indicator.ts';
import { english, type ItemParts } from '../../support/build-site.ts';
import { CLOSED, JUNE, MAY, NOVEMBER, tellFinding, testFindings } from '../../support/tell-finding.ts';

const indicator = (changes: Partial<Indicator>): ItemParts => ({ indicator: changes });
const FOUR = { 1: 20, 2: 45, 3: 70, 4: 90 } as const;
const WORDS = { text: 'กำลังดำเนินการ' };
const IDLE = { notApplicable: 'นอกฤดู' };
const MISMATCH: Partial<Indicator> = { notScored: { reason: 'unit-mismatch', note: 'คนละหน่วย' } };
const BANDS: Bands = { kind: 'bands', between: 'linear', edges: [60, 70, 80, 90, 100], floor: 1 };

describe('without a target to compare with', () => {
  testFindings([
    [
      'none in figures',
      CLOSED,
      { ...indicator({ target: 'unknown' }), reports: FOUR },
      'ทั้งปีได้ 90.00 แต่ไม่มีเป้าหมายเป็นตัวเลขให้เทียบ',
    ],
    [
      'the level reached',
      CLOSED,
      { ...indicator({ target: 'unknown', scale: buildMilestones('step', 10) }), reports: FOUR },
      'ทั้งปีได้ 90.00 แต่ไม่มีเป้าหมายเป็นตัวเลขให้เทียบ ถึงระดับ 4 จาก 5',
    ],
    [
      'no level reached',
      CLOSED,
      { ...indicator({ target: 'unknown', scale: buildMilestones('step', 10) }), reports: { ...FOUR, 4: 19.99 } },
      'ทั้งปีได้ 19.99 แต่ไม่มีเป้าหมายเป็นตัวเลขให้เทียบ ไม่ถึงระดับแรก',
    ],
    [
      'the floor of a scale is no level reached',
      CLOSED,
      { ...indicator({ target: 'unknown', scale: BANDS }), reports: { ...FOUR, 4: 59 } },
      'ทั้งปีได้ 59.00 แต่ไม่มีเป้าหมายเป็นตัวเลขให้เทียบ ไม่ถึงระดับแรก',
    ],
    [
      'another unit',
      CLOSED,
      { ...indicator(MISMATCH), reports: FOUR },
      'ทั้งปีได้ 90.00 แต่เทียบกับเป้าหมายไม่ได้ (เป้าหมายกับผลงานคนละหน่วย)',
    ],
    [
      'another unit, an open year of sums',
      JUNE,
      { ...indicator({ ...MISMATCH, accumulation: 'per-quarter' }), reports: { 1: 20, 2: 30 } },
      'ถึงไตรมาสที่ 2 ได้ 50.00 แต่เทียบกับเป้าหมายไม่ได้ (เป้าหมายกับผลงานคนละหน่วย)',
    ],
    [
      'disputed',
      CLOSED,
      { ...indicator({ notScored: { reason: 'disputed', note: 'ขัดกัน' } }), reports: { 4: 1 } },
      'ทั้งปีได้ 1.00 แต่เทียบกับเป้าหมายไม่ได้ (ตัวเลขขัดแย้งกัน) ไตรมาสที่ 1, 2, 3 ไม่ได้รายงาน',
    ],
  ]);
});

describe('a year that says otherwise than its quarters', () => {
  const sum: Partial<Indicator> = { accumulation: 'per-quarter' };
  testFindings([
    [
      'the last quarter',
      CLOSED,
      { year: 100, reports: { ...FOUR, 4: 0 } },
      'ทั้งปีได้ 100.00 จากเป้าหมาย 100 ถึงเป้าหมาย ส่วนไตรมาสที่ 4 รายงาน 0.00',
    ],
    [
      'the sum',
      CLOSED,
      { ...indicator(sum), year: 100, reports: { 1: 10, 2: 20, 3: 30, 4: 35 } },
      'ทั้งปีได้ 100.00 จากเป้าหมาย 100 ถึงเป้าหมาย ส่วนผลรวมของไตรมาสคือ 95.00',
    ],
    [
      'not where the sum lacks a quarter',
      CLOSED,
      { ...indicator(sum), year: 100, reports: { 1: 10, 3: 30, 4: 35 } },
      'ทั้งปีได้ 100.00 จากเป้าหมาย 100 ถึงเป้าหมาย ไตรมาสที่ 2 ไม่ได้รายงาน',
    ],
    [
      'not where percentages do not add up',
      CLOSED,
      { ...indicator({ ...sum, unit: 'ร้อยละ' }), year: 80, reports: FOUR },
      'ทั้งปีได้ 80.00 จากเป้าหมาย 100 ไม่ถึงเป้าหมาย',
    ],
    [
      'not where nobody knows what quarters count',
      CLOSED,
      { ...indicator({ accumulation: 'unknown' }), year: 100, reports: FOUR },
      'ทั้งปีได้ 100.00 จากเป้าหมาย 100 ถึงเป้าหมาย',
    ],
  ]);
});

describe('withdrawn', () => {
  const withdrawn = { withdrawn: { quarter: 3, reason: 'รวมกับตัวชี้วัดอื่น' } } as const;
  testFindings([
    [
      'before any report',
      CLOSED,
      indicator({ withdrawn: { ...withdrawn.withdrawn, quarter: 1 } }),
      'ยกเลิกตัวชี้วัดนี้ตั้งแต่ไตรมาสที่ 1',
    ],
    [
      'with figures before and after',
      CLOSED,
      { ...indicator(withdrawn), reports: { 1: 8, 2: 12, 3: 15 } },
      'ยกเลิกตัวชี้วัดนี้ตั้งแต่ไตรมาสที่ 3 ตัวเลขสุดท้ายก่อนยกเลิกคือ 12.00 ในไตรมาสที่ 2',
    ],
    [
      'with a quarter missing before',
      CLOSED,
      { ...indicator(withdrawn), reports: { 1: 8 } },
      'ยกเลิกตัวชี้วัดนี้ตั้งแต่ไตรมาสที่ 3 ตัวเลขสุดท้ายก่อนยกเลิกคือ 8.00 ในไตรมาสที่ 1 ไตรมาสที่ 2 ไม่ได้รายงาน',
    ],
  ]);
});

describe('quarters that make no year', () => {
  const ratio: Partial<Indicator> = { accumulation: 'per-quarter', unit: 'ร้อยละ' };
  const atEnd: Partial<Indicator> = { accumulation: 'year-end' };
  testFindings([
    [
      'percentages do not add up',
      CLOSED,
      { ...indicator(ratio), reports: FOUR },
      'มีตัวเลข 4 ไตรมาส ล่าสุดไตรมาสที่ 4 ได้ 90.00 แต่ไม่มีตัวเลขของทั้งปี (ค่ารายไตรมาสรวมกันไม่ได้)',
    ],
    [
      'and one is missing',
      CLOSED,
      { ...indicator(ratio), reports: { 1: 20, 3: 70 } },
      'มีตัวเลข 2 ไตรมาส ล่าสุดไตรมาสที่ 3 ได้ 70.00 แต่ไม่มีตัวเลขของทั้งปี (ค่ารายไตรมาสรวมกันไม่ได้) ไตรมาสที่ 2, 4 ไม่ได้รายงาน',
    ],
    [
      'nobody knows how they add up',
      CLOSED,
      { ...indicator({ accumulation: 'unknown' }), reports: FOUR },
      'มีตัวเลข 4 ไตรมาส ล่าสุดไตรมาสที่ 4 ได้ 90.00 แต่ไม่มีตัวเลขของทั้งปี (ไม่ทราบวิธีสะสมของไตรมาส)',
    ],
    [
      'only the last one counts',
      JUNE,
      { ...indicator(atEnd), reports: { 1: 20, 2: 30 } },
      'มีตัวเลข 2 ไตรมาส ล่าสุดไตรมาสที่ 2 ได้ 30.00 แต่ไม่มีตัวเลขของทั้งปี (ยังไม่ถึงกำหนดรายงาน)',
    ],
  ]);
});

describe('no figure at all', () => {
  const promise = 'เป้าหมายทั้งปีคือ 100';
  testFindings([
    ['not due', '2024-01-01', {}, `ยังไม่มีตัวเลข เพราะยังไม่ถึงกำหนดรายงาน ${promise}`],
    ['overdue', '2024-02-01', {}, `เกินกำหนดรายงานแล้ว ยังไม่มีตัวเลข ${promise}`],
    ['some missed, others to come', JUNE, {}, `ยังไม่มีตัวเลขของปีนี้ ไตรมาสที่ 1, 2 ไม่ได้รายงาน ${promise}`],
    [
      'some missed, one overdue',
      MAY,
      {},
      `ยังไม่มีตัวเลขของปีนี้ ไตรมาสที่ 1 ไม่ได้รายงาน ไตรมาสที่ 2 เกินกำหนดแล้วยังไม่รายงาน ${promise}`,
    ],
    ['never reported', CLOSED, {}, `ไม่มีการรายงานตัวเลขผลงาน ${promise}`],
    [
      'in words',
      NOVEMBER,
      { reports: { 1: WORDS, 2: WORDS, 3: WORDS, 4: WORDS } },
      `รายงานเป็นข้อความ ไม่มีตัวเลข ${promise}`,
    ],
    [
      'in words, and then in silence',
      CLOSED,
      { reports: { 1: WORDS } },
      `รายงานเป็นข้อความ ไม่มีตัวเลข ไตรมาสที่ 2, 3, 4 ไม่ได้รายงาน ${promise}`,
    ],
    [
      'not in the source',
      CLOSED,
      indicator({ source: { quarters: 'not-in-source' }, target: 'unknown' }),
      'ต้นทางที่มีไม่ให้ตัวเลขผลงาน จึงไม่รู้ว่าทำได้เท่าใด',
    ],
    ['nothing to report', CLOSED, { reports: { 1: IDLE, 2: IDLE, 3: IDLE, 4: IDLE } }, `ปีนี้ไม่ต้องรายงาน ${promise}`],
    ['a ceiling', CLOSED, indicator({ direction: 'lower' }), 'ไม่มีการรายงานตัวเลขผลงาน เป้าหมายทั้งปีคือไม่เกิน 100'],
  ]);
});

describe('in English', () => {
  const plan: Partial<Indicator> = { quarterTargets: [20, 40, 70, 100] };
  testFindings(
    [
      ['a whole year', CLOSED, { reports: FOUR }, 'The whole year: 90.00 of a target of 100. Target missed.'],
      [
        'stated early',
        NOVEMBER,
        { year: 75, reports: FOUR },
        'The whole year, as the source states it: 75.00 of a target of 100. The target is not met so far. Quarter 4, however, reports 90.00.',
      ],
      [
        'behind',
        JUNE,
        { ...indicator(plan), reports: { 1: 20, 2: 24 } },
        'Up to quarter 2: 24.00 of a target of 100. The plan for that quarter is 40: behind plan.',
      ],
      [
        'a ceiling broken so far',
        CLOSED,
        { ...indicator({ direction: 'lower', target: 8, accumulation: 'latest' }), reports: { 1: 9 } },
        'Up to quarter 1: 9.00; the target is at most 8. The figures reported are over the target. Not reported: quarter 2, 3, 4.',
      ],
      [
        'another unit',
        CLOSED,
        { ...indicator(MISMATCH), reports: FOUR },
        'The whole year: 90.00, which cannot be compared with the target (Target and result in different units).',
      ],
    ],
    english,
  );
});

test('a number never stands directly before a Thai word', () => {
  const made = [JUNE, NOVEMBER, CLOSED].map((today) => tellFinding({ reports: { 1: 20, 2: 30 } }, today));
  expect(made.filter((text) => /\d[\u0E01-\u0E4E]/.test(text))).toEqual([]);
});
