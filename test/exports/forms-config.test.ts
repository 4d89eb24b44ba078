import { resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readContent } from '#data/read-content.ts';
import { reportSchema, yearSummarySchema } from '#domain/schemas/report.ts';
import { scoreSite } from '#domain/scored-site.ts';
import { findFormsBackend, getFormsPolicy } from '#exports/forms/backend.ts';
import { buildFormsConfig } from '#exports/forms/config.ts';
import { buildFields } from '#exports/forms/fields.ts';

const { dataset } = readContent(resolve(import.meta.dirname, '../fixtures/sites/charts'));
const site = scoreSite(dataset, '2025-05-20');
const access = { backend: { name: 'proxy' as const, branch: 'main', proxy_url: '/admin/api' }, hosts: [] };

interface Field {
  name: string;
  label: string;
  hint: string;
  widget: string;
  required: boolean;
  fields?: Field[];
}

interface Collection {
  name: string;
  label: string;
  description: string;
  publish: boolean;
  create?: boolean;
  folder?: string;
  files: { name: string; label: string; file: string; fields: Field[] }[];
}

function build(agency: string, years = [2568]): { collections: Collection[]; [option: string]: unknown } {
  return JSON.parse(JSON.stringify(buildFormsConfig(site, { agency, years, access, language: 'th', base: '/kpi/' })));
}

function getCollection(agency: string, name: string, years?: number[]): Collection {
  const found = build(agency, years).collections.find((collection) => collection.name === name);
  if (found === undefined) throw new Error(`no collection ${name}`);
  return found;
}

describe('the form of an agency', () => {
  it('has a collection for each of its indicators that has files, and none of another agency or year', () => {
    expect(build('works').collections.map(({ name }) => name)).toEqual([
      '2568_works_drain-north',
      '2568_works_drain-south',
      '2568_works_road-repair',
    ]);
    expect(build('works', [2568, 2567]).collections.map(({ label }) => label)).toContain(
      'ร้อยละของถนนชำรุดที่ซ่อมแล้วเสร็จ (2567)',
    );
  });

  it('leads each quarter to exactly its file, and says when it is due', () => {
    const { files } = getCollection('works', '2568_works_road-repair');
    expect(files.map(({ file }) => file)).toEqual([
      'content/reports/2568/works/road-repair/q1.mdx',
      'content/reports/2568/works/road-repair/q2.mdx',
    ]);
    expect(files.map(({ label }) => label)).toEqual([
      'ไตรมาส 1 (ต.ค.–ธ.ค. 2567) ปิดแล้วเมื่อ 31 มกราคม 2568',
      'ไตรมาส 2 (ม.ค.–มี.ค. 2568) ปิดแล้วเมื่อ 30 เมษายน 2568',
    ]);
  });

  it('shows the promise, and beside the figure its unit and the target of the quarter', () => {
    const { description, files } = getCollection('works', '2568_works_road-repair');
    expect(description).toBe('เป้าหมาย 92 หน่วยนับ ร้อยละ · ยิ่งมากยิ่งดี · สะสม: ตัวเลขแต่ละไตรมาสรวมไตรมาสก่อนหน้าแล้ว');
    const result = files[1]?.fields.find(({ name }) => name === 'result');
    expect(result?.hint).toMatch(/^หน่วยนับ: ร้อยละ · เป้าหมายทั้งปี: 92 · เป้าหมายไตรมาสนี้: 45 · /);
  });

  it('lets nobody make, delete or publish anything', () => {
    const { collections, publish_mode } = build('works', site.years);
    expect(publish_mode).toBe('editorial_workflow');
    for (const { publish, create, folder } of collections)
      expect([publish, create, folder]).toEqual([false, undefined, undefined]);
  });

  it('asks for a level only where the scale has levels', () => {
    const keys = (name: string) => getCollection('health', name).files[0]?.fields.map((field) => field.name);
    expect(keys('2568_health_one-health')).toContain('level');
    expect(keys('2568_health_dengue-rate')).not.toContain('level');
  });

  it('attaches files beside the report', () => {
    for (const file of getCollection('works', '2568_works_road-repair').files)
      expect(file).toMatchObject({ media_folder: '', public_folder: '' });
  });
});

