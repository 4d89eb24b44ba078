import type { Engine, Places } from './engine.ts';
import type { Page } from './filter.ts';
import { findPlaces, type PartPlan } from './plan-query.ts';

/** Where each part of a query stands on a page, in the order of the plans. */
export interface Hit {
  page: Page;
  places: number[][];
}

/** What is known of trigrams that the engine is not asked for: the pages that hold them, and not where. */
export interface Frequent {
  trigrams: ReadonlySet<string>;
  find: (trigram: string) => Promise<Page[]>;
}

/** The pages of a year, or of a part of it, and the engine over them. */
export class SearchPart {
  readonly pages: readonly Page[];
  #engine: Engine;
  #frequent: Frequent | undefined;

  constructor(pages: readonly Page[], engine: Engine, frequent?: Frequent) {
    this.pages = pages;
    this.#engine = engine;
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
    await this.#engine.ask(['-']);
  }

  /** Pages with the places where a part begins; none where only frequent trigrams tell of it. */
  async #lookUp(plan: PartPlan): Promise<Places> {
    if (plan.preload.length > 0) return this.#askPair(plan);
    const steps = plan.terms.map((term, at) => ({ term, offset: plan.offsets[at] ?? 0 }));
    const known = steps.filter(({ term }) => !this.#isFrequent(term));
    const frequent = new Set(steps.flatMap(({ term }) => (this.#isFrequent(term) ? [term] : [])));
    let found: Places =
      known.length === 0
        ? new Map(this.pages.map((page) => [page, []]))
        : await this.#askEngine({
            ...plan,
            terms: known.map(({ term }) => term),
            offsets: known.map(({ offset }) => offset),
          });
    for (const term of frequent) {
      if (found.size === 0) break;
      const pages = new Set(await this.#frequent?.find(term));
      found = new Map([...found].filter(([page]) => pages.has(page)));
    }
    return found;
  }

  #isFrequent(term: string): boolean {
    return this.#frequent?.trigrams.has(term) ?? false;
  }

  async #askEngine(plan: PartPlan): Promise<Places> {
    const terms = [...new Set(plan.terms)];
    const all = await this.#engine.ask(terms);
    const found = findAll(plan, all, () => all);
    if (terms.length === 1 || found.size === 0) return found;
    // Of several terms the engine tells all places together: they are told apart by asking for all but one alone.
    const last = terms.includes(plan.dearest) ? plan.dearest : terms[0];
    const asked = terms.filter((term) => term !== last);
    const places = new Map<string, Places>();
    for (const term of asked) places.set(term, await this.#engine.ask([term]));
    const rest = new Map(
      [...found.keys()].map((page) => {
        const others = new Set(asked.flatMap((term) => places.get(term)?.get(page) ?? []));
        return [page, (all.get(page) ?? []).filter((place) => !others.has(place))];
      }),
    );
    return findAll(plan, rest, (term) => places.get(term) ?? rest);
  }

  /** Pages that hold a pair: it begins frequent trigrams and others. */
  async #askPair({ terms, preload }: PartPlan): Promise<Places> {
    const frequent = preload.filter((trigram) => this.#isFrequent(trigram));
    const others = preload.filter((trigram) => !this.#isFrequent(trigram));
    const found = await this.#engine.ask(terms, others);
    for (const trigram of frequent) {
      for (const page of (await this.#frequent?.find(trigram)) ?? []) if (!found.has(page)) found.set(page, []);
    }
    return found;
  }
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
