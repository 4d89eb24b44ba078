import { describe, expect, it } from 'vitest';
import { read, useBrowser } from './browser.ts';

const { open } = useBrowser();

describe('a citizen', () => {
  it('comes from the front page to an indicator in three clicks, without JavaScript', async () => {
    const { page, close } = await open('/', { javaScript: false });
    await page.getByRole('link', { name: '2564' }).nth(0).click();
    await page.getByRole('link', { name: 'สำนักงบประมาณกรุงเทพมหานคร' }).click();
    await page
      .getByRole('link', { name: /ร้อยละความสำเร็จในการจัดทำระบบการจัดการ/ })
      .first()
      .click();
    expect(new URL(page.url()).pathname).toBe('/2564/budget/pbis/');
    await close();
  });

  it('reads target, result and score together in every row of an agency', async () => {
    const { page, close } = await open('/2564/budget/');
    const rows = await page.locator('section .stack tbody tr').allInnerTexts();
    expect(rows).toHaveLength(3);
    const pbis = rows.find((row) => row.includes('แบบมุ่งเน้นผลงาน'))?.replace(/\s+/g, ' ');
    expect(pbis).toMatch(/100 อนุมาน: ต้นทางพิมพ์ “5” 75\.00 12\.00 จาก 20 คะแนน.*หรือ 15\.00 ถ้าเทียบสัดส่วน.*ไม่ถึงเป้าหมาย/);
    await close();
  });

  it('sees zero, nothing reported and nothing known as different things', async () => {
    const { page, close } = await open('/2563/health/rabies-deaths/');
    expect(await read(page, '.answer')).toContain('0.00');
    expect(await read(page, 'main')).toContain('(6.1)–(6.4) ต้นทางที่มีไม่ให้รายงานรายไตรมาส');
    await close();
    const zero = await open('/2564/budget/budget-regulation/');
    expect(await read(zero.page, '.quarters [data-quarter=q4]')).toContain('ต้นทางพิมพ์ศูนย์');
    await zero.close();
  });

  it('reads a figure of a hundred and more as it was published', async () => {
    const { page, close } = await open('/2563/prawet/welfare-services/');
    const answer = await read(page, '.answer');
    expect(answer).toContain('62.00');
    expect(answer).toContain('100%');
    await close();
  });

  it('is told when the year or the name is our own reading', async () => {
    const { page, close } = await open('/2563/health/rabies-deaths/');
    const eyebrow = await read(page, '.eyebrow');
    expect(eyebrow).toContain('อนุมาน');
    expect(eyebrow).toContain('ไม่พบชื่อจริง');
    expect(await page.locator('.source a[href^="http://"]').count()).toBe(1);
    await close();
  });

  it('reaches the text with the first press of Tab', async () => {
    const { page, close } = await open('/2564/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
    await close();
  });
});

describe('Thai on a phone', () => {
  it.each(['/', '/2564/budget/', '/2564/budget/pbis/', '/method/'])('keeps compounds on one line: %s', async (path) => {
    const { page, close } = await open(path, { width: 360 });
    const broken = await page.evaluate(() =>
      [...document.querySelectorAll('.kept')]
        .filter((word) => word.getClientRects().length > 1)
        .map((word) => word.textContent),
    );
    expect(await page.locator('.kept').count()).toBeGreaterThan(3);
    expect(broken).toEqual([]);
    await close();
  });

  it('uses the site’s own font for every Thai letter', async () => {
    const { page, close } = await open('/2564/budget/pbis/');
    // Waits for the face itself: that no load is under way yet would also count as ready.
    const loaded = await page.evaluate(async () => {
      const faces = await document.fonts.load('600 20px "IBM Plex Sans Thai Looped"', 'ที่นี้');
      return faces.map((face) => face.status);
    });
    expect(loaded).toEqual(['loaded']);
    await close();
  });
});
