import { describe, expect, test } from 'vitest';
import { getIndicatorView } from '#views/indicator-view.ts';
import { buildItem, buildSite, english, type ItemParts, thai } from '../support/build-site.ts';

function view(parts: ItemParts = {}, today?: string, context = thai) {
  const { site, path } = buildItem(parts, today);
  return getIndicatorView(site, path, context);
}

describe('the answer in five seconds', () => {
  test('is target, result, score and status together', () => {
    const { answer } = view({ reports: { 1: 20, 4: 75 } });
    expect(answer).toMatchObject({
      status: { status: 'missed', label: 'ไม่ถึงเป้าหมาย' },
      target: '100',
      result: '75.00',
      score: { value: '7.50', note: 'จาก 10 คะแนน' },
      unit: 'สาย',
      sentence: 'ไม่ถึงเป้าหมาย: ผลงาน 75.00 · เป้าหมาย 100',
    });
  });

  test('shows a result beyond its target as it is; only the score stops', () => {
    const { answer } = view({ year: 119.58 });
    expect(answer).toMatchObject({ result: '119.58', score: { value: '10.00' }, status: { status: 'met' } });
    expect(answer.bar).toMatchObject({ share: 1, label: 'ผลงาน 119.58 เทียบกับเป้าหมาย 100' });
    expect(answer.bar?.targetShare).toBeCloseTo(100 / 119.58);
  });

  test('says where the result comes from and which quarter is missing in it', () => {
    expect(view({ year: 75 }).answer.resultNote).toBe('ผลของทั้งปีตามที่ต้นทางแจ้ง');
    expect(view({ reports: { 3: 75 } }).answer.resultNote).toBe('คิดจากไตรมาสที่ 3');
    const parts: ItemParts = { indicator: { accumulation: 'per-quarter' }, reports: { 1: 20, 4: 30 } };
    expect(view(parts).answer.resultNote).toBe('คิดจากไตรมาสที่ 1, 4 · ไม่มีตัวเลขของไตรมาสที่ 2, 3');
    expect(view(parts, undefined, english).answer.resultNote).toBe('From quarter 1, 4 · no figure for quarter 2, 3');
  });

  test('lists what is open: missing and overdue quarters, a year not over', () => {
    expect(view({ reports: { 4: 75 } }).answer.open).toEqual(['ไตรมาสที่ 1, 2, 3 ไม่ได้รายงาน']);
    expect(view({}, '2024-05-01').answer.open).toEqual(['ไตรมาสที่ 1 ไม่ได้รายงาน', 'ไตรมาสที่ 2 เกินกำหนด ยังไม่รายงาน']);
    expect(view({ reports: { 1: 5 } }, '2024-02-01').answer.open).toEqual(['ยังไม่สิ้นปี ตัวเลขอาจเปลี่ยน']);
  });

  test('does not call reports missing that the source at hand never held', () => {
    const { answer } = view({ indicator: { source: { quarters: 'not-in-source' } }, year: 75 });
    expect(answer.open).toEqual(['ต้นทางที่มีไม่ให้รายงานรายไตรมาส จึงไม่รู้ว่าเคยรายงานหรือไม่']);
  });

  test('says from when and why an indicator was withdrawn', () => {
    const withdrawn = { quarter: 3, reason: 'รวมกับตัวชี้วัดอื่น' } as const;
    const { answer } = view({ indicator: { withdrawn }, reports: { 1: 5, 2: 9 } });
    expect(answer.open[0]).toBe('ยกเลิกตั้งแต่ไตรมาสที่ 3: รวมกับตัวชี้วัดอื่น');
    expect(answer.score).toMatchObject({ isScored: false, value: '–', note: 'ยกเลิกแล้ว ไม่คิดคะแนน' });
  });

  test.each<[name: string, parts: ItemParts]>([
    ['an unknown target', { indicator: { target: 'unknown' }, year: 5 }],
    ['a target of zero', { indicator: { direction: 'lower', target: 0 }, year: 0 }],
    ['no result', {}],
    ['a result below zero', { year: -5 }],
    ['different units', { indicator: { notScored: { reason: 'unit-mismatch', note: 'x' } }, year: 5 }],
  ])('draws no bar for %s', (_, parts) => {
    expect(view(parts).answer.bar).toBeUndefined();
  });

  test('is a sentence also where there is no number', () => {
    expect(view().answer.sentence).toBe('ไม่ได้รายงาน: เป้าหมาย 100');
    const parts: ItemParts = { indicator: { target: 'unknown', declared: { target: 'ดีมาก' } }, year: 4.577 };
    expect(view(parts).answer.sentence).toMatch(/: ผลงาน 4\.577 · ต้นทางพิมพ์ “ดีมาก”$/);
    const inferred: ItemParts = {
      indicator: { source: { inferred: ['target'] }, declared: { target: '5' } },
      year: 75,
    };
    expect(view(inferred).answer.sentence).toBe('ไม่ถึงเป้าหมาย: ผลงาน 75.00 · เป้าหมาย 100');
  });
});

