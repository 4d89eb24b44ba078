import { createFormat } from '#strings/format.ts';
import type { Language } from '#strings/translate.ts';
import { countFacets, type Group, groupMatches, isKept, type Match, type Page, sortMatches } from './filter.ts';
import { parseQuery, type Query, SHORTEST_PART } from './query.ts';
import { type Card, createView, type Labels, type SearchPageView } from './render.ts';
import { type Progress, Search } from './search.ts';
import { isEmpty, readState, type SearchState, toggleFilter, writeState } from './state.ts';
import { watchFetch } from './watch-fetch.ts';

/** Groups that are shown at once, and added each time. */
const SHOWN = 10;

/** A pause in typing, in milliseconds, after which it is searched. */
const PAUSE = 120;

/** A wait, in milliseconds, that is worth a word. */
const WAIT = 250;

/** How long, in milliseconds, years that are in wait for the others: shown at once, each would load texts that the next replaces. */
const TOGETHER = 600;

/** Runs the search page: the box in the header, the address, the engine and what is shown belong together here. */
export function startSearchPage(root: HTMLElement): void {
  const data = root.querySelector('script[type="application/json"]')?.textContent ?? '';
  // Safe: the page itself was built with it.
  const labels = JSON.parse(data) as Labels;
  const box = document.querySelector<HTMLInputElement>('[data-search-box]');
  if (box === null) throw new Error('the page has no search box');
  new SearchPage(root, box, labels).start();
}

class SearchPage {
  #box: HTMLInputElement;
  #labels: Labels;
  #view: SearchPageView;
  #state: SearchState = readState(location.search);
  #progress: Progress | undefined;
  #query: Query = { parts: [] };
  #shown = SHOWN;
  /** Counts searches, so that a late answer to an old one is dropped. */
  #run = 0;
  /** Counts changes of what is shown of one search. */
  #changes = 0;
  /** Counts what was to be shown, likewise. */
  #turn = 0;
  #search: Promise<Search> | undefined;
  #timer = 0;
  /** Whether the address already stands for what is being typed. */
  #isTyping = false;
  #watch = watchFetch(window);

