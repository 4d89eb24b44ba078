import { cpSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeLedger } from '#data/ledger.ts';
import { copySite, getFixture, makeFolder } from '../support/content-folder.ts';
import { type GitFolder, makeRepository, runGit } from '../support/git-folder.ts';
import { makeHistoryRepository } from '../support/history-repository.ts';
import { readAnyLedger, readKnownLedger, tellItems } from '../support/read-ledger.ts';

const ROADS = '2567/public-works/road-repair';
const Q2 = `reports/${ROADS}/q2.mdx`;

function report(result: number): string {
  return `---\nresult: ${result}\n---\n\nซ่อมแล้ว\n`;
}

/** The small site in one commit. */
function makeSite(): GitFolder & { first: string } {
  const repository = makeRepository();
  cpSync(getFixture('sites/minimal'), repository.content, { recursive: true });
  return { ...repository, first: repository.commit() };
}

/** What road repair of 2567 went through, without scores and texts. */
function tellRoads(content: string, names: Record<string, string> = {}): string[] | undefined {
  const told = tellItems(readKnownLedger(content).items, names)[ROADS];
  return told?.map((line) =>
    line
      .split('; ')
      .filter((part) => !/^(\d|year)=| text /.test(part))
      .join('; '),
  );
}

describe('where history is not known', () => {
  test('outside a repository, and before the first commit, that is what is said', () => {
    const alone = readAnyLedger(copySite());
    expect(alone).toEqual({ state: 'unknown', reason: 'no-repository' });
    expect(describeLedger(alone)).toBe('History is not told: content lies in no git repository.');
    const { content } = makeRepository();
    cpSync(getFixture('sites/minimal'), content, { recursive: true });
    expect(readAnyLedger(content)).toEqual({ state: 'unknown', reason: 'no-commit' });
  });

  test('without git that is what is said', () => {
    const { content } = makeSite();
    const path = process.env.PATH;
    process.env.PATH = makeFolder();
    try {
      expect(readAnyLedger(content)).toEqual({ state: 'unknown', reason: 'no-git' });
    } finally {
      process.env.PATH = path;
    }
  });

  test('a shallow clone says of its oldest commit that figures may be older', () => {
    const { folder, commits } = makeHistoryRepository();
    const clone = join(makeFolder(), 'clone');
    runGit(folder, ['clone', '-q', '--depth', '3', `file://${folder}`, clone]);
    const ledger = readKnownLedger(join(clone, 'content'));
    expect(ledger.state).toBe('shallow');
    expect(describeLedger(ledger)).toContain('The clone is shallow');
    const told = tellItems(ledger.items, commits)['2567/public-works/rescue-time'];
    expect(told?.[0]).toMatch(/^removal: added or before; with indicator 1;/);
    expect(told?.[1]).toMatch(/^mistake: changed; 1\.result 10\.5 > 1\.05/);
    expect(ledger.calendars.every(({ isCutOff }) => isCutOff)).toBe(true);
  });

  test('a clone that is made whole again tells all', () => {
    const { folder, content } = makeHistoryRepository();
    const [clone, cache] = [join(makeFolder(), 'clone'), makeFolder()];
    runGit(folder, ['clone', '-q', '--depth', '3', `file://${folder}`, clone]);
    expect(readKnownLedger(join(clone, 'content'), { cache }).state).toBe('shallow');
    runGit(clone, ['fetch', '-q', '--unshallow']);
    expect(readKnownLedger(join(clone, 'content'), { cache })).toEqual(readKnownLedger(content));
  });
});

describe('what is not committed', () => {
  test('is the last revision, without a commit, judged on the day of the build', () => {
    const { content, first } = makeSite();
    writeFileSync(join(content, Q2), report(60));
    const ledger = readKnownLedger(content, { today: '2024-07-21' });
    expect(ledger.isEdited).toBe(true);
    expect(describeLedger(ledger)).toContain('Content on disk is other than in that commit');
    expect(tellRoads(content, { first })).toEqual([
      'first: added; with indicator 1 2',
      'disk: changed; 2.result 50 > 60 (closed-without-correction)',
    ]);
  });

  test('may be a whole indicator, one that was removed, or one whose folder was renamed', () => {
    const { content, first } = makeSite();
    const works = join(content, 'reports/2567/public-works');
    cpSync(join(works, 'rescue-time'), join(works, 'fire-time'), { recursive: true });
    renameSync(join(works, 'road-repair'), join(works, 'roads'));
    rmSync(join(content, 'reports/2567/finance/e-receipt'), { recursive: true });
    const { items, gone } = readKnownLedger(content);
    const told = tellItems(items, { first });
    expect(told['2567/public-works/fire-time']).toMatchObject([
      expect.stringMatching(/^disk: added; with indicator 1;/),
    ]);
    expect(told['2567/public-works/roads']?.[1]).toBe(`disk: moved; from ${ROADS}`);
    expect(tellItems(gone, { first })['2567/finance/e-receipt']?.[1]).toMatch(/^disk: removed/);
  });

  test('is so too where git is told to ignore it', () => {
    const { content, folder, commit } = makeRepository();
    writeFileSync(join(folder, '.gitignore'), 'content/\n');
    cpSync(getFixture('sites/minimal'), content, { recursive: true });
    commit();
    const ledger = readKnownLedger(content);
    expect([...ledger.items.values()].flat().map(({ commit, change }) => [commit, change])).toEqual(
      Array.from({ length: 6 }, () => [undefined, 'added']),
    );
    expect(ledger.isEdited).toBe(true);
  });

  test('is nothing where only line ends differ by git’s own filter', () => {
    const { content, git, first } = makeSite();
    git('config', 'core.autocrlf', 'true');
    rmSync(content, { recursive: true });
    git('checkout', '-q', '--', '.');
    const ledger = readKnownLedger(content);
    expect(ledger.isEdited).toBe(false);
    expect([...ledger.items.values()].flat().every(({ commit }) => commit?.id === first)).toBe(true);
  });
});

