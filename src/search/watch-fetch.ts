/** Failures of loading since they were last taken, by the address that was asked for. */
export interface FetchWatch {
  /** Whether anything below an address could not be had; forgets it. */
  take(address: string): boolean;
}

/**
 * Pagefind logs a file that it could not load and goes on without it, so that results would be missing in silence.
 * On the page of the search all loading is watched, so that such a search is known to have failed.
 */
export function watchFetch(target: { fetch: typeof fetch }): FetchWatch {
  const failed = new Set<string>();
  const load = target.fetch.bind(target);
  target.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    try {
      const response = await load(input, init);
      if (!response.ok) failed.add(address);
      return response;
    } catch (error) {
      failed.add(address);
      throw error;
    }
  };
  return {
    take(address) {
      const own = [...failed].filter((known) => known.includes(address));
      for (const known of own) failed.delete(known);
      return own.length > 0;
    },
  };
}
