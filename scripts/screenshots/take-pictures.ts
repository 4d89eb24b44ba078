import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, getChromium } from '../../test/setup/chromium.ts';
import { screenshots, WIDTH } from './list.ts';

/** How long a page that has come to rest is left alone: what slides or fades in has then done so. */
const REST = 1500;

/** Takes every picture of the list in one session, from a site that is served with its forms. Tells each file it wrote. */
export async function takePictures(site: string, folder: string, tell: (file: string) => void): Promise<void> {
  const browser = await chromium.launch({ executablePath: getChromium(), args: CHROMIUM_FLAGS });
  try {
    const context = await browser.newContext({ locale: 'th-TH', colorScheme: 'light' });
    const page = await context.newPage();
    for (const { name, height, reach } of screenshots) {
      await page.setViewportSize({ width: WIDTH, height });
      await reach(page, site);
      await rest(page);
      const path = join(folder, `${name}.png`);
      await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
      tell(path);
    }
  } finally {
    await browser.close();
  }
}

async function rest(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(REST);
}
