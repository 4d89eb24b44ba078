import { findProgram, getProgram, type Program } from './program.ts';

const CHROMIUM: Program = {
  names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  debian: 'chromium',
  setting: 'CHIWAT_CHROMIUM',
  help:
    'The browser tests need Chromium. Install it ("sudo apt-get install chromium" on Debian), ' +
    'or name one: CHIWAT_CHROMIUM=/path/to/chrome npm test',
};

/** Path of a Chromium to test with; installed from Debian's packages when it is absent and we may. */
export function getChromium(): string {
  return getProgram(CHROMIUM);
}

export function findChromium(): string | undefined {
  return findProgram(CHROMIUM);
}

/**
 * What a window brings that nobody sees: pages behind the address bar, and a process kept ready for the next page. Without
 * them a page is opened at half the cost.
 */
const UNSEEN = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'SpareRendererForSitePerProcess'];

/** What Playwright turns off; the browser heeds the last list that it is given, and ours comes after. */
const OF_PLAYWRIGHT = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

/** Flags for a machine without a display or a network. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[...OF_PLAYWRIGHT, ...UNSEEN].join(',')}`,
];
