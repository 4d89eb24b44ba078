import { describe, expect, it } from 'vitest';
import { findViolations, read, useBrowser } from './browser.ts';

const { open } = useBrowser();

describe('the data dictionary', () => {
  it('says of a field what to type, on a phone without pushing the page sideways', async () => {
    const { page, close } = await open('/staff/fields/', { width: 360 });
    const result = await read(page, '#report-result');
    expect(result).toContain('ผลงานที่ทำได้');
    expect(result).toContain('0 แปลว่าศูนย์');
    expect(await read(page, '#indicator-direction')).toContain('ยิ่งน้อยยิ่งดี');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await findViolations(page)).toEqual([]);
    await close();
  });

  it('is there in English, and every field has an address of its own', async () => {
    const { page, close } = await open('/en/staff/fields/#indicator-scale-levels-points');
    expect(await read(page, 'li:target')).toContain('Points of the level');
    expect(await page.locator('.fields a').count()).toBeGreaterThan(150);
    const dead = await page.evaluate(
      () =>
        [...document.querySelectorAll('main a[href^="#"]')].filter(
          (link) => document.getElementById((link.getAttribute('href') ?? '').slice(1)) === null,
        ).length,
    );
    expect(dead).toBe(0);
    await close();
  });
});
