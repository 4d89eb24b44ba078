import { parseArgs } from 'node:util';
import { benchBuild } from './bench/bench-build.ts';
import { benchHistory } from './bench/bench-history.ts';
import { benchSearch } from './bench/bench-search.ts';
import type { BrowserName } from './bench/browsers.ts';

const USAGE = `Usage: npm run bench -- [--indicators N] [--years Y] [--seed S] [--charts C] [--json] [--keep]
       npm run bench -- search [--pages N] [--years Y] [--seed S] [--browser chromium|firefox|both] [--every E] [--json] [--keep]
       npm run bench -- history [--files N] [--commits K] [--years Y] [--seed S] [--json] [--keep]
N, Y, S, C, E and K are whole numbers above 0; of the queries every E-th is asked.`;

const BROWSERS: Record<string, BrowserName[]> = {
  chromium: ['chromium'],
  firefox: ['firefox'],
  both: ['chromium', 'firefox'],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    indicators: { type: 'string', default: '1000' },
    pages: { type: 'string', default: '640' },
    years: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    charts: { type: 'string', default: '20000' },
    browser: { type: 'string', default: 'both' },
    every: { type: 'string', default: '1' },
    files: { type: 'string', default: '20000' },
    commits: { type: 'string', default: '5000' },
    json: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const { json, keep } = values;
const seed = readCount(values.seed);
const years = readCount(values.years);
const browsers = BROWSERS[values.browser];
const [what, ...rest] = positionals;
if (rest.length > 0 || browsers === undefined) refuse();
else if (what === 'search')
  await benchSearch(
    { indicators: readCount(values.pages), years, seed },
    { browsers, every: readCount(values.every), json, keep },
  );
else if (what === 'history')
  benchHistory({ files: readCount(values.files), commits: readCount(values.commits), years, seed }, { json, keep });
else if (what !== undefined) refuse();
else
  await benchBuild({ indicators: readCount(values.indicators), years, seed }, readCount(values.charts), { json, keep });

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) refuse();
  return count;
}

function refuse(): never {
  console.error(USAGE);
  process.exit(2);
}
