import { describe } from 'vitest';
import type { Indicator } from '#domain/schemas/indicator.ts';
import type { ItemParts } from '../../support/build-site.ts';
import { CLOSED, JUNE, MAY, NOVEMBER, testFindings } from '../../support/tell-finding.ts';

const indicator = (changes: Partial<Indicator>): ItemParts => ({ indicator: changes });
const FOUR = { 1: 20, 2: 45, 3: 70, 4: 100 } as const;
const LATEST: Partial<Indicator> = { accumulation: 'latest' };
const SUM: Partial<Indicator> = { accumulation: 'per-quarter' };
const CEILING: Partial<Indicator> = { direction: 'lower', target: 8, accumulation: 'latest' };
const PLAN: Partial<Indicator> = { quarterTargets: [20, 40, 70, 100] };
const OFF_SEASON = { 1: { notApplicable: 'นอกฤดู' }, 2: { notApplicable: 'นอกฤดู' }, 3: { notApplicable: 'นอกฤดู' } };
const WORDS = { text: 'กำลังดำเนินการ' };

describe('a year that is over', () => {
  testFindings([
    ['reached', CLOSED, { reports: FOUR }, 'ทั้งปีได้ 100.00 จากเป้าหมาย 100 ถึงเป้าหมาย'],
    ['short of it', CLOSED, { reports: { ...FOUR, 4: 99 } }, 'ทั้งปีได้ 99.00 จากเป้าหมาย 100 ไม่ถึงเป้าหมาย'],
    [
      'zero is a figure',
      CLOSED,
      { reports: { 4: 0 } },
      'ทั้งปีได้ 0.00 จากเป้าหมาย 100 ไม่ถึงเป้าหมาย ไตรมาสที่ 1, 2, 3 ไม่ได้รายงาน',
    ],
    ['stated', CLOSED, { year: 104.15 }, 'ทั้งปีได้ 104.15 จากเป้าหมาย 100 ถึงเป้าหมาย ไตรมาสที่ 1, 2, 3, 4 ไม่ได้รายงาน'],
    [
      'stated by a source that holds no quarters',
      CLOSED,
      { ...indicator({ source: { quarters: 'not-in-source' } }), year: 60 },
      'ทั้งปีได้ 60.00 จากเป้าหมาย 100 ไม่ถึงเป้าหมาย',
    ],
    [
      'a target read into the source',
      CLOSED,
      { ...indicator({ source: { inferred: ['target'] } }), reports: FOUR },
      'ทั้งปีได้ 100.00 จากเป้าหมาย 100 (อนุมาน) ถึงเป้าหมาย',
    ],
    [
      'a ceiling kept',
      CLOSED,
      { ...indicator(CEILING), reports: { 1: 9, 2: 9, 3: 9, 4: 8 } },
      'ทั้งปีได้ 8.00 เป้าหมายคือไม่เกิน 8 อยู่ในเป้าหมาย',
    ],
    [
      'a ceiling broken',
      CLOSED,
      { ...indicator(CEILING), reports: { 1: 1, 2: 1, 3: 1, 4: 9 } },
      'ทั้งปีได้ 9.00 เป้าหมายคือไม่เกิน 8 เกินเป้าหมาย',
    ],
    [
      'nothing to report but at the end',
      CLOSED,
      { ...indicator({ accumulation: 'year-end' }), reports: { ...OFF_SEASON, 4: 100 } },
      'ทั้งปีได้ 100.00 จากเป้าหมาย 100 ถึงเป้าหมาย',
    ],
    [
      'below zero, huge and tiny',
      CLOSED,
      { ...indicator({ target: 0.002 }), reports: { 1: 0, 2: 0, 3: 0, 4: -1234567.8912345 } },
      'ทั้งปีได้ −1,234,567.8912345 จากเป้าหมาย 0.002 ไม่ถึงเป้าหมาย',
    ],
  ]);
});

