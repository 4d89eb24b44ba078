import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type FormsRepository, type FormsRun, makeFormsRepository, runForms } from '../support/forms-repository.ts';
import { runCheck } from '../support/run-check.ts';
import { findViolations, read, useBrowser } from './browser.ts';

const ROADS = 'reports/2568/works/road-repair/q3.mdx';
const DRAINS = 'reports/2568/works/drain-cleaning/q3.mdx';

/** A report with a remark, and with what the form does not show. */
const REPORT = `---
# จากระบบรับแจ้งเหตุ
result: 50.00 # ตรวจแล้ว
asOf: 2025-05-15
submitted: 2025-05-18
review: { completeness: 100, timeliness: 50 }
declared: "50"
---

ผลสะสมครึ่งหนึ่ง

- ทางทิศเหนือเสร็จแล้ว
`;

const ROAD_NAME = 'ร้อยละของถนนชำรุดที่ซ่อมแล้วเสร็จ';
const DRAIN_NAME = 'ความยาวท่อระบายน้ำที่ขุดลอกและทำความสะอาด';

/** What is a reviewer's, what would change published files past the reviewer, and words that are not Thai. */
const UNSEEN = ['ผลตรวจการรายงาน', 'การแก้ไขหลังปิดไตรมาส', 'ลบรายงาน', 'เผยแพร่', 'ไฟล์สื่อ', 'ตรวจสอบตัวอย่าง', 'optional'];

