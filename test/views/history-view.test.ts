import { describe, expect, test } from 'vitest';
import type { Ledger, Revision } from '#domain/ledger/ledger.ts';
import { getHistory } from '#views/history-view.ts';
import { buildEntryChange, buildField, buildLedger, buildRevision, buildScores } from '../support/build-ledger.ts';
import { buildItem, english, thai } from '../support/build-site.ts';

const PATH = '2567/finance/roads';
const FIRST = buildRevision('2023-09-20', { change: 'added', places: ['indicator', 1] });

const CORRECTION = {
  date: '2024-03-02',
  field: 'result',
  from: 350,
  to: 345,
  reason: 'นับผู้ชำระซ้ำ 5 ราย',
  approvedBy: 'ผู้อำนวยการสำนักคลัง',
};

function tell(ledger: Ledger, context = thai) {
  const { site, item } = buildItem({ reports: { 1: 345 } });
  return getHistory({ ...site, ledger }, item, context);
}

function tellRevisions(...revisions: Revision[]) {
  return tell(buildLedger({ items: { [PATH]: revisions } }));
}

function correct(day: string): Revision {
  return buildRevision(day, {
    entries: [
      buildEntryChange({
        place: 2,
        fields: [buildField('result', 350, 345, 'closed-with-correction')],
        corrections: { added: [CORRECTION], removed: [] },
      }),
    ],
    standings: [buildScores(2, 8, 12), buildScores('year', 8, 12)],
  });
}

