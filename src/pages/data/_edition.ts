import { keepBytes } from '#data/keep-bytes.ts';
import { packDatabase } from '#data/pack-database.ts';
import { getSite } from '#data/site.ts';
import { type DataEdition, getEdition } from '#exports/data-edition.ts';
import { getPage } from '#layouts/page.ts';

/** The open data of the site; addresses in it are those of the main language. */
export function getDataEdition(): DataEdition {
  return getEdition(getSite(), getPage(undefined, '').context.links, { pack: packDatabase, keep: keepBytes });
}
