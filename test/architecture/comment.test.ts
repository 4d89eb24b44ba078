import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { makeFolder, writeFiles } from '../support/content-folder.ts';
import { readWorkflow } from '../support/run-job.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const STEPS = readWorkflow(readFileSync(join(ROOT, '.github/workflows/comment.yml'), 'utf8')).jobs.comment?.steps ?? [];
const SHA = 'a'.repeat(40);
const FORK = { id: 7, owner: { login: 'somchai' } };
const RUN = {
  id: 1,
  head_sha: SHA,
  head_branch: 'report',
  head_repository: FORK,
  conclusion: 'success',
  html_url: 'https://github.example.org/run/1',
};
const PULL = { number: 12, head: { sha: SHA, repo: { id: 7 } } };
const FILES = [{ filename: 'content/reports/2567/finance/e-receipt/q3.mdx' }];
const ARTIFACTS = [
  { id: 3, name: 'report', size_in_bytes: 900 },
  { id: 4, name: 'site', size_in_bytes: 9_000_000 },
];

interface Answers {
  run?: object;
  pulls?: object[];
  now?: object;
  files?: object[];
  artifacts?: object[];
  comments?: object[];
}

/** GitHub as a step sees it: what it is asked is answered, what it is told is kept. */
function makeGithub({ pulls = [PULL], now = PULL, files = FILES, artifacts = ARTIFACTS, comments = [] }: Answers) {
  const told: { call: string; args: { body: string } }[] = [];
  const tell = (call: string) => (args: { body: string }) => told.push({ call, args });
  const rest = {
    pulls: { list: pulls, listFiles: files, get: () => ({ data: now }) },
    actions: { listWorkflowRunArtifacts: artifacts },
    issues: { listComments: comments, createComment: tell('create'), updateComment: tell('update') },
  };
  return { told, github: { rest, paginate: async (answer: object[]) => answer } };
}

/** Runs a script as actions/github-script does, in a folder of its own. */
async function runScript(name: string, answers: Answers, env: Record<string, string> = {}, folder = makeFolder()) {
  const source = String(STEPS.find((step) => step.name === name)?.with?.script);
  const { told, github } = makeGithub(answers);
  const outputs: Record<string, unknown> = {};
  const core = { notice: () => {}, setOutput: (key: string, value: unknown) => (outputs[key] = value) };
  const context = { repo: { owner: 'city', repo: 'chiwat' }, payload: { workflow_run: { ...RUN, ...answers.run } } };
  const require = createRequire(import.meta.url);
  const fs = require('node:fs');
  // The runner's work folder stands for ours: the script names report/ from there.
  const inside = (path: string) => join(folder, path);
  const files = {
    lstatSync: (path: string, o: object) => fs.lstatSync(inside(path), o),
    readFileSync: (path: string, o: object) => fs.readFileSync(inside(path), o),
  };
  const names = ['github', 'context', 'core', 'require', 'process'];
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
  await new AsyncFunction(...names, source)(github, context, core, () => files, { env });
  return { outputs, told };
}

const find = async (answers: Answers) => (await runScript('Find the pull request', answers)).outputs;

