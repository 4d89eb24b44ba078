import { ask, read, type } from './ask.ts';
import type { BenchBrowser, BenchPage, BrowserName } from './browsers.ts';
import { type BenchQuery, getQuantile, judge, type Quality, sumUp, type Verdict } from './search-measures.ts';
import { findTruth, type TruePage } from './search-truth.ts';
import type { Sent, StaticServer } from './static-server.ts';

/** The median, the value that one in twenty exceeds, and the greatest. */
export interface Spread {
  median: number;
  p95: number;
  greatest: number;
}

/** How a browser's search did. */
export interface BrowserMeasures {
  browser: BrowserName;
  version: string;
  quality: Quality;
  /** Bytes on the line from focusing the box to the end of the first query, and of a second on the same page. */
  first: Spread;
  second: Spread;
  /** The same without gzip. */
  firstPlain: Spread;
  secondPlain: Spread;
  /** The query that took most as the first. */
  heaviest: string;
  /** Queries that were typed as well as asked by address: the bytes are theirs. */
  typed: number;
  /** Of them, those for which something of the search was loaded before the box was focused. */
  early: string[];
  /** Of them, those that gave other results than by their address. */
  unlike: string[];
  /** Milliseconds with all loaded. */
  warm: Spread;
  /** Misspelt queries, and those whose offer leads to a result. */
  misspelt: { queries: number; helped: number; helpless: string[] };
  complaints: string[];
  /** Queries whose answer differs from the truth in any way. */
  different: Verdict[];
  /** First results of every query, to hold browsers against each other. */
  shown: Record<string, string[]>;
}

/** All results are read up to so many. */
const READ_ALL = 60;
/** Where everything that belongs to the search lies on a site. */
const FOLDER = '/pagefind/';
/** The set whose queries no page answers. */
const MISSPELT = 'd';

/** Asks every query on a fresh page by its address, and each `typedEvery`-th on another by typing it. */
export async function querySite(
  browser: BenchBrowser,
  server: StaticServer,
  pages: readonly TruePage[],
  queries: readonly BenchQuery[],
  typedEvery: number,
): Promise<BrowserMeasures> {
  const verdicts: Verdict[] = [];
  const early: string[] = [];
  const unlike: string[] = [];
  const complaints: string[] = [];
  const sent: { q: string; first: Sent[]; second: Sent[] }[] = [];
  const shown: Record<string, string[]> = {};
  const misspelt = { queries: 0, helped: 0, helpless: [] as string[] };
  for (const [index, query] of queries.entries()) {
    const isMisspelt = query.set === MISSPELT;
    const right = findTruth(pages, query.q);
    await useFresh(browser, complaints, async (page) => {
      server.take();
      const answer = await ask(page, server.address, query.q, right.size <= READ_ALL && !isMisspelt);
      shown[query.q] = answer.first;
      if (isMisspelt) {
        misspelt.queries += 1;
        if (await leadsOn(page, answer.offers[0])) misspelt.helped += 1;
        else misspelt.helpless.push(query.q);
        return;
      }
      verdicts.push(judge(query, right, answer));
    });
    if (isMisspelt || index % typedEvery !== 0) continue;
    await useFresh(browser, complaints, async (page) => {
      server.take();
      await page.go(`${server.address}/search/`);
      if (server.take().some(({ path }) => path.startsWith(FOLDER))) early.push(query.q);
      await type(page, query.q);
      const first = await takeSettled(server);
      const typed = await read(page, false);
      if (typed.first.join() !== shown[query.q]?.join()) unlike.push(query.q);
      await type(page, getOther(queries, index).q);
      sent.push({ q: query.q, first, second: await takeSettled(server) });
    });
  }
  return {
    browser: browser.name,
    version: browser.version,
    quality: sumUp(verdicts),
    first: getSpread(sent.map(({ first }) => sum(first, 'bytes'))),
    second: getSpread(sent.map(({ second }) => sum(second, 'bytes'))),
    firstPlain: getSpread(sent.map(({ first }) => sum(first, 'plain'))),
    secondPlain: getSpread(sent.map(({ second }) => sum(second, 'plain'))),
    heaviest: [...sent].sort((a, b) => sum(b.first, 'bytes') - sum(a.first, 'bytes'))[0]?.q ?? '',
    typed: sent.length,
    early,
    unlike,
    warm: getSpread(await measureWarm(browser, server, queries, complaints)),
    misspelt,
    complaints: [...new Set(complaints)],
    different: verdicts.filter(
      ({ recall, precision, isExact, wrong }) => recall < 1 || (precision ?? 1) < 1 || !isExact || wrong.length > 0,
    ),
    shown,
  };
}

async function useFresh(browser: BenchBrowser, complaints: string[], use: (page: BenchPage) => Promise<void>) {
  const page = await browser.open();
  try {
    await use(page);
    complaints.push(...page.complaints);
  } finally {
    await page.close();
  }
}

/** Types every query twice on one page: the first time loads, the second is measured. */
async function measureWarm(
  browser: BenchBrowser,
  server: StaticServer,
  queries: readonly BenchQuery[],
  complaints: string[],
): Promise<number[]> {
  const times: number[] = [];
  await useFresh(browser, complaints, async (page) => {
    await page.go(`${server.address}/search/`);
    for (const { q } of queries) await type(page, q);
    for (const { q } of queries) times.push(await type(page, q));
  });
  return times;
}

async function leadsOn(page: BenchPage, offer: string | undefined): Promise<boolean> {
  if (offer === undefined) return false;
  const url = new URL(offer);
  const { total = 0 } = await ask(page, url.origin, url.searchParams.get('q') ?? '', false);
  return total > 0;
}

/** A query of another kind: half the list away. */
function getOther(queries: readonly BenchQuery[], index: number): BenchQuery {
  const away = queries[(index + Math.floor(queries.length / 2)) % queries.length];
  if (away === undefined) throw new Error('there are no queries');
  return away;
}

/** What was sent, when nothing more is on its way. */
async function takeSettled(server: StaticServer): Promise<Sent[]> {
  await new Promise((resolve) => setTimeout(resolve, 60));
  return server.take();
}

function sum(sent: readonly Sent[], field: 'bytes' | 'plain'): number {
  return sent.reduce((total, one) => total + one[field], 0);
}

function getSpread(values: readonly number[]): Spread {
  return { median: getQuantile(values, 0.5), p95: getQuantile(values, 0.95), greatest: getQuantile(values, 1) };
}
