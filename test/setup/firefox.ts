import { findProgram, getProgram, type Program } from './program.ts';

const FIREFOX: Program = {
  names: ['firefox-esr', 'firefox'],
  debian: 'firefox-esr',
  setting: 'CHIWAT_FIREFOX',
  help:
    'The browser tests of the search need Firefox. Install it ("sudo apt-get install firefox-esr" on Debian), ' +
    'or name one: CHIWAT_FIREFOX=/path/to/firefox npm test',
};

/** Path of a Firefox to test with; installed from Debian's packages when it is absent and we may. */
export function getFirefox(): string {
  return getProgram(FIREFOX);
}

export function findFirefox(): string | undefined {
  return findProgram(FIREFOX);
}
