import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { MOST_FILES } from '../../scripts/guard/check-changes.ts';
import { getCleanEnv } from '../setup/env.ts';
import { type Blob, makeRepository, type Repository } from '../support/repository.ts';

const SCRIPT = resolve(import.meta.dirname, '../../scripts/guard.ts');
const FOLDER = 'content/reports/2567/finance/e-receipt';
const TEXT = '---\nresult: 60\n---\n';

interface Problem {
  file: string;
  severity: string;
  rule: string;
  message: string;
  fix: string;
}

function runGuard(folder: string, args: string[]) {
  const options = { cwd: folder, env: getCleanEnv(), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  return spawnSync(process.execPath, [SCRIPT, ...args], options);
}

/** What the guard says of a commit laid over a small repository. */
function guard(files: [string | Uint8Array, Blob][], before: [string, Blob][] = []) {
  const repository = makeRepository();
  const base = repository.commit([[`${FOLDER}/q1.mdx`, TEXT], ['src/a.ts', 'export {};\n'], ...before]);
  return judge(repository, base, repository.commit(files));
}

function judge({ folder }: Repository, base: string, head: string) {
  const run = runGuard(folder, ['--base', base, '--head', head, '--format', 'json']);
  const report: { kind: string; files: number; problems: Problem[] } = JSON.parse(run.stdout);
  return { ...report, status: run.status, told: report.problems.map(({ rule, file }) => `${rule} ${file}`) };
}

describe('what a report needs', () => {
  it('is let through as content', () => {
    const files: [string, Blob][] = [
      [`${FOLDER}/q2.mdx`, TEXT],
      [`${FOLDER}/minutes-1.pdf`, '%PDF-1.4\n'],
      ['content/calendar/2568.yaml', 'x: 1\n'],
    ];
    expect(guard(files)).toMatchObject({ status: 0, kind: 'content', files: 3, problems: [] });
  });

  it('may take away whatever was there', () => {
    const bad = `${FOLDER}/Old Name.exe`;
    expect(guard([[bad, undefined]], [[bad, 'MZ']])).toMatchObject({ status: 0, kind: 'content', problems: [] });
  });

  it('is judged from where the branch began, not by what the base got since', () => {
    const repository = makeRepository();
    const start = repository.commit([['src/a.ts', '1']]);
    const base = repository.commit([['src/b.ts', '2']]);
    repository.git(['reset', '--quiet', '--soft', start]);
    repository.git(['read-tree', start]);
    const head = repository.commit([[`${FOLDER}/q1.mdx`, TEXT]]);
    expect(judge(repository, base, head)).toMatchObject({ kind: 'content', files: 1 });
  });
});

describe('code', () => {
  it('that a branch takes back from one of the places where it left its base is seen', () => {
    const { folder, commit, git } = makeRepository();
    const start = commit([['src/a.ts', 'old']]);
    const repair = commit([['src/a.ts', 'mended']]);
    git(['read-tree', start]);
    git(['reset', '--quiet', '--soft', start]);
    const other = commit([['content/calendar/2568.yaml', 'x: 1']]);
    const merge = (first: string, second: string, tree: string) =>
      git(['commit-tree', tree, '-p', first, '-p', second, '-m', 'merge']);
    const [base] = [merge(other, repair, git(['merge-tree', '--write-tree', other, repair]))];
    // A merge of the same two whose tree keeps only one of them.
    const head = merge(other, repair, `${other}^{tree}`);
    const report = runGuard(folder, ['--base', base ?? '', '--head', head, '--format', 'json']);
    expect(JSON.parse(report.stdout)).toMatchObject({ kind: 'code' });
  });

  test.each(['.github/workflows/pull-request.yml', 'package.json', 'Content/x.mdx', 'contents/x.mdx'])(
    '%s makes it a change of code',
    (file) => {
      expect(guard([[file, 'x']]).kind).toBe('code');
    },
  );

  it('together with content is told of, and not refused', () => {
    const result = guard([
      ['src/b.ts', 'x'],
      [`${FOLDER}/q2.mdx`, TEXT],
    ]);
    expect(result).toMatchObject({ status: 0, kind: 'code', told: ['mixed '] });
    expect(result.problems[0]).toMatchObject({ severity: 'warning', fix: expect.stringContaining('แยกเป็นสองคำขอ') });
  });
});

describe('refused', () => {
  const nfd = 'café'.normalize('NFD');
  test.each<[string, string | Uint8Array, Blob, string]>([
    ['a link out of the repository', `${FOLDER}/scan.pdf`, { mode: '120000', data: '../../../../etc/passwd' }, 'link'],
    ['a link among code', 'docs/passwd', { mode: '120000', data: '../../../../etc/passwd' }, 'link'],
    ['a submodule', `${FOLDER}/more`, { mode: '160000', data: '1'.repeat(40) }, 'submodule'],
    ['a program', `${FOLDER}/q2.mdx`, { mode: '100755', data: TEXT }, 'executable'],
    ['a script', `${FOLDER}/run.sh`, { mode: '100755', data: '#!' }, 'CW101'],
    ['a picture that runs', `${FOLDER}/chart.svg`, '<svg/>', 'CW101'],
    ['settings of git', 'content/.gitattributes', '* filter=x', 'CW101'],
    ['settings of npm', 'content/.npmrc', 'registry=x', 'CW101'],
    ['a file beside the folders', 'content/readme.md', 'x', 'CW101'],
    ['a quarter in capitals', `${FOLDER}/Q2.MDX`, TEXT, 'CW107'],
    ['a Thai name', `${FOLDER}/รายงาน.pdf`, '%PDF-', 'CW106'],
    ['a Thai name, its marks in another order', `${FOLDER}/ก\u0E48\u0E38.pdf`, '%PDF-', 'CW106'],
    ['a name in parts', `${FOLDER}/${nfd}.pdf`, '%PDF-', 'CW106'],
    ['a name in parts among code', `docs/${nfd}.md`, 'x', 'form'],
    ['a line break in a name', `${FOLDER}/q2\n::error::.mdx`, TEXT, 'control'],
    ['a name that turns its letters around', `${FOLDER}/a\u202Efdp.exe`, 'MZ', 'control'],
    ['a name with a letter that is not there', 'src/a\u200B.ts', 'x', 'control'],
    ['a name that Windows keeps', 'content/agencies/con.yaml', 'code: "1"', 'reserved'],
    ['a folder that Windows keeps', 'content/reports/2567/aux/roads/q1.mdx', TEXT, 'reserved'],
    ['bytes that are no text', Buffer.from(`${FOLDER}/q\xe1.pdf`, 'latin1'), '%PDF-', 'encoding'],
    ['evidence of 21 MB', `${FOLDER}/scan.pdf`, Buffer.alloc(21 * 1024 * 1024), 'CW103'],
    ['a text of 65 KB', `${FOLDER}/q2.mdx`, 'x'.repeat(65 * 1024), 'CW103'],
  ])('%s', (_, name, blob, rule) => {
    const result = guard([[name, blob]]);
    expect(result.status).toBe(1);
    expect(result.problems.map((problem) => problem.rule)).toEqual([rule]);
    const [{ message = '', fix = '', file = '' } = {}] = result.problems;
    expect(`${message}${fix}`).toMatch(/\p{Script=Thai}/u);
    expect(`${message}${fix}${file}`).not.toMatch(/\p{Cc}|\{\w+\}/u);
  });

  it('what was plain before and became a link', () => {
    const result = guard([[`${FOLDER}/q1.mdx`, { mode: '120000', data: '../../../../../package.json' }]]);
    expect(result.told).toEqual([`link ${FOLDER}/q1.mdx`]);
  });

  it('the content folder itself as a link', () => {
    const result = guard([
      [`${FOLDER}/q1.mdx`, undefined],
      ['content', { mode: '120000', data: '../elsewhere' }],
    ]);
    expect(result).toMatchObject({ kind: 'code', status: 1, told: ['mixed ', 'link content'] });
  });

  it('names that differ only by case, wherever in the path', () => {
    const result = guard([
      [`${FOLDER}/Q1.MDX`, TEXT],
      ['SRC/c.ts', 'x'],
    ]);
    expect(result.told).toEqual([
      'mixed ',
      `CW107 ${FOLDER}/Q1.MDX`,
      'collision SRC/c.ts',
      `collision ${FOLDER}/Q1.MDX`,
    ]);
    expect(result.problems.at(-1)?.message).toContain(`${FOLDER}/q1.mdx`);
  });

  it('more files than anyone reviews', () => {
    const files = Array.from({ length: MOST_FILES + 1 }, (_, index): [string, Blob] => [
      `${FOLDER}/e${index}.pdf`,
      { mode: '160000', data: '1'.repeat(40) },
    ]);
    const result = guard(files);
    expect(result.told[0]).toBe('files ');
    expect(result.status).toBe(1);
  });
});

describe('the report', () => {
  const line = `${FOLDER}/q2\n::error::x%0A.mdx`;

  it('gives GitHub one annotation on the file, and no command from its name', () => {
    const repository = makeRepository();
    const base = repository.commit([['a', '1']]);
    const head = repository.commit([[line, TEXT]]);
    const output = join(repository.folder, 'output.txt');
    writeFileSync(output, 'before=1\n');
    const args = ['--base', base, '--head', head, '--format', 'github', '--github-output', output];
    const { stdout, status } = runGuard(repository.folder, args);
    expect(status).toBe(1);
    expect(stdout.split('\n').filter((text) => text.startsWith('::'))).toEqual([
      expect.stringMatching(/^::error file=content\/reports\/2567\/finance\/e-receipt\/q2\\u000a%3A%3Aerror/),
    ]);
    expect(readFileSync(output, 'utf8')).toBe('before=1\nkind=content\n');
  });

  it('shows people a hundred problems and counts the rest', () => {
    const repository = makeRepository();
    const base = repository.commit([['a', '1']]);
    const links = Array.from({ length: 130 }, (_, index): [string, Blob] => {
      return [`content/l${index}`, { mode: '120000', data: 'a' }];
    });
    const { stdout } = runGuard(repository.folder, ['--base', base, '--head', repository.commit(links)]);
    expect(stdout.match(/^content\/l\d+ {2}ผิด$/gm)).toHaveLength(100);
    expect(stdout).toContain('ยังมีอีก 30 เรื่อง');
    expect(stdout).toContain('ผิด 130');
  });
});

describe('a call that is not understood', () => {
  test.each([
    [['--base', 'HEAD'], '--head REV'],
    [['--base', 'HEAD', '--head', 'no-such-branch'], 'no commit "no-such-branch"'],
    [['--base', 'HEAD', '--head=--output=x'], 'no commit "--output=x"'],
    [['--base', 'HEAD', '--head', 'HEAD', '--format', 'xml'], '--format takes'],
    [['--what'], "'--what'"],
  ])('%j is answered with what to type', (args, text) => {
    const { status, stderr } = runGuard('.', args);
    expect(status).toBe(2);
    expect(stderr).toContain(text);
    expect(stderr).toContain('npm run guard --');
  });

  it('names branches that never met', () => {
    const repository = makeRepository();
    const base = repository.commit([['a', '1']]);
    const tree = repository.git(['write-tree']);
    const head = repository.git(['commit-tree', tree, '-m', 'alone']);
    const { status, stderr } = runGuard(repository.folder, ['--base', base, '--head', head]);
    expect(status).toBe(2);
    expect(stderr).toContain('no commit in common');
  });
});