  constructor(root: HTMLElement, box: HTMLInputElement, labels: Labels) {
    this.#box = box;
    this.#labels = labels;
    const format = createFormat(labels.language as Language);
    this.#view = createView(root, labels, format, {
      toggle: (facet, value) => this.#change({ filters: toggleFilter(this.#state.filters, facet, value) }),
      clear: () => this.#change({ filters: {} }),
      order: (order) => this.#change({ order }),
      type: (q) => {
        this.#box.value = q;
        this.#change({ q });
      },
      more: () => {
        this.#shown += SHOWN;
        void this.#showAnew();
      },
      retry: () => void this.#find(),
      keepTrue: async (matches) => (await this.#open()).keepTrue(matches, this.#query.parts),
    });
  }

  start(): void {
    const form = this.#box.form;
    this.#box.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#type(), PAUSE);
    });
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.#timer);
      this.#type();
      this.#isTyping = false;
    });
    window.addEventListener('popstate', () => {
      this.#state = readState(location.search);
      this.#box.value = this.#state.q;
      this.#isTyping = false;
      this.#shown = SHOWN;
      void this.#find();
    });
    // Somebody may have been faster than the script.
    const typed = this.#box.value.trim();
    const isFaster = typed !== '' && typed !== this.#state.q.trim() && document.activeElement === this.#box;
    if (!isFaster) this.#box.value = this.#state.q;
    if (isFaster) this.#type();
    else if (!isEmpty(this.#state)) void this.#find();
    // The box is focused: what every search needs can come already. A failure is told when something is searched.
    else this.#open().catch(() => {});
  }

  #type(): void {
    const q = this.#box.value;
    if (q.trim() === this.#state.q.trim()) return;
    this.#state = { ...this.#state, q };
    // One step back for a word, not for each letter.
    this.#keep(this.#isTyping);
    this.#isTyping = true;
    this.#shown = SHOWN;
    void this.#find();
  }

  #change(change: Partial<SearchState>): void {
    const isSameQuery = change.q === undefined || change.q === this.#state.q;
    this.#state = { ...this.#state, ...change };
    this.#isTyping = false;
    this.#shown = SHOWN;
    this.#keep(false);
    if (isSameQuery && this.#progress !== undefined && !isEmpty(this.#state)) void this.#showAnew();
    else void this.#find();
  }

  #keep(isSame: boolean): void {
    const address = `${location.pathname}${writeState(this.#state)}`;
    if (isSame) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
  }

  #open(): Promise<Search> {
    if (this.#search === undefined) {
      const opening = Search.open(this.#labels.folder, this.#watch);
      this.#search = opening;
      // What failed is tried again with the next search.
      opening.catch(() => {
        if (this.#search === opening) this.#search = undefined;
      });
    }
    return this.#search;
  }

  async #find(): Promise<void> {
    const run = ++this.#run;
    this.#turn += 1;
    const isCurrent = () => run === this.#run;
    this.#progress = undefined;
    this.#view.setBusy(true);
    await this.#findNow(isCurrent);
    if (isCurrent()) this.#view.setBusy(false);
  }

  async #findNow(isCurrent: () => boolean): Promise<void> {
    if (isEmpty(this.#state)) return this.#view.showNothing();
    this.#query = parseQuery(this.#state.q);
    const { parts } = this.#query;
    if (parts.length > 0 && parts.every((part) => part.length < SHORTEST_PART)) return this.#view.showTooShort();
    const timer = window.setTimeout(() => isCurrent() && this.#view.showWaiting(), WAIT);
    let late = 0;
    try {
      const search = await this.#open();
      let last = performance.now();
      for await (const progress of search.find(this.#query)) {
        if (!isCurrent()) return;
        this.#progress = progress;
        clearTimeout(late);
        const wait = progress.pending.length === 0 ? 0 : last + TOGETHER - performance.now();
        if (wait <= 0) {
          await this.#show();
          clearTimeout(timer);
          last = performance.now();
        } else late = window.setTimeout(() => isCurrent() && this.#show(), wait);
      }
    } catch (error) {
      console.error(error);
      if (isCurrent()) this.#view.showError();
    } finally {
      clearTimeout(timer);
      clearTimeout(late);
    }
  }

  /** Shows what is known in another way: other filters, another order, more of it. */
  async #showAnew(): Promise<void> {
    // While years are still searched, the search's own end is the end.
    const isOver = this.#progress?.pending.length === 0;
    const [run, change] = [this.#run, ++this.#changes];
    if (isOver) this.#view.setBusy(true);
    await this.#show();
    // Of two changes in quick succession the latter ends it.
    if (isOver && run === this.#run && change === this.#changes) this.#view.setBusy(false);
  }

  /** Shows what is known so far. What is shown was held against its text first. */
  async #show(): Promise<void> {
    const progress = this.#progress;
    if (progress === undefined) return;
    const turn = ++this.#turn;
    const search = await this.#open();
    const { filters, order } = this.#state;
    const own = progress.matches.filter(({ page }) => this.#isOwn(page));
    const kept = own.filter(({ page }) => isKept(page, filters));
    const groups = groupMatches(sortMatches(kept, order), order);
    const { cards, untrue } = await this.#readCards(search, groups);
    if (turn !== this.#turn) return;
    if (untrue.size > 0) {
      // They are nowhere to be counted either; and few that are left can be read to the last.
      const left = progress.matches.filter((match) => !untrue.has(match));
      const next = await search.prove({ ...progress, matches: left }, this.#query.parts);
      if (turn !== this.#turn) return;
      this.#progress = next;
      return this.#show();
    }
    this.#view.show({
      state: this.#state,
      parts: this.#query.parts,
      progress,
      total: kept.length,
      unfiltered: own.length,
      cards,
      groupCount: groups.length,
      counts: countFacets(
        own.map(({ page }) => page),
        filters,
      ),
    });
    if (progress.pending.length === 0 && progress.failed.length === 0 && own.length === 0) await this.#help(turn);
  }

  #isOwn({ language }: Page): boolean {
    return language === undefined || language === this.#labels.language;
  }

  /** The first groups with their texts, and of what was read that which does not hold all parts. */
  async #readCards(search: Search, groups: readonly Group[]) {
    const { parts } = this.#query;
    const untrue = new Set<Match>();
    const cards = await Promise.all(
      groups.slice(0, this.#shown).map(async ({ matches: [match, ...others] }): Promise<Card> => {
        if (!(await search.holds(match.page, parts))) untrue.add(match);
        const record = await search.getRecord(match.page).catch(() => undefined);
        return { match, others, ...(record === undefined ? {} : { record }) };
      }),
    );
    return { cards, untrue };
  }

  /** Nothing was found: which word is not there, and what it may have been. */
  async #help(turn: number): Promise<void> {
    const { parts } = this.#query;
    if (parts.length === 0) return;
    const search = await this.#open();
    const count = async (query: Query) => {
      let found: Match[] = [];
      for await (const { matches } of search.find(query)) found = matches;
      return found.length;
    };
    const alone = await Promise.all(
      parts.map(async (part) => ({ part, count: parts.length === 1 ? 0 : await count({ parts: [part] }) })),
    );
    const meant = await Promise.all(
      alone.map(async (one) => (one.count > 0 ? one.part : ((await search.suggest(one.part)) ?? one.part))),
    );
    const isOther = meant.some((word, index) => word !== parts[index]);
    const suggestion = isOther ? { q: meant.join(' '), count: await count({ parts: meant }) } : undefined;
    if (turn !== this.#turn) return;
    this.#view.showHelp({
      alone: alone.filter((one) => one.count > 0),
      ...(suggestion !== undefined && suggestion.count > 0 ? { suggestion } : {}),
    });
  }
}