describe('what the source left open is said', () => {
  test('in the eyebrow: of the year and the name', () => {
    const source = { year: 'inferred', name: 'described' } as const;
    const { eyebrow } = view({ indicator: { code: '7.2', negotiated: true, source } });
    expect(eyebrow).toEqual([
      'สำนัก finance',
      'ปีงบประมาณ 2567 (อนุมาน)',
      'รหัส 7.2',
      'ตัวชี้วัดเชิงยุทธศาสตร์',
      'เจรจาเป้าหมาย',
      thai.t('source.name-described'),
    ]);
    expect(view({ indicator: { kind: 'unknown' } }).eyebrow).toEqual(['สำนัก finance', 'ปีงบประมาณ 2567']);
  });

  test('beside each fact that is the editors’ own reading', () => {
    const { facts } = view({ indicator: { weight: 'unknown', source: { inferred: ['direction'] } } });
    expect(facts.map(({ value, note }) => [value, note])).toEqual([
      ['สาย', undefined],
      ['ไม่ทราบ', undefined],
      ['ยิ่งมากยิ่งดี', 'อนุมาน'],
      ['สะสม: ตัวเลขแต่ละไตรมาสรวมไตรมาสก่อนหน้าแล้ว', undefined],
    ]);
  });

  test('of output or outcome', () => {
    expect(view().outcome).toEqual({ label: 'ผลผลิต (Output)', isKnown: true });
    expect(view({ indicator: { outcome: 'unknown' } }).outcome).toMatchObject({ isKnown: false });
  });

  test('with its own words, kept as they are', () => {
    const declared = { target: '5', result: '75.00', name: 'จำนวนถนนที่ปรับปรุงแล้วเสร็จ' };
    expect(view({ indicator: { declared } }).declared).toEqual([
      { label: 'เป้าหมาย', value: '5', language: 'th' },
      { label: 'ผลงานที่ทำได้', value: '75.00', language: 'th' },
    ]);
  });

  test('when target and result cannot be compared: figures without a score, and why', () => {
    const notScored = { reason: 'unit-mismatch', note: 'เป้าหมายเป็นครั้ง ผลงานเป็นร้อยละ' } as const;
    const made = view({ indicator: { notScored }, year: 75 });
    expect(made.notScored).toEqual({ reason: 'เป้าหมายกับผลงานคนละหน่วย', note: notScored.note });
    expect(made.answer).toMatchObject({ result: '75.00', score: { value: '–' }, status: { label: 'เทียบกันไม่ได้' } });
  });
});

describe('figures to look at', () => {
  test('are called contradictions only where figures contradict each other', () => {
    const title = (parts: ItemParts) => view(parts).checkTitle;
    expect(title({ reports: { 2: 60, 3: 50 } })).toBe('ตัวเลขที่ขัดแย้งกัน');
    expect(title({ year: 500 })).toBe(thai.t('indicator.to-check'));
    expect(title({ indicator: { direction: 'lower', target: 8 }, year: 50 })).toBe(thai.t('indicator.to-check'));
    expect(title({ indicator: { notScored: { reason: 'disputed', note: 'x' } }, year: 500 })).toBe('ตัวเลขที่ขัดแย้งกัน');
  });
});

