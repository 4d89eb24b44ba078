import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLedger } from '#data/ledger.ts';
import { readContent } from '#data/read-content.ts';
import { scoreSite } from '#domain/scored-site.ts';
import { copySite, makeFolder } from '../support/content-folder.ts';
import { type GitFolder, makeSiteRepository } from '../support/git-folder.ts';
import { editFile, makeDist, signDist } from '../support/make-dist.ts';
import { list, runVerifyCommand, verify } from '../support/run-verify.ts';

const RECEIPT = '2567/public-works/road-repair.json';
const Q2 = 'reports/2567/public-works/road-repair/q2.mdx';
const DAY = '2024-07-20';

/** The site of a repository's content as it stands, built for its newest commit. */
function buildDist({ content, git }: GitFolder, isEdited = false): string {
  const { dataset, entries } = readContent(content);
  const ledger = readLedger({ content, entries, timeZone: 'Asia/Bangkok', today: DAY });
  return makeDist(scoreSite(dataset, DAY, ledger), { id: git('rev-parse', 'HEAD'), isEdited });
}

describe('npm run verify in a clone', () => {
  test('holds receipts against content and history of the commit that the site names', () => {
    const repository = makeSiteRepository();
    const dist = buildDist(repository);
    const commit = repository.git('rev-parse', 'HEAD');
    expect(JSON.parse(readFileSync(join(dist, RECEIPT), 'utf8')).commits).toContainEqual({
      file: 'q2.mdx',
      id: commit,
      day: DAY,
    });
    const { status, stdout } = runVerifyCommand([dist], repository.folder);
    expect(stdout).toContain(`เทียบใบคิดคะแนนกับเนื้อหาของ commit ${commit} แล้ว`);
    expect(stdout).toMatch(/^พิสูจน์แล้ว: .+ และข้อมูลในใบตรงกับเนื้อหาที่เทียบ$/m);
    expect(stdout).toMatch(/^ไม่ได้พิสูจน์: .+จริงหรือไม่/m);
    expect(status).toBe(0);
  });

  test('finds what was signed anew but is not in content: a figure, words, a commit', () => {
    const repository = makeSiteRepository();
    const dist = buildDist(repository);
    const commit = repository.git('rev-parse', 'HEAD');
    editFile(dist, RECEIPT, '"submitted": "2024-01-', '"submitted": "2024-02-');
    editFile(dist, RECEIPT, `"id": "${commit}"`, `"id": "${'0'.repeat(40)}"`);
    signDist(dist, { id: commit, isEdited: false });
    const { status, stdout } = runVerifyCommand([dist, '--lang', 'en'], repository.folder);
    expect(stdout).toContain(`${RECEIPT} — quarter 1 (quarters.0.report.submitted) — published "2024-02-`);
    expect(stdout).toContain(`${RECEIPT} — history of files (commits.0.id) — published "0000`);
    expect(status).toBe(1);
  });

  test('reads content of an older commit from git', () => {
    const repository = makeSiteRepository();
    const dist = buildDist(repository);
    const text = readFileSync(join(repository.content, Q2), 'utf8');
    repository.commit({ [Q2]: text.replace('result: 50', 'result: 60') });
    const { status, stdout } = runVerifyCommand([dist, '--format', 'json'], repository.folder);
    expect(JSON.parse(stdout).content).toEqual({ state: 'compared', from: 'commit', hasHistory: false });
    expect(status).toBe(0);
    const named = runVerifyCommand([dist, '--content', 'content', '--lang', 'en'], repository.folder);
    expect(named.stdout).toContain(
      `${RECEIPT} — quarter 2 result (quarters.1.result) — published 50 — by the content 60`,
    );
    expect(named.status).toBe(1);
  });

  test('does not take a commit that nobody has', () => {
    const repository = makeSiteRepository();
    const dist = buildDist(repository);
    signDist(dist, { id: 'f'.repeat(40), isEdited: false });
    const { status, stdout } = runVerifyCommand([dist], repository.folder);
    expect(stdout).toMatch(/^integrity\.json — commit ของเว็บ \(commit\) ไม่มีในคลังข้อมูล git นี้/);
    expect(status).toBe(1);
  });

  test.each([
    ['edited', (repository: GitFolder) => buildDist(repository, true)],
    ['no-commit', () => makeDist()],
  ])('says plainly that content was not compared, and why: %s', (reason, build) => {
    const repository = makeSiteRepository();
    const { status, stdout } = runVerifyCommand([build(repository), '--format', 'json'], repository.folder);
    expect(JSON.parse(stdout)).toMatchObject({ content: { state: 'none', reason }, differences: [] });
    expect(status).toBe(0);
  });

  test('elsewhere says where to go', () => {
    const repository = makeSiteRepository();
    const { status, stdout } = runVerifyCommand([buildDist(repository), '--lang', 'en'], makeFolder());
    expect(stdout).toContain('run this in a clone of the site');
    expect(status).toBe(0);
  });
});