describe('an officer who fills in a form on one machine', () => {
  const { open } = useBrowser();
  const port = 47000 + (process.pid % 2000) * 2;
  let repository: FormsRepository;
  let run: FormsRun;
  let address = '';

  beforeAll(async () => {
    repository = makeFormsRepository({ [ROADS]: REPORT, [DRAINS]: '---\n---\n' });
    run = runForms(repository.folder, port, '2025-05-20');
    address = new URL(await run.waitFor(/(http:\S+)\/admin\//)).origin;
  });
  afterAll(async () => {
    const ended = new Promise((resolve) => run.child.once('exit', resolve));
    run.child.kill('SIGINT');
    await ended;
    repository.remove();
  });

  /** From the list of agencies to the form of a quarter. */
  async function openReport(page: Page, indicator: string) {
    await page.getByRole('link', { name: 'สำนักช่าง' }).click();
    await page.getByRole('button', { name: 'เข้าสู่ระบบ' }).click();
    await page.getByRole('link', { name: indicator }).click();
    await page.getByRole('link', { name: /^ไตรมาส 3 \(เม\.ย\.–มิ\.ย\. 2568\) ส่งภายใน 15 กรกฎาคม 2568/ }).click();
    await page.getByLabel('ผลงานที่ทำได้').waitFor();
  }

  /** What stands in the repository once the form is saved: the branch, its files, and what the checker says of it. */
  async function save(page: Page, name: string) {
    await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
    const branch = await run.waitFor(new RegExp(`สาขา (cms/\\S*${name}/q3)`));
    const copy = join(repository.folder, 'node_modules', name);
    repository.git('worktree', 'add', '--quiet', copy, branch);
    const { status, stdout } = runCheck(['--content', join(copy, 'content'), '--no-cache']);
    return {
      files: repository.git('diff', '--name-only', `main...${branch}`).trim().split('\n'),
      text: (file: string) => readFileSync(join(copy, 'content', file), 'utf8'),
      check: { status, stdout },
    };
  }

  const isOwn = (url: string) => /^(data|blob):/.test(url) || new URL(url).origin === address;

  it('changes a figure: a branch with that one line, no error, and no request that left the machine', async () => {
    const { page, requests, complaints, close } = await open('/admin/', { address, alone: true });
    await openReport(page, ROAD_NAME);
    const shown = await read(page, 'body');
    expect(shown).toContain('หน่วยนับ: ร้อยละ · เป้าหมายทั้งปี: 92 · เป้าหมายไตรมาสนี้: 70');
    for (const word of UNSEEN) expect(shown).not.toContain(word);
    await page.getByLabel('ผลงานที่ทำได้').fill('61.25');
    const { files, text, check } = await save(page, 'road-repair');
    expect(files).toEqual([`content/${ROADS}`]);
    expect(text(ROADS)).toBe(REPORT.replace('50.00', '61.25'));
    expect(check).toMatchObject({ status: 0 });
    expect(check.stdout).not.toContain(ROADS);
    expect(requests.length).toBeGreaterThan(10);
    expect(requests.filter((url) => !isOwn(url))).toEqual([]);
    expect(complaints.filter((text) => /Content Security Policy/.test(text))).toEqual([]);
    expect(repository.git('status', '--porcelain')).toBe('');
    await close();
  });

  it('hands in a first report with a file of a Thai name, after being told what is missing', async () => {
    const { page, requests, close } = await open('/admin/', { address, alone: true });
    await openReport(page, DRAIN_NAME);
    await page.getByLabel('ผลงานที่ทำได้').fill('0');
    await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
    await page.getByText('วันที่ส่งรายงาน: ต้องกรอกช่องนี้').waitFor();
    await page.getByLabel('วันที่ส่งรายงาน').fill('2025-05-19');
    await page.getByLabel('คำบรรยาย').fill('เริ่มงานแล้ว\n\nยังวัดความยาวไม่ได้');
    await page.getByRole('button', { name: 'เพิ่ม หลักฐาน' }).click();
    await page.getByLabel('ชื่อหลักฐาน').fill('บันทึกการประชุม');
    await page.getByRole('button', { name: 'แนบไฟล์', exact: true }).click();
    const buffer = Buffer.from('%PDF-1.4\n%%EOF\n');
    const mimeType = 'application/pdf';
    await page.locator('input[type=file]').setInputFiles({ name: 'บันทึกการประชุม.pdf', mimeType, buffer });
    await page.getByRole('button', { name: 'ใช้ไฟล์ที่เลือก' }).click();
    const { files, text, check } = await save(page, 'drain-cleaning');
    const name = /evidence-\w{6}\.pdf/.exec(text(DRAINS))?.[0] ?? '';
    expect(text(DRAINS)).toBe(
      `---\nresult: 0\nsubmitted: 2025-05-19\nevidence:\n  - title: บันทึกการประชุม\n    file: ${name}\n---\n\nเริ่มงานแล้ว\n\nยังวัดความยาวไม่ได้\n`,
    );
    expect(files).toEqual([`content/${DRAINS.replace('q3.mdx', name)}`, `content/${DRAINS}`]);
    expect(text(DRAINS.replace('q3.mdx', name))).toBe(buffer.toString());
    expect(check).toMatchObject({ status: 0 });
    expect(requests.filter((url) => !isOwn(url))).toEqual([]);
    await close();
  });
});

describe('the published pages of the forms', () => {
  const { open } = useBrowser();

  it.each([
    ['the repository’s own content', inject('address'), 'site.yaml'],
    ['the site of all charts', inject('charts').address, 'git.example.org'],
  ])('%s: say why the form cannot be used and what can', async (_, address, reason) => {
    const { page, complaints, close } = await open('/admin/', { address });
    expect(await read(page, 'main')).toContain(reason);
    expect(await read(page, 'main')).toContain('npm run forms');
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
    expect(await page.locator('.forms ol li').count()).toBe(3);
    expect(complaints).toEqual([]);
    expect(await findViolations(page)).toEqual([]);
    await close();
  });

  it('bring the program along with its licences and nothing else, and no other page loads it', () => {
    const dist = inject('charts').dist;
    expect(readdirSync(join(dist, 'admin/decap')).sort()).toEqual(['decap-cms.js', 'decap-cms.js.LICENSE.txt']);
    const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
    const others = pages.filter((file) => !file.replaceAll('\\', '/').startsWith('admin/'));
    expect(others.filter((file) => readFileSync(join(dist, file), 'utf8').includes('decap'))).toEqual([]);
    expect(existsSync(join(dist, 'admin/index.html'))).toBe(true);
  });
});
