import type { DataPart } from './data-parts.ts';
import type { Bytes, DataStore, Piece } from './data-store.ts';
import { joinPacked, type PackedRun, packRows } from './packed-rows.ts';
import type { TableFrame } from './tables/table-file.ts';

/** A part as it was made, or taken over from the build before. */
export interface KeptPart {
  part: DataPart;
  piece: Piece;
}

/** A larger file is published packed: what several hosts refuse, and what a spreadsheet opens slowly. */
export const LARGEST = 25 * 1024 * 1024;

/** What follows the name of a packed file. */
export const PACKED_ENDING = '.gz';

/** A file as it is published, or what a file is made of. */
export interface JoinedFile {
  name: string;
  piece: Piece;
  isPacked: boolean;
}

/** What files are put together with. */
export interface Joining {
  store: DataStore;
  /** Bytes. */
  largest: number;
  memory: Memory;
}

/**
 * Puts a file together from parts, without listing or writing their rows again: packed where it is larger than `largest`.
 * A part that is the file by itself is not copied.
 */
export function joinFile(name: string, frame: TableFrame, kept: readonly KeptPart[], joining: Joining): JoinedFile {
  const { store, largest } = joining;
  const filled = kept.filter((one) => countRows(one) > 0);
  const runs = [
    { text: frame.head },
    ...filled.flatMap((one, index) => (index === 0 ? [one] : [{ text: frame.between }, one])),
    { text: frame.foot },
  ].filter((run) => !('text' in run) || run.text !== '');
  const bytes = runs.reduce((sum, run) => sum + countBytes(run), 0);
  const of = runs.map((run) => ('text' in run ? run.text : run.piece.sha256)).join('\0');
  if (bytes > largest) {
    const packed = runs.map((run) => pack(run, joining));
    const piece = store.keepPiece(name + PACKED_ENDING, () => joinPacked(packed), of);
    return { name: name + PACKED_ENDING, piece, isPacked: true };
  }
  const [only] = kept;
  if (only?.part.name === name) return { name, piece: only.piece, isPacked: false };
  return { name, piece: store.keepPiece(name, () => readRuns(runs, store), of), isPacked: false };
}

type Run = { text: string } | KeptPart;

function countBytes(run: Run): number {
  return 'text' in run ? Buffer.byteLength(run.text) : countRows(run);
}

/** Bytes of a part's rows alone. */
function countRows({ part, piece }: KeptPart): number {
  return piece.bytes - Buffer.byteLength(part.frame.head) - Buffer.byteLength(part.frame.foot);
}

/** A run as it stands in a packed file; of a part it is kept, so that only years that changed are packed again. */
function pack(run: Run, { store, memory }: Joining): PackedRun {
  const length = countBytes(run);
  if ('text' in run) return { read: () => packRows(Buffer.from(run.text)), length };
  const make = () => {
    const rows = memory.take(length);
    checkHead(run, store);
    store.readInto(run.piece.path, Buffer.byteLength(run.part.frame.head), rows);
    return [packRows(rows)];
  };
  const { path, bytes } = store.keepPiece(`${run.part.name}.deflate`, make, run.piece.sha256);
  const read = () => {
    const packed = Buffer.alloc(bytes);
    store.readInto(path, 0, packed);
    return packed;
  };
  return { read, length };
}

/** Room for the rows of one year, used again for the next: what is taken anew and let go has all memory looked through for it. */
export class Memory {
  #bytes: Bytes = Buffer.alloc(0);

  take(length: number): Bytes {
    if (this.#bytes.byteLength < length) this.#bytes = Buffer.allocUnsafe(length);
    return this.#bytes.subarray(0, length);
  }
}

function* readRuns(runs: readonly Run[], store: DataStore): Iterable<Bytes> {
  for (const run of runs) {
    if ('text' in run) yield Buffer.from(run.text);
    else yield* readRows(run, store);
  }
}

function readRows(kept: KeptPart, store: DataStore): Iterable<Bytes> {
  const { part, piece } = kept;
  checkHead(kept, store);
  const from = Buffer.byteLength(part.frame.head);
  return store.readBytes(piece.path, from, piece.bytes - Buffer.byteLength(part.frame.foot));
}

/** Throws where a part begins with anything but its head: then it is not what it is taken for. */
function checkHead({ part, piece }: KeptPart, { readInto }: DataStore): void {
  const head = Buffer.from(part.frame.head);
  const found = Buffer.alloc(head.length);
  readInto(piece.path, 0, found);
  if (!found.equals(head)) throw new Error(`${part.name} does not begin as it was made`);
}
