import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS } from '../../test/setup/chromium.ts';
import { openBidi } from './bidi.ts';

export type BrowserName = 'chromium' | 'firefox';

/** A browser as the bench and its tests need it, the same for every make. */
export interface BenchBrowser {
  name: BrowserName;
  version: string;
  /** A page that shares nothing with any before it: no cache, no storage. */
  open: () => Promise<BenchPage>;
  close: () => Promise<void>;
}

export interface BenchPage {
  go: (address: string) => Promise<void>;
  /** The value of an expression in the page, or of its promise; a value of JSON. */
  evaluate: <T>(expression: string) => Promise<T>;
  /** What the page complained of so far. */
  complaints: string[];
  close: () => Promise<void>;
}

const VIEWPORT = { width: 1280, height: 800 };

export function launch(name: BrowserName, program: string): Promise<BenchBrowser> {
  return name === 'chromium' ? launchChromium(program) : launchFirefox(program);
}

async function launchChromium(executablePath: string): Promise<BenchBrowser> {
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  return {
    name: 'chromium',
    version: browser.version(),
    open: async () => {
      const context = await browser.newContext({ viewport: VIEWPORT });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      return {
        go: async (address) => {
          await page.goto(address);
        },
        evaluate: <T>(expression: string) => page.evaluate<T>(expression),
        complaints,
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

interface ScriptAnswer {
  type: string;
  result?: { value?: string };
  exceptionDetails?: { text: string };
}

interface LogEntry {
  level: string;
  text: string;
  source: { context?: string };
}

async function launchFirefox(program: string): Promise<BenchBrowser> {
  const bidi = await openBidi(program);
  // Safe throughout: the protocol gives these answers to these commands.
  await bidi.send('session.subscribe', { events: ['log.entryAdded'] });
  const complaintsOf = new Map<string, string[]>();
  bidi.listen('log.entryAdded', (params) => {
    const { level, text, source } = params as unknown as LogEntry;
    if (level === 'error') complaintsOf.get(source.context ?? '')?.push(text);
  });
  const open = async () => {
    const { userContext } = await bidi.send('browser.createUserContext', {});
    const { context } = await bidi.send('browsingContext.create', { type: 'tab', userContext });
    await bidi.send('browsingContext.setViewport', { context, viewport: VIEWPORT });
    const complaints: string[] = [];
    complaintsOf.set(String(context), complaints);
    const evaluate = async <T>(expression: string): Promise<T> => {
      const answer = (await bidi.send('script.evaluate', {
        expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`,
        target: { context },
        awaitPromise: true,
      })) as unknown as ScriptAnswer;
      if (answer.exceptionDetails !== undefined) throw new Error(answer.exceptionDetails.text);
      return JSON.parse(answer.result?.value ?? 'null') as T;
    };
    const page: BenchPage = {
      go: async (url) => {
        await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
      },
      evaluate,
      complaints,
      close: async () => {
        complaintsOf.delete(String(context));
        await bidi.send('browser.removeUserContext', { userContext });
      },
    };
    return page;
  };
  const first = await open();
  const [, version = ''] = /Firefox\/(\S+)/.exec(await first.evaluate<string>('navigator.userAgent')) ?? [];
  await first.close();
  return { name: 'firefox', version, open, close: bidi.close };
}