describe('the history of an indicator', () => {
  test('that nobody changed is one line with its commit', () => {
    const history = tellRevisions(FIRST);
    expect(history.lead).toBe('อยู่ในคลังข้อมูลนี้ตั้งแต่ 20 กันยายน 2566');
    expect(history.since).toBe('ไม่มีการแก้ไขตัวเลขตั้งแต่นั้น');
    expect(history.first?.id).toBe(FIRST.commit?.id.slice(0, 7));
    expect(history.newest).toEqual([]);
    expect(history.hint).toBeUndefined();
  });

  test('tells of a corrected figure what it was, what it became, why, and what it did to the score', () => {
    const history = tellRevisions(FIRST, correct('2024-03-05'));
    expect(history.hint).toContain('1 ครั้ง ล่าสุด 5 มีนาคม 2567');
    const [event] = history.newest;
    expect(event?.commit?.day).toBe('5 มีนาคม 2567');
    expect(event?.revision.lines).toEqual([
      {
        label: 'ไตรมาสที่ 2: ผลงานที่ทำได้',
        before: '350.00',
        after: '345.00',
        reasons: ['เหตุผล: นับผู้ชำระซ้ำ 5 ราย · ผู้อนุมัติ: ผู้อำนวยการสำนักคลัง'],
        marks: [{ text: 'ไตรมาสปิดแล้ว มีบันทึกการแก้ไข', isFine: true }],
      },
    ]);
    expect(event?.revision.effects).toEqual([
      'คะแนนไตรมาสที่ 2: 8.00 → 12.00 จาก 20 คะแนน',
      'คะแนนทั้งปี: 8.00 → 12.00 จาก 20 คะแนน',
    ]);
  });

  test('tells a report that came later as new, not as a change', () => {
    const report = buildEntryChange({ place: 1, change: 'added', fields: [buildField('result', undefined, 25)] });
    const history = tellRevisions(
      FIRST,
      buildRevision('2024-01-10', { entries: [report], standings: [buildScores(1, undefined, 5)] }),
    );
    expect(history.since).toContain('ไม่มีการแก้ไขตัวเลข');
    expect(history.newest[0]?.revision.lines).toMatchObject([{ label: 'รายงานใหม่ ไตรมาสที่ 1', after: '25.00' }]);
    expect(history.newest[0]?.revision.lines[0]?.before).toBeUndefined();
    expect(history.newest[0]?.revision.effects).toEqual([
      'คะแนนไตรมาสที่ 1: ไม่มีคะแนน (เกินกำหนด ยังไม่รายงาน) → 5.00 จาก 20 คะแนน',
    ]);
  });

  test('keeps zero and nothing apart', () => {
    const fields = [buildField('result', 0, undefined), buildField('level', undefined, 0)];
    const entries = [buildEntryChange({ place: 3, fields })];
    const [event] = tellRevisions(FIRST, buildRevision('2024-03-05', { entries })).newest;
    expect(event?.revision.lines.map(({ before, after }) => [before, after])).toEqual([
      ['0.00', 'ไม่มี'],
      ['ไม่มี', '0'],
    ]);
  });

  test('of many changes shows the newest, and how many came before', () => {
    const days = ['05', '06', '07', '08', '09', '10', '11'].map((day) => correct(`2024-03-${day}`));
    const history = tellRevisions(FIRST, ...days);
    expect(history.newest.map(({ commit }) => commit?.day)[0]).toBe('11 มีนาคม 2567');
    expect(history.newest.length + history.older.length).toBe(7);
    expect(history.olderLabel).toContain(String(history.older.length));
  });

  test('does not list changes of words, and counts them', () => {
    const narratives = [{ section: 'body' as const, before: { characters: 5 }, after: { characters: 9 } }];
    const history = tellRevisions(
      FIRST,
      buildRevision('2024-03-05', { entries: [buildEntryChange({ place: 1, narratives })] }),
    );
    expect(history.newest).toEqual([]);
    expect(history.since).toContain('แก้ข้อความ หลักฐาน หรือข้อมูลประกอบ 1 ครั้ง');
  });

  test('lists what changed no figure but how it stands', () => {
    const side = (status: 'overdue' | 'not-reported') =>
      ({ status, isLate: false, score: { state: 'not-scored', reason: 'not-reported' } }) as const;
    const standings = [{ of: 2, before: side('overdue'), after: side('not-reported') } as const];
    const history = tellRevisions(FIRST, buildRevision('2024-03-05', { standings }));
    expect(history.newest[0]?.revision.effects).toEqual(['สถานะไตรมาสที่ 2: เกินกำหนดรายงาน → ไม่ได้รายงาน']);
    expect(history.since).toBe('ไม่มีการแก้ไขตัวเลขตั้งแต่นั้น');
  });

  test('says where it stood before, and that it was brought back', () => {
    const moved = buildRevision('2024-04-10', { change: 'moved', from: '2565/finance/roads' });
    const history = tellRevisions(FIRST, moved, buildRevision('2024-06-11', { change: 'restored' }));
    const headlines = history.newest.map(({ revision }) => revision.headline);
    expect(headlines).toEqual(['นำกลับมาเผยแพร่อีกครั้งหลังถูกลบ', 'ย้ายที่อยู่ เดิมอยู่ที่ 2565/finance/roads']);
  });

  test('says of an old version that cannot be read that its figures are not known', () => {
    const history = tellRevisions(FIRST, buildRevision('2024-03-05', { unreadable: ['q1.mdx'] }));
    expect(history.newest[0]?.revision.notes.join()).toContain('ไม่รู้ว่าตัวเลขเคยเป็นเท่าใด: q1.mdx');
  });

  test('never says since when, where the copy does not know', () => {
    const cut = { ...FIRST, isCutOff: true as const };
    const history = tell(buildLedger({ state: 'shallow', items: { [PATH]: [cut] } }), english);
    expect(history.lead).toBe(
      'Already there on 20 September 2023: this copy has only a part of the history, so earlier changes are not known.',
    );
  });

  test('says of what is not committed that it is not', () => {
    const { commit: _, ...unrecorded } = correct('2024-03-05');
    const history = tellRevisions(FIRST, unrecorded);
    expect(history.newest[0]?.commit).toBeUndefined();
    expect(history.hint).not.toContain('ล่าสุด');
    expect(tellRevisions().lead).toBe('ยังไม่ได้บันทึกในคลังข้อมูล');
  });

  test.each(['no-git', 'no-repository', 'not-trusted', 'no-commit'] as const)('says why it is not known: %s', (gap) => {
    const history = tell({ state: 'unknown', reason: gap });
    expect(history.lead).toMatch(/ไม่รู้ประวัติ|ยังไม่มีประวัติ/);
    expect(history).toMatchObject({ newest: [], older: [] });
  });
});
