import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { copySite, findIssues, writeFiles } from '../../support/content-folder.ts';
import { NEW_INDICATOR, readState, refuseNew, runNew } from './run-new.ts';

const QUARTER = 'reports/2567/finance/e-receipt/q3.mdx';
const REPORT = ['quarter', '2567/finance/e-receipt', '3', '--result', '60.00', '--text', 'ลงนามในสัญญาแล้ว'];

describe('every kind', () => {
  test.each([
    ['a year', ['year', '2568'], 'calendar/2568.yaml'],
    [
      'an agency',
      ['agency', 'parks', '--name', 'สำนักสวน', '--code', '30000000', '--group', 'offices'],
      'agencies/parks.yaml',
    ],
    ['an indicator', NEW_INDICATOR, 'reports/2567/finance/street-lamps/q4.mdx'],
    ['a quarter', REPORT, QUARTER],
  ])('%s is written, is clean, and is not touched by the same command again', (_, args, file) => {
    const folder = copySite();
    const first = runNew([...args, '--content', folder]);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toContain(`${folder}/${file}`);
    expect(findIssues(folder)).toEqual([]);
    const before = readState(folder);
    const second = runNew([...args, '--content', folder], '2025-03-01');
    expect(second).toMatchObject({ status: 0, stderr: '' });
    expect(second.stdout).toContain('ไม่มีอะไรเปลี่ยน');
    expect(readState(folder)).toEqual(before);
  });

  it('writes nothing on a dry run and shows what it would write', () => {
    const folder = copySite();
    const before = readState(folder);
    const { status, stdout } = runNew([...REPORT, '--dry-run', '--content', folder]);
    expect(status).toBe(0);
    expect(stdout).toContain('result: 60.00');
    expect(readState(folder)).toEqual(before);
  });
});

describe('a quarter', () => {
  it('is dated by the end of its quarter and the day it is handed in, and says what it earns', () => {
    const folder = copySite();
    const { stdout } = runNew([...REPORT, '--content', folder], '2024-07-20');
    expect(readFileSync(join(folder, QUARTER), 'utf8')).toBe(
      '---\nresult: 60.00\nasOf: 2024-06-30\nsubmitted: 2024-07-20\n---\n\nลงนามในสัญญาแล้ว\n',
    );
    expect(stdout).toContain('ไตรมาสนี้คิดได้ 12.00 คะแนน จากน้ำหนัก 20 (60%) · ส่งหลังกำหนด');
  });

  it('fills a stub, and keeps a report that holds words', () => {
    const folder = copySite();
    writeFiles(folder, { [QUARTER]: '---\n# ยังไม่ได้รายงาน\n---\n' });
    expect(runNew([...REPORT, '--content', folder]).status).toBe(0);
    expect(readFileSync(join(folder, QUARTER), 'utf8')).toContain('result: 60.00');
    const before = readState(folder);
    const again = runNew([...REPORT.with(4, '80'), '--content', folder]);
    expect(again.status).toBe(1);
    expect(again.stderr).toContain(`${folder}/${QUARTER}`);
    expect(readState(folder)).toEqual(before);
  });

  it('without a figure is told in words, and says why there is no score', () => {
    const folder = copySite();
    const none = ['quarter', '2567/finance/e-receipt', 'ไตรมาส', '3', '--result', 'none', '--content', folder];
    expect(runNew(none).stderr).toContain('--text');
    expect(runNew([...none, '--text', 'รอลงนาม']).stdout).toContain('ยังไม่มีคะแนน: ไม่มีตัวเลขให้คิดคะแนน');
    expect(readFileSync(join(folder, QUARTER), 'utf8')).not.toContain('result');
  });

  it('shows evidence that lies beside it, and refuses what does not', () => {
    const folder = copySite();
    const lost = runNew([...REPORT, '--evidence', 'สัญญา=contract.pdf', '--content', folder]);
    expect(lost.status).toBe(1);
    expect(lost.stderr).toContain('CW509');
    writeFileSync(join(folder, 'reports/2567/finance/e-receipt/contract.pdf'), '%PDF-1.7\n');
    expect(runNew([...REPORT, '--evidence', 'สัญญา=contract.pdf', '--content', folder]).status).toBe(0);
    expect(findIssues(folder)).toEqual([]);
  });
});

