import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getFixture, makeFolder, writeFiles } from '../support/content-folder.ts';
import { type JobRun, readWorkflow, runJob } from '../support/run-job.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const WORKFLOW = readWorkflow(readFileSync(join(ROOT, '.github/workflows/pull-request.yml'), 'utf8'));
const Q2 = 'content/reports/2567/finance/e-receipt/q2.mdx';
const Q3 = 'content/reports/2567/finance/e-receipt/q3.mdx';

function git(folder: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
  const run = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`git ${args.join(' ')}: ${run.stderr}`);
  return run.stdout.trim();
}

interface Requested {
  workspace: string;
  guard: JobRun;
  /** Undefined where the guard does not let it come to that. */
  content: JobRun | undefined;
}

let template = '';

/** A repository with the engine and the small site. */
beforeAll(() => {
  template = realpathSync(mkdtempSync(join(tmpdir(), 'chiwat-origin-')));
  for (const part of ['src', 'scripts', 'package.json', '.gitattributes']) {
    cpSync(join(ROOT, part), join(template, part), { recursive: true });
  }
  cpSync(getFixture('sites/minimal'), join(template, 'content'), { recursive: true });
  git(template, 'init', '--quiet', '--initial-branch=main');
  commit(template);
});

afterAll(() => rmSync(template, { recursive: true, force: true }));

function commit(folder: string): string {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--no-verify', '-m', 'change');
  return git(folder, 'rev-parse', 'HEAD');
}

/** A branch of it that changes something, and the jobs that GitHub would run; what is installed or slow is left out. */
function request(change: (folder: string) => void, skip = /^npm (ci|run build)|impact\.ts/): Requested {
  const workspace = makeFolder();
  const origin = join(workspace, 'origin');
  const tools = join(workspace, 'tools');
  git(workspace, 'clone', '--quiet', '--shared', template, 'origin');
  git(origin, 'checkout', '--quiet', '-b', 'report');
  change(origin);
  const head = commit(origin);
  git(origin, 'checkout', '--quiet', 'main');
  // The base has gone on since the branch left it.
  writeFiles(origin, {
    'content/agencies/parks.yaml': 'code: "40000000"\ngroup: offices\nnames:\n  - { name: สำนักสวน }\n',
  });
  const base = commit(origin);
  // What actions/checkout does, and npm ci.
  git(workspace, 'clone', '--quiet', '--single-branch', '--branch', 'main', origin, 'tools');
  symlinkSync(join(ROOT, 'node_modules'), join(tools, 'node_modules'));

  const expressions = {
    'github.event.pull_request.base.sha': base,
    'github.event.pull_request.head.sha': head,
    'github.server_url': 'https://github.example.org',
    'github.token': 'none',
    'github.workspace': workspace,
  };
  const run = (job: string) => runJob(WORKFLOW, job, workspace, expressions, skip);
  const guard = run('guard');
  return { workspace, guard, content: guard.isGood && guard.outputs.kind === 'content' ? run('content') : undefined };
}

function findStep(run: JobRun | undefined, name: string) {
  return run?.steps.find((step) => step.name === name);
}

// Each runs several programs one after the other.
describe('the jobs of a pull request, run as they stand in the workflow', { timeout: 120_000 }, () => {
  it('check a report with the tools of the base and tell what it does', () => {
    const { workspace, guard, content } = request((folder) => {
      writeFiles(folder, { [Q3]: '---\nresult: 60\nsubmitted: 2024-07-10\n---\n\nลงนามในสัญญา\n' });
      const agency = join(folder, 'content/agencies/finance.yaml');
      writeFileSync(agency, `${readFileSync(agency, 'utf8')}owners: ["@than-thong/finance"]\n`);
    }, /^npm (ci|run build)/);
    expect(guard.outputs).toEqual({ kind: 'content' });
    expect(content?.steps.filter(({ status }) => status !== 0)).toEqual([]);
    expect(findStep(content, 'Check')?.output).not.toContain('::error');
    expect(findStep(content, 'Owners')?.output).toContain('::warning file=.github/CODEOWNERS');
    expect(readFileSync(join(workspace, 'report/impact.md'), 'utf8')).toContain('e-receipt');
    // As it will be after merging: what the base got since is there, and nothing but content is.
    expect(existsSync(join(workspace, 'pr/content/agencies/parks.yaml'))).toBe(true);
    expect(existsSync(join(workspace, 'pr/package.json'))).toBe(false);
    expect(existsSync(join(workspace, 'report/check.txt'))).toBe(false);
  });

  it('point at the line of a mistake, by the path of the repository, and keep the words for the comment', () => {
    const { workspace, content } = request((folder) => {
      writeFiles(folder, { [Q3]: '---\nresult: "60"\n---\n\nลงนามในสัญญา\n' });
    });
    expect(content?.isGood).toBe(false);
    expect(findStep(content, 'Check')?.output).toContain(`::error file=${Q3},line=2,`);
    expect(readFileSync(join(workspace, 'report/check.txt'), 'utf8')).toContain('CW304');
  });

  it('refuse a figure of a closed quarter that changed without a correction, with the lines to write', () => {
    const { workspace, content } = request((folder) => {
      const q2 = join(folder, Q2);
      writeFileSync(q2, readFileSync(q2, 'utf8').replace('result: 40', 'result: 41'));
    });
    expect(content?.isGood).toBe(false);
    expect(findStep(content, 'Check')?.output).toContain(`::error file=${Q2},line=2,col=9,title=CW711`);
    expect(readFileSync(join(workspace, 'report/check.txt'), 'utf8')).toContain('    from: 40\n    to: 41\n');
  });

  it('stop at a link before anything is checked out, and keep the words for the comment', () => {
    const { workspace, guard, content } = request((folder) => {
      symlinkSync('../../../../../../etc/hostname', join(folder, 'content/reports/2567/finance/e-receipt/scan.pdf'));
    });
    expect(guard.isGood).toBe(false);
    expect(content).toBeUndefined();
    expect(existsSync(join(workspace, 'pr'))).toBe(false);
    expect(readFileSync(join(workspace, 'report/guard.txt'), 'utf8')).toContain('scan.pdf');
  });

  it('leave a change of code to the other job', () => {
    const { guard, content } = request((folder) => writeFiles(folder, { 'src/new.ts': 'export {};\n' }));
    expect(guard).toMatchObject({ isGood: true, outputs: { kind: 'code' } });
    expect(content).toBeUndefined();
  });

  it('say what to do where two changed the same line', () => {
    const { content } = request((folder) => {
      rmSync(join(folder, 'content/agencies/finance.yaml'));
      writeFiles(folder, {
        'content/agencies/parks.yaml': 'code: "50000000"\ngroup: offices\nnames:\n  - { name: สวน }\n',
      });
    });
    const step = findStep(content, 'Content as it will be once merged');
    expect(step?.status).toBe(1);
    expect(step?.output).toContain('::error title=conflict::');
  });
});
