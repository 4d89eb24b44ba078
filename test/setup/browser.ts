import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { CHROMIUM_FLAGS, getChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the Chromium that is tested with. */
    chromium: string;
    /** Where the one that runs is reached. */
    browser: string;
  }
}

/** Starts one Chromium for all tests of sites: to start one takes as long as to open two pages. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = getChromium();
  project.provide('chromium', executablePath);
  // Whoever stops the tests stops Vitest, which ends what it has set up.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const server = await chromium.launchServer({ executablePath, args: CHROMIUM_FLAGS, host: 'localhost', ...signals });
  project.provide('browser', server.wsEndpoint());
  return () => server.close();
}
