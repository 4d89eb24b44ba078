import type { BenchPage } from './browsers.ts';

/** What the search page shows for a query. */
export interface Answer {
  /** Number of pages it says it found; undefined where it shows no number. */
  total?: number;
  /** Addresses of the results as they are shown at first, those of other years in their places. */
  first: string[];
  /** Addresses of all results, where all were asked for. */
  all?: string[];
  /** Addresses of the searches that it offers where nothing was found. */
  offers: string[];
}

/** Opens the address of a query and waits until the search is over. */
export async function ask(page: BenchPage, site: string, q: string, isAll: boolean): Promise<Answer> {
  await page.go(`${site}/search/?q=${encodeURIComponent(q)}`);
  await call(page, waitUntilOver, {});
  return read(page, isAll);
}

/** Types a query into the box of the page and waits until the search is over. Returns how long it took after the pause in typing, in milliseconds. */
export function type(page: BenchPage, q: string): Promise<number> {
  return call(page, typeInto, q);
}

/** What is shown now. */
export async function read(page: BenchPage, isAll: boolean): Promise<Answer> {
  const answer = await call<Answer, object>(page, readAnswer, {});
  return isAll ? { ...answer, all: await call<string[], object>(page, readAll, {}) } : answer;
}

/** Runs one of the functions below in the page: each stands alone, since only its text gets there. */
function call<T, A>(page: BenchPage, run: (argument: A) => T | Promise<T>, argument: A): Promise<T> {
  return page.evaluate<T>(`(${run})(${JSON.stringify(argument)})`);
}

function waitUntilOver(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const look = () => {
      const { busy, mode } = document.querySelector<HTMLElement>('[data-search]')?.dataset ?? {};
      if (busy === 'false' && mode !== 'nothing') resolve(true);
      else if (performance.now() - started > 60_000) reject(new Error('the search did not end in a minute'));
      else setTimeout(look, 5);
    };
    look();
  });
}

function typeInto(q: string): Promise<number> {
  const root = document.querySelector<HTMLElement>('[data-search]');
  const box = document.querySelector<HTMLInputElement>('[data-search-box]');
  if (root === null || box === null) throw new Error('the page has no search');
  return new Promise((resolve, reject) => {
    let started: number | undefined;
    const timer = setTimeout(() => reject(new Error('the search did not end in a minute')), 60_000);
    const observer = new MutationObserver((records) => {
      if (records.length > 0) started ??= performance.now();
      if (root.dataset.busy !== 'false') return;
      observer.disconnect();
      clearTimeout(timer);
      resolve(performance.now() - (started ?? 0));
    });
    observer.observe(root, { attributeFilter: ['data-busy'] });
    box.focus();
    box.value = q;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

function readAnswer(): Answer {
  const total = document.querySelector<HTMLElement>('[data-search] [data-total]')?.dataset.total;
  const isShown = document.querySelector<HTMLElement>('[data-search]')?.dataset.mode === 'results';
  const results = [...document.querySelectorAll<HTMLElement>('[data-result]')];
  const offers = [...document.querySelectorAll<HTMLAnchorElement>('[data-none] a')];
  return {
    ...(total === undefined || !isShown ? {} : { total: Number(total) }),
    first: isShown ? results.map(({ dataset }) => dataset.result ?? '') : [],
    offers: offers.map(({ href }) => href),
  };
}

async function readAll(): Promise<string[]> {
  const more = document.querySelector<HTMLElement>('[data-more]');
  const list = document.querySelector<HTMLElement>('[data-results]');
  for (let clicks = 0; more !== null && !more.hidden && clicks < 100; clicks++) {
    const shown = list?.children.length;
    more.click();
    for (let waits = 0; waits < 2_000 && list?.children.length === shown && !more.hidden; waits++) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  return [...document.querySelectorAll<HTMLElement>('[data-result]')].map(({ dataset }) => dataset.result ?? '');
}
