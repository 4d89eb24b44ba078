import { readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFiles } from '../support/content-folder.ts';
import { makeSiteRepository } from '../support/git-folder.ts';
import { readTables, runImpact } from '../support/run-impact.ts';

const Q2 = 'reports/2567/public-works/road-repair/q2.mdx';
const RECEIPT = 'reports/2567/finance/e-receipt/indicator.mdx';
const LATE = 'reports/2567/public-works/rescue-time/q3.mdx';
const CALENDAR = 'calendar/2567.yaml';

/** The third quarter was due on the 15th of July; the second closed in May. */
const TODAY = ['--today', '2024-07-20'];

function edit(content: string, file: string, from: string, to: string): Record<string, string> {
  const text = readFileSync(join(content, file), 'utf8');
  expect(text).toContain(from);
  return { [file]: text.replace(from, to) };
}

describe('npm run impact', () => {
  test('says of a branch that changes a result, moves a target and adds a late report exactly that, with both scores', () => {
    const { content, commit } = makeSiteRepository();
    commit({
      ...edit(content, Q2, 'result: 50', 'result: 60'),
      ...edit(content, RECEIPT, 'target: 100', 'target: 90'),
      [LATE]: '---\nresult: 10\nsubmitted: 2024-07-18\n---\n\nไปถึงเร็วขึ้น\n',
    });
    const { status, stdout, stderr } = runImpact(content, ['--base', 'main', ...TODAY]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [verdict, , attention] = stdout.split('\n');
    expect(verdict).toBe(
      '**เปลี่ยนตัวเลข 1 ตัว · ย้ายเป้าหมาย 1 ตัว · เพิ่มรายงาน 1 ฉบับ (ล่าช้า 1 ฉบับ) · คะแนนทั้งปีเปลี่ยน 2 ตัวชี้วัด**',
    );
    expect(attention).toBe(
      '⚠️ ควรดูก่อนรวม: แก้เป้าหมายหรือเกณฑ์หลังเริ่มปีงบประมาณ 1 ช่อง · แก้ไตรมาสที่ปิดแล้วโดยไม่มีบันทึกการแก้ไข 2 จุด',
    );
    const tables = readTables(stdout);
    const link = (path: string) => `[\`${path}\`](https://chiwat.example.org/${path}/)`;
    const [roads, rescue] = ['2567/public-works/road-repair', '2567/public-works/rescue-time'].map(link);
    const closed = '⚠️ ไตรมาสปิดแล้ว ไม่มีบันทึกการแก้ไข';
    expect(tables.ตัวเลขและคะแนน).toEqual([
      [
        `ระยะเวลาเฉลี่ยในการไปถึงที่เกิดเหตุ<br>${rescue}`,
        'ไตรมาสที่ 3: รายงานใหม่',
        '(ไม่มี) → 10.00',
        'เกินกำหนด ยังไม่รายงาน → 7.50 จาก 15 คะแนน · มีผล ไม่มีแผนให้เทียบ',
      ],
      [rescue, 'ผลและสถานะทั้งปี', '10.50 → 10.00', '5.63 จาก 15 คะแนน → 7.50 จาก 15 คะแนน · มีผล ไม่มีแผนให้เทียบ'],
      [
        `ร้อยละของถนนชำรุดที่ซ่อมแล้วเสร็จ<br>${roads}`,
        `ไตรมาสที่ 2: ผลงานที่ทำได้<br>${closed}`,
        '50.00 → 60.00',
        '2.00 จาก 10 คะแนน → 4.00 จาก 10 คะแนน · เป็นไปตามแผน',
      ],
      [roads, 'ผลและสถานะทั้งปี', '50.00 → 60.00', '2.00 จาก 10 คะแนน → 4.00 จาก 10 คะแนน · เป็นไปตามแผน'],
    ]);
    expect(tables.เป้าหมายและเกณฑ์ที่ถูกแก้).toEqual([
      [
        `ความสำเร็จในการจัดทำระบบใบเสร็จรับเงินอิเล็กทรอนิกส์<br>${link('2567/finance/e-receipt')}`,
        'ค่าเป้าหมาย',
        '100 → 90',
        'คะแนนไม่เปลี่ยน',
        `⚠️ แก้หลังเริ่มปีงบประมาณ<br>${closed}`,
      ],
    ]);
    expect(tables.รายงานล่าช้าหรือเลยกำหนด).toEqual([
      [expect.stringContaining('rescue-time'), '3', '15 กรกฎาคม 2567', 'ส่งช้า 3 วัน (ส่ง 18 กรกฎาคม 2567)'],
    ]);
    expect(tables.ผลรวม?.map(([scope, change]) => [scope, change])).toEqual([
      ['ทุกหน่วยงาน ปีงบประมาณ 2567', '16.98 จาก 50 (33.96%) → 20.85 จาก 50 (41.7%)'],
      ['สำนักช่าง ปีงบประมาณ 2567', '7.63 จาก 25 (30.52%) → 11.50 จาก 25 (46%)'],
    ]);
    // The figure contradicts its narrative now; the checker says so of this file and of no other.
    expect(tables.คำเตือนใหม่?.map(([file]) => file?.replaceAll('\u200B', ''))).toEqual([`${Q2}:2:9`]);
    expect(Object.keys(tables)).toHaveLength(6);
    expect(stdout).toContain('แก้ตรง ๆ 3 หน้า');
  });

  test('says that nothing changes where nothing does, and that no figure does where only words do', () => {
    const { content } = makeSiteRepository();
    const same = runImpact(content, ['--base', 'main']);
    expect(same.stdout.split('\n')[0]).toBe('**ไม่มีอะไรเปลี่ยนในข้อมูลที่เผยแพร่**');
    expect(same.stdout).toContain('สถานะทั้งสองฝั่งคิด ณ วันที่ 20 กรกฎาคม 2567');
    expect(readTables(same.stdout)).toEqual({});
    writeFiles(content, edit(content, Q2, 'ซ่อมแล้วเสร็จสะสม', 'ซ่อมเสร็จสะสม'));
    const words = runImpact(content, ['--base', 'main', '--lang', 'en']);
    expect(words.stdout.split('\n')[0]).toBe('**Changes no figure and no score · other changes: 1**');
  });

  test('compares with where the branch left main, and with main itself where that is asked for', () => {
    const { content, git, commit } = makeSiteRepository();
    commit(edit(content, Q2, 'result: 50', 'result: 60'));
    git('checkout', '-q', 'main');
    commit(edit(content, RECEIPT, 'target: 100', 'target: 90'));
    const args = ['--base', 'main', '--head', 'report', '--format', 'json', ...TODAY];
    const read = (more: string[]) => JSON.parse(runImpact(content, [...args, ...more]).stdout);
    const [merged, exact] = [read([]), read(['--exact'])];
    expect(merged.base).toEqual({
      revision: 'main',
      commit: git('rev-parse', 'main~1'),
      isMergeBase: true,
      isEmpty: false,
      errors: 0,
      leftOut: [],
    });
    expect(merged.head).toMatchObject({ revision: 'report', isWorkingTree: false });
    const list = ({ items }: { items: { path: string }[] }) => items.map(({ path }) => path);
    expect(list(merged)).toEqual(['2567/public-works/road-repair']);
    expect(list(exact)).toEqual(['2567/finance/e-receipt', '2567/public-works/road-repair']);
  });

  test('tells a renamed folder from a removed one, and a removed report from a figure of 0', () => {
    const { content, commit } = makeSiteRepository();
    const at = (path: string) => join(content, 'reports/2566', path);
    renameSync(at('finance/tax-collection'), at('finance/land-tax'));
    rmSync(at('public-works'), { recursive: true });
    rmSync(join(content, Q2));
    commit(edit(content, 'reports/2567/finance/e-receipt/q2.mdx', 'result: 40\nlevel: 2', 'result: 0\nlevel: 2'));
    const { stdout } = runImpact(content, ['--base', 'main', ...TODAY]);
    const tables = readTables(stdout);
    expect(tables['ตัวชี้วัดที่เพิ่ม ลบ หรือย้าย']?.map(([what, , detail]) => [what, detail?.replace(/\(.*?\)/, '')])).toEqual([
      ['ย้าย', 'เดิมอยู่ที่ [`2566/finance/tax-collection`] ที่อยู่เดิมจะเปิดไม่ได้'],
      ['ลบ', 'ทั้งปี: 10.00 จาก 10 คะแนน · ถึงเป้าหมาย<br>หน้านี้จะเปิดไม่ได้<br>⚠️ ไตรมาสปิดแล้ว ไม่มีบันทึกการแก้ไข'],
    ]);
    const changes = tables.ตัวเลขและคะแนน?.map(([, field, change]) => `${field?.split('<br>')[0]} ${change}`);
    expect(changes).toContain('ไตรมาสที่ 2: ผลงานที่ทำได้ 40.00 → 0.00');
    expect(changes).toContain('ไตรมาสที่ 2: ลบรายงาน 50.00 → (ไม่มี)');
    expect(stdout.split('\n')[0]).toContain('ลบรายงาน 1 ฉบับ · ลบตัวชี้วัด 1 ตัว · ย้ายที่อยู่ตัวชี้วัด 1 ตัว');
  });

  test('a threshold of the calendar that changes standings is told in numbers with their pages', () => {
    const { content, git, commit } = makeSiteRepository();
    commit(edit(content, Q2, 'result: 50', 'result: 40'));
    git('tag', 'before');
    commit({
      ...edit(content, CALENDAR, 'onTrack: 90', 'onTrack: 85'),
      ...edit(content, 'calendar/2566.yaml', 'behind: 60', 'behind: 50'),
    });
    const { stdout } = runImpact(content, ['--base', 'before', ...TODAY]);
    expect(stdout.split('\n')[0]).toBe('**แก้ปฏิทินหรือการตั้งค่า กระทบสถานะหรือคะแนน 2 รายการ · แก้ข้อมูลอื่น 2 จุด**');
    const tables = readTables(stdout);
    expect(tables.ผลของปฏิทินหรือการตั้งค่าที่แก้).toEqual([
      [
        '2567',
        '2 รายการ ใน 1 ตัวชี้วัด',
        'ช้ากว่าแผน → เป็นไปตามแผน: 2',
        '[`2567/public-works/road-repair`](https://chiwat.example.org/2567/public-works/road-repair/)',
      ],
    ]);
    expect(tables['ปฏิทิน แผน หน่วยงาน และการตั้งค่าที่แก้']).toEqual([
      ['calendar/2566.yaml', 'ช้ากว่าแผนตั้งแต่ร้อยละ', '60 → 50'],
      ['calendar/2567.yaml', 'เป็นไปตามแผนตั้งแต่ร้อยละ', '90 → 85'],
    ]);
    expect(stdout).toContain('ตัวเลขหรือรายชื่อเปลี่ยนตามอีก 5 หน้า: `/2567/`');
  });

  test('a head with errors ends with 1, lists them as the checker does, and compares the rest', () => {
    const { content, commit } = makeSiteRepository();
    symlinkSync('q1.mdx', join(content, 'reports/2567/finance/tax-collection/q2.mdx'));
    commit({
      'reports/2567/finance/e-receipt/q2.mdx': '---\nresult: ๔๐\n---\n',
      ...edit(content, Q2, 'result: 50', 'result: 60'),
    });
    const { status, stdout } = runImpact(content, ['--base', 'main', '--head', 'HEAD', ...TODAY]);
    expect(status).toBe(1);
    expect(stdout.split('\n')[0]).toBe('❌ **เนื้อหามีข้อผิดพลาด 2 จุด เผยแพร่ไม่ได้จนกว่าจะแก้**');
    const tables = readTables(stdout);
    expect(tables.ข้อผิดพลาดที่ต้องแก้ก่อน?.map(([, problem]) => problem?.slice(0, 5))).toEqual(['CW304', 'CW102']);
    expect(tables.ตัวเลขและคะแนน).toHaveLength(2);
    expect(stdout).toContain('ไม่ได้เทียบ 2 ตัวชี้วัดที่มีไฟล์อ่านไม่ได้');
  });

  test('does not say that nothing changes where it could not compare', () => {
    const { content, commit } = makeSiteRepository();
    commit(edit(content, Q2, 'result: 50', 'result: abc'));
    const { stdout } = runImpact(content, ['--base', 'main', ...TODAY]);
    expect(stdout.split('\n')[2]).toBe('**ไม่ได้เทียบ 1 ตัวชี้วัด เพราะมีไฟล์ที่อ่านไม่ได้**');
  });

  test.each([
    ['the files as they stand', [], false],
    ['what is staged', [], true],
    ['a revision', ['--head', 'HEAD'], true],
  ])('tells evidence of the same size apart in %s', (_, head, isKept) => {
    const { content, commit, git } = makeSiteRepository();
    const file = 'reports/2567/public-works/road-repair/log.pdf';
    const bytes = readFileSync(join(content, file));
    bytes[bytes.length - 1] = 0x58;
    if (isKept && head.length > 0) commit({ [file]: bytes });
    else writeFiles(content, { [file]: bytes });
    if (isKept) git('add', '-A');
    const { stdout } = runImpact(content, ['--base', 'main', '--lang', 'en', ...head, ...TODAY]);
    expect(stdout).toContain('evidence files changed: “log.pdf”');
    expect(stdout).not.toContain('road.png');
  });

  test('a closed quarter without anything to report that is taken away is marked', () => {
    const { content, commit, git } = makeSiteRepository();
    const file = 'reports/2567/finance/e-receipt/q2.mdx';
    commit({ [file]: '---\nnotApplicable: ระบบปิดปรับปรุง\n---\n' });
    git('tag', 'before');
    rmSync(join(content, file));
    const rows = readTables(runImpact(content, ['--base', 'before', '--lang', 'en', ...TODAY]).stdout)[
      'Figures and scores'
    ];
    expect(rows?.map(([, field, change]) => `${field} ${change}`)).toContainEqual(
      expect.stringMatching(/^Quarter 2: .*closed quarter, no correction ระบบปิดปรับปรุง → \(none\)$/),
    );
  });

  test('what cannot be compared ends with 2, and a call that was not understood shows how it is made', () => {
    const { content } = makeSiteRepository();
    const unknown = runImpact(content, ['--base', 'nowhere']);
    expect(unknown).toMatchObject({ status: 2, stdout: '' });
    expect(unknown.stderr).toMatch(/^ไม่พบ “nowhere”.*git fetch origin\n$/);
    const misspelt = runImpact(content, ['--bsae', 'main']);
    expect(misspelt.status).toBe(2);
    expect(misspelt.stderr).toContain('--base REV');
  });

  test('writes to a file; a base without content makes everything new', () => {
    const { content, folder, git } = makeSiteRepository();
    git('checkout', '-q', '--orphan', 'empty');
    git('rm', '-q', '-r', '--cached', '.');
    git('commit', '-q', '--allow-empty', '-m', 'empty');
    git('checkout', '-q', '-f', 'report');
    const out = join(folder, 'impact.json');
    const run = runImpact(content, ['--base', 'empty', '--exact', '--format', 'json', '--out', out]);
    expect(run).toEqual({ status: 0, stdout: '', stderr: '' });
    const { base, items } = JSON.parse(readFileSync(out, 'utf8'));
    expect(base.isEmpty).toBe(true);
    expect(items.map(({ change }: { change: string }) => change)).toEqual(Array(6).fill('added'));
  });
});
