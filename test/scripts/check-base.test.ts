import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, writeFiles } from '../support/content-folder.ts';
import { makeSiteRepository, runGit } from '../support/git-folder.ts';
import { type CheckRun, ROOT, runCheck } from '../support/run-check.ts';

const ROADS = 'reports/2567/public-works/road-repair';
const Q2 = `${ROADS}/q2.mdx`;
const PROMISE = `${ROADS}/indicator.mdx`;

/** The second quarter closed in May, the third is open until August. */
const TODAY = ['--today', '2024-07-20'];

function check(content: string, ...args: string[]): CheckRun {
  return runCheck(['--content', content, '--no-cache', '--base', 'main', ...TODAY, ...args]);
}

function edit(content: string, file: string, from: string, to: string): void {
  const text = readFileSync(join(content, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(content, file), text.replace(from, to));
}

/** The lines that an answer gives to be pasted. */
function findLines(stdout: string): string {
  return /\n\n((?:corrections:\n)? *- date: [\s\S]*?)\n\n/.exec(stdout)?.[1] ?? '';
}

/** Pastes lines where the answer says, with the words that a person finds. */
function paste(content: string, file: string, lines: string): void {
  const filled = lines
    .replace('reason: ...', 'reason: นับซ้ำสองจุด')
    .replace('approvedBy: ...', 'approvedBy: ผู้อำนวยการสำนักช่าง');
  const text = readFileSync(join(content, file), 'utf8');
  writeFileSync(join(content, file), text.replace(/\n---\n/, `\n${filled}\n---\n`));
}

describe('npm run check -- --base', () => {
  test('refuses a closed figure that changed, with the lines to write; with exactly these it passes', () => {
    const { content } = makeSiteRepository();
    edit(content, Q2, 'result: 50', 'result: 48.50');
    edit(content, Q2, 'ร้อยละ 50', 'ร้อยละ 48.50');
    const { status, stdout, stderr } = check(content);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout.replaceAll(content, 'content')).toBe(`content/${Q2}:2:9  CW711  ต้องแก้
  ผลงานที่ทำได้ (result): ตัวเลขนี้แก้ได้ถึงวันที่ 2024-05-15 เดิม 50 ตอนนี้ 48.50 และยังไม่มีบันทึกการแก้ไข
  → ถ้าต้องแก้จริง วางบรรทัดเหล่านี้เหนือบรรทัด --- ที่ปิดส่วนหัว แล้วพิมพ์เหตุผลกับตำแหน่งผู้อนุมัติแทน ...

corrections:
  - date: 2024-07-20
    field: result
    from: 50
    to: 48.50
    reason: ...
    approvedBy: ...

ต้องแก้ 1 · ควรตรวจดู 0 · อ่านแล้ว 26 ไฟล์
`);
    paste(content, Q2, findLines(stdout));
    expect(check(content)).toMatchObject({ status: 0 });
    edit(content, Q2, 'from: 50', 'from: 45');
    expect(check(content).stdout).toContain('CW713');
    edit(content, Q2, 'from: 45', 'from: 50.00');
    edit(content, Q2, 'to: 48.50', 'to: 49');
    expect(check(content).stdout).toContain('CW703');
    // Not filled in, the lines are no correction.
    edit(content, Q2, 'to: 49', 'to: 48.5');
    edit(content, Q2, 'reason: นับซ้ำสองจุด', 'reason: ...');
    expect(check(content)).toMatchObject({ status: 1, stdout: expect.stringContaining('CW307') });
  });

  test('gives lines that join those that are there, whatever their indentation, for several fields at once', () => {
    const { content, git, commit } = makeSiteRepository();
    const old = '- date: 2024-03-01\n  field: weight\n  from: 5\n  to: 10\n  reason: พิมพ์ผิด\n  approvedBy: ปลัดเทศบาล';
    edit(content, PROMISE, '\n---\n\n', `\ncorrections:\n${old}\n---\n\n`);
    commit();
    git('checkout', '-q', '-B', 'main');
    git('checkout', '-q', '-b', 'move');
    edit(content, PROMISE, 'target: 90', 'target: 85');
    edit(content, PROMISE, '[50, 60, 70, 80, 90]', '[50, 60, 70, 80, 85]');
    const lines = [...check(content).stdout.matchAll(/^- date: .*\n(?: {2}.*\n)+/gm)].map(([text]) => text.trimEnd());
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('\n  field: scale.edges\n  from: "50, 60, 70, 80, 90"\n  to: "50, 60, 70, 80, 85"\n');
    for (const text of lines) paste(content, PROMISE, text);
    expect(check(content)).toMatchObject({ status: 0 });
  });

  test('says nothing of an open quarter, a first report, words, or a copy that changed nothing', () => {
    const { content } = makeSiteRepository();
    expect(check(content)).toMatchObject({ status: 0 });
    writeFiles(content, {
      [`${ROADS}/q3.mdx`]: '---\nresult: 70\n---\n\nซ่อมแล้วเสร็จสะสมร้อยละ 70\n',
      'reports/2567/public-works/rescue-time/q2.mdx': '---\nresult: 10\nsubmitted: 2024-07-18\n---\n\nไปถึงเร็วขึ้น\n',
    });
    edit(content, Q2, 'ของจุดที่ต้องซ่อม', 'ของจุดที่ต้องซ่อมทั้งปี');
    expect(check(content)).toMatchObject({ status: 0 });
  });

  test('sees a report that was deleted on disk only, and one that was not added to git', () => {
    const { content } = makeSiteRepository();
    rmSync(join(content, Q2));
    const { stdout } = check(content);
    expect(stdout).toContain(`${content}/${Q2}:1:1  CW711`);
    expect(stdout).toContain('    from: 50\n    to: absent\n');
    expect(check(content, '--lang', 'en', 'reports/2567/finance').stdout).toContain('errors 0');
  });

  test('holds a commit against another, each file read as it is there', () => {
    const { content, commit } = makeSiteRepository();
    edit(content, Q2, 'result: 50', 'result: 48.50');
    commit();
    edit(content, Q2, 'result: 48.50', 'result: 50');
    expect(check(content)).toMatchObject({ status: 0 });
    const { status, stdout } = check(content, '--head', 'report', '--format', 'json');
    const { issues } = JSON.parse(stdout);
    expect(status).toBe(1);
    expect(issues.map(({ code }: { code: string }) => code)).toEqual(['CW623', 'CW711']);
    expect(issues[1]).toMatchObject({ line: 2, column: 9, lines: expect.stringContaining('    to: 48.50\n') });
    // A commit is judged by its own day, which is within the quarter's own time.
    const own = ['--content', content, '--no-cache', '--base', 'main', '--head', 'report', '--format', 'github'];
    expect(runCheck(own).stdout).toContain('corrections:%0A  - date: 2024-07-20%0A    field: result%0A');
  });

  test('starts where the branch left the base, unless it is to be the base itself', () => {
    const { content, git, commit } = makeSiteRepository();
    commit({ [`${ROADS}/q3.mdx`]: '---\nresult: 70\n---\n\nซ่อมแล้วเสร็จสะสมร้อยละ 70\n' });
    git('checkout', '-q', 'main');
    edit(content, Q2, 'result: 50', 'result: 51');
    commit();
    git('checkout', '-q', 'report');
    expect(check(content)).toMatchObject({ status: 0 });
    expect(check(content, '--exact').stdout).toContain('CW711');
  });

  test('says what to type where nothing can be compared, as npm run impact does', () => {
    const { folder, content, commit } = makeSiteRepository();
    const fail = (at: string, ...args: string[]) => {
      const { status, stdout, stderr } = runCheck(['--content', at, ...args]);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      return stderr;
    };
    expect(fail(content, '--base', 'nowhere')).toContain('git fetch origin');
    expect(fail(content, '--exact')).toContain('--base origin/main');
    expect(fail(content, '--base', 'main', '--today', '20/7/2567')).toContain('YYYY-MM-DD');
    const bare = makeFolder();
    expect(fail(bare, '--base', 'main', '--lang', 'en')).toContain('lies in no git repository');
    commit({ 'plan/new-plan.yaml': '' });
    const copy = join(makeFolder(), 'copy');
    runGit(folder, ['clone', '-q', '--depth', '1', `file://${folder}`, copy]);
    expect(fail(join(copy, 'content'), '--base', 'HEAD~1')).toContain('git fetch --unshallow');
  });
});

test('npm run check alone refuses a correction of a day to come', () => {
  const { content } = makeSiteRepository();
  const correction =
    '{ date: 2024-07-21, field: submitted, from: absent, to: 2024-04-10, reason: ตกหล่น, approvedBy: ปลัดเทศบาล }';
  edit(content, Q2, 'result: 50', `result: 50\nsubmitted: 2024-04-10\ncorrections:\n  - ${correction}`);
  const alone = (today: string) => runCheck(['--content', content, '--no-cache', '--today', today], { cwd: ROOT });
  expect(alone('2024-07-20').stdout).toContain('CW705');
  expect(alone('2024-07-21')).toMatchObject({ status: 0 });
});
