import { describe, expect, it, test } from 'vitest';
import { commentAll } from '../../.gitlab/comment.ts';

const SHA = 'a'.repeat(40);
const REQUEST = { iid: 3, sha: SHA };
const PIPELINE = { id: 8, project_id: 1, sha: SHA, status: 'success', web_url: 'https://gitlab.example.org/p/8' };
const CONTENT = { old_path: 'content/a.mdx', new_path: 'content/a.mdx' };

interface Answers {
  pipeline?: object;
  diffs?: object[];
  now?: object;
  notes?: object[];
  files?: Record<string, string>;
}

/** GitLab that answers from a table, and keeps what it was told. */
async function comment({ pipeline = PIPELINE, diffs = [CONTENT], now = REQUEST, notes = [], files = {} }: Answers) {
  const told: { method: string; path: string; body: string }[] = [];
  const project = '/projects/1';
  const table: Record<string, object> = {
    '/user': { id: 99 },
    [`${project}/merge_requests`]: [REQUEST],
    [`${project}/merge_requests/3`]: now,
    [`${project}/merge_requests/3/pipelines`]: [pipeline],
    [`${project}/merge_requests/3/diffs`]: diffs,
    [`${project}/merge_requests/3/notes`]: notes,
    [`${project}/pipelines/8/jobs`]: [{ id: 5, name: 'content' }],
  };
  const fetch = async (address: string | URL | Request, init: RequestInit = {}) => {
    const { pathname, searchParams } = new URL(String(address));
    const path = pathname.replace('/api', '');
    const { method = 'GET', body } = init;
    if (method !== 'GET') told.push({ method, path, body: JSON.parse(String(body)).body });
    const file = /artifacts\/report\/(.+)$/.exec(path)?.[1];
    if (file !== undefined) return new Response(files[file] ?? '', { status: files[file] === undefined ? 404 : 200 });
    const answer = table[path] ?? {};
    const start = (Number(searchParams.get('page')) - 1) * 100;
    return Response.json(Array.isArray(answer) ? answer.slice(start, start + 100) : answer);
  };
  const numbers = await commentAll({ api: 'https://gitlab.example.org/api', project: 1, token: 'x', fetch });
  return { numbers, told, body: told[0]?.body ?? '' };
}

describe('the note on a merge request', () => {
  it('tells what the change does', async () => {
    const { numbers, told, body } = await comment({ files: { 'impact.md': '## ผลต่อคะแนน' } });
    expect(numbers).toEqual([3]);
    expect(told).toMatchObject([{ method: 'POST', path: '/projects/1/merge_requests/3/notes' }]);
    expect(body).toContain('✅ ตรวจเนื้อหาผ่าน\n\n## ผลต่อคะแนน');
  });

  it('is renewed when there is something new, and only the own one', async () => {
    const files = { 'impact.md': '## ผลต่อคะแนน' };
    const { body } = await comment({ files });
    const note = { id: 4, body, author: { id: 99 } };
    expect((await comment({ files, notes: [note] })).told).toEqual([]);
    expect((await comment({ notes: [note] })).told).toMatchObject([
      { method: 'PUT', path: expect.stringMatching('notes/4') },
    ]);
    const copied = { ...note, author: { id: 5 } };
    expect((await comment({ files, notes: [copied] })).told).toMatchObject([{ method: 'POST' }]);
  });

  it('gives no command, whatever the report quotes', async () => {
    const files = { 'impact.md': 'หมายเหตุ\n/merge\n  /close', 'check.txt': '/approve' };
    const { body } = await comment({ files, pipeline: { ...PIPELINE, status: 'failed' } });
    expect(body).toContain('merge');
    expect(body).toContain('approve');
    expect(body).not.toMatch(/^\s*\//m);
  });

  it('shows nothing that code of the merge request wrote', async () => {
    const diffs = [CONTENT, { old_path: 'src/a.ts', new_path: 'content/b.mdx' }];
    const { body } = await comment({ diffs, files: { 'impact.md': 'ดีทุกอย่าง' } });
    expect(body).toContain('นอก `content/`');
    expect(body).not.toContain('ดีทุกอย่าง');
  });

  it('shows nothing where GitLab may not list every file', async () => {
    const report = { files: { 'impact.md': 'ดีทุกอย่าง' } };
    const list = (count: number) => Array.from({ length: count }, () => CONTENT);
    expect((await comment({ ...report, diffs: list(999) })).body).toContain('ดีทุกอย่าง');
    expect((await comment({ ...report, diffs: list(1000) })).body).not.toContain('ดีทุกอย่าง');
  });

  test.each<[string, Answers]>([
    ['its pipeline ran in a fork', { pipeline: { ...PIPELINE, project_id: 2 } }],
    ['its pipeline is of an older commit', { pipeline: { ...PIPELINE, sha: 'b'.repeat(40) } }],
    ['its pipeline still runs', { pipeline: { ...PIPELINE, status: 'running' } }],
    ['a commit came meanwhile', { now: { iid: 3, sha: 'b'.repeat(40) } }],
  ])('is not written while %s', async (_, answers) => {
    expect((await comment(answers)).told).toEqual([]);
  });
});
