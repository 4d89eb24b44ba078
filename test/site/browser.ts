import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { CHROMIUM_FLAGS } from '../setup/chromium.ts';

export interface Open {
  /** Another site than the repository's own. */
  address?: string;
  width?: number;
  scheme?: 'light' | 'dark';
  javaScript?: boolean;
  touch?: boolean;
}

/** A browser for the tests of one file. `open` gives a fresh page with everything it asked for and complained of. */
export function useBrowser() {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: inject('chromium'), args: CHROMIUM_FLAGS });
  });
  afterAll(async () => browser?.close());
  return {
    open: async (
      path: string,
      { address = inject('address'), width = 1280, scheme = 'light', javaScript = true, touch = false }: Open = {},
    ) => {
      if (browser === undefined) throw new Error('the browser is not started');
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        colorScheme: scheme,
        javaScriptEnabled: javaScript,
        hasTouch: touch,
      });
      const page = await context.newPage();
      const requests: string[] = [];
      const complaints: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(`${address}${path}`);
      return { page, requests, complaints, close: () => context.close() };
    },
  };
}

/** Text of an element as a reader sees it, spaces folded. */
export async function read(page: Page, selector: string): Promise<string> {
  const texts = await page.locator(selector).allInnerTexts();
  return texts.join('\n').replace(/\s+/g, ' ').trim();
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on a page as it stands, each as "rule: places"; by all its rules, or by those named. */
export function findViolations(page: Page, rules: readonly string[] = []): Promise<string[]> {
  // What it does not complain of need not be told in full, which takes as long as finding the rest.
  const all = { resultTypes: ['violations'] };
  const options = rules.length === 0 ? all : { ...all, runOnly: { type: 'rule', values: rules } };
  // It is brought in from outside the page, past the page's own policy, which forbids scripts.
  return page.evaluate(
    `${axe}; axe.run(${JSON.stringify(options)}).then((r) => r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.target.join(" ")).join(", ")))`,
  );
}
