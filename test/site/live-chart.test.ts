import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { decode } from 'fast-png';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { findViolations, useBrowser } from './browser.ts';

const { open } = useBrowser();
const { address } = inject('charts');
const PICTURE = '.chart-picture';

/** Share of pixels that differ to the eye: the usual measure, which lets the smoothing of edges be. */
function compare(before: Uint8Array, after: Uint8Array): number {
  const [a, b] = [readPixels(before), readPixels(after)];
  return pixelmatch(a.pixels, b.pixels, undefined, a.width, a.height) / (a.width * a.height);
}

/** Chromium's screenshots have no alpha; the measure wants four bytes a pixel. */
function readPixels(png: Uint8Array) {
  const { width, height, channels, data } = decode(png);
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at++) {
    for (const part of [0, 1, 2]) pixels[at * 4 + part] = data[at * channels + part] ?? 0;
  }
  return { width, height, pixels };
}

async function waitUntilLive(page: Page): Promise<void> {
  await page.locator(`${PICTURE}[data-live] canvas`).waitFor();
}

/** Scripts that a page asked for, with their bytes as they travel. */
function listScripts(requests: readonly string[]) {
  const scripts = requests.filter((url) => url.endsWith('.js')).map((url) => new URL(url).pathname);
  return scripts.map((path) => ({ path, bytes: gzipSync(readFileSync(join(inject('charts').dist, path))).length }));
}