describe('the published branch', () => {
  test('is followed along first parents, also where a merge says what none of its parents said', () => {
    const { content, git, commit, first } = makeSite();
    git('checkout', '-q', '-b', 'other');
    commit({ [Q2]: report(51) });
    git('checkout', '-q', '-b', 'third', 'main');
    commit({ 'reports/2567/finance/tax-collection/q2.mdx': report(700) });
    git('checkout', '-q', 'main');
    const own = commit({ 'agencies/extra.yaml': 'code: "30000000"\ngroup: offices\nnames: [{ name: สำนักเสริม }]\n' });
    git('merge', '-q', '--no-commit', '--no-ff', 'other', 'third');
    const merge = commit({ [Q2]: report(52) }, undefined, 'Merge branches\n\nSee merge request city/site!12');
    expect(git('rev-list', '--parents', '-1', 'HEAD').split(' ')).toHaveLength(4);
    expect(tellRoads(content, { first, own, merge })).toEqual([
      'first: added; with indicator 1 2',
      'merge #12: changed; 2.result 50 > 52 (closed-without-correction)',
    ]);
  });

  test('may be a detached commit, and may take in a history that began elsewhere', () => {
    const { content, git, commit, first } = makeSite();
    git('checkout', '-q', '--orphan', 'elsewhere');
    commit({ [Q2]: report(53) });
    git('checkout', '-q', 'main');
    git('merge', '-q', '--no-commit', '--allow-unrelated-histories', '-s', 'ours', 'elsewhere');
    const merge = commit({ [Q2]: report(53) });
    commit({ [Q2]: report(54) });
    git('checkout', '-q', merge);
    expect(tellRoads(content, { first, merge })).toEqual([
      'first: added; with indicator 1 2',
      'merge: changed; 2.result 50 > 53 (closed-without-correction)',
    ]);
  });

  test('is read as it is, not as an object that stands in for another on this machine', () => {
    const { content, folder, git, first, commit } = makeSite();
    commit({ [Q2]: report(51) });
    const last = commit({ [Q2]: report(52) });
    const other = runGit(folder, ['hash-object', '-w', '--stdin'], report(77));
    git('replace', git('rev-parse', `HEAD~1:content/${Q2}`), other);
    const names = { first, middle: git('rev-parse', 'HEAD~1'), last };
    expect(tellRoads(content, names)?.slice(1)).toEqual([
      'middle: changed; 2.result 50 > 51 (closed-without-correction)',
      'last: changed; 2.result 51 > 52 (closed-without-correction)',
    ]);
  });

  test('may hold names that need quoting, links and other repositories: they are nobody’s figures', () => {
    const { content, git, commit, first } = makeSite();
    const other = makeSite();
    symlinkSync('q2.mdx', join(content, `reports/${ROADS}/q3.mdx`));
    const odd = commit({ 'reports/2567/public-works/"ผล\tงาน\n/q1.mdx': report(1) });
    git(
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      `file://${other.folder}`,
      'content/reports/2568',
    );
    commit();
    git('rm', '-q', '-r', '--cached', 'content/reports/2568');
    for (const path of ['reports/2568', 'reports/2567/public-works/"ผล\tงาน\n', `reports/${ROADS}/q3.mdx`])
      rmSync(join(content, path), { recursive: true });
    const last = commit({ [Q2]: report(55) });
    expect(tellRoads(content, { first, odd, last })).toEqual([
      'first: added; with indicator 1 2',
      'last: changed; 2.result 50 > 55 (closed-without-correction)',
    ]);
  });

  test('goes on where the content folder was moved in the repository, and where it was away for a while', () => {
    const { content, folder, git, commit, first } = makeSite();
    commit({ [Q2]: report(56) });
    git('mv', 'content', 'record');
    const moved = runGit(folder, ['commit', '-q', '-m', 'move']) + git('rev-parse', 'HEAD');
    renameSync(join(folder, 'record'), join(folder, 'away'));
    git('add', '-A', ':!away');
    git('commit', '-q', '-m', 'away');
    const away = git('rev-parse', 'HEAD');
    renameSync(join(folder, 'away'), join(folder, 'record'));
    git('add', '-A');
    git('commit', '-q', '-m', 'back');
    const back = git('rev-parse', 'HEAD');
    expect(content).toContain('content');
    expect(tellRoads(join(folder, 'record'), { first, moved, away, back })).toEqual([
      'first: added; with indicator 1 2',
      'commit: changed; 2.result 50 > 56 (closed-without-correction)',
      'away: removed; (closed-without-correction)',
      'back: restored',
    ]);
  });
});