describe('the page', () => {
  test('leads home, to the year, to the agency, and to the other years of the series', () => {
    const site = buildSite({ items: { '2565/a/x': {}, '2566/a/x': {}, '2567/a/x': {}, '2567/a/y': {} } });
    const made = getIndicatorView(site, '2566/a/x', english);
    expect(made.crumbs.map(({ href }) => href)).toEqual(['/en/', '/en/2566/', '/en/2566/a/']);
    expect(made.otherYears.map(({ href }) => href)).toEqual(['/en/2567/a/x/', '/en/2565/a/x/']);
    expect(made.dataHref).toBe('/2566/a/x.json');
  });

  test('leads to all years on one page, where there is more than this one', () => {
    const site = buildSite({ items: { '2566/a/x': {}, '2567/a/x': {}, '2567/a/y': {} } });
    expect(getIndicatorView(site, '2567/a/x', english).series?.href).toBe('/en/series/a/x/');
    expect(getIndicatorView(site, '2567/a/y', english).series).toBeUndefined();
  });

  test('says from which year on figures cannot be compared, in that year only', () => {
    const redefined = { indicator: { redefined: 'นับเป็นสาย' } };
    const site = buildSite({ items: { '2565/a/x': {}, '2566/a/x': redefined, '2567/a/x': {} } });
    expect(getIndicatorView(site, '2566/a/x', thai).incomparable).toEqual({
      text: 'ตัวเลขตั้งแต่ปี 2566 เทียบกับปีก่อนหน้าไม่ได้',
      reasons: [{ text: 'เปลี่ยนสิ่งที่วัด', words: 'นับเป็นสาย' }],
    });
    expect(getIndicatorView(site, '2567/a/x', thai).incomparable).toBeUndefined();
  });

  test('says what the indicator came from and what became of it, from the side of either', () => {
    const site = buildSite({ items: { '2566/a/x': {}, '2567/a/y': { indicator: { continues: 'a/x' } } } });
    const tell = (path: string) =>
      getIndicatorView(site, path, thai).lineage.map(({ lead, series }) => [lead, series[0]?.href]);
    expect(tell('2567/a/y')).toEqual([['ปี 2567 ใช้ต่อจาก', '/series/a/x/']]);
    expect(tell('2566/a/x')).toEqual([['ปี 2567 เปลี่ยนไปใช้', '/series/a/y/']]);
  });

  test('is told from its namesakes of other agencies and years in the browser’s tab', () => {
    const { title, headTitle } = view({ indicator: { name: 'ถนน' } });
    expect([title, headTitle]).toEqual(['ถนน', 'ถนน · สำนัก finance · ปีงบประมาณ 2567']);
  });

  test('knows whether there are reviews and quarters to show at all', () => {
    expect(view()).toMatchObject({ hasReviews: false, hasNoQuarters: false });
    const reviewed = { result: 1, review: { completeness: 0, timeliness: 0 } };
    expect(view({ reports: { 1: reviewed } }).hasReviews).toBe(true);
    expect(view({ indicator: { source: { quarters: 'not-in-source' } } }).hasNoQuarters).toBe(true);
  });

  test('holds the texts of the form, each in its place', () => {
    const made = view({
      sections: { definition: '<p>ก</p>', method: '<p>ข</p>' },
      reports: { 2: { text: 'ค', evidence: [{ title: 'ฉ' }] } },
      year: { text: 'ง', evidence: [{ title: 'จ' }] },
    });
    expect([made.definition, made.method, made.quarters[1]?.narrative, made.summary]).toEqual([
      '<p>ก</p>',
      '<p>ข</p>',
      '<p>ค</p>',
      '<p>ง</p>',
    ]);
    expect(made.evidence).toEqual([
      { title: 'จ', note: 'ต้นทางให้แต่ชื่อ ไม่แนบไฟล์' },
      { title: 'ฉ', note: 'ไตรมาสที่ 2 · ต้นทางให้แต่ชื่อ ไม่แนบไฟล์' },
    ]);
    expect([made.supporting, made.obstacles]).toEqual([undefined, undefined]);
  });

  test('of an indicator that does not exist is refused by name', () => {
    expect(() => getIndicatorView(buildSite(), '2567/a/none', thai)).toThrow('no indicator at 2567/a/none');
  });
});
