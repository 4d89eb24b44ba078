import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getFixture } from './content-folder.ts';
import { type GitFolder, makeRepository } from './git-folder.ts';

/** The commits of the published branch, oldest first, by what they do. */
export const STEPS = [
  'publish',
  'quarter',
  'target',
  'correction',
  'rename',
  'calendar',
  'year',
  'removal',
  'mistake',
  'revert',
] as const;

export interface HistoryRepository extends GitFolder {
  /** Ids of the steps; `branch` is one that came with the merge of `correction`. */
  commits: Record<(typeof STEPS)[number] | 'branch', string>;
}

/** When each step was committed, in UTC. The last of them is the next day in Bangkok. */
export const TIMES: Record<(typeof STEPS)[number], string> = {
  publish: '2023-09-20T02:00:00Z',
  quarter: '2024-01-10T03:30:00Z',
  target: '2024-03-04T04:00:00Z',
  correction: '2024-03-05T08:15:00Z',
  rename: '2024-04-10T02:00:00Z',
  calendar: '2024-05-02T02:00:00Z',
  year: '2024-05-20T02:00:00Z',
  removal: '2024-06-03T02:00:00Z',
  mistake: '2024-06-10T09:00:00Z',
  revert: '2024-06-11T18:30:00Z',
};

/**
 * The small site, with a history: promises of 2567 and figures of a year first taken for 2565 are published, a quarter is
 * reported, a target moved after the year began (pull request 8), a figure of a closed quarter corrected on a branch
 * of two commits (pull request 7, merged), a folder renamed, a calendar changed, the year set right (2566), an
 * indicator removed for good, and a mistake (a wrong figure and a removed folder) reverted. No state of it has errors.
 */
export function makeHistoryRepository(folder?: string): HistoryRepository {
  const repository = makeRepository(folder);
  const { git, gitAt, content } = repository;
  const commit = (step: (typeof STEPS)[number], files: Record<string, string> = {}, message: string = step) =>
    repository.commit(files, TIMES[step], message);
  layFirst(content);
  const publish = commit('publish');
  const quarter = commit('quarter', {
    ...report('2567/public-works/road-repair/q1', 'result: 25\nsubmitted: 2024-01-10', 'ซ่อมแล้วเสร็จร้อยละ 25'),
    ...report('2567/public-works/rescue-time/q1', 'result: 10.5', 'ใช้เวลาเฉลี่ยลดลงจากปีก่อน'),
    ...report('2567/finance/tax-collection/q1', 'result: 350', 'มีผู้ชำระตรงเวลา 350 ราย'),
    ...report('2567/finance/e-receipt/q1', 'result: 20\nlevel: 1', 'กำหนดร่างขอบเขตงานแล้วเสร็จ'),
  });

  git('checkout', '-q', '-b', 'correct');
  const taxes = '2567/finance/tax-collection/q1';
  const branch = repository.commit(
    report(taxes, 'result: 354', 'มีผู้ชำระตรงเวลา 350 ราย'),
    '2024-03-01T02:00:00Z',
    'figure',
  );
  repository.commit(report(taxes, CORRECTED, 'มีผู้ชำระตรงเวลา 345 ราย'), '2024-03-02T02:00:00Z', 'correction');

  git('checkout', '-q', 'main');
  const promise = 'reports/2567/public-works/road-repair/indicator.mdx';
  const eased = edit(content, promise, ['target: 90', 'target: 85'], ['45, 70, 90]', '45, 70, 85]']);
  const target = commit('target', { [promise]: eased }, 'Target of road repair (#8)');
  const merge = 'Merge pull request #7 from than-thong/correct';
  gitAt(TIMES.correction, 'merge', '-q', '--no-ff', '-m', merge, 'correct');
  const correction = git('rev-parse', 'HEAD');

  move(repository, 'reports/2567/finance/e-receipt', 'reports/2567/finance/online-receipt');
  const rename = commit('rename');
  const dates = edit(
    content,
    'calendar/2567.yaml',
    ['due: "2024-07-15"', 'due: "2024-07-31"'],
    ['behind: 60', 'behind: 50'],
  );
  const calendar = commit('calendar', { 'calendar/2567.yaml': dates });
  move(repository, 'reports/2565', 'reports/2566');
  rmSync(join(content, 'calendar/2565.yaml'));
  const year = commit('year', { 'calendar/2566.yaml': read('calendar/2566.yaml') });
  remove(content, '2567/public-works/street-lights');
  const removal = commit('removal');
  remove(content, '2567/public-works/waste-sorting');
  const mistake = commit(
    'mistake',
    report('2567/public-works/rescue-time/q1', 'result: 1.05', 'ใช้เวลาเฉลี่ยลดลงจากปีก่อน'),
  );
  gitAt(TIMES.revert, 'revert', '--no-edit', 'HEAD');
  const revert = git('rev-parse', 'HEAD');
  const commits = { publish, quarter, branch, target, correction, rename, calendar, year, removal, mistake, revert };
  return { ...repository, commits };
}

