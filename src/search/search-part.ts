import { getShortId } from './engine-id.ts';
import { type Page, readTable } from './filter.ts';
import type { ShelfPart } from './manifest.ts';
import { NORMALISER } from './normalise.ts';
import type { PagefindInstance, PagefindModule } from './pagefind-api.ts';
import { findPlaces, type PartPlan } from './plan-query.ts';
import type { SearchTable } from './table.ts';

/** Where each part of a query stands on a page, in the order of the plans. */
export interface Hit {
  page: Page;
  places: number[][];
}

/** The rows of an index and the engine over it, loaded when first asked for. */
export class SearchPart {
  readonly pages: Page[];
  #instance: PagefindInstance;
  #byId: Map<string, Page>;
  #idLength: number;

  constructor(part: ShelfPart, table: SearchTable, engine: PagefindModule, folder: string) {
    if (table.normaliser !== NORMALISER) throw new Error(`${part.name} was indexed by another normaliser`);
    this.pages = readTable(table, part);
    this.#idLength = table.idLength;
    this.#byId = new Map(this.pages.map((page) => [page.id, page]));
    this.#instance = engine.createInstance({ basePath: folder, noWorker: true, metaCacheTag: part.digest });
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
    await this.#instance.search('-');
  }

  async #lookUp(plan: PartPlan): Promise<Map<Page, number[]>> {
    if (plan.preload.length > 0) await this.#instance.preload(plan.preload.join(' '));
    const terms = [...new Set(plan.terms)];
    const all = await this.#ask(terms.join(' '));
    // Of several terms the engine tells all places together, and a term that this index lacks it passes over.
    const found = findAll(plan, all, () => all);
    if (terms.length === 1 || found.size === 0) return found;
    const asked = terms.filter((term) => term !== plan.dearest);
    const places = new Map<string, Map<Page, number[]>>();
    for (const term of asked) places.set(term, await this.#ask(term));
    // What is left are the places of the one term that was not asked for: each place has one term only.
    const rest = new Map(
      [...found.keys()].map((page) => {
        const others = new Set(asked.flatMap((term) => places.get(term)?.get(page) ?? []));
        return [page, (all.get(page) ?? []).filter((place) => !others.has(place))];
      }),
    );
    return findAll(plan, rest, (term) => places.get(term) ?? rest);
  }

  /** Pages that hold all of the engine's words, with the places of these. */
  async #ask(words: string): Promise<Map<Page, number[]>> {
    const response = await this.#instance.search(words);
    return new Map(
      (response?.results ?? []).map(({ id, words: places }) => {
        const page = this.#byId.get(getShortId(id).slice(0, this.#idLength));
        if (page === undefined) throw new Error(`the engine found ${id}, which is in no table`);
        return [page, places];
      }),
    );
  }
}

/** Of some pages those on which the part stands, with the places where it begins. */
function findAll(plan: PartPlan, pages: Map<Page, number[]>, getPlaces: (term: string) => Map<Page, number[]>) {
  const found = new Map<Page, number[]>();
  for (const page of pages.keys()) {
    const places = findPlaces(plan, (term) => getPlaces(term).get(page) ?? []);
    if (places.length > 0) found.set(page, places);
  }
  return found;
}