describe('a closed year of which figures are missing is not called a whole year', () => {
  testFindings([
    [
      'short of the target',
      CLOSED,
      { reports: { 1: 20, 2: 30 } },
      'ถึงไตรมาสที่ 2 ได้ 30.00 จากเป้าหมาย 100 เท่าที่มีตัวเลข ไม่ถึงเป้าหมาย ไตรมาสที่ 3, 4 ไม่ได้รายงาน',
    ],
    [
      'past a target that sums cannot lose',
      CLOSED,
      { reports: { 1: 20, 2: 130 } },
      'ถึงไตรมาสที่ 2 ได้ 130.00 จากเป้าหมาย 100 ถึงเป้าหมาย ไตรมาสที่ 3, 4 ไม่ได้รายงาน',
    ],
    [
      'past a target that a latest value can lose',
      CLOSED,
      { ...indicator(LATEST), reports: { 1: 130 } },
      'ถึงไตรมาสที่ 1 ได้ 130.00 จากเป้าหมาย 100 เท่าที่มีตัวเลข ถึงเป้าหมาย ไตรมาสที่ 2, 3, 4 ไม่ได้รายงาน',
    ],
    [
      'a ceiling broken so far',
      CLOSED,
      { ...indicator(CEILING), reports: { 1: 9 } },
      'ถึงไตรมาสที่ 1 ได้ 9.00 เป้าหมายคือไม่เกิน 8 เท่าที่มีตัวเลข เกินเป้าหมาย ไตรมาสที่ 2, 3, 4 ไม่ได้รายงาน',
    ],
    [
      'a ceiling of a sum, broken for good',
      CLOSED,
      { ...indicator({ ...CEILING, ...SUM }), reports: { 1: 9 } },
      'ถึงไตรมาสที่ 1 ได้ 9.00 เป้าหมายคือไม่เกิน 8 เกินเป้าหมาย ไตรมาสที่ 2, 3, 4 ไม่ได้รายงาน',
    ],
    [
      'silence is not to keep a ceiling',
      CLOSED,
      { ...indicator(CEILING), reports: { 1: 2 } },
      'ถึงไตรมาสที่ 1 ได้ 2.00 เป้าหมายคือไม่เกิน 8 แต่ยังตัดสินไม่ได้ เพราะตัวเลขไม่ครบทุกไตรมาส ไตรมาสที่ 2, 3, 4 ไม่ได้รายงาน',
    ],
    [
      'a sum lacks a quarter',
      CLOSED,
      { ...indicator(SUM), reports: { 1: 20, 3: 30, 4: 40 } },
      'ถึงไตรมาสที่ 4 ได้ 90.00 จากเป้าหมาย 100 เท่าที่มีตัวเลข ไม่ถึงเป้าหมาย ไตรมาสที่ 2 ไม่ได้รายงาน',
    ],
    [
      'a sum lacks a quarter told in words',
      CLOSED,
      { ...indicator(SUM), reports: { 1: 20, 2: WORDS, 3: 30, 4: 40 } },
      'ถึงไตรมาสที่ 4 ได้ 90.00 จากเป้าหมาย 100 เท่าที่มีตัวเลข ไม่ถึงเป้าหมาย ไตรมาสที่ 2 มีแต่ข้อความ',
    ],
    [
      'a quarter in words before a cumulative figure lacks nothing',
      CLOSED,
      { reports: { 1: 20, 2: WORDS, 3: 60, 4: 90 } },
      'ทั้งปีได้ 90.00 จากเป้าหมาย 100 ไม่ถึงเป้าหมาย',
    ],
    [
      'the source holds one quarter',
      CLOSED,
      { ...indicator({ source: { quarters: 'not-in-source' } }), reports: { 1: 20 } },
      'ถึงไตรมาสที่ 1 ได้ 20.00 จากเป้าหมาย 100 เท่าที่มีตัวเลข ไม่ถึงเป้าหมาย ไตรมาสที่ 2, 3, 4 ไม่มีในต้นทาง',
    ],
  ]);
});

