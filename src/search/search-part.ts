import type { Engine, Places } from './engine.ts';
import type { Page } from './filter.ts';
import { findPlaces, type PartPlan } from './plan-query.ts';

/** Where each part of a query stands on a page, in the order of the plans. */
export interface Hit {
  page: Page;
  places: number[][];
}

/** The index of frequent trigrams, opened when one is asked for. */
export interface Frequent {
  trigrams: ReadonlySet<string>;
  open: () => Promise<Engine>;
}

/** The pages of a year, or of a part of it, and the engine over them. */
export class SearchPart {
  readonly pages: readonly Page[];
  #rare: Engine;
  #frequent: Frequent | undefined;
  #opened: Promise<Engine> | undefined;

  constructor(pages: readonly Page[], rare: Engine, frequent?: Frequent) {
    this.pages = pages;
    this.#rare = rare;
    this.#frequent = frequent;
  }

  /** Pages on which every planned part stands; all pages without a plan. Throws when the engine fails. */
  async find(plans: readonly PartPlan[]): Promise<Hit[]> {
    let hits: Hit[] = this.pages.map((page) => ({ page, places: [] }));
    for (const plan of plans) {
      const found = await this.#lookUp(plan);
      hits = hits.flatMap(({ page, places }) => {
        const here = found.get(page);
        return here === undefined ? [] : [{ page, places: [...places, here] }];
      });
      if (hits.length === 0) return [];
    }
    return hits;
  }

  /** Waits until the engine's program runs, which all parts share. */
  async warmUp(): Promise<void> {
    await this.#rare.ask(['-']);
  }

  async #lookUp(plan: PartPlan): Promise<Places> {
    const terms = [...new Set(plan.terms)];
    if (plan.preload.length > 0) return this.#askPair(terms, plan.preload);
    const all = await this.#askAll(terms);
    const found = findAll(plan, all, () => all);
    if (terms.length === 1 || found.size === 0) return found;
    // Of several terms the engine tells all places together: they are told apart by asking for all but one alone.
    const asked = terms.filter((term) => term !== plan.dearest);
    const places = new Map<string, Places>();
    for (const term of asked) places.set(term, await this.#askAll([term]));
    const rest = new Map(
      [...found.keys()].map((page) => {
        const others = new Set(asked.flatMap((term) => places.get(term)?.get(page) ?? []));
        return [page, (all.get(page) ?? []).filter((place) => !others.has(place))];
      }),
    );
    return findAll(plan, rest, (term) => places.get(term) ?? rest);
  }

  /** Pages that hold all terms, in whichever index each is. */
  async #askAll(terms: readonly string[]): Promise<Places> {
    const isFrequent = (term: string) => this.#frequent?.trigrams.has(term) ?? false;
    const [frequent, rare] = [terms.filter(isFrequent), terms.filter((term) => !isFrequent(term))];
    if (frequent.length === 0) return this.#rare.ask(rare);
    if (rare.length === 0) return (await this.#open()).ask(frequent);
    const some = await this.#rare.ask(rare);
    if (some.size === 0) return some;
    const others = await (await this.#open()).ask(frequent);
    return new Map(
      [...some].flatMap(([page, places]) => {
        const more = others.get(page);
        return more === undefined ? [] : [[page, merge(places, more)]];
      }),
    );
  }

  /** Pages that hold a pair: it begins frequent trigrams and rare ones. */
  async #askPair(pair: readonly string[], trigrams: readonly string[]): Promise<Places> {
    const frequent = trigrams.filter((trigram) => this.#frequent?.trigrams.has(trigram));
    const rare = trigrams.filter((trigram) => !this.#frequent?.trigrams.has(trigram));
    const found = await this.#rare.ask(pair, rare);
    if (frequent.length === 0) return found;
    const others = await (await this.#open()).ask(pair, frequent);
    return new Map(
      [...new Set([...found.keys(), ...others.keys()])].map((page) => [
        page,
        merge(found.get(page) ?? [], others.get(page) ?? []),
      ]),
    );
  }

  #open(): Promise<Engine> {
    if (this.#frequent === undefined) throw new Error('the part has no index of frequent trigrams');
    this.#opened ??= this.#frequent.open();
    return this.#opened;
  }
}

function merge(places: readonly number[], others: readonly number[]): number[] {
  return [...places, ...others].sort((a, b) => a - b);
}

/** Of some pages those on which the part stands, with the places where it begins. */
function findAll(plan: PartPlan, pages: Places, getPlaces: (term: string) => Places): Places {
  const found: Places = new Map();
  for (const page of pages.keys()) {
    const places = findPlaces(plan, (term) => getPlaces(term).get(page) ?? []);
    if (places.length > 0) found.set(page, places);
  }
  return found;
}