const CORRECTED = `result: 345
corrections:
  - date: 2024-03-02
    field: result
    from: 350
    to: 345
    reason: นับผู้ชำระซ้ำ 5 ราย
    approvedBy: ผู้อำนวยการสำนักคลัง`;

/** The site before anything of 2567 is reported, with the year 2566 taken for 2565. */
function layFirst(content: string): void {
  for (const part of ['site.yaml', 'agencies', 'plan', 'calendar/2567.yaml'])
    cpSync(join(SITE, part), join(content, part), { recursive: true });
  const plan = 'plan/city-plan.yaml';
  writeFileSync(join(content, plan), edit(content, plan, ['from: 2566', 'from: 2565']));
  writeFileSync(join(content, 'calendar/2565.yaml'), read('calendar/2566.yaml').replace(/2023-/g, '2022-'));
  cpSync(join(SITE, 'reports/2566'), join(content, 'reports/2565'), { recursive: true });
  for (const path of ['public-works/rescue-time', 'finance/tax-collection', 'finance/e-receipt'])
    lay(content, `2567/${path}`, read(`reports/2567/${path}/indicator.mdx`));
  // Scored by its target, so that moving the target moves the score.
  const roads = read('reports/2567/public-works/road-repair/indicator.mdx');
  lay(content, '2567/public-works/road-repair', roads.replace(/kind: bands\n[\s\S]*?---/, 'kind: proportional\n---'));
  lay(content, '2567/public-works/street-lights', promiseOf('จำนวนโคมไฟถนนที่เปลี่ยนใหม่', 'ดวง', 500));
  lay(content, '2567/public-works/waste-sorting', promiseOf('จำนวนชุมชนที่คัดแยกขยะ', 'ชุมชน', 40));
}

const SITE = getFixture('sites/minimal');

function lay(content: string, path: string, text: string): void {
  mkdirSync(join(content, 'reports', path), { recursive: true });
  writeFileSync(join(content, 'reports', path, 'indicator.mdx'), text);
}

function read(file: string): string {
  return readFileSync(join(SITE, file), 'utf8');
}

function promiseOf(name: string, unit: string, target: number): string {
  const promise = read('reports/2567/finance/tax-collection/indicator.mdx');
  return promise
    .replace(/^name: .*$/m, `name: ${name}`)
    .replace(/^unit: .*$/m, `unit: ${unit}`)
    .replace(/^target: .*$/m, `target: ${target}`)
    .replace(/goal: "2.1.1"/, 'goal: "1.1.1"')
    .replace(/## [\s\S]*$/, `## คำนิยาม\n\n${name} นับเมื่อตรวจรับแล้ว\n`);
}

function report(path: string, matter: string, text: string): Record<string, string> {
  return { [`reports/${path}.mdx`]: `---\n${matter}\n---\n\n${text}\n` };
}

/** A file of the content folder with words replaced, each of which must stand in it. */
function edit(content: string, file: string, ...changes: [from: string, to: string][]): string {
  return changes.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`${file} does not hold "${from}"`);
      return text.replace(from, to);
    },
    readFileSync(join(content, file), 'utf8'),
  );
}

function move({ git }: GitFolder, from: string, to: string): void {
  git('mv', `content/${from}`, `content/${to}`);
}

function remove(content: string, path: string): void {
  rmSync(join(content, 'reports', path), { recursive: true });
}
