import { readCosts } from './costs.ts';
import type { SearchRecord } from './document.ts';
import { Engine } from './engine.ts';
import { holdsAll } from './excerpt.ts';
import { type Match, type Page, readTable } from './filter.ts';
import { listFrequent, readMask, SHARD } from './frequent.ts';
import { keepLoading } from './keep-loading.ts';
import { ENGINE_FILE, MANIFEST_FILE, type Manifest, type ShelfPart } from './manifest.ts';
import { NORMALISER } from './normalise.ts';
import { unpack } from './packing.ts';
import type { PagefindModule } from './pagefind-api.ts';
import { type PartPlan, planPart } from './plan-query.ts';
import { type Query, SHORTEST_PART } from './query.ts';
import { rankHit } from './rank.ts';
import { SearchPart } from './search-part.ts';
import { findNearestWord } from './suggest.ts';
import type { SearchTable } from './table.ts';
import type { FetchWatch } from './watch-fetch.ts';

/** How far a search has come. */
export interface Progress {
  /** In no order. */
  matches: Match[];
  /** Years that are still searched, newest first. */
  pending: number[];
  /** Years that could not be loaded; their pages are missing. */
  failed: number[];
  /** Whether every match is known to hold all that was typed; else some may yet go. */
  isProven: boolean;
}

/** How many parts are searched at a time: enough to fill a slow line, few enough to have the newest first. */
const AT_A_TIME = 3;

/** Bytes that looking up a query may take. */
const BUDGET = 54 * 1024;

/** What a trigram costs of which the pages only are told, in the least that the engine loads. */
const COST_APART = 0.5;

/** What every part of a query may load, however many there are: fewer trigrams find too much. */
const LEAST_SHARE = 2;

/** So many doubtful pages are read to the last to have the number right. */
const MOST_READ = 60;

/** The search over all years, loaded piece by piece from `folder`, an address that ends in a slash. */
export class Search {
  #folder: string;
  #watch: FetchWatch;
  #manifest: Manifest;
  #engine: PagefindModule;
  #getCost: (trigram: string) => number;
  /** Trigrams of which some part knows the pages only. */
  #frequent: Set<string>;
  #parts = new Map<string, Promise<SearchPart>>();
  #records = new Map<string, Promise<SearchRecord>>();
  #words = new Map<string, Promise<string[]>>();

  private constructor(folder: string, watch: FetchWatch, manifest: Manifest, engine: PagefindModule) {
    this.#folder = folder;
    this.#watch = watch;
    this.#manifest = manifest;
    this.#engine = engine;
    this.#frequent = new Set(listFrequent(manifest.frequent));
    this.#getCost = readCosts(manifest.costs);
  }

  /** Times that the engine was asked for: a module that failed to load is not asked for again under the same address. */
  static #tries = 0;

