import type { SqlStep } from './database.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes on disk. */
export interface Piece {
  path: string;
  bytes: number;
  sha256: string;
}

/** What needs a disk. */
export interface DataStore {
  /**
   * Writes what `make` gives, each part before it asks for the next, or takes over what was written under the same name before. It may do so where nothing that
   * `make` read of the site has changed since, and `of` is what it was: the content of all other pieces that it is made from.
   */
  keepPiece: (name: string, make: () => Iterable<Bytes>, of?: string) => Piece;
  /** What a file holds between two offsets, some at a time: emptied when the next is asked for, so that memory stays small. */
  readBytes: (path: string, from: number, until: number) => Iterable<Bytes>;
  /** Fills bytes with what a file holds from an offset on. */
  readInto: (path: string, from: number, into: Bytes) => void;
  /** Makes a database by steps and gives its bytes, likewise some at a time. */
  packDatabase: (steps: readonly SqlStep[]) => Iterable<Bytes>;
}
