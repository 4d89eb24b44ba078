import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listDataParts } from '#exports/data-parts.ts';
import type { Piece } from '#exports/data-store.ts';
import { writeEdition } from '#exports/write-edition.ts';
import { getContext } from '#views/context.ts';
import { DATA_READ, setKeptEdition } from './kept-edition.ts';
import type { OutputKeeper } from './output-keeper.ts';
import { createPieceStore } from './piece-store.ts';
import type { SiteBuild } from './site-build.ts';

/** Makes the open data, before the pages: one of them tells of it. Of a part of the site only what is of its years. */
export function makeData({ site, keeper, pieces, base, years }: SiteBuild): void {
  const [main = 'th'] = site.settings.languages;
  const { links } = getContext(main, main, base);
  const store = createPieceStore(pieces);
  if (years !== undefined) {
    const parts = listDataParts(site, links, store).filter(({ year }) => year !== undefined && years.has(year));
    for (const { name, make } of parts) store.keepPiece(name, make);
    site.setDigest(DATA_READ, '');
    return;
  }
  const hash = createHash('sha256');
  const publish = (name: string, content: Piece | string) => {
    const path = `data/${name}`;
    if (typeof content === 'string') keeper.add(path, new Set(), [{ path, body: content }]);
    else publishPiece(keeper, path, content);
    hash.update(`${name} ${typeof content === 'string' ? content : content.sha256}\n`);
  };
  setKeptEdition(writeEdition(site, links, { ...store, publish }));
  site.setDigest(DATA_READ, hash.digest('base64url'));
}

/** The same file under another name, where the disk can do that. */
function publishPiece(keeper: OutputKeeper, path: string, piece: Piece): void {
  if (keeper.keep(path, piece.sha256) !== undefined) return;
  const file = join(keeper.folder, path);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  try {
    linkSync(piece.path, file);
  } catch {
    copyFileSync(piece.path, file);
  }
  const { mtimeMs: modified } = statSync(file);
  keeper.record(path, new Set(), [{ path, digest: piece.sha256, bytes: piece.bytes, modified }], piece.sha256);
}
