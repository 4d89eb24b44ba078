import { ftruncateSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readSource } from '../../../scripts/import/read-source.ts';
import { copySite, getFixture, makeFolder, writeFiles } from '../../support/content-folder.ts';
import { callImport, runImport } from './import-fixture.ts';

const SEED = getFixture('forms', 'seed.txt');
const TWO = getFixture('forms', 'two-forms.txt');
const PLACE = ['--year', '2567', '--agency', 'finance'];

function list(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

/** A file with the given content, by its path. */
function make(name: string, content: string | Uint8Array): string {
  const folder = makeFolder();
  writeFiles(folder, { [name]: content });
  return join(folder, name);
}

/** 50 MB of nothing. */
function makeBig(): string {
  const file = make('big.txt', '');
  ftruncateSync(openSync(file, 'r+'), 50 * 1024 * 1024);
  return file;
}

describe('what is no form is refused, with what to do, and nothing is written', () => {
  test.each<[string, () => string, RegExp]>([
    ['a PDF', () => make('form.pdf', '%PDF-1.7\n'), /เป็น PDF[^→]*\n→ .*\.txt/u],
    ['a Word file', () => make('form.docx', Buffer.from('504b030414000600', 'hex')), /Word[^→]*\n→ .*\.txt/u],
    ['an old Word file', () => make('form.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')), /Word/u],
    ['a picture', () => make('form.png', Buffer.from('89504e470d0a1a0a', 'hex')), /เป็นรูปภาพ/u],
    ['another binary', () => make('form.txt', Buffer.from([65, 0, 1, 2, 0])), /ไม่ใช่ไฟล์ข้อความ/u],
    ['an empty file', () => make('form.txt', ' \n\u00a0\n'), /ไม่มีข้อความ/u],
    ['50 MB', makeBig, /มีขนาด 50\.0 MB เกิน 1 MB ไม่ได้เปิดอ่าน/u],
    [
      'another text',
      () => make('letter.txt', 'เรียน ผู้อำนวยการ\n1. เรื่องแรก'),
      /ไม่พบหัวเรื่อง.*บรรทัดแรกคือ “เรียน ผู้อำนวยการ”/u,
    ],
    ['a lost character', () => make('form.txt', `${SEED}\n\uFFFD`), /บรรทัด 2: .*U\+FFFD/u],
    ['no file', () => 'no-such-form.txt', /ไม่มีไฟล์ no-such-form\.txt/u],
  ])('%s', (_, getFile, message) => {
    const content = copySite();
    const before = list(content);
    const { status, stdout, stderr } = callImport([getFile(), SEED, ...PLACE, '--id', 'a,b'], content);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(message);
    expect(stdout).toContain('ยังไม่ได้เขียนไฟล์ใด');
    expect(list(content)).toEqual(before);
  });

  it('more than a megabyte through a pipe too', () => {
    expect(readSource('-', () => Buffer.alloc(1024 * 1024 + 1, 32))).toMatchObject({ reason: 'big' });
  });
});