  /** Loads what every search needs. Throws when it cannot be had or was made for another version of this page. */
  static async open(folder: string, watch: FetchWatch): Promise<Search> {
    const again = Search.#tries === 0 ? '' : `?${Search.#tries}`;
    Search.#tries += 1;
    const [manifest, engine] = await Promise.all([
      loadJson<Manifest>(`${folder}${MANIFEST_FILE}`),
      import(/* @vite-ignore */ `${folder}${ENGINE_FILE}${again}`) as Promise<PagefindModule>,
    ]);
    if (manifest.normaliser !== NORMALISER) throw new Error('the index was made by another normaliser');
    const search = new Search(folder, watch, manifest, engine);
    // The first part carries the engine's program for all.
    const [first] = manifest.parts;
    if (first !== undefined) await (await search.#getPart(first)).warmUp();
    return search;
  }

  /** All pages that hold every part of a query (all pages where it is empty), told anew after each index. */
  async *find({ parts }: Query): AsyncGenerator<Progress> {
    const long = parts.filter((part) => part.length >= SHORTEST_PART);
    const share = BUDGET / this.#manifest.least / Math.max(1, long.length);
    const apart = { has: (trigram: string) => this.#frequent.has(trigram), cost: COST_APART };
    const plans = long
      .map((part) => planPart(part, this.#getCost, Math.max(LEAST_SHARE, share), apart))
      .sort((a, b) => b.part.length - a.part.length);
    // Without their places several trigrams may stand anywhere on the page.
    const isPlaced = ({ terms }: PartPlan) => terms.length === 1 || !terms.some((term) => this.#frequent.has(term));
    const isProof = long.length === parts.length && plans.every((plan) => plan.isProof && isPlaced(plan));
    const found = new Map<string, Match[]>();
    const failed = new Set<number>();
    const queue = [...this.#manifest.parts];
    const running = new Map<ShelfPart, Promise<ShelfPart>>();
    const getPending = () => [...running.keys(), ...queue].flatMap(({ year }) => (year === undefined ? [] : [year]));
    const getMatches = () => [...found.values()].flat();
    while (queue.length > 0 || running.size > 0) {
      while (running.size < AT_A_TIME && queue.length > 0) {
        const part = queue.shift() as ShelfPart;
        running.set(
          part,
          this.#findIn(part, plans).then(
            (matches) => {
              found.set(part.name, matches);
              return part;
            },
            (error: unknown) => {
              console.error(error);
              failed.add(part.year ?? 0);
              return part;
            },
          ),
        );
      }
      running.delete(await Promise.race(running.values()));
      const pending = [...new Set(getPending())];
      if (pending.length > 0 || running.size > 0) {
        yield { matches: getMatches(), pending, failed: [...failed], isProven: isProof };
      }
    }
    yield this.prove({ matches: getMatches(), pending: [], failed: [...failed], isProven: isProof }, parts);
  }

  /** The same with its number right, where all has been searched and what is doubtful is few enough to be read. */
  async prove(progress: Progress, parts: readonly string[]): Promise<Progress> {
    const { matches, pending, isProven } = progress;
    if (isProven || pending.length > 0 || matches.length > MOST_READ) return progress;
    return { ...progress, matches: await this.keepTrue(matches, parts), isProven: true };
  }

  /** What is shown of a page. */
  getRecord(page: Page): Promise<SearchRecord> {
    return keepLoading(this.#records, page.key, () => loadPacked(`${this.#folder}${page.part}/text/${page.id}.bin`));
  }

  /** The known word that a part nothing was found for most likely meant. */
  async suggest(part: string): Promise<string | undefined> {
    const { words } = this.#manifest;
    return findNearestWord(part, await keepLoading(this.#words, words, () => loadPacked(`${this.#folder}${words}`)));
  }

  async #findIn(part: ShelfPart, plans: readonly PartPlan[]): Promise<Match[]> {
    const folder = this.#getFolder(part);
    try {
      const hits = await (await this.#getPart(part)).find(plans);
      if (this.#watch.take(folder)) throw new Error(`some of ${folder} could not be loaded`);
      const parts = plans.map((plan) => plan.part);
      return hits.map((hit) => ({ page: hit.page, rank: rankHit(hit, parts) }));
    } catch (error) {
      // The engine keeps what it failed to load as loaded: only a new one tries again.
      this.#watch.take(folder);
      this.#parts.delete(part.name);
      throw error;
    }
  }

  #getPart(part: ShelfPart): Promise<SearchPart> {
    return keepLoading(this.#parts, part.name, () => this.#openPart(part));
  }

  async #openPart(part: ShelfPart): Promise<SearchPart> {
    const folder = this.#getFolder(part);
    const table = await loadPacked<SearchTable>(`${folder}${part.table}`);
    if (table.normaliser !== NORMALISER) throw new Error(`${part.name} was indexed by another normaliser`);
    const pages = readTable(table, part);
    const engine = new Engine(this.#engine, folder, part.digest, pages);
    const { frequent } = part;
    if (frequent === undefined) return new SearchPart(pages, engine);
    const trigrams = readMask(frequent.mask, [...this.#frequent]);
    const shards = new Map<number, Promise<string[]>>();
    const find = async (trigram: string) => {
      const at = trigrams.indexOf(trigram);
      const shard = Math.floor(at / SHARD);
      const masks = await keepLoading(shards, shard, () => loadPacked(`${folder}${frequent.folder}/${shard}.bin`));
      return readMask(masks[at % SHARD] ?? '', pages);
    };
    return new SearchPart(pages, engine, { trigrams: new Set(trigrams), find });
  }

  #getFolder({ name }: ShelfPart): string {
    return `${this.#folder}${name}/`;
  }

  /** Of some matches those whose text holds all parts. */
  async keepTrue(matches: readonly Match[], parts: readonly string[]): Promise<Match[]> {
    const kept = await Promise.all(
      matches.map(async (match) => ((await this.holds(match.page, parts)) ? [match] : [])),
    );
    return kept.flat();
  }

  /** Whether a page's text holds all parts; true where it cannot be read, since then nothing speaks against it. */
  async holds(page: Page, parts: readonly string[]): Promise<boolean> {
    try {
      return holdsAll(await this.getRecord(page), parts);
    } catch (error) {
      console.error(error);
      return true;
    }
  }
}

async function load(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response;
}

async function loadJson<T>(address: string): Promise<T> {
  // Safe: the build writes the file in this shape.
  return (await (await load(address)).json()) as T;
}

async function loadPacked<T>(address: string): Promise<T> {
  return unpack<T>(await (await load(address)).arrayBuffer());
}
