import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type ConsoleMessage,
  chromium,
  type Page,
  type Request,
} from 'playwright-core';
import { afterAll, inject } from 'vitest';

export interface Open {
  /** Another site than the repository's own. */
  address?: string;
  width?: number;
  scheme?: 'light' | 'dark';
  javaScript?: boolean;
  touch?: boolean;
  /** For pages that keep something in the browser, which those of the site do not: shared with no other page. */
  alone?: boolean;
}

let browser: Promise<Browser> | undefined;

/** Pages that are not in use: to empty one costs half of what it costs to make another. */
const idle = new Map<string, Page[]>();

/** A browser for the tests of one file. `open` gives an empty page with everything it asked for and complained of. */
export function useBrowser() {
  const used = new Set<BrowserContext>();
  // Of tests that failed before they closed theirs.
  afterAll(async () => {
    for (const context of used) await context.close();
  });
  return {
    open: async (
      path: string,
      { address = inject('address'), width = 1280, scheme = 'light', alone = false, ...kind }: Open = {},
    ) => {
      const { page, giveBack } = await takePage(kind, alone);
      used.add(page.context());
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ media: null, colorScheme: scheme });
      const told = listen(page);
      await page.goto(`${address}${path}`);
      const close = async () => {
        told.end();
        await giveBack();
        used.delete(page.context());
      };
      return { page, requests: told.requests, complaints: told.complaints, close };
    },
  };
}

/** A page that shows nothing, and how it is given back. */
async function takePage({ javaScript = true, touch = false }: Pick<Open, 'javaScript' | 'touch'>, alone: boolean) {
  const key = `${javaScript} ${touch}`;
  const waiting = alone ? undefined : idle.get(key)?.pop();
  const page = waiting ?? (await makePage({ javaScriptEnabled: javaScript, hasTouch: touch }));
  const giveBack = async () => {
    if (alone) return page.context().close();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    // Off the page, for what a pointer rests on wakes.
    await page.mouse.move(-1, -1);
    await page.goto('about:blank');
    idle.set(key, [...(idle.get(key) ?? []), page]);
  };
  return { page, giveBack };
}

async function makePage(settings: BrowserContextOptions): Promise<Page> {
  browser ??= chromium.connect(inject('browser'));
  const context = await (await browser).newContext(settings);
  return context.newPage();
}

/** Everything that a page asks for and complains of from now on. */
function listen(page: Page) {
  const requests: string[] = [];
  const complaints: string[] = [];
  const onRequest = (request: Request) => requests.push(request.url());
  const onConsole = (message: ConsoleMessage) => complaints.push(message.text());
  const onError = (error: Error) => complaints.push(error.message);
  page.on('request', onRequest).on('console', onConsole).on('pageerror', onError);
  const end = () => page.off('request', onRequest).off('console', onConsole).off('pageerror', onError);
  return { requests, complaints, end };
}

/** Text of an element as a reader sees it, spaces folded. */
export async function read(page: Page, selector: string): Promise<string> {
  const texts = await page.locator(selector).allInnerTexts();
  return texts.join('\n').replace(/\s+/g, ' ').trim();
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on a page as it stands, each as "rule: places"; by all its rules, or by those named. */
export async function findViolations(page: Page, rules: readonly string[] = []): Promise<string[]> {
  // What it does not complain of need not be told in full, which takes as long as finding the rest.
  const all = { resultTypes: ['violations'] };
  const options = rules.length === 0 ? all : { ...all, runOnly: { type: 'rule', values: rules } };
  // It is brought in from outside the page, past the page's own policy, which forbids scripts; once, for it is long.
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe);
  return page.evaluate(
    `axe.run(${JSON.stringify(options)}).then((r) => r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.target.join(" ")).join(", ")))`,
  );
}
