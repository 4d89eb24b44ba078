import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readBytes, readInto, writePiece } from '#data/keep-bytes.ts';
import { packDatabase } from '#data/pack-database.ts';
import type { DataStore } from '#exports/data-store.ts';
import type { OutputKeeper } from './output-keeper.ts';

/** A store of pieces of the open data that takes over what the last build made, as far as `keeper` knows of it. */
export function createPieceStore(keeper: OutputKeeper): DataStore {
  mkdirSync(keeper.folder, { recursive: true });
  return {
    keepPiece: (name, make, of = '') => {
      const path = join(keeper.folder, name);
      const [known] = keeper.keep(name, of)?.files ?? [];
      if (known !== undefined) return { path, bytes: known.bytes, sha256: known.digest };
      // It may be a published file under another name, which stays as it is until the whole is made.
      rmSync(path, { force: true });
      const { value, reads } = keeper.collect(() => writePiece(path, make()));
      const modified = statSync(path).mtimeMs;
      keeper.record(name, reads, [{ path: name, digest: value.sha256, bytes: value.bytes, modified }], of);
      return value;
    },
    readBytes,
    readInto,
    packDatabase,
  };
}