describe('an open year is not judged as if it were over', () => {
  const south = { ...indicator({ ...SUM, ...PLAN }), reports: { 1: 20, 2: 33 } };
  testFindings([
    ['without a plan', JUNE, { reports: { 1: 20, 2: 30 } }, 'ถึงไตรมาสที่ 2 ได้ 30.00 จากเป้าหมาย 100'],
    [
      'on plan',
      JUNE,
      { ...indicator(PLAN), reports: { 1: 20, 2: 40 } },
      'ถึงไตรมาสที่ 2 ได้ 40.00 จากเป้าหมาย 100 แผนของไตรมาสนั้นคือ 40 จึงเป็นไปตามแผน',
    ],
    [
      'short of the plan, within its threshold',
      JUNE,
      { ...indicator(PLAN), reports: { 1: 20, 2: 35 } },
      'ถึงไตรมาสที่ 2 ได้ 35.00 จากเป้าหมาย 100 แผนของไตรมาสนั้นคือ 40 ยังนับว่าเป็นไปตามแผน',
    ],
    [
      'behind',
      JUNE,
      { ...indicator(PLAN), reports: { 1: 20, 2: 24 } },
      'ถึงไตรมาสที่ 2 ได้ 24.00 จากเป้าหมาย 100 แผนของไตรมาสนั้นคือ 40 จึงช้ากว่าแผน',
    ],
    [
      'far behind misses no target yet',
      JUNE,
      { ...indicator(PLAN), reports: { 1: 20, 2: 3 } },
      'ถึงไตรมาสที่ 2 ได้ 3.00 จากเป้าหมาย 100 แผนของไตรมาสนั้นคือ 40 จึงต่ำกว่าแผน',
    ],
    [
      'over the plan of a ceiling',
      JUNE,
      { ...indicator({ ...CEILING, quarterTargets: [20, 16, 12, 8] }), reports: { 1: 20, 2: 17 } },
      'ถึงไตรมาสที่ 2 ได้ 17.00 เป้าหมายคือไม่เกิน 8 แผนของไตรมาสนั้นคือไม่เกิน 16 จึงสูงกว่าแผน',
    ],
    [
      'a sum: the plan is for the quarter alone',
      JUNE,
      south,
      'ถึงไตรมาสที่ 2 ได้ 53.00 จากเป้าหมาย 100 เฉพาะไตรมาสนั้นได้ 33.00 จากแผน 40 ยังนับว่าเป็นไปตามแผน',
    ],
    [
      'a sum of one quarter says its figure once',
      MAY,
      { ...indicator({ ...SUM, ...PLAN }), reports: { 1: 3.1, 2: { text: 'กำลังดำเนินการ' } } },
      'ถึงไตรมาสที่ 1 ได้ 3.10 จากเป้าหมาย 100 แผนของไตรมาสนั้นคือ 20 จึงต่ำกว่าแผน ไตรมาสที่ 2 มีแต่ข้อความ',
    ],
    [
      'a sum under a ceiling',
      JUNE,
      { ...indicator({ ...SUM, direction: 'lower', quarterTargets: [20, 20, 20, 20] }), reports: { 1: 20, 2: 33 } },
      'ถึงไตรมาสที่ 2 ได้ 53.00 เป้าหมายคือไม่เกิน 100 เฉพาะไตรมาสนั้นได้ 33.00 แผนคือไม่เกิน 20 จึงสูงกว่าแผน',
    ],
    [
      'an old figure is not called this quarter’s',
      MAY,
      { ...indicator(PLAN), reports: { 1: 20 } },
      'ถึงไตรมาสที่ 1 ได้ 20.00 จากเป้าหมาย 100 แผนของไตรมาสนั้นคือ 20 จึงเป็นไปตามแผน ไตรมาสที่ 2 เกินกำหนดแล้วยังไม่รายงาน',
    ],
    ['reached for good', JUNE, { reports: { 1: 20, 2: 100 } }, 'ถึงไตรมาสที่ 2 ได้ 100.00 จากเป้าหมาย 100 ถึงเป้าหมาย'],
    [
      'reached by a value that can fall',
      JUNE,
      { ...indicator(LATEST), reports: { 1: 20, 2: 100 } },
      'ถึงไตรมาสที่ 2 ได้ 100.00 จากเป้าหมาย 100 ขณะนี้ถึงเป้าหมาย',
    ],
    [
      'over a ceiling',
      JUNE,
      { ...indicator(CEILING), reports: { 1: 20, 2: 9 } },
      'ถึงไตรมาสที่ 2 ได้ 9.00 เป้าหมายคือไม่เกิน 8 ขณะนี้เกินเป้าหมาย',
    ],
    [
      'within a ceiling',
      JUNE,
      { ...indicator(CEILING), reports: { 1: 1, 2: 2 } },
      'ถึงไตรมาสที่ 2 ได้ 2.00 เป้าหมายคือไม่เกิน 8',
    ],
    [
      'after its end: over the quarter’s plan and short of the year',
      NOVEMBER,
      { ...indicator({ ...SUM, quarterTargets: [10, 20, 30, 20] }), reports: { 1: 12, 2: 0, 3: 31.5, 4: 25 } },
      'ถึงไตรมาสที่ 4 ได้ 68.50 จากเป้าหมาย 100 ยังไม่ถึงเป้าหมาย',
    ],
    [
      'after its end, a ceiling kept',
      NOVEMBER,
      { ...indicator({ ...CEILING, target: 0 }), reports: { 1: 0, 2: 0, 3: 0, 4: 0 } },
      'ถึงไตรมาสที่ 4 ได้ 0.00 เป้าหมายคือไม่เกิน 0 ขณะนี้อยู่ในเป้าหมาย',
    ],
    [
      'a year stated early, reached',
      NOVEMBER,
      { ...indicator(LATEST), year: 100, reports: { 1: 1, 2: 1, 3: 1, 4: 100 } },
      'ต้นทางระบุว่าทั้งปีได้ 100.00 จากเป้าหมาย 100 ถึงเป้าหมาย',
    ],
    [
      'a year stated early, short',
      NOVEMBER,
      { year: 75, reports: { 1: WORDS, 2: WORDS, 3: WORDS } },
      'ต้นทางระบุว่าทั้งปีได้ 75.00 จากเป้าหมาย 100 ยังไม่ถึงเป้าหมาย ไตรมาสที่ 4 เกินกำหนดแล้วยังไม่รายงาน',
    ],
  ]);
});
