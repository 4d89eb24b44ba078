import { getShortId } from './engine-id.ts';
import type { Page } from './filter.ts';
import type { PagefindInstance, PagefindModule } from './pagefind-api.ts';
import { readIds, type SearchIds } from './table.ts';

/** Pages with the places where words stand on them, in rising order. */
export type Places = Map<Page, number[]>;

/** One index of the engine, and the pages that it names. */
export class Engine {
  #instance: PagefindInstance;
  #byId: Map<string, Page>;
  #idLength: number;

  /** `digest` changes with what is in the folder. */
  constructor(module: PagefindModule, folder: string, digest: string, pages: readonly Page[], ids: SearchIds) {
    this.#instance = module.createInstance({ basePath: folder, noWorker: true, metaCacheTag: digest });
    const names = readIds(ids);
    this.#byId = new Map(pages.map((page, row) => [names[row] ?? '', page]));
    this.#idLength = ids.idLength;
  }

  /**
   * Pages that hold all words, with the places of all together. A word stands for all that begin with it and are
   * loaded; one that the index lacks is passed over when others are with it.
   */
  async ask(words: readonly string[], preload: readonly string[] = []): Promise<Places> {
    if (preload.length > 0) await this.#instance.preload(preload.join(' '));
    const response = await this.#instance.search(words.join(' '));
    return new Map(
      (response?.results ?? []).map(({ id, words: places }) => {
        const page = this.#byId.get(getShortId(id).slice(0, this.#idLength));
        if (page === undefined) throw new Error(`the engine found ${id}, which is in no table`);
        return [page, places];
      }),
    );
  }
}