describe('finding the pull request of a run', () => {
  it('gives its number and what may be read', async () => {
    expect(await find({})).toEqual({ number: 12, kind: 'content', artifacts: '3', site: 4 });
  });

  test.each<[string, Answers]>([
    ['is not the newest any more', { pulls: [{ ...PULL, head: { sha: 'b'.repeat(40), repo: { id: 7 } } }] }],
    ['was overtaken while the files were listed', { now: { ...PULL, head: { sha: 'b'.repeat(40) } } }],
    ['is of another fork', { pulls: [{ ...PULL, head: { sha: SHA, repo: { id: 8 } } }] }],
    ['stands in two pull requests', { pulls: [PULL, { ...PULL, number: 13 }] }],
    ['comes from a fork that is gone', { run: { head_repository: null } }],
  ])('gives none where the commit %s', async (_, answers) => {
    expect(await find(answers)).toEqual({});
  });

  test.each<[string, object[]]>([
    ['a file outside content/', [...FILES, { filename: '.github/workflows/pull-request.yml' }]],
    ['a file moved into content/', [{ filename: 'content/a.mdx', previous_filename: 'src/a.ts' }]],
    ['more files than GitHub lists', Array.from({ length: 3000 }, () => FILES[0] ?? {})],
    ['no file', []],
  ])('lets nothing be read with %s', async (_, files) => {
    expect(await find({ files })).toMatchObject({ kind: 'code', artifacts: '', site: '' });
  });

  it('leaves a report alone that is far too large', async () => {
    const artifacts = [{ id: 3, name: 'report', size_in_bytes: 2 * 1024 * 1024 }];
    expect(await find({ artifacts })).toMatchObject({ artifacts: '' });
  });
});

async function write(files: Record<string, string>, answers: Answers = {}, env: Record<string, string> = {}) {
  const folder = makeFolder();
  writeFiles(folder, files);
  const settings = { NUMBER: '12', KIND: 'content', SITE: '', ...env };
  const { told } = await runScript('Write the comment', answers, settings, folder);
  expect(told).toHaveLength(1);
  return { call: told[0]?.call, args: told[0]?.args, body: told[0]?.args.body ?? '' };
}

describe('the comment', () => {
  it('tells what the change does, with a preview', async () => {
    const { call, args, body } = await write({ 'report/impact.md': '## ผลต่อคะแนน\n' }, {}, { SITE: '4' });
    expect(call).toBe('create');
    expect(args).toMatchObject({ owner: 'city', repo: 'chiwat', issue_number: 12 });
    expect(body).toContain('✅ ตรวจเนื้อหาผ่าน\n\n## ผลต่อคะแนน');
    expect(body).toContain('(https://github.example.org/run/1/artifacts/4)');
  });

  it('is renewed, never repeated, and never one that somebody else wrote', async () => {
    const { body: first } = await write({});
    const own = { id: 5, user: { login: 'github-actions[bot]' }, body: first };
    expect(await write({}, { comments: [own] })).toMatchObject({ call: 'update', args: { comment_id: 5 } });
    const copied = { ...own, user: { login: 'somchai' } };
    expect(await write({}, { comments: [copied] })).toMatchObject({ call: 'create' });
  });

  it('tells mistakes as they are, and cannot be led out of their frame', async () => {
    const files = { 'report/check.txt': 'CW304 …\n````\n@city/everyone\n' };
    const { body } = await write(files, { run: { conclusion: 'failure' } });
    expect(body).toContain('❌ ยังมีเรื่องต้องแก้');
    expect(body).toContain('`````text\nCW304 …\n````\n@city/everyone\n`````');
  });

  it('shows nothing that code of the pull request wrote', async () => {
    const { body } = await write({ 'report/impact.md': 'ดีทุกอย่าง' }, {}, { KIND: 'code' });
    expect(body).not.toContain('ดีทุกอย่าง');
    expect(body).toContain('เชื่อถือไม่ได้จนกว่าจะมีคนอ่านโค้ด');
  });

  it('reads plain files only, and stays within what GitHub takes', async () => {
    const line = `${'ผ'.repeat(99)}\n`;
    const long = await write({ 'report/impact.md': line.repeat(2000) });
    expect(long.body.length).toBeLessThan(65_536);
    expect(long.body).toContain('ยาวเกินไป');
    const folder = makeFolder();
    writeFiles(folder, { 'report/readme.txt': '' });
    spawnSync('ln', ['-s', '../../../etc/hostname', join(folder, 'report/impact.md')]);
    const env = { NUMBER: '12', KIND: 'content', SITE: '' };
    const { told } = await runScript('Write the comment', {}, env, folder);
    expect(told[0]?.args.body.split('\n\n')).toHaveLength(3);
  });
});