describe('a call that cannot be carried out says what to type', () => {
  test.each<[string, string[], string]>([
    ['no file', PLACE, 'ยังไม่ได้บอกไฟล์'],
    ['no year', [SEED, '--agency', 'finance', '--id', 'a'], '--year 2564'],
    ['no agency', [SEED, '--year', '2567', '--id', 'a'], '--agency'],
    ['a year of two digits', [SEED, '--year', '67', '--agency', 'finance', '--id', 'a'], '--year 2567'],
    ['a year of the common era', [SEED, '--year', '2024', '--agency', 'finance', '--id', 'a'], '--year 2567'],
    ['a year in Thai digits', [SEED, '--year', '๒๕๖๗', '--agency', 'finance', '--id', 'a'], '--year 2567'],
    [
      'a year without calendar',
      [SEED, '--year', '2570', '--agency', 'finance', '--id', 'a'],
      'npm run new -- year 2570',
    ],
    ['a misspelt agency', [SEED, '--year', '2567', '--agency', 'finanse', '--id', 'a'], '--agency finance'],
    ['an agency by its name', [SEED, '--year', '2567', '--agency', 'สำนักคลัง', '--id', 'a'], '--agency finance'],
    ['no id', [TWO, ...PLACE], '2. '],
    ['too few ids', [TWO, ...PLACE, '--id', 'a'], 'จำนวนครั้งของการตรวจบัญชี'],
    ['the same id twice', [TWO, ...PLACE, '--id', 'a', '--id', 'a'], 'ซ้ำ'],
    ['an id that is no folder', [SEED, ...PLACE, '--id', 'ภาษี'], 'ภาษี'],
    ['an unknown direction', [SEED, ...PLACE, '--id', 'a', '--direction', 'up'], 'higher | lower'],
    ['a target in words', [SEED, ...PLACE, '--id', 'a', '--target', 'ร้อยละ ๘๐'], '--target 80'],
    ['a target with zeros before it', [SEED, ...PLACE, '--id', 'a', '--target', '007'], '--target 7'],
    ['a unit of two lines', [SEED, ...PLACE, '--id', 'a', '--unit', 'ร้อยละ\rครั้ง'], '--unit'],
    ['an unknown option', [SEED, ...PLACE, '--idd', 'a'], '--idd'],
  ])('%s', (_, args, message) => {
    const content = copySite();
    const before = list(content);
    const { status, stdout, stderr } = callImport(args, content);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(list(content)).toEqual(before);
  });

  it('and how to find the options, on standard error', () => {
    const { status, stdout, stderr } = runImport([SEED, '--lang', 'en'], copySite());
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/The fiscal year is missing[\s\S]*npm run import -- --help/);
  });

  it('a target below zero is a target', () => {
    expect(
      callImport([SEED, ...PLACE, '--target', '-5', '--dry-run', '--format', 'json'], copySite()).stdout,
    ).toContain('target: -5\\n');
  });

  it('what stands in the way on the disk is told in Thai, without a trace of the program', () => {
    const content = copySite();
    writeFiles(content, { 'reports/2567/finance/a': 'a file, not a folder' });
    for (const [id, message] of [
      ['a', 'reports/2567/finance/a เป็นลิงก์หรือไม่ใช่โฟลเดอร์'],
      ['a'.repeat(300), 'ENAMETOOLONG'],
    ] as const) {
      const { status, stdout, stderr } = runImport([SEED, ...PLACE, '--id', id], content);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toContain(message);
      expect(stderr).not.toMatch(/\n {4}at /);
    }
  });

  it('--help names every option', () => {
    const { status, stdout } = runImport(['--help'], copySite());
    expect(status).toBe(0);
    for (const option of ['--year', '--agency', '--id', '--direction', '--accumulation', '--between', '--unit'])
      expect(stdout).toContain(option);
    for (const option of ['--target', '--year-stated', '--dry-run', '--force', '--format', '--content', '--lang'])
      expect(stdout).toContain(option);
  });
});

describe('several forms', () => {
  it('are written under an id each, in one call', () => {
    const content = copySite();
    const { stdout } = callImport([TWO, SEED, ...PLACE, '--id', 'a,b', '--id', 'c'], content);
    for (const id of ['a', 'b', 'c']) expect(stdout).toContain(`reports/2567/finance/${id}: indicator.mdx`);
    expect(list(content)).toContain('reports/2567/finance/b/q2.mdx');
  });

  it('may be looked at before they have ids', () => {
    const content = copySite();
    const before = list(content);
    const { status, stdout } = callImport([TWO, ...PLACE, '--dry-run'], content);
    expect(status).toBe(0);
    expect(stdout).toContain('จะเขียน');
    expect(list(content)).toEqual(before);
  });

  it('are written as a whole or not at all, each for itself', () => {
    const content = copySite();
    writeFiles(content, { 'reports/2567/finance/a/q1.mdx': '---\nresult: 1\n---\n' });
    const { status, stdout } = callImport([TWO, ...PLACE, '--id', 'a,b'], content);
    expect(status).toBe(1);
    expect(stdout).toMatch(/ไม่ได้เขียนทับ .*\/a: q1\.mdx/u);
    expect(list(content)).not.toContain('reports/2567/finance/a/indicator.mdx');
    expect(list(content)).toContain('reports/2567/finance/b/indicator.mdx');
  });
});
