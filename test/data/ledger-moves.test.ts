import { cpSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { getFixture } from '../support/content-folder.ts';
import { type GitFolder, makeRepository } from '../support/git-folder.ts';
import { readKnownLedger, tellItems } from '../support/read-ledger.ts';

const TAXES = readFileSync(getFixture('sites/minimal/reports/2567/finance/tax-collection/indicator.mdx'), 'utf8');

function report(result: number): string {
  return `---\nresult: ${result}\n---\n`;
}

/** The small site, and in several agencies the same promises with the same figures, as districts have them. */
function makeDistricts(year: number): GitFolder {
  const repository = makeRepository();
  cpSync(getFixture('sites/minimal'), repository.content, { recursive: true });
  const agencies = Array.from({ length: 6 }, (_, index) => `district-${index}`);
  const indicators = agencies.flatMap((agency) => [`${agency}/parks`, `${agency}/taxes`]);
  repository.commit({
    ...Object.fromEntries(
      agencies.map((agency, index) => [
        `agencies/${agency}.yaml`,
        `code: "4000000${index}"\ngroup: offices\nnames: [{ name: เขต ${index} }]\n`,
      ]),
    ),
    ...Object.fromEntries(
      indicators.flatMap((path) => [
        [`reports/${year}/${path}/indicator.mdx`, TAXES],
        [`reports/${year}/${path}/q1.mdx`, report(100)],
      ]),
    ),
  });
  return repository;
}

/** Where everything that moved came from, by where it is now. */
function listMoves(content: string): Record<string, string | undefined> {
  const { items } = readKnownLedger(content);
  const last = [...items].map(([path, revisions]) => [path, revisions.at(-1)?.from] as const);
  return Object.fromEntries(last.filter(([, from]) => from !== undefined));
}

describe('what moved is followed', () => {
  test('with the folder of a whole year, each to its own agency and name, though many are alike', () => {
    const { content, git, commit } = makeDistricts(2566);
    // Where 2567 stands already, the folders of the districts join it.
    for (let index = 0; index < 6; index++)
      git('mv', `content/reports/2566/district-${index}`, `content/reports/2567/district-${index}`);
    commit();
    const moves = listMoves(content);
    expect(Object.keys(moves)).toHaveLength(12);
    for (const [path, from] of Object.entries(moves)) expect(from).toBe(path.replace('2567/', '2566/'));
  });

  test('where files were edited in the same commit, even all of an indicator', () => {
    const { content, git, commit } = makeDistricts(2566);
    for (let index = 0; index < 6; index++)
      git('mv', `content/reports/2566/district-${index}`, `content/reports/2567/district-${index}`);
    const at = (name: string) => `reports/2567/district-3/parks/${name}.mdx`;
    const promise = TAXES.replace('target: 1300', 'target: 1250').replace(/^name: .*$/m, 'name: สวนสาธารณะที่ปรับปรุง');
    const move = commit({
      [at('indicator')]: promise,
      [at('q1')]: report(99),
      'reports/2567/district-4/taxes/q1.mdx': report(98),
    });
    const moves = listMoves(content);
    for (const [path, from] of Object.entries(moves)) expect(from).toBe(path.replace('2567/', '2566/'));
    expect(Object.keys(moves)).toHaveLength(12);
    const told = tellItems(readKnownLedger(content).items, { move });
    expect(told['2567/district-3/parks']?.[1]).toMatch(
      /^move: moved; from 2566\/district-3\/parks; indicator\.name .* indicator\.target 1300 > 1250 .* 1\.result 100 > 99/,
    );
    expect(told['2567/district-4/taxes']?.[1]).toContain('1.result 100 > 98');
  });

  test('with an agency that got another name', () => {
    const { content, git, commit } = makeDistricts(2567);
    git('mv', 'content/reports/2567/district-2', 'content/reports/2567/district-two');
    git('mv', 'content/agencies/district-2.yaml', 'content/agencies/district-two.yaml');
    commit({ 'reports/2567/district-two/parks/q1.mdx': report(97) });
    expect(listMoves(content)).toEqual({
      '2567/district-two/parks': '2567/district-2/parks',
      '2567/district-two/taxes': '2567/district-2/taxes',
    });
  });

  test('more than once, and under the path that another left', () => {
    const { content, commit, git } = makeDistricts(2567);
    const folder = join(content, 'reports/2567/district-0');
    commit({ 'reports/2567/district-0/parks/q1.mdx': report(90) });
    renameSync(join(folder, 'parks'), join(folder, 'gardens'));
    const first = commit();
    renameSync(join(folder, 'taxes'), join(folder, 'parks'));
    const second = commit();
    renameSync(join(folder, 'gardens'), join(folder, 'green'));
    const third = commit({ 'reports/2567/district-0/green/q1.mdx': report(91) });
    const told = tellItems(readKnownLedger(content).items, { first, second, third });
    expect(told['2567/district-0/green']?.slice(2)).toEqual([
      'first: moved; from 2567/district-0/parks',
      expect.stringMatching(/^third: moved; from 2567\/district-0\/gardens; 1\.result 90 > 91/),
    ]);
    expect(told['2567/district-0/parks']?.slice(1)).toEqual(['second: moved; from 2567/district-0/taxes']);
    expect(git('status', '--short')).toBe('');
  });

  test('but what was removed and came back at another path later is another', () => {
    const { content, commit } = makeDistricts(2567);
    const from = join(content, 'reports/2567/district-0/parks');
    rmSync(from, { recursive: true });
    commit();
    const added = commit({ 'reports/2567/district-0/gardens/indicator.mdx': TAXES });
    const { items, gone } = readKnownLedger(content);
    expect(tellItems(items, { added })['2567/district-0/gardens']).toMatchObject([
      expect.stringMatching(/^added: added/),
    ]);
    expect([...gone.keys()]).toEqual(['2567/district-0/parks']);
  });

  test('and what comes back is compared with what it last said', () => {
    const { content, commit } = makeDistricts(2567);
    rmSync(join(content, 'reports/2567/district-0/parks'), { recursive: true });
    commit();
    const back = commit({
      'reports/2567/district-0/parks/indicator.mdx': TAXES,
      'reports/2567/district-0/parks/q1.mdx': report(80),
    });
    const told = tellItems(readKnownLedger(content).items, { back })['2567/district-0/parks'];
    expect(told?.at(-1)).toMatch(/^back: restored; 1\.result 100 > 80/);
    expect(told).toHaveLength(3);
  });
});
