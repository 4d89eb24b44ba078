import { type Job, readWorkflow, type Step, type Workflow } from './run-job.ts';

/** The few jobs that may write, and what. */
const MAY_WRITE: Record<string, string[]> = {
  'comment.yml comment': ['pull-requests'],
  'deploy.yml deploy': ['pages', 'id-token'],
  'deploy.yml attach': ['contents'],
};

const PINNED = /^\s*-?\s*uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

/** A workflow of the same commit, which the same rules hold. */
const OWN = /^\s*uses: \.\/\.github\/workflows\/[\w-]+\.yml$/;

/** What stands against a workflow, each as a sentence; the rules of docs/pull-requests.md. */
export function listViolations(file: string, text: string): string[] {
  const workflow = readWorkflow(text);
  const jobs = Object.entries(workflow.jobs);
  return [
    ...checkPins(text),
    ...checkTriggers(workflow, text),
    ...checkGranted('the workflow', workflow.permissions, []),
    ...jobs.flatMap(([name, job]) => [
      ...checkJob(name, job),
      ...(job.permissions ? checkGranted(name, job.permissions, MAY_WRITE[`${file} ${name}`] ?? []) : []),
    ]),
  ].map((sentence) => `${file}: ${sentence}`);
}

function checkPins(text: string): string[] {
  const uses = text.split('\n').filter((line) => /^\s*-?\s*uses:/.test(line));
  const strange = uses.filter((line) => !PINNED.test(line) && !OWN.test(line));
  return strange.map((line) => `"${line.trim()}" is no commit of an official action`);
}

function checkTriggers(workflow: Workflow, text: string): string[] {
  const violations: string[] = [];
  const triggers = typeof workflow.on === 'string' ? [workflow.on] : Object.keys(workflow.on);
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  if (triggers.includes('pull_request_target')) violations.push('pull_request_target gives strangers the keys');
  if (/\bsecrets\b/.test(text.replace(/^\s*#.*$/gm, ''))) violations.push('a secret is named');
  if (triggers.includes('pull_request')) {
    if (steps.some(isCaching)) violations.push('a cache is filled by a pull request');
  }
  if (triggers.includes('workflow_run')) {
    if (steps.some((step) => uses(step, 'checkout')))
      violations.push('something is checked out beside a token that writes');
    if (steps.some(({ run }) => run !== undefined)) violations.push('a program is run beside a token that writes');
  }
  return violations;
}

/** Reading only, but for what is listed; nothing said means whatever the repository's settings give. */
function checkGranted(of: string, granted: Workflow['permissions'], mayWrite: string[]): string[] {
  if (granted === undefined) return [`${of} does not state its permissions`];
  if (typeof granted === 'string') return [`${of} is granted "${granted}"`];
  return Object.entries(granted)
    .filter(([name, level]) => level !== 'read' && level !== 'none' && !mayWrite.includes(name))
    .map(([name, level]) => `${of} is granted ${name}: ${level}`);
}

function checkJob(name: string, job: Job): string[] {
  const violations: string[] = [];
  // Jobs of another workflow have ends of their own, and the call of one can have none.
  if (job.uses === undefined && job['timeout-minutes'] === undefined) violations.push(`${name} may run for six hours`);
  for (const step of job.steps) {
    const program = step.run ?? String(step.with?.script ?? '');
    // Put into a program as text, a title or a branch name becomes a part of it; env is the way in.
    if (program.includes('${{')) violations.push(`${name} puts an expression into a program`);
    if (uses(step, 'checkout') && step.with?.['persist-credentials'] !== false) {
      violations.push(`${name} leaves its token in the checkout`);
    }
  }
  return violations;
}

export function uses({ uses: action = '' }: Step, name: string): boolean {
  return action.startsWith(`actions/${name}@`);
}

function isCaching(step: Step): boolean {
  const { cache, 'package-manager-cache': automatic } = step.with ?? {};
  return uses(step, 'cache') || (uses(step, 'setup-node') && (cache !== undefined || automatic !== false));
}
