import { describe, expect, test } from 'vitest';
import { getTargetsView } from '#views/targets-view.ts';
import { buildEntryChange, buildField, buildLedger, buildRevision, buildScores } from '../support/build-ledger.ts';
import { buildSite, thai } from '../support/build-site.ts';

const ROADS = '2567/finance/roads';
const FIRST = buildRevision('2023-09-20', { change: 'added', places: ['indicator'] });
const moved = [buildField('target', 90, 85, 'after-year-began'), buildField('name', 'ก', 'ข')];

const CORRECTION = {
  date: '2024-03-04',
  field: 'target',
  from: 90,
  to: 85,
  reason: 'งบประมาณถูกตัด',
  approvedBy: 'ปลัดเทศบาล',
};

const site = buildSite({ items: { [ROADS]: {}, '2566/finance/roads': {} } });

describe('the ledger of moved targets', () => {
  test('says that none was moved, and since when that is known', () => {
    const ledger = buildLedger({ items: { [ROADS]: [FIRST] } });
    const view = getTargetsView({ ...site, ledger }, 2567, thai);
    expect(view.lead).toBe('ไม่มีเป้าหมายหรือเกณฑ์ใดถูกแก้หลังเริ่มปีงบประมาณ เท่าที่มีประวัติตั้งแต่ 20 กันยายน 2566');
    expect(view.rows).toEqual([]);
  });

  test('of a year that began before the history says that earlier changes are not known', () => {
    const ledger = buildLedger({ items: { [ROADS]: [FIRST] } });
    const notes = (year: number) => getTargetsView({ ...site, ledger }, year, thai).notes.join();
    expect(notes(2566)).toContain('ไม่รู้ว่ามีการแก้ก่อน 20 กันยายน 2566');
    expect(notes(2567)).not.toContain('ไม่รู้');
  });

  test('tells each with its values, day, effect, and that nobody explained it', () => {
    const change = buildRevision('2024-03-04', {
      entries: [buildEntryChange({ fields: moved })],
      standings: [buildScores('year', 8, 12)],
    });
    const ledger = buildLedger({ items: { [ROADS]: [FIRST, change] } });
    const view = getTargetsView({ ...site, ledger }, 2567, thai);
    expect(view.lead).toContain('1 ครั้ง');
    expect(view.rows).toMatchObject([
      {
        place: 'สำนัก finance',
        href: `/${ROADS}/#history`,
        lines: [{ label: 'ค่าเป้าหมาย', before: '90', after: '85' }],
        effects: ['คะแนนทั้งปี: 8.00 → 12.00 จาก 20 คะแนน'],
        day: '4 มีนาคม 2567',
        reasons: [],
      },
    ]);
  });

  test('gives the reason and the position that approved it', () => {
    const corrections = { added: [CORRECTION], removed: [] };
    const change = buildRevision('2024-03-04', { entries: [buildEntryChange({ fields: moved, corrections })] });
    const ledger = buildLedger({ items: { [ROADS]: [FIRST, change] } });
    const [row] = getTargetsView({ ...site, ledger }, 2567, thai).rows;
    expect(row?.reasons).toEqual(['เหตุผล: งบประมาณถูกตัด · ผู้อนุมัติ: ปลัดเทศบาล']);
    expect(row?.effects).toEqual(['ไม่มีผลต่อคะแนน']);
  });

  test('leaves out what was changed before the year began, and other years', () => {
    const early = buildRevision('2023-09-30', { entries: [buildEntryChange({ fields: moved })] });
    const other = buildRevision('2024-03-04', {
      path: '2566/finance/roads',
      entries: [buildEntryChange({ fields: moved })],
    });
    const ledger = buildLedger({ items: { [ROADS]: [FIRST, early], '2566/finance/roads': [other] } });
    expect(getTargetsView({ ...site, ledger }, 2567, thai).rows).toEqual([]);
  });

  test('holds a promise that was removed after the year began, unless it came back', () => {
    const removed = buildRevision('2024-06-03', { path: '2567/finance/lights', change: 'removed' });
    const back = [
      FIRST,
      buildRevision('2024-06-10', { change: 'removed' }),
      buildRevision('2024-06-11', { change: 'restored' }),
    ];
    const ledger = buildLedger({ items: { [ROADS]: back }, gone: { '2567/finance/lights': [removed] } });
    const { rows } = getTargetsView({ ...site, ledger }, 2567, thai);
    expect(rows).toMatchObject([{ headline: 'ลบตัวชี้วัดนี้ออก', day: '3 มิถุนายน 2567' }]);
  });

  test('without a history says that it is not known', () => {
    const { lead } = getTargetsView(site, 2567, thai);
    expect(lead).toContain('ไม่รู้ประวัติ');
    expect(lead).not.toContain('ไม่มีเป้าหมาย');
  });
});
