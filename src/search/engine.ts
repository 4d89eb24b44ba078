import { getShortId } from './engine-id.ts';
import type { Page } from './filter.ts';
import type { PagefindInstance, PagefindModule } from './pagefind-api.ts';

/** Pages with the places where words stand on them, in rising order. */
export type Places = Map<Page, number[]>;

/** Answers that are kept: people go back, and add to what they typed. */
const KEPT = 100;

/** One index of the engine, and the pages that it names. */
export class Engine {
  #answers = new Map<string, Promise<Places>>();
  #instance: PagefindInstance;
  #byId: Map<string, Page>;
  #idLength: number;

  /** `digest` changes with what is in the folder. */
  constructor(module: PagefindModule, folder: string, digest: string, pages: readonly Page[]) {
    this.#instance = module.createInstance({ basePath: folder, noWorker: true, metaCacheTag: digest });
    this.#byId = new Map(pages.map((page) => [page.id, page]));
    this.#idLength = Math.max(...pages.map(({ id }) => id.length));
  }

  /**
   * Pages that hold all words, with the places of all together. A word stands for all that begin with it and are
   * loaded; one that the index lacks is passed over when others are with it.
   */
  ask(words: readonly string[], preload: readonly string[] = []): Promise<Places> {
    const key = words.join(' ');
    const answer = this.#answers.get(key) ?? this.#ask(key, preload);
    // The one that was asked for last is the last to go.
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > KEPT && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }

  async #ask(words: string, preload: readonly string[]): Promise<Places> {
    if (preload.length > 0) await this.#instance.preload(preload.join(' '));
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
