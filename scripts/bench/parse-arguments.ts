import { parseArgs } from 'node:util';
import type { BuildOptions } from './bench-build.ts';
import type { BenchSize } from './bench-result.ts';
import type { SearchOptions } from './bench-search.ts';
import type { BrowserName } from './browsers.ts';
import type { BenchOptions } from './build-settings.ts';
import type { ContentSize } from './generate-content.ts';
import type { HistorySize } from './generate-history.ts';

export const USAGE = `Usage: npm run bench -- [--indicators N] [--years Y] [--seed S] [--languages th,en] [--history K] [--charts C]
                     [--verify] [--eleventy FOLDER] [--json] [--keep]
       npm run bench -- --slope [--sizes 1000,5000,20000] [--years Y] [--seed S] [--json] [--keep]
       npm run bench -- compare BEFORE AFTER
       npm run bench -- search [--pages N] [--years Y] [--seed S] [--browser chromium|firefox|both] [--every E] [--json] [--keep]
       npm run bench -- history [--files N] [--commits K] [--years Y] [--seed S] [--json] [--keep]
       npm run bench -- check [--indicators N] [--years Y] [--seed S] [--json] [--keep]

Without a word before the options: builds N indicators (about five entries each) cold, again, and after one report changed,
and tells what each phase took; other programs that are installed build the same text. --history K gives the content a
repository of about K commits. --verify builds what was changed from nothing as well and compares every byte. Eleventy is
looked for in FOLDER (npm install --prefix FOLDER @11ty/eleventy) or among the programs. Results are kept in
node_modules/.cache/chiwat/bench by commit and size, and held against the newest one before; compare does so with any two, each
named by its file or by how its commit begins, and ends with 1 where something became more. --slope tells whether the cost
grows faster than the content. N, Y, S, C, E and K are whole numbers above 0; of the queries every E-th is asked.`;

/** What a person asked the bench for. */
export type Asked =
  | { what: 'help' }
  | { what: 'refused'; reason: string }
  | { what: 'build'; size: BenchSize; options: BuildOptions }
  | { what: 'slope'; sizes: number[]; years: number; seed: number; options: BenchOptions }
  | { what: 'search'; size: ContentSize; options: SearchOptions }
  | { what: 'history'; size: HistorySize; options: BenchOptions }
  | { what: 'check'; size: ContentSize; options: BenchOptions }
  | { what: 'compare'; names: [string, string] };

const BROWSERS: Record<string, BrowserName[]> = {
  chromium: ['chromium'],
  firefox: ['firefox'],
  both: ['chromium', 'firefox'],
};

export function parseBenchArguments(args: string[]): Asked {
  try {
    return parse(args);
  } catch (error) {
    return { what: 'refused', reason: error instanceof Error ? error.message : String(error) };
  }
}

function parse(args: string[]): Asked {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
  if (values.help) return { what: 'help' };
  const options = { json: values.json, keep: values.keep };
  const seed = readCount('seed', values.seed);
  const indicators = readCount('indicators', values.indicators);
  const getYears = (usual: number) => (values.years === undefined ? usual : readCount('years', values.years));
  const [what, ...names] = positionals;
  if (what === 'compare') return { what, names: readPair(names) };
  if (names.length > 0) throw new Error(`What is "${names.join(' ')}"?`);
  if (what === 'search') {
    const browsers = BROWSERS[values.browser];
    if (browsers === undefined) throw new Error(`--browser is "${values.browser}"`);
    const size = { indicators: readCount('pages', values.pages), years: getYears(5), seed };
    return { what, size, options: { ...options, browsers, every: readCount('every', values.every) } };
  }
  if (what === 'history') {
    const [files, commits] = [readCount('files', values.files), readCount('commits', values.commits)];
    return { what, size: { files, commits, years: getYears(5), seed }, options };
  }
  if (what === 'check') return { what, size: { indicators, years: getYears(10), seed }, options };
  if (what !== undefined) throw new Error(`What is "${what}"?`);
  if (values.slope) {
    const sizes = values.sizes.split(',').map((size) => readCount('sizes', size));
    return { what: 'slope', sizes, years: getYears(10), seed, options };
  }
  const size: BenchSize = {
    indicators,
    years: getYears(10),
    seed,
    languages: readLanguages(values.languages),
    ...(values.history === undefined ? {} : { commits: readCount('history', values.history) }),
  };
  const { verify, eleventy } = values;
  return { what: 'build', size, options: { ...options, charts: readCount('charts', values.charts), verify, eleventy } };
}

const OPTIONS = {
  help: { type: 'boolean', default: false },
  indicators: { type: 'string', default: '1000' },
  pages: { type: 'string', default: '640' },
  years: { type: 'string' },
  seed: { type: 'string', default: '1' },
  languages: { type: 'string', default: 'th' },
  history: { type: 'string' },
  charts: { type: 'string', default: '20000' },
  verify: { type: 'boolean', default: false },
  eleventy: { type: 'string' },
  slope: { type: 'boolean', default: false },
  sizes: { type: 'string', default: '1000,5000,20000' },
  browser: { type: 'string', default: 'both' },
  every: { type: 'string', default: '1' },
  files: { type: 'string', default: '20000' },
  commits: { type: 'string', default: '5000' },
  json: { type: 'boolean', default: false },
  keep: { type: 'boolean', default: false },
} as const;

function readCount(option: string, text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new Error(`--${option} is "${text}", not a whole number above 0`);
  return count;
}

function readLanguages(text: string): string[] {
  const languages = text.split(',');
  const isKnown = languages.every((language, at) => /^(th|en)$/.test(language) && languages.indexOf(language) === at);
  if (!isKnown) throw new Error(`--languages is "${text}", not th, en or both with a comma`);
  return languages;
}

function readPair([before, after, ...more]: readonly string[]): [string, string] {
  if (before === undefined || after === undefined || more.length > 0) throw new Error('compare takes two results');
  return [before, after];
}
