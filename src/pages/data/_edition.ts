import { keepPiece, readBytes, readInto } from '#data/keep-bytes.ts';
import { packDatabase } from '#data/pack-database.ts';
import { getSite } from '#data/site.ts';
import { type DataEdition, getEdition } from '#exports/data-edition.ts';
import { getPage } from '#layouts/page.ts';
import { DATA_READ, findKeptEdition } from '../../build/kept-edition.ts';

/** The open data of the site; addresses in it are those of the main language. */
export function getDataEdition(): DataEdition {
  const site = getSite();
  site.reads.note(DATA_READ);
  const { links } = getPage(undefined, '').context;
  return findKeptEdition() ?? getEdition(site, links, { keepPiece, readBytes, readInto, packDatabase });
}
