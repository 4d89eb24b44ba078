import { spawnSync } from 'node:child_process';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { getCleanEnv } from '../setup/env.ts';
import { copySite, getFixture, makeFolder, writeSite } from '../support/content-folder.ts';
import { ROOT, runCheck, SCRIPT } from '../support/run-check.ts';

const REPORT = 'reports/2567/finance/e-receipt/q3.mdx';
const GOOD = getFixture('sites/minimal');

/** A site with two errors in one report and an oddity in another. */
function makeFaulty(): string {
  return writeSite({
    [REPORT]: '---\nresult: ๖๐\nlevle: 3\n---\n\nลงนามในสัญญา\n',
    'reports/2567/finance/tax-collection/q2.mdx': '---\nresult: 400\n---\n\nมีผู้ชำระเเล้ว\n',
  });
}

describe('the exit code', () => {
  test.each([
    ['0 without a problem', () => ['--content', GOOD], 0],
    ['0 with warnings alone', () => ['--content', makeFaulty(), 'reports/2567/finance/tax-collection'], 0],
    [
      '1 with them when they count',
      () => ['--content', makeFaulty(), '--strict', 'reports/2567/finance/tax-collection'],
      1,
    ],
    ['1 with an error', () => ['--content', makeFaulty()], 1],
  ])('%s', (_, getArguments, status) => {
    expect(runCheck([...getArguments(), '--no-cache'])).toMatchObject({ status, stderr: '' });
  });

  test.each([
    ['an unknown option', ['--frmat', 'json'], 'ไม่มีตัวเลือก “--frmat”'],
    ['an unknown language', ['--lang', 'de'], '--lang ไม่มีค่า “de” เลือกจาก th | en'],
    ['an unknown format', ['--format', 'xml'], '--format ไม่มีค่า “xml” เลือกจาก text | json | github'],
    ['a folder that is not there', ['--content', 'no-such-folder'], 'ไม่มีโฟลเดอร์ “no-such-folder”'],
    ['a file in place of a folder', ['--content', 'package.json'], 'ไม่มีโฟลเดอร์ “package.json”'],
    ['a path that is not there', ['--content', GOOD, 'reports/2500'], 'ไม่พบ “reports/2500” ใน ', 'โดยไม่ใส่ชื่อ'],
    ['a path outside the folder', ['--content', GOOD, '../../issues'], 'ไม่พบ “../../issues” ใน '],
    ['an option without its value', ['--content'], '--content ต้องมีค่าตามหลัง'],
    ['an option that takes none', ['--strict=yes'], '--strict ไม่รับค่า'],
    ['the same in English', ['--lang', 'en', '--content', GOOD, 'reports/2500'], 'There is no “reports/2500” in'],
  ])('2 for %s, which is named', (_, args, ...messages) => {
    const { status, stdout, stderr } = runCheck(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    for (const message of messages) expect(stderr).toContain(message);
    expect(stderr).toContain('npm run check -- --help');
  });

  it('0 for --help, which names every option', () => {
    const { status, stdout } = runCheck(['--help']);
    expect(status).toBe(0);
    for (const option of ['--lang', '--format', '--content', '--strict', '--no-cache', '--help'])
      expect(stdout).toContain(option);
  });
});

describe('the text report', () => {
  it('tells each problem with its place, its field, what is wrong and what to type', () => {
    const folder = makeFaulty();
    const { stdout } = runCheck(['--content', folder, '--no-cache']);
    expect(stdout.replaceAll(folder, 'content')).toBe(`content/${REPORT}:2:9  CW304  ต้องแก้
  ผลงานที่ทำได้ (result): “๖๐” ยังไม่ใช่ตัวเลขที่ใช้คำนวณได้
  → พิมพ์ 60 ใช้เลขอารบิก ไม่ใส่จุลภาค เครื่องหมาย % หน่วย หรือเครื่องหมายคำพูด
content/${REPORT}:3:1  CW301  ต้องแก้
  levle: ไม่มีช่องชื่อ “levle”
  → พิมพ์ level แทน levle

content/reports/2567/finance/tax-collection/q2.mdx:5:10  CW617  ควรตรวจดู
  พิมพ์ เ สองตัวแทน แ ใกล้ “มีผู้ชำระเเล้ว”
  → ลบ เ ทั้งสองตัว แล้วพิมพ์ แ

ต้องแก้ 2 · ควรตรวจดู 1 · อ่านแล้ว 28 ไฟล์
`);
  });

  it('is the same at every run, with and without the cache', () => {
    const folder = makeFaulty();
    const runs = [['--no-cache'], [], []].map((args) => runCheck(['--content', folder, ...args]).stdout);
    expect(new Set(runs).size).toBe(1);
  });

  it('is English on demand', () => {
    const { stdout } = runCheck(['--content', makeFaulty(), '--lang', 'en', '--no-cache']);
    expect(stdout).toContain('CW304  error\n  Result (result): “๖๐” is not a number that can be calculated with');
    expect(stdout).toContain('errors 2 · warnings 1 · files read 28');
  });

  it('holds no colours and no progress where nobody watches', () => {
    const { stdout, stderr } = runCheck(['--content', makeFaulty(), '--no-cache'], { env: { FORCE_COLOR: '' } });
    expect(stdout).not.toContain('\u001b');
    expect(stderr).toBe('');
  });
});

describe('paths', () => {
  test.each([
    ['a file', REPORT, 2],
    ['a folder', 'reports/2567/finance/tax-collection', 0],
    ['a folder with a slash', 'reports/2567/finance/', 2],
    ['everything', '.', 2],
  ])('%s narrows the report to itself', (_, path, errors) => {
    const { stdout } = runCheck(['--content', makeFaulty(), '--no-cache', '--lang', 'en', path]);
    expect(stdout).toContain(`errors ${errors} ·`);
  });

  it('are taken from the content folder, from where one stands, or absolute', () => {
    const folder = makeFaulty();
    for (const path of [REPORT, join(folder, REPORT), relative(ROOT, join(folder, REPORT))]) {
      expect(runCheck(['--content', folder, '--no-cache', '--lang', 'en', path]).stdout).toContain(
        'errors 2 · warnings 0',
      );
    }
  });

  it('several count together, and a name that only begins alike does not', () => {
    const folder = makeFaulty();
    const { stdout } = runCheck([
      '--content',
      folder,
      '--no-cache',
      '--lang',
      'en',
      REPORT,
      'reports/2567/finance/tax-collection/q2.mdx',
    ]);
    expect(stdout).toContain('errors 2 · warnings 1');
    const similar = writeSite({ 'agencies/finance-2.yaml': 'code: 5\n' });
    expect(runCheck(['--content', similar, '--no-cache', '--lang', 'en', 'agencies/finance.yaml']).stdout).toContain(
      'errors 0',
    );
  });
});

describe('for programs', () => {
  it('JSON has a stable shape', () => {
    const folder = makeFaulty();
    const { stdout } = runCheck(['--content', folder, '--no-cache', '--format', 'json']);
    const report = JSON.parse(stdout.replaceAll(folder, 'content'));
    expect(report).toMatchObject({ version: 1, counts: { errors: 2, warnings: 1, files: 28 } });
    expect(report.issues).toHaveLength(3);
    expect(report.issues[0]).toEqual({
      file: `content/${REPORT}`,
      line: 2,
      column: 9,
      code: 'CW304',
      severity: 'error',
      field: { key: 'result', label: 'ผลงานที่ทำได้' },
      message: '“๖๐” ยังไม่ใช่ตัวเลขที่ใช้คำนวณได้',
      fix: 'พิมพ์ 60 ใช้เลขอารบิก ไม่ใส่จุลภาค เครื่องหมาย % หน่วย หรือเครื่องหมายคำพูด',
      params: { seen: '๖๐', type: '60' },
    });
    expect(report.issues[2]).not.toHaveProperty('field');
  });

  it('JSON without a problem is JSON', () => {
    const { stdout, status } = runCheck(['--content', GOOD, '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual({ version: 1, counts: { errors: 0, warnings: 0, files: 26 }, issues: [] });
    expect(status).toBe(0);
  });

  it('GitHub gets one annotation a problem', () => {
    const folder = makeFaulty();
    const { stdout } = runCheck(['--content', folder, '--no-cache', '--format', 'github', '--lang', 'en']);
    const [first, ...others] = stdout.replaceAll(folder, 'content').trim().split('\n');
    expect(first).toBe(
      `::error file=content/${REPORT},line=2,col=9,title=CW304 Result (result)::“๖๐” is not a number that can be calculated with%0A` +
        '→ Type 60: Arabic digits, without commas, percent sign, unit or quotes',
    );
    expect(others).toHaveLength(2);
    expect(others[1]).toMatch(/^::warning file=/);
  });

  it('GitHub gets nothing where there is nothing', () => {
    expect(runCheck(['--content', GOOD, '--format', 'github'])).toMatchObject({ stdout: '', status: 0 });
  });
});

describe('a pipe', () => {
  it('may be closed by its reader without a complaint', () => {
    const folder = copySite('issues/CW407');
    const command = `"${process.execPath}" "${SCRIPT}" --no-cache --content "${folder}" --format json | head -c 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { env: getCleanEnv(), encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: '{', stderr: '' });
  });

  it('and a folder below the one the command is given in is called from there', () => {
    const folder = makeFaulty();
    const { stdout } = runCheck(['--content', folder, '--format', 'github', '--no-cache'], { cwd: dirname(folder) });
    expect(stdout).toMatch(new RegExp(`^::error file=${basename(folder)}/reports/`));
  });

  it('and the command works from any folder', () => {
    const folder = makeFaulty();
    const { status, stdout } = runCheck(['--content', relative(makeFolder(), folder), '--no-cache'], {
      cwd: makeFolder(),
    });
    expect(status).toBe(1);
    expect(stdout).toContain('CW304');
  });
});
