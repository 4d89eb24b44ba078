/** What of Pagefind's browser side is used; its package describes only the side of the build. */
export interface PagefindModule {
  createInstance(options: { basePath: string; noWorker: boolean; metaCacheTag: string }): PagefindInstance;
}

export interface PagefindInstance {
  search(terms: string): Promise<PagefindResponse | null>;
  preload(terms: string): Promise<void>;
}

export interface PagefindResponse {
  /** `words`: the places of all words that were asked for, in rising order. */
  results: { id: string; words: number[] }[];
}
