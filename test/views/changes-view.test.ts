import { describe, expect, test } from 'vitest';
import type { Revision } from '#domain/ledger/ledger.ts';
import { listChangesPages } from '#views/changes-pages.ts';
import { type ChangesView, getChangesView } from '#views/changes-view.ts';
import {
  buildCommit,
  buildEntryChange,
  buildField,
  buildLedger,
  buildRevision,
  buildScores,
  type LedgerParts,
} from '../support/build-ledger.ts';
import { buildSite, english, thai } from '../support/build-site.ts';

const ROADS = '2567/finance/roads';

function buildHistory(parts: LedgerParts) {
  const items = Object.fromEntries(Object.keys(parts.items ?? {}).map((path) => [path, {}]));
  return { ...buildSite({ items }), ledger: buildLedger(parts) };
}

/** Revisions of many indicators of one commit. */
function buildMany(count: number, year: number, make: (path: string) => Revision): Record<string, Revision[]> {
  const paths = Array.from({ length: count }, (_, index) => `${year}/agency-${index % 3}/item-${index}`);
  return Object.fromEntries(paths.map((path) => [path, [make(path)]]));
}

function listLines(view: ChangesView) {
  return view.days.flatMap(({ commits }) => commits.flatMap(({ lines }) => lines));
}

const added = (path: string) => buildRevision('2023-09-20', { path, change: 'added', places: ['indicator'] });

function changed(path: string, day = '2024-03-05'): Revision {
  const entries = [buildEntryChange({ place: 1, fields: [buildField('result', 1, 2, 'closed-without-correction')] })];
  return buildRevision(day, { path, entries, standings: [buildScores('year', 8, 12)] });
}