describe('a chart', () => {
  it('loads a few bytes before anybody touches it, and its drawing code then, within the budgets', async () => {
    const { page, requests, complaints, close } = await open('/2567/works/road-repair/', { address });
    await page.waitForLoadState('networkidle');
    const before = listScripts(requests);
    expect(before.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(3 * 1024);
    expect(await page.locator('canvas').count()).toBe(0);
    await page.locator(PICTURE).hover();
    await waitUntilLive(page);
    const after = listScripts(requests).slice(before.length);
    expect(after.length).toBeGreaterThan(0);
    expect(after.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(65 * 1024);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is read without JavaScript', async () => {
    const { page, close } = await open('/2567/works/road-repair/', { address, javaScript: false });
    expect(await page.locator(`${PICTURE} svg:visible text`).allTextContents()).toContain('92.25');
    await page.locator('.chart-table summary').click();
    expect(await page.locator('.chart-table tbody tr').count()).toBe(5);
    await close();
  });

  it.each([
    ['/2567/works/road-repair/', 1280, 'light'],
    ['/2567/works/drain-cleaning/', 360, 'dark'],
    ['/2567/health/dengue-rate/', 360, 'light'],
    ['/2567/works/building-permits/', 1280, 'dark'],
    ['/2567/health/', 1280, 'light'],
  ] as const)(
    '%s at %i px, %s: canvas takes the place of the picture and looks the same',
    async (path, width, scheme) => {
      const { page, close } = await open(path, { address, width, scheme });
      const picture = page.locator(PICTURE).first();
      await picture.scrollIntoViewIfNeeded();
      await settleFonts(page);
      await watchShifts(page);
      const box = await picture.boundingBox();
      const before = await picture.screenshot();
      await picture.dispatchEvent('pointerenter');
      await waitUntilLive(page);
      const after = await picture.screenshot();
      expect(compare(before, after)).toBeLessThan(0.01);
      expect(await picture.boundingBox()).toEqual(box);
      expect(await page.evaluate('window.shifts')).toEqual([]);
      await close();
    },
  );

  it('answers a finger with the figures of the column in Thai', async () => {
    const { page, close } = await open('/2567/works/drain-cleaning/', { address, width: 360, touch: true });
    const picture = page.locator(PICTURE);
    await picture.scrollIntoViewIfNeeded();
    const box = await picture.boundingBox();
    if (box === null) throw new Error('the chart is not seen');
    const third = [box.x + box.width * 0.58, box.y + box.height * 0.7] as const;
    const before = await picture.screenshot();
    const lines = await spyOnCanvas(page);
    // The very touch that brings the drawing code is answered.
    await page.touchscreen.tap(...third);
    await waitUntilLive(page);
    await expect.poll(lines).toContain('ไตรมาสที่ 3');
    expect(await lines()).toEqual(
      expect.arrayContaining(['ผลงานของไตรมาส: 31.50', 'แผนของไตรมาส: 30', 'รวมตั้งแต่ต้นปี: 43.50']),
    );
    expect(compare(before, await picture.screenshot())).toBeGreaterThan(0.01);
    await close();
  });

  it('answers a pointer over a quarter without a figure with the reason', async () => {
    const { page, close } = await open('/2567/works/street-lights/', { address });
    const picture = page.locator(PICTURE);
    await picture.scrollIntoViewIfNeeded();
    await picture.dispatchEvent('pointerenter');
    await waitUntilLive(page);
    const lines = await spyOnCanvas(page);
    const box = await picture.boundingBox();
    if (box === null) throw new Error('the chart is not seen');
    await page.mouse.move(box.x + box.width * 0.37, box.y + box.height * 0.6, { steps: 3 });
    await expect.poll(lines).toContain('ไตรมาสที่ 2');
    expect(await lines()).toContain('ไม่ได้รายงาน');
    expect((await lines()).filter((line) => /: *$/.test(line))).toEqual([]);
    await close();
  });

  it('tells each point’s figures to those who use keys, and why there is none', async () => {
    const { page, close } = await open('/2567/works/street-lights/', { address });
    await page.locator(PICTURE).focus();
    await waitUntilLive(page);
    const status = page.locator('.chart [role=status]');
    const heard: string[] = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight']) {
      await page.keyboard.press(key);
      heard.push((await status.textContent()) ?? '');
    }
    expect(await findViolations(page)).toEqual([]);
    expect(heard[0]).toContain('ไตรมาสที่ 1 · ผลงานสะสม: 42.00');
    expect(heard[1]).toContain('ไตรมาสที่ 2 · ไม่ได้รายงาน');
    expect(heard[2]).toContain('119.58');
    expect(heard[4]).toContain('เท่าที่มีตัวเลข · ผลงานสะสม: 119.58');
    await page.keyboard.press('Home');
    expect(await status.textContent()).toContain('ไตรมาสที่ 1');
    await page.keyboard.press('Escape');
    expect(await status.textContent()).toBe('');
    await close();
  });

  it('follows the page into the dark, to another width and onto paper', async () => {
    const { page, close } = await open('/2567/works/road-repair/', { address });
    await page.locator(PICTURE).dispatchEvent('pointerenter');
    await waitUntilLive(page);
    const bar = () =>
      page.evaluate(() => {
        const canvas = document.querySelector('canvas');
        return [...(canvas?.getContext('2d')?.getImageData(canvas.width - 60, canvas.height / 2, 1, 1).data ?? [])];
      });
    const light = await bar();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(bar).not.toEqual(light);
    expect(await bar()).not.toEqual([0, 0, 0, 0]);
    await page.setViewportSize({ width: 360, height: 800 });
    const width = () => page.evaluate(() => document.querySelector('canvas')?.clientWidth);
    await expect
      .poll(width)
      .toBe(await page.locator(`${PICTURE} svg[data-size=narrow]`).evaluate((svg) => svg.clientWidth));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('canvas').isVisible()).toBe(false);
    expect(await page.locator(`${PICTURE} svg:visible`).count()).toBe(1);
    await close();
  });
});

/** Until every face is here and in use: a face that takes over late moves the words around the chart, not by its doing. */
async function settleFonts(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await Promise.all([...document.fonts].map((face) => face.load()));
    for (const _ of ['laid out', 'painted']) await new Promise(requestAnimationFrame);
  });
}

/** Keeps in `window.shifts` what moves from now on: how far, and which elements. */
async function watchShifts(page: Page): Promise<void> {
  type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] };
  await page.evaluate(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[]) {
        shifts.push([value, ...sources.map(({ node }) => node?.textContent?.slice(0, 60))].join(' '));
      }
    }).observe({ type: 'layout-shift', buffered: false });
  });
}

/** Texts that are written on the canvas from now on. */
async function spyOnCanvas(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const written: string[] = [];
    Object.assign(window, { written });
    const write = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
      written.push(text);
      write.call(this, text, ...rest);
    };
  });
  return () => page.evaluate('window.written') as Promise<string[]>;
}
