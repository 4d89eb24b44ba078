// Posts what the job "content" found as one note on each open merge request. It runs with a token, on the protected
// branch only, and runs nothing of the request: the report is read as text, and only where every changed file is content.
const MARK = '<!-- chiwat: merge request -->';
// GitLab ends its list of changed files at 1,000 by default; what is not seen is not content.
const MOST = { report: 512 * 1024, shown: 60_000, files: 1000 };

export interface Gitlab {
  /** Address of the API and number of the project: CI_API_V4_URL, CI_PROJECT_ID. */
  api: string;
  project: number;
  token: string;
  fetch: typeof fetch;
}

interface MergeRequest {
  iid: number;
  sha: string;
}

interface Pipeline {
  id: number;
  project_id: number;
  sha: string;
  status: string;
  web_url: string;
}

interface Diff {
  old_path: string;
  new_path: string;
}

interface Note {
  id: number;
  body: string;
  author: { id: number };
}

/** One note each; gives the numbers of the merge requests that were told something new. */
export async function commentAll(gitlab: Gitlab): Promise<number[]> {
  const me = await get<{ id: number }>(gitlab, '/user');
  const told: number[] = [];
  for (const request of await list<MergeRequest>(gitlab, `/projects/${gitlab.project}/merge_requests?state=opened`)) {
    const body = await describe(gitlab, request);
    if (body !== undefined && (await post(gitlab, request, me.id, body))) told.push(request.iid);
  }
  return told;
}

async function describe(gitlab: Gitlab, { iid, sha }: MergeRequest): Promise<string | undefined> {
  const path = `/projects/${gitlab.project}/merge_requests/${iid}`;
  const pipelines = await list<Pipeline>(gitlab, `${path}/pipelines?`);
  // In a fork the report is written by whatever the fork's owner sets up.
  const isOurs = ({ project_id: project, sha: of }: Pipeline) => project === gitlab.project && of === sha;
  const pipeline = pipelines.find((item) => isOurs(item) && ['success', 'failed'].includes(item.status));
  if (pipeline === undefined) return undefined;
  const foot = `<sub>[ผลการตรวจทั้งหมด](${pipeline.web_url}) · commit ${sha.slice(0, 8)}</sub>`;
  const diffs = await list<Diff>(gitlab, `${path}/diffs?`);
  const isContent = diffs.every(({ old_path: from, new_path: to }) =>
    [from, to].every((at) => at.startsWith('content/')),
  );
  const now = await get<MergeRequest>(gitlab, path);
  if (now.sha !== sha) return undefined;
  if (diffs.length >= MOST.files) {
    return [MARK, 'คำขอนี้แก้ไฟล์มากเกินกว่าที่จะรู้ได้ว่าแก้เฉพาะเนื้อหา จึงไม่มีรายงานผลต่อคะแนนแสดงที่นี่', foot].join('\n\n');
  }
  if (diffs.length === 0 || !isContent) {
    return [MARK, 'คำขอนี้แก้ไฟล์นอก `content/` จึงไม่มีรายงานผลต่อคะแนนที่เชื่อถือได้', foot].join('\n\n');
  }
  const jobs = await list<{ id: number; name: string }>(
    gitlab,
    `/projects/${gitlab.project}/pipelines/${pipeline.id}/jobs?`,
  );
  const job = jobs.find(({ name }) => name === 'content')?.id;
  const isGood = pipeline.status === 'success';
  const [check, impact] =
    job === undefined ? ['', ''] : [await read(gitlab, job, 'check.txt'), await read(gitlab, job, 'impact.md')];
  const head = isGood ? '### ✅ ตรวจเนื้อหาผ่าน' : '### ❌ ยังมีเรื่องต้องแก้';
  return [MARK, head, isGood ? '' : quote(check), disarm(impact), foot].filter((part) => part !== '').join('\n\n');
}

/** Text of a report, shortened; empty where there is none or it is far too long. */
async function read({ api, project, token, fetch }: Gitlab, job: number, name: string): Promise<string> {
  const answer = await fetch(`${api}/projects/${project}/jobs/${job}/artifacts/report/${name}`, {
    headers: { 'PRIVATE-TOKEN': token },
  });
  if (!answer.ok || Number(answer.headers.get('content-length') ?? 0) > MOST.report) return '';
  const text = (await answer.text()).trim();
  return text.length <= MOST.shown
    ? text
    : `${text.slice(0, text.lastIndexOf('\n', MOST.shown))}\n\n… (ยาวเกินไป ดูทั้งหมดในงาน content)`;
}

/** A line of a note that begins with a slash is a command (/merge, /close) given by the owner of the token. */
function disarm(text: string): string {
  return text.replace(/^(\s*)\//gm, '$1&#47;');
}

/** A fence longer than any within: nothing in the text can end it. */
function quote(text: string): string {
  const fence = '`'.repeat(Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length)) + 1);
  return text === '' ? '' : `${fence}text\n${disarm(text)}\n${fence}`;
}

async function post(gitlab: Gitlab, { iid }: MergeRequest, me: number, body: string): Promise<boolean> {
  const path = `/projects/${gitlab.project}/merge_requests/${iid}/notes`;
  const own = (await list<Note>(gitlab, `${path}?`)).find(
    (note) => note.author.id === me && note.body.startsWith(MARK),
  );
  if (own?.body === body) return false;
  const [method, to] = own === undefined ? ['POST', path] : ['PUT', `${path}/${own.id}`];
  await send(gitlab, to, { method, body: JSON.stringify({ body }) });
  return true;
}

async function list<T>(gitlab: Gitlab, path: string): Promise<T[]> {
  const all: T[] = [];
  for (let page = 1; ; page++) {
    const found = await get<T[]>(gitlab, `${path}&per_page=100&page=${page}`);
    all.push(...found);
    if (found.length < 100) return all;
  }
}

async function get<T>(gitlab: Gitlab, path: string): Promise<T> {
  // Safe: GitLab's API names these fields.
  return (await (await send(gitlab, path, {})).json()) as T;
}

async function send({ api, token, fetch }: Gitlab, path: string, init: RequestInit): Promise<Response> {
  const headers = { 'PRIVATE-TOKEN': token, 'Content-Type': 'application/json' };
  const answer = await fetch(`${api}${path}`, { ...init, headers });
  if (!answer.ok) throw new Error(`GitLab answered ${answer.status} to ${path}`);
  return answer;
}

if (import.meta.main) {
  const { CI_API_V4_URL: api = '', CI_PROJECT_ID: project, CHIWAT_COMMENT_TOKEN: token = '' } = process.env;
  console.log(`Told: ${await commentAll({ api, project: Number(project), token, fetch })}`);
}