describe('the list of changes', () => {
  test('has the newest day first, each change with its commit, values and score', () => {
    const view = getChangesView(buildHistory({ items: { [ROADS]: [added(ROADS), changed(ROADS)] } }), '', thai);
    expect(view.days.map(({ day }) => day)).toEqual(['5 มีนาคม 2567', '20 กันยายน 2566']);
    const [commit] = view.days[0]?.commits ?? [];
    expect(commit?.commit?.id).toBe(buildCommit('2024-03-05').id.slice(0, 7));
    const [line] = commit?.lines ?? [];
    expect(line).toMatchObject({ href: `/${ROADS}/#history`, place: 'สำนัก finance · ปีงบประมาณ 2567' });
    expect(line?.revision?.lines).toMatchObject([{ before: '1.00', after: '2.00' }]);
    expect(line?.revision?.lines[0]?.marks).toEqual([{ text: 'ไตรมาสปิดแล้ว ไม่มีบันทึกการแก้ไข', isFine: false }]);
    expect(line?.revision?.effects).toEqual(['คะแนนทั้งปี: 8.00 → 12.00 จาก 20 คะแนน']);
  });

  test('tells a first import in one line, with how many are whose', () => {
    const site = buildHistory({ items: buildMany(4000, 2567, added) });
    const lines = listLines(getChangesView(site, '', thai));
    expect(lines.map(({ name }) => name)).toEqual(['เผยแพร่ตัวชี้วัดใหม่ 4,000 ตัว']);
    expect(lines[0]?.parts.map(({ count }) => count)).toEqual(['1,334', '1,333', '1,333']);
    const own = listLines(getChangesView(site, 'agency/agency-0', thai));
    expect(own[0]?.parts).toEqual([{ label: 'ปีงบประมาณ 2567', href: '/2567/agency-0/', count: '1,334' }]);
  });

  test('does not call published on a day what a shallow clone begins with', () => {
    const cut = (path: string) => ({ ...added(path), isCutOff: true as const });
    const calendar = { commit: buildCommit('2023-09-20'), year: 2567, change: 'added' as const, fields: [] };
    const calendars = [{ ...calendar, isCutOff: true as const }];
    const site = buildHistory({ items: buildMany(40, 2567, cut), calendars, state: 'shallow' });
    const lines = listLines(getChangesView(site, '', thai));
    expect(lines.map(({ kinds }) => kinds)).toEqual([['other'], ['other']]);
    expect(lines[0]?.revision?.headline).toContain('หรือก่อนหน้านั้น');
    expect(lines[1]?.name).toBe('มีอยู่แล้วในวันนี้ 40 ตัวชี้วัด (สำเนานี้มีประวัติไม่ครบ)');
  });

  test('takes many new reports together, and has each figure that changed on a line of its own', () => {
    const report = buildEntryChange({ place: 1, change: 'added', fields: [buildField('result', undefined, 5)] });
    const reports = buildMany(60, 2567, (path) => buildRevision('2024-01-10', { path, entries: [report] }));
    const figures = buildMany(60, 2566, (path) => changed(path, '2024-01-10'));
    const site = buildHistory({ items: { ...reports, ...figures } });
    expect(listLines(getChangesView(site, '', thai))).toHaveLength(61);
    expect(listLines(getChangesView(site, 'agency/agency-0', thai))).toHaveLength(40);
  });

  test('takes many changes of words together, but not where an old text cannot be read', () => {
    const words = buildMany(30, 2567, (path) => buildRevision('2024-01-10', { path }));
    const unread = buildMany(2, 2566, (path) => buildRevision('2024-01-10', { path, unreadable: ['q1.mdx'] }));
    const lines = listLines(getChangesView(buildHistory({ items: { ...words, ...unread } }), '', thai));
    expect(lines.map(({ count }) => count)).toEqual([1, 1, 30]);
    expect(lines.map(({ kinds }) => kinds.join())).toEqual(['other', 'other', 'other']);
  });

  test('is cut into pages of a hundred that lead to each other and lose nothing', () => {
    const site = buildHistory({ items: buildMany(250, 2567, (path) => changed(path)) });
    const own = listChangesPages(site).filter((page) => /^(page\/\d)?$/.test(page));
    expect(own).toEqual(['', 'page/2', 'page/3']);
    const pages = own.map((page) => getChangesView(site, page, thai));
    const names = pages.flatMap((view) => listLines(view).map(({ href }) => href));
    expect(new Set(names).size).toBe(250);
    expect(pages.map((view) => listLines(view).length)).toEqual([100, 100, 50]);
    expect(pages[1]?.pager).toMatchObject({
      place: 'หน้า 2 จาก 3 · 101–200 จาก 250',
      previous: { label: 'ใหม่กว่า', href: '/changes/' },
      next: { label: 'เก่ากว่า', href: '/changes/page/3/' },
    });
    expect(pages[0]?.headTitle).toBe('การเปลี่ยนแปลง');
    expect(pages[1]?.headTitle).toBe('การเปลี่ยนแปลง · หน้า 2 จาก 3');
    expect(pages[1]?.days[0]?.commits[0]?.continued).toBe('ต่อจากหน้าก่อน');
    expect(pages[0]?.days[0]?.commits[0]?.continued).toBeUndefined();
  });

  test('puts fewer of those on a page that changed much', () => {
    const fields = Array.from({ length: 40 }, (_, index) => buildField(`scale.levels.${index % 5}.points`, index, 1));
    const site = buildHistory({
      items: buildMany(30, 2567, (path) =>
        buildRevision('2024-03-05', { path, entries: [buildEntryChange({ fields })] }),
      ),
    });
    expect(listLines(getChangesView(site, '', thai))).toHaveLength(10);
  });

  test('of a year or an agency holds its own, what moved away among them', () => {
    const moved = buildRevision('2024-05-20', { path: ROADS, change: 'moved', from: '2565/finance/roads' });
    const site = buildHistory({
      items: { [ROADS]: [added('2565/finance/roads'), moved], '2566/health/dengue': [changed('2566/health/dengue')] },
    });
    const tell = (address: string) => listLines(getChangesView(site, address, thai)).map(({ href }) => href);
    expect(tell('2565')).toEqual([`/${ROADS}/#history`, `/${ROADS}/#history`]);
    expect(tell('2566')).toEqual(['/2566/health/dengue/#history']);
    expect(tell('agency/health')).toEqual(['/2566/health/dengue/#history']);
    expect(listChangesPages(site)).toEqual(['', '2567', '2566', '2565', 'agency/finance', 'agency/health']);
  });

  test('names what was removed, which has no page, and the score that went with it', () => {
    const removed = buildRevision('2024-06-03', {
      change: 'removed',
      standings: [{ of: 'year', before: buildScores('year', 12, 0).before ?? neverThere() }],
      marks: ['closed-without-correction'],
    });
    const site = buildHistory({ gone: { [ROADS]: [removed] } });
    const [line] = listLines(getChangesView(site, '', thai));
    expect(line).toMatchObject({ name: 'จำนวนถนนที่ปรับปรุงแล้วเสร็จ', kinds: ['gone'] });
    expect(line?.href).toBeUndefined();
    expect(line?.revision?.headline).toBe('ลบตัวชี้วัดนี้ออก คะแนนทั้งปีก่อนลบคือ 12.00 จาก 20 คะแนน');
    expect(line?.revision?.marks).toHaveLength(1);
  });

  test('counts for its filter what stands on the page, and offers no kind of which there is none', () => {
    const items = { ...buildMany(20, 2566, added), [ROADS]: [changed(ROADS)] };
    const view = getChangesView(buildHistory({ items }), '', thai);
    expect(view.filter.map(({ label }) => label)).toEqual(['ทั้งหมด 21', 'เผยแพร่ใหม่ 20', 'แก้ตัวเลข 1']);
    expect(getChangesView(buildHistory({ items: { [ROADS]: [changed(ROADS)] } }), '', thai).filter).toEqual([]);
  });

  test('tells a change of the calendar, by which all of a year are judged', () => {
    const fields = [buildField('quarters.2.due', '2024-07-15', '2024-07-31')];
    const calendar = { commit: buildCommit('2024-05-02'), year: 2567, change: 'changed' as const, fields };
    const site = buildHistory({ items: { [ROADS]: [added(ROADS)] }, calendars: [calendar] });
    const [line] = listLines(getChangesView(site, '2567', english));
    expect(line?.name).toContain('Fiscal year 2567');
    expect(line?.revision?.lines).toMatchObject([{ before: '15 July 2024', after: '31 July 2024' }]);
  });

  test('says how far back it knows, and what is not committed', () => {
    const items = { [ROADS]: [added(ROADS), buildRevision(undefined)] };
    const view = getChangesView(buildHistory({ items, state: 'shallow', isEdited: true }), '', thai);
    expect(view.notes.join()).toMatch(/ประวัติไม่ครบ.*20 กันยายน 2566.*ไม่ใช่วันที่หน่วยงานเผยแพร่.*ยังไม่ได้บันทึก/);
    expect(view.days[0]?.day).toBe('ยังไม่ได้บันทึกในคลังข้อมูล');
  });

  test('without a history says why, and not that nothing changed', () => {
    const view = getChangesView(buildSite({ items: { [ROADS]: {} } }), '', thai);
    expect(view.notes).toEqual([expect.stringContaining('ไม่รู้ประวัติ')]);
    expect(view).toMatchObject({ days: [], empty: undefined });
  });
});

function neverThere(): never {
  throw new Error('scores have a side before');
}
