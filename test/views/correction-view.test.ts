import { describe, expect, test } from 'vitest';
import type { EntryPlace } from '#domain/impact/impact.ts';
import { type CorrectionView, getCorrectionViews } from '#views/correction-view.ts';
import { buildMilestones } from '../support/build-indicator.ts';
import { buildItem, english, type ItemParts, thai } from '../support/build-site.ts';

const about = { date: '2024-05-02', reason: 'พิมพ์เกินหนึ่งหลัก', approvedBy: 'ผู้อำนวยการ' };

function view(place: EntryPlace, parts: ItemParts, context = thai): CorrectionView[] {
  const { site, item } = buildItem(parts);
  return getCorrectionViews(site, item, context).get(place) ?? [];
}

describe('a corrected figure', () => {
  const parts: ItemParts = {
    indicator: { weight: 20, scale: buildMilestones('step') },
    reports: { 1: { result: 60, corrections: [{ ...about, field: 'result', from: 40, to: 60 }] }, 2: 60 },
  };

  test('shows both values and both scores, when, why and who approved it', () => {
    expect(view(1, parts)).toEqual([
      {
        field: 'ผลงานที่ทำได้',
        before: '40.00',
        after: '60.00',
        scores: ['คะแนนไตรมาสที่ 1: 8.00 → 12.00 จาก 20 คะแนน'],
        when: 'แก้เมื่อ 2 พฤษภาคม 2567',
        reason: 'พิมพ์เกินหนึ่งหลัก',
        approvedBy: 'ผู้อำนวยการ',
      },
    ]);
    expect(view(1, parts, english)[0]).toMatchObject({
      field: 'Result',
      scores: ['Score of quarter 1: 8.00 → 12.00 of 20 points'],
      when: 'Changed on 2 May 2024',
    });
  });

  test('shows what it does to the year where that changes, and to quarters that are added up', () => {
    const summed: ItemParts = { ...parts, indicator: { ...parts.indicator, accumulation: 'per-quarter' } };
    expect(view(1, { ...summed, reports: { ...summed.reports, 2: 10 } })[0]?.scores).toEqual([
      'คะแนนไตรมาสที่ 1: 8.00 → 12.00 จาก 20 คะแนน',
      'คะแนนไตรมาสที่ 2: 8.00 → 12.00 จาก 20 คะแนน',
      'คะแนนทั้งปี: 8.00 → 12.00 จาก 20 คะแนน',
    ]);
  });

  test('is told as absent, not as zero, with why there was no score', () => {
    const corrections = [{ ...about, field: 'result', from: 'absent', to: 0 }];
    expect(view(4, { reports: { 4: { result: 0, corrections } } })[0]).toMatchObject({
      before: 'ไม่มี',
      after: '0.00',
      scores: [expect.stringMatching(/^คะแนนไตรมาสที่ 4: .*ไม่.* → 0\.00 จาก 10 คะแนน$/), expect.any(String)],
    });
  });

  test('that scores as before is said to', () => {
    const corrections = [{ ...about, field: 'result', from: 45, to: 55 }];
    const kept = { ...parts, reports: { 1: { result: 55, corrections } } };
    expect(view(1, kept)[0]?.scores).toEqual(['คะแนนไม่เปลี่ยน']);
  });
});

test('a promise that moved tells every score it moves, and both weights where the weight did', () => {
  const corrections = [{ ...about, field: 'weight', from: 20, to: 10 }];
  const [moved] = view('indicator', { indicator: { weight: 10, corrections }, reports: { 4: 100 } });
  expect(moved).toMatchObject({ field: 'น้ำหนัก', before: '20', after: '10' });
  expect(moved?.scores).toEqual([
    'คะแนนไตรมาสที่ 4: 20.00 จาก 20 คะแนน → 10.00 จาก 10 คะแนน',
    'คะแนนทั้งปี: 20.00 จาก 20 คะแนน → 10.00 จาก 10 คะแนน',
  ]);
});

test('a scale told in words, a choice and a path are told by their values', () => {
  const corrections = [
    { ...about, field: 'scale', from: 'เต็มที่ 90', to: 'เต็มที่ 100' },
    { ...about, field: 'direction', from: 'lower', to: 'higher' },
    { ...about, field: 'path', from: '2566/finance/roads', to: '2567/finance/roads' },
  ];
  const views = view('indicator', { indicator: { corrections }, reports: { 4: 50 } });
  expect(views.map(({ field, before }) => [field, before])).toEqual([
    ['เกณฑ์คะแนน', 'เต็มที่ 90'],
    [expect.any(String), expect.stringContaining('น้อย')],
    ['ที่อยู่', '2566/finance/roads'],
  ]);
  expect(views[0]?.scores).toEqual(['คิดคะแนนก่อนแก้ไม่ได้ เพราะมีการแก้ที่บันทึกไว้เป็นคำบรรยาย']);
  expect(views[2]?.scores).toEqual([]);
});
