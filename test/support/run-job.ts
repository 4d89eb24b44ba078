import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { getCleanEnv } from '../setup/env.ts';

export interface Step {
  id?: string;
  name?: string;
  if?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
  'working-directory'?: string;
}

export interface Job {
  if?: string;
  needs?: string | string[];
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  env?: Record<string, string>;
  strategy?: { matrix: Record<string, unknown> };
  outputs?: Record<string, string>;
  /** Another workflow, whose jobs stand for this one. */
  uses?: string;
  /** None where another workflow is called. */
  steps: Step[];
}

export interface Workflow {
  name: string;
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
  env?: Record<string, string>;
  jobs: Record<string, Job>;
}

export interface StepRun {
  name: string;
  status: number | null;
  output: string;
}

export interface JobRun {
  steps: StepRun[];
  isGood: boolean;
  outputs: Record<string, string>;
}

export function readWorkflow(text: string): Workflow {
  const workflow: Workflow = parse(text);
  const jobs = Object.entries(workflow.jobs).map(([name, job]) => [name, { ...job, steps: job.steps ?? [] }]);
  return { ...workflow, jobs: Object.fromEntries(jobs) };
}

/** Values of the expressions that a job of ours uses: "github.event.pull_request.base.sha". */
export type Expressions = Record<string, string>;

/**
 * Runs the `run:` steps of a job as GitHub's runner does, in a workspace that stands ready; what `uses:` an action is left
 * out. Of conditions it knows those that our steps state: failure() and !cancelled(), both with what became of one step.
 */
export function runJob(
  workflow: Workflow,
  name: string,
  workspace: string,
  expressions: Expressions,
  skip: RegExp,
): JobRun {
  const job = workflow.jobs[name];
  if (job === undefined) throw new Error(`no job ${name}`);
  const files = { env: join(workspace, '.env-file'), output: join(workspace, '.output-file') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const steps: StepRun[] = [];
  const conclusions = new Map<string, string>();
  let hasFailed = false;
  for (const step of job.steps) {
    if (step.run === undefined || skip.test(step.run)) continue;
    if (!isWanted(step.if, hasFailed, conclusions)) continue;
    const env = {
      ...fillAll(workflow.env, expressions),
      ...readPairs(files.env),
      ...fillAll(step.env, expressions),
      GITHUB_ENV: files.env,
      GITHUB_OUTPUT: files.output,
    };
    const run = spawnSync('bash', ['-e', '-c', fillText(step.run, expressions)], {
      cwd: join(workspace, step['working-directory'] ?? ''),
      env: getCleanEnv(env),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    steps.push({ name: step.name ?? step.run, status: run.status, output: `${run.stdout}${run.stderr}` });
    if (step.id !== undefined) conclusions.set(step.id, run.status === 0 ? 'success' : 'failure');
    hasFailed ||= run.status !== 0;
  }
  return { steps, isGood: !hasFailed, outputs: readPairs(files.output) };
}

function isWanted(condition: string | undefined, hasFailed: boolean, conclusions: Map<string, string>): boolean {
  if (condition === undefined) return !hasFailed;
  const [, id = '', sign, expected] = /steps\.(\w+)\.conclusion (==|!=) '(\w+)'/.exec(condition) ?? [];
  const conclusion = conclusions.get(id) ?? 'skipped';
  const isSo = sign === undefined || (sign === '==') === (conclusion === expected);
  if (condition.includes('failure()')) return hasFailed && isSo;
  if (condition.includes('!cancelled()')) return isSo;
  throw new Error(`a condition that is not known here: ${condition}`);
}

function fillAll(env: Record<string, string> = {}, expressions: Expressions): Record<string, string> {
  return Object.fromEntries(Object.entries(env).map(([name, text]) => [name, fillText(text, expressions)]));
}

function fillText(text: string, expressions: Expressions): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const value = expressions[expression];
    if (value === undefined) throw new Error(`no value for ${expression}`);
    return value;
  });
}

/** Lines "name=value" of a file that the runner reads. */
function readPairs(file: string): Record<string, string> {
  if (!existsSync(file)) return {};
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}
