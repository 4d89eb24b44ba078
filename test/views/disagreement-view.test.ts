import { describe, expect, test } from 'vitest';
import th from '#strings/th.json' with { type: 'json' };
import { countDisagreements, getDisagreements } from '#views/disagreement-view.ts';
import { buildMilestones } from '../support/build-indicator.ts';
import { buildItem, english, type ItemParts, thai } from '../support/build-site.ts';

/** What makes each contradiction, and the numbers and quoted words that both languages must show. */
const CASES: [code: string, parts: ItemParts, start: string, shown: string[]][] = [
  [
    'CW601',
    { indicator: { weight: 10, target: 10 }, reports: { 4: 45.19 } },
    'เป้าหมาย 10 เท่ากับน้ำหนักพอดี',
    [' 10 ', '45.19'],
  ],
  [
    'CW602',
    { reports: { 2: 1407.52 } },
    'ไตรมาสที่ 2: ผลงาน 1,407.52 สูงกว่าเป้าหมาย 100 ',
    ['Quarter 2: ', '1,407.52', ' 100:'],
  ],
  [
    'CW603',
    { indicator: { accumulation: 'latest' }, reports: { 3: 60, 4: 0 } },
    'ไตรมาสที่ 4 เป็น 0.00 ทั้งที่ไตรมาสที่ 3 เป็น 60.00',
    ['0.00', '60.00', '3'],
  ],
  [
    'CW604',
    { reports: { 1: 60, 2: 50.5 } },
    'ไตรมาสที่ 2: ตัวเลขสะสมลดลงจาก 60.00 (ไตรมาสที่ 1) เหลือ 50.50',
    ['2:', '60.00', '1)', '50.50'],
  ],
  [
    'CW605',
    { indicator: { declared: { result: '76' } }, year: 75 },
    'ต้นทางแจ้งผลงาน “76” แต่ตัวเลขที่ใช้คือ 75.00',
    ['“76”', '75.00'],
  ],
  [
    'CW606',
    { indicator: { declared: { target: 'ร้อยละ 80' } } },
    'ต้นทางแจ้งเป้าหมาย “ร้อยละ 80” แต่เป้าหมายที่ใช้คือ 100',
    ['“ร้อยละ 80”', ' 100'],
  ],
  [
    'CW607',
    { indicator: { scale: buildMilestones('step') }, reports: { 1: { result: 25.5, level: 3 } } },
    'ไตรมาสที่ 1: แจ้งว่าถึงระดับ 3 แต่ตามเกณฑ์ ผลงาน 25.50 อยู่ที่ระดับ 1',
    ['1:', ' 3 ', '25.50', ' 1'],
  ],
  [
    'CW623',
    { indicator: { unit: 'ร้อยละ' }, reports: { 3: { result: 30, text: 'ดำเนินการได้ร้อยละ 45' } } },
    'ไตรมาสที่ 3: คำบรรยายกล่าวถึงร้อยละ 45 ไม่ตรงกับผลงานที่รายงาน 30.00',
    ['3:', '45', '30.00'],
  ],
  [
    'CW625',
    { reports: { 4: { result: 1, declared: '1,407.52' } } },
    'ไตรมาสที่ 4: ผลงานเผยแพร่เป็น 1.00 แต่ต้นทางพิมพ์ “1,407.52”',
    ['4:', '1.00', '“1,407.52”'],
  ],
  [
    'CW629',
    {
      indicator: { scale: buildMilestones('step'), declared: { target: '5', result: '75.00' } },
      year: 75,
    },
    'หน่วยไม่ตรงกัน: เป้าหมายที่แจ้งคือ “5” ซึ่งเป็นระดับ แต่ผลงานที่แจ้งคือ “75.00” ซึ่งเป็นร้อยละ หน้านี้เทียบกับ 100',
    ['“5”', '“75.00”', ' 100'],
  ],
  [
    'CW630',
    { indicator: { scale: buildMilestones('step'), source: { inferred: ['between'] } }, year: 75 },
    'ผลงาน 75.00 อยู่ระหว่างขั้น ต้นทางไม่บอกว่านับเฉพาะขั้นที่ถึง (ระดับ 3)',
    ['75.00', '3'],
  ],
];

describe.each(CASES)('%s', (code, parts, start, shown) => {
  const { disagreements } = buildItem(parts).item;

  test('is found once and told in Thai with every number as it was published', () => {
    const views = getDisagreements(disagreements, thai);
    expect(views.map((view) => view.code)).toEqual([code]);
    expect(views[0]?.text).toMatch(/[\u0E00-\u0E7F]$|\d$/);
    expect(views[0]?.text.startsWith(start), views[0]?.text).toBe(true);
    expect(countDisagreements(disagreements)).toBe(1);
  });

  test('is told in English with the same numbers', () => {
    const text = getDisagreements(disagreements, english)[0]?.text ?? '';
    for (const part of shown) expect(text).toContain(part);
    expect(text.replace(/“[^”]*”/g, '')).not.toMatch(/[\u0E00-\u0E7F]/);
  });

  test('leaves no place unfilled and nothing between quotation marks empty', () => {
    for (const context of [thai, english]) {
      const text = getDisagreements(disagreements, context)[0]?.text ?? '';
      expect(text).not.toMatch(/[{}]|undefined|NaN|“[\s–-]*”| {2}/);
    }
  });
});

test('every text of a contradiction is worded by a case above', () => {
  const texts = Object.keys(th).filter((key) => key.startsWith('disagreement.'));
  expect(CASES).toHaveLength(texts.length);
});

test('a declared level without a declared result speaks of no percentage that nobody declared', () => {
  const parts = { indicator: { scale: buildMilestones('step'), declared: { target: '5' } }, year: 60 };
  const { disagreements } = buildItem(parts).item;
  expect(getDisagreements(disagreements, thai)).toEqual([
    { code: 'CW629', text: 'ต้นทางแจ้งเป้าหมาย “5” แต่เป้าหมายที่ใช้คือ 100' },
  ]);
});

test('a scale that can only be met or not met contradicts nothing: it is no disagreement', () => {
  const { disagreements } = buildItem({ indicator: { direction: 'lower', target: 8 }, year: 10 }).item;
  expect(disagreements.map(({ code }) => code)).toEqual(['CW621']);
  expect(getDisagreements(disagreements, thai)).toEqual([]);
  expect(countDisagreements(disagreements)).toBe(0);
});

test('figures that agree are not complained about', () => {
  const { disagreements } = buildItem({ reports: { 1: 25, 2: 50, 3: 75, 4: 100 } }).item;
  expect(getDisagreements(disagreements, thai)).toEqual([]);
});
