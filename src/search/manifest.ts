/** An index of its own: a shelf, or part of one that is too large for one. */
export interface ShelfPart {
  /** Its folder. */
  name: string;
  year?: number;
  pages: number;
  /** Changes with what is in it: addresses that carry it may be kept. */
  digest: string;
  /** File name of its table. */
  table: string;
  /** Present where the engine is not asked for frequent trigrams. */
  frequent?: {
    /** Which of the manifest's trigrams. */
    mask: string;
    /** The folder that tells which pages hold them. */
    folder: string;
  };
}

/** The first thing that is loaded: what indexes there are, and which trigrams are dear. */
export interface Manifest {
  normaliser: number;
  /** The pages of no year first, then years from the newest. */
  parts: ShelfPart[];
  /** For each power of two from the first on, the trigrams whose places cost that many times the least that is loaded. */
  costs: string[];
  /** Bytes that looking up a trigram takes at least, over all parts. */
  least: number;
  /** Trigrams that are frequent in some part, five letters each. */
  frequent: string;
  /** Words that a misspelt one may have meant; loaded only then. */
  words: string;
}

export const MANIFEST_FILE = 'manifest.json';
export const ENGINE_FILE = 'pagefind.js';
