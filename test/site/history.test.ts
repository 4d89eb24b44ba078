import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { read, useBrowser } from './browser.ts';

const { open } = useBrowser();
const { address, dist } = inject('history');

/** Names of the changes that can be seen. */
function listShown(page: Page): Promise<string[]> {
  return page.locator('.change-lines h3:visible').allInnerTexts();
}

describe('the list of changes', () => {
  it('is filtered without JavaScript, by a finger and by keys', async () => {
    const { page, close } = await open('/changes/', { address, javaScript: false, width: 360 });
    const all = await listShown(page);
    const chosen = page.getByRole('radio', { name: 'มีบันทึกการแก้ไข 1' });
    await chosen.check();
    expect(await listShown(page)).toEqual(['จำนวนผู้ชำระภาษีที่ดินตรงเวลา']);
    expect(await page.locator('.change-day h2:visible').allInnerTexts()).toEqual(['5 มีนาคม 2567']);
    await chosen.focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('radio', { name: 'ลบหรือย้าย 6' }).isChecked()).toBe(true);
    expect(await listShown(page)).toHaveLength(6);
    await page.getByRole('radio', { name: /^ทั้งหมด/ }).check();
    expect(await listShown(page)).toEqual(all);
    await close();
  });

  it('is printed whole, whatever is chosen', async () => {
    const { page, close } = await open('/changes/', { address });
    const all = await listShown(page);
    await page.getByRole('radio', { name: 'มีบันทึกการแก้ไข 1' }).check();
    await page.emulateMedia({ media: 'print' });
    expect(await listShown(page)).toEqual(all);
    await close();
  });

  it('leads to the moved targets of a year and to the history of each indicator', async () => {
    const { page, close } = await open('/changes/', { address });
    await page.getByRole('navigation', { name: 'เลือกปีงบประมาณของตัวเลข' }).getByText('2567').click();
    await page.getByText('เป้าหมายที่ถูกแก้หลังเริ่มปี').click();
    expect(await read(page, '.targets tbody')).toMatch(/ค่าเป้าหมาย 90 → เปลี่ยนเป็น 85.*4 มีนาคม 2567.*ไม่มีคำอธิบาย/);
    await page.getByRole('link', { name: 'ร้อยละของถนนชำรุดที่ซ่อมแล้วเสร็จ' }).click();
    // How the text stands beside each other is known with its styles.
    await page.waitForLoadState();
    expect(await read(page, '.history')).toMatch(/อยู่ในคลังข้อมูลนี้ตั้งแต่ 20 กันยายน 2566.*90 → เปลี่ยนเป็น 85/);
    await close();
  });
});

describe('the page of a figure that was corrected', () => {
  it('says so beside the figure, and leads to what it was, why it changed and what that did to the score', async () => {
    const { page, close } = await open('/2567/finance/tax-collection/', { address });
    await page.getByRole('link', { name: 'แก้ไขแล้ว 1 ครั้ง' }).click();
    expect(page.url()).toMatch(/#history$/);
    const history = await read(page, '.history');
    expect(history).toMatch(/350.00 → เปลี่ยนเป็น 345.00.*เหตุผล: นับผู้ชำระซ้ำ 5 ราย · ผู้อนุมัติ: ผู้อำนวยการสำนักคลัง/);
    expect(history).toMatch(/คะแนนทั้งปี: 1\.\d\d → 1\.\d\d จาก 5 คะแนน/);
    await close();
  });
});

describe('what is published of history', () => {
  const files = ['changes/index.html', 'feed.xml', 'changes/agency/finance.xml', 'en/feed.xml'];

  it.each(files)('%s names nobody: no author, no address, no words of a commit', (file) => {
    const text = readFileSync(join(dist, file), 'utf8');
    expect(text).not.toMatch(/Merge pull request|than-thong\/correct|test@example\.org|>Test</);
    expect(gzipSync(text).length).toBeLessThan(100_000);
  });

  it('is followed by feeds that every page names', async () => {
    const { page, close } = await open('/2567/finance/', { address });
    const feeds = page.locator('link[type="application/atom+xml"]');
    expect(await feeds.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
      '/feed.xml',
      '/changes/agency/finance.xml',
    ]);
    const answer = await fetch(`${address}/changes/agency/finance.xml`);
    expect(answer.headers.get('content-type')).toMatch(/xml/);
    await close();
  });
});
