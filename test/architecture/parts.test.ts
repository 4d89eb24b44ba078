import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { getCleanEnv } from '../setup/env.ts';
import { getFixture, makeFolder, writeFiles } from '../support/content-folder.ts';
import { readWorkflow, runJob } from '../support/run-job.ts';
import { uses } from '../support/workflow-rules.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const PARTS = readWorkflow(read('.github/workflows/parts.yml'));
const DEPLOY = readWorkflow(read('.github/workflows/deploy.yml'));

/** A checkout of the small city, whose due dates end in Thailand. */
function makeCheckout(): string {
  const folder = makeFolder();
  cpSync(getFixture('sites/minimal'), join(folder, 'content'), { recursive: true });
  symlinkSync(join(ROOT, 'scripts'), join(folder, 'scripts'), 'junction');
  return folder;
}

function getToday(timeZone: string, at = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at);
}

describe('a deployment', () => {
  const { build, parts, deploy } = DEPLOY.jobs;

  it('is built by one machine, or in parts where the repository says how many, never by both', () => {
    expect(build?.if).toMatch(/^vars\.CHIWAT_PARTS == '' && /);
    expect(parts?.if).toBe(build?.if?.replace("== ''", "!= ''"));
    expect(parts?.uses).toBe('./.github/workflows/parts.yml');
    expect(parts?.permissions).toEqual(PARTS.jobs.plan?.permissions);
    expect(deploy?.needs).toEqual(['build', 'parts']);
    expect(deploy?.if).toContain("(needs.build.result == 'success' || needs.parts.result == 'success')");
    expect(deploy?.if).toContain('!failure() && !cancelled()');
  });

  it('goes on from the last site only together with what is known of it, and is verified', () => {
    const steps = build?.steps ?? [];
    const kept = steps.find((step) => uses(step, 'cache'))?.with?.path;
    expect(String(kept).trim().split('\n')).toEqual(['node_modules/.cache/chiwat', 'dist']);
    const commands = steps.map(({ run = '', uses: action = '' }) => run || action);
    const at = commands.indexOf('npm run verify');
    expect(commands[at - 1]).toContain('npm run build');
    expect(commands[at + 1]).toContain('upload-pages-artifact');
  });
});

describe('the plan of a build in parts', () => {
  const plan = (parts: string) =>
    runJob(
      PARTS,
      'plan',
      makeCheckout(),
      {
        'vars.CHIWAT_PARTS': parts,
        'steps.pages.outputs.origin': 'http://kpi.example.org',
        'steps.pages.outputs.base_path': '/kpi',
      },
      /^npm /,
    );

  it('tells once, for all machines, which years, which day and which address', () => {
    const before = getToday('Asia/Bangkok');
    const { isGood, outputs, steps } = plan('2');
    expect(isGood, steps.map(({ output }) => output).join('\n')).toBe(true);
    const { today, ...rest } = outputs;
    expect(rest).toEqual({ years: '["2566","2567"]', address: 'https://kpi.example.org', base: '/kpi/' });
    expect([before, getToday('Asia/Bangkok')]).toContain(today);
    expect(Object.keys(PARTS.jobs.plan?.outputs ?? {}).sort()).toEqual(Object.keys(outputs).sort());
  });

  it('fails where the number of parts is none', () => {
    expect(plan('many')).toMatchObject({ isGood: false, outputs: {} });
  });
});