const messages = { file: 'ไฟล์', fileHint: 'แนบ', day: 'ค.ศ.', address: 'ที่อยู่', oneLine: 'บรรทัด' };
const options = { language: 'th' as const, messages, hidden: ['corrections'], required: ['submitted'] };

describe('the fields', () => {
  it.each([
    ['report', reportSchema],
    ['year', yearSummarySchema],
  ] as const)('of a %s are those of its schema, in its order, each with label and help', (kind, schema) => {
    const fields = buildFields(kind, options);
    expect(fields.map(({ name }) => name)).toEqual(Object.keys(schema.shape).filter((key) => key !== 'corrections'));
    const all = fields.flatMap((field) => [field, ...((field.fields ?? []) as typeof fields)]);
    for (const { label, hint } of all) expect([label, hint]).not.toContain('');
  });

  it('have the widget of what they hold', () => {
    const fields = Object.fromEntries(buildFields('report', options).map((field) => [field.name, field]));
    expect(fields.result).toMatchObject({ widget: 'number', value_type: 'float', required: false });
    expect(fields.level).toMatchObject({ widget: 'number', value_type: 'int', min: 0, max: 10 });
    expect(fields.submitted).toMatchObject({
      widget: 'datetime',
      format: 'YYYY-MM-DD',
      time_format: false,
      required: true,
    });
    expect(fields.notApplicable).toMatchObject({ widget: 'text' });
    expect(fields.evidence).toMatchObject({ widget: 'list' });
    const inner = fields.evidence?.fields as Field[];
    expect(inner.map(({ name, widget, required }) => [name, widget, required])).toEqual([
      ['title', 'string', true],
      ['file', 'file', false],
      ['url', 'string', false],
    ]);
  });

  it('refuse a year of the Buddhist era while it is typed', () => {
    const [pattern] = (buildFields('report', options).find(({ name }) => name === 'asOf')?.pattern ?? []) as string[];
    expect(['2025-03-31', '2568-03-31'].map((day) => new RegExp(pattern ?? '').test(day))).toEqual([true, false]);
  });
});

describe('what is typed is kept', () => {
  const signIn = 'https://signin.example.org/begin';
  test.each([
    [
      'https://github.com/owner/name',
      { signIn },
      {
        name: 'github',
        repo: 'owner/name',
        branch: 'main',
        base_url: 'https://signin.example.org',
        auth_endpoint: 'begin',
      },
    ],
    [
      'https://github.com/owner/name.git',
      { signIn, branch: 'live' },
      { name: 'github', repo: 'owner/name', branch: 'live' },
    ],
    [
      'https://gitlab.com/group/part/name',
      { signIn: 'abc' },
      { name: 'gitlab', repo: 'group/part/name', auth_type: 'pkce', app_id: 'abc' },
    ],
    [undefined, { mode: 'local' }, { name: 'proxy', proxy_url: '/kpi/admin/api' }],
  ])('%s: where the repository is', (repository, settings, backend) => {
    const found = findFormsBackend(repository === undefined ? {} : { repository }, { base: '/kpi/', ...settings });
    expect(found).toMatchObject({ backend });
  });

  test.each([
    [undefined, {}, 'no-repository'],
    ['https://git.example.org/a/b', { signIn }, 'other-host'],
    ['https://github.com/owner/name', {}, 'no-sign-in'],
  ])('%s %o: nowhere, and why', (repository, settings, gap) => {
    expect(findFormsBackend(repository === undefined ? {} : { repository }, { base: '/', ...settings })).toBe(gap);
  });

  it('nowhere else: the page speaks with its own host and that one', () => {
    const found = findFormsBackend({ repository: 'https://github.com/a/b' }, { base: '/', signIn });
    const policy = typeof found === 'string' ? '' : getFormsPolicy(found);
    expect(policy).toContain("connect-src 'self' blob: https://api.github.com;");
    expect(policy.match(/https:/g)).toHaveLength(1);
    expect(getFormsPolicy({ hosts: [] })).not.toContain('https:');
  });

  it('a sign-in address that is none ends the build', () => {
    expect(() => findFormsBackend({ repository: 'https://github.com/a/b' }, { base: '/', signIn: 'abc' })).toThrow(
      'abc',
    );
  });
});