describe('one file', () => {
  test('is worked out again, and held against content that is named', async () => {
    const content = copySite();
    const dist = makeDist(scoreSite(readContent(content).dataset, DAY));
    for (const file of [RECEIPT, '2567.json', '2567/finance.json']) {
      const own = await verify(join(dist, file));
      expect(own).toMatchObject({ scope: 'file', differences: [], content: { state: 'none', reason: 'not-named' } });
      const held = await verify(join(dist, file), '--content', content);
      expect(held).toMatchObject({ differences: [], content: { state: 'compared', from: 'folder' } });
    }
  });

  test('is told of when content or its own sum says otherwise', async () => {
    const content = copySite();
    const dist = makeDist(scoreSite(readContent(content).dataset, DAY));
    cpSync(join(dist, '2567.json'), join(dist, 'kept.json'));
    editFile(dist, 'kept.json', '"year": 2567', '"year": 2566');
    expect(list((await verify(join(dist, 'kept.json'), '--content', content)).differences).length).toBeGreaterThan(0);
    editFile(dist, '2567.json', '"points": ', '"points": 1');
    const told = list((await verify(join(dist, '2567.json'))).differences);
    expect(told[0]).toMatch(/^recomputed .*2567\.json total\.points$/);
  });
});

describe('the report', () => {
  test('shows fifty differences and counts the rest; JSON has all', () => {
    const dist = makeDist();
    for (let count = 0; count < 60; count++) writeFileSync(join(dist, `more-${count}.txt`), '');
    const text = runVerifyCommand([dist, '--lang', 'en']);
    expect(text.stdout.match(/^more-\d+\.txt — there is a file/gm)).toHaveLength(50);
    expect(text.stdout).toContain('10 more; see all with --format json');
    expect(text.stdout).toContain('60 differences in 60 files, of 31 files, 4 receipts and 5 totals');
    expect(text.stdout).not.toContain('Proven:');
    expect(text.status).toBe(1);
    const json = JSON.parse(runVerifyCommand([dist, '--format', 'json']).stdout);
    expect(json.differences).toHaveLength(60);
    expect(json).toMatchObject({ version: 1, scope: 'site', counts: { files: 31, differences: 60 } });
  });

  test('cannot be steered by what a file says', () => {
    const dist = makeDist();
    editFile(dist, '2567/finance/tax.json', '"status": "', '"status": "\\u001b[2J\\u202e');
    const { stdout } = runVerifyCommand([dist]);
    expect(stdout).toContain('2567/finance/tax.json — ');
    expect(stdout).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
  });
});

describe('the call', () => {
  test.each([
    [['nowhere'], 'ไม่พบ “nowhere”'],
    [['a', 'b'], 'ตรวจได้ครั้งละหนึ่งแห่ง'],
    [['src'], 'ไม่มี integrity.json'],
    [['src', '--with', 'package.json'], '--with ใช้เทียบเว็บกับเว็บ'],
    [['src', '--content', 'nowhere'], 'ไม่มีโฟลเดอร์ “nowhere”'],
    [['src', '--format', 'xml'], '--format ไม่มีค่า “xml”'],
    [['--nothing'], 'ไม่มีตัวเลือก “--nothing”'],
  ])('%j is refused with what to type', async (args, told) => {
    // Of a call, and of what cannot be verified: both end the command with 2.
    await expect((async () => verify(...args))()).rejects.toThrow(told);
  });

  test('that is refused ends with 2 and prints no report', () => {
    const { status, stderr, stdout } = runVerifyCommand(['nowhere']);
    expect(stderr).toMatch(/^ไม่พบ “nowhere”[\s\S]+npm run verify -- --help/);
    expect(stdout).toBe('');
    expect(status).toBe(2);
    expect(runVerifyCommand(['src']).status).toBe(2);
  });

  test('--help tells all options', () => {
    const { status, stdout } = runVerifyCommand(['--help', '--lang', 'en']);
    expect(stdout).toMatch(/--content[\s\S]*--with[\s\S]*--lang[\s\S]*--format/);
    expect(status).toBe(0);
  });
});