describe('the machines of a build in parts', () => {
  const { part, join: joining } = PARTS.jobs;
  const output = (name: string) => `\${{ needs.plan.outputs.${name} }}`;
  const settings = { CHIWAT_TODAY: output('today'), CHIWAT_ADDRESS: output('address'), CHIWAT_BASE: output('base') };
  const find = (job = part, action: string) => job?.steps.find((step) => uses(step, action))?.with;

  it('are as many as there are groups of years', () => {
    expect(part?.strategy?.matrix).toEqual({ years: `\${{ fromJSON(needs.plan.outputs.years) }}` });
  });

  it('build with the whole history, for the same day and address', () => {
    for (const job of [part, joining]) {
      expect(find(job, 'checkout')).toMatchObject({ 'fetch-depth': 0 });
      const made = job?.steps.find(({ run }) => /npm run (build|join)/.test(run ?? ''));
      expect(made?.env).toMatchObject(settings);
    }
  });

  it('hand their parts on with what joining needs, and the last joins all of them', () => {
    const build = part?.steps.find(({ name }) => name === 'Build');
    expect(build?.run).toBe('npm run build -- --years "$YEARS"');
    expect(build?.env?.CHIWAT_OUT).toMatch(/^parts\/\$\{\{ strategy\.job-index \}\}$/);
    expect(find(part, 'upload-artifact')).toMatchObject({ path: 'parts', 'include-hidden-files': true });
    expect(find(joining, 'download-artifact')).toMatchObject({ path: 'parts', 'merge-multiple': true });
    expect(joining?.needs).toEqual(['plan', 'part']);
    const commands = joining?.steps.map(({ run }) => run).filter(Boolean);
    expect(commands?.slice(-2)).toEqual(['npm run join -- parts/*', 'npm run verify']);
    expect(find(joining, 'upload-pages-artifact')).toEqual({ path: 'dist' });
  });
});

describe('on GitLab', () => {
  const jobs = parse(read('.gitlab-ci.yml'));
  const large = '$CHIWAT_PARTS && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH';

  /** Runs the commands of a job, with an npm that tells what it is asked to do. */
  function run(job: string, settings: Record<string, string>) {
    const folder = makeCheckout();
    const npm = '#!/bin/sh\nmkdir -p dist\necho "npm $* | $CHIWAT_TODAY $CHIWAT_ADDRESS $CHIWAT_BASE $CHIWAT_OUT"\n';
    writeFiles(folder, { 'bin/npm': npm, 'parts/1/index.html': '', 'parts/2/index.html': '' });
    chmodSync(join(folder, 'bin/npm'), 0o755);
    const env = getCleanEnv({
      PATH: [join(folder, 'bin'), process.env.PATH].join(delimiter),
      // Already the next day in Thailand.
      CI_PIPELINE_CREATED_AT: '2026-11-22T18:30:00Z',
      CI_PAGES_URL: 'http://city.example.org/kpi',
      ...settings,
    });
    const script = [...jobs['.site'].before_script, ...jobs[job].script].join('\n');
    const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    const lines = stdout.trim().split('\n');
    return {
      lines: lines.filter((line) => !line.startsWith('npm ci')),
      isPublished: existsSync(join(folder, 'public')),
    };
  }

  const place = '2026-11-23 https://city.example.org /kpi/';

  it('each job of a large city builds its years, for the day the pipeline began', () => {
    const [one, two] = ['1', '2'].map((index) => run('part', { CI_NODE_TOTAL: '4', CI_NODE_INDEX: index }).lines);
    expect(one).toEqual([`npm run build -- --years 2566 | ${place} parts/1`]);
    expect(two).toEqual([`npm run build -- --years 2567 | ${place} parts/2`]);
  });

  it('a job for which no year is left builds nothing', () => {
    const { lines } = run('part', { CI_NODE_TOTAL: '4', CI_NODE_INDEX: '3' });
    expect(lines).toEqual(['There are fewer years than jobs.']);
  });

  test.each([
    ['a small city is built by one job', '', 'build'],
    ['the parts of a large one are joined', 'on', 'join -- parts/1 parts/2'],
  ])('%s, verified and published', (_, setting, command) => {
    const { lines, isPublished } = run('pages', { CHIWAT_PARTS: setting });
    expect(lines.map((line) => line.trim())).toEqual([
      `npm run check | ${place}`,
      `npm run ${command} | ${place}`,
      `npm run verify | ${place}`,
    ]);
    expect(isPublished).toBe(true);
  });

  it('parts are built only where the project is set to, and waited for then', () => {
    expect(jobs.part.rules.at(-1)).toEqual({ if: large });
    expect(jobs.pages.needs).toEqual([{ job: 'part', optional: true }]);
    expect([jobs.part.extends, jobs.pages.extends]).toEqual(['.site', '.site']);
    expect(jobs.part.artifacts.paths).toEqual(['parts/']);
    expect(jobs.variables.GIT_DEPTH).toBe('0');
  });
});