it('a figure below zero is a figure, not an option', () => {
  const folder = copySite();
  runNew([...REPORT.with(4, '-5.0'), '--content', folder]);
  expect(readFileSync(join(folder, QUARTER), 'utf8')).toContain('result: -5.0\n');
});

describe('what cannot be taken', () => {
  test.each([
    ['nothing at all', [], 2, 'npm run new -- year 2570'],
    ['a year in Thai digits', ['year', '๒๕๗๐'], 2, 'พิมพ์ 2570'],
    ['a year of the common era', ['year', '2027'], 2, 'พิมพ์ 2570'],
    ['another word', ['month', '3'], 2, 'month'],
    ['an unknown option', ['year', '2568', '--nam', 'x'], 2, '--nam'],
    [
      'an agency without a code',
      ['agency', 'parks', '--name', 'สำนักสวน', '--group', 'offices'],
      2,
      '--code …   รหัสหน่วยงาน',
    ],
    [
      'a code that is taken',
      ['agency', 'parks', '--name', 'สำนักสวน', '--code', '20000000', '--group', 'offices'],
      1,
      'CW512',
    ],
    [
      'a group that is not there',
      ['agency', 'parks', '--name', 'สำนักสวน', '--code', '30000000', '--group', 'office'],
      1,
      'CW511',
    ],
    [
      'commas inside numbers and between them',
      [...NEW_INDICATOR, '--quarter-targets', '100,200,1,000'],
      1,
      'มี 1 รายการ',
    ],
    ['an indicator that is not there', ['quarter', '2567/finance/e-reciept', '3', '--result', '1'], 2, 'e-receipt'],
    ['a figure in Thai digits', REPORT.with(4, '๖๐'), 1, 'พิมพ์ 60 '],
    ['a figure with a comma', REPORT.with(4, '1,060'), 1, 'พิมพ์ 1060 '],
    ['words that the site cannot read', REPORT.with(6, 'น้อยกว่า <50'), 1, 'CW404'],
    ['a weight that is not the top step', [...NEW_INDICATOR, '--points', '4 8'], 1, 'CW322'],
    [
      'a year that was not begun',
      ['indicator', '2569/finance/lamps', ...NEW_INDICATOR.slice(2)],
      2,
      'npm run new -- year 2569',
    ],
  ])('%s is answered with what to type, and nothing is written', async (_, args, status, text) => {
    const folder = copySite();
    const before = readState(folder);
    expect(await refuseNew([...args, '--content', folder])).toEqual({ status, text: expect.stringContaining(text) });
    expect(readState(folder)).toEqual(before);
  });

  it('is a text that is not UTF-8, before anything is written', async () => {
    const folder = copySite();
    const file = join(folder, 'words.txt');
    writeFileSync(file, Buffer.from([0xca, 0xd1, 0xad]));
    const before = readState(folder);
    const { status, text } = await refuseNew([...REPORT.slice(0, 5), '--text-file', file, '--content', folder]);
    expect({ status, text }).toEqual({ status: 2, text: expect.stringContaining('UTF-8') });
    expect(readState(folder)).toEqual(before);
  });

  it('may be in the way on the disk: told in Thai, without a trace of the program', () => {
    const folder = copySite();
    writeFiles(folder, { 'reports/2567/finance/street-lamps': 'a file, not a folder' });
    const { status, stderr } = runNew([...NEW_INDICATOR, '--content', folder]);
    expect(status).toBe(1);
    expect(stderr).toContain('reports/2567/finance/street-lamps เป็นลิงก์หรือไม่ใช่โฟลเดอร์');
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  it('goes to the error stream with its exit code', () => {
    const run = runNew(['agency', 'parks', '--content', copySite()]);
    expect(run).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining('--code …   รหัสหน่วยงาน') });
  });

  it('speaks English when asked', () => {
    expect(runNew(['--lang', 'en']).stderr).toContain('Nothing says what is to be made');
    expect(runNew(['--help', '--lang', 'en'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('--dry-run'),
    });
  });
});
