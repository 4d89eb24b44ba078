import type { ScoredSite } from './scored-site.ts';

/**
 * Makes something out of a site once and keeps it as long as the site: the groups of a list, the tree of a plan; with a
 * key one for each key. Whoever asks has read all that it was made from, whether it was made for him or before.
 */
export function keepBySite<T, K extends string | undefined = undefined>(
  make: (site: ScoredSite, key: K) => T,
): (site: ScoredSite, ...key: K extends undefined ? [] : [key: K]) => T {
  const known = new WeakMap<ScoredSite, Map<string, { value: T; reads: ReadonlySet<string> }>>();
  return (site, ...[key]) => {
    const own = known.get(site) ?? new Map<string, { value: T; reads: ReadonlySet<string> }>();
    known.set(site, own);
    const kept = own.get(key ?? '');
    if (kept !== undefined) {
      site.reads?.noteAll(kept.reads);
      return kept.value;
    }
    // Safe: without a key K is undefined, and so is the key.
    const work = () => make(site, key as K);
    const made = site.reads?.collect(work) ?? { value: work(), reads: new Set<string>() };
    own.set(key ?? '', made);
    return made.value;
  };
}
