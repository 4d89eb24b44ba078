import type { ScoredSite } from '#domain/scored-site.ts';
import { buildEdition, type DataEdition } from './data-edition.ts';
import type { DataLinks } from './data-links.ts';
import type { DataStore, Piece } from './data-store.ts';
import { listDocuments } from './published-data.ts';

/**
 * Writes the whole open data: `publish` puts a piece, or the text of what describes the tables, under its name below /data/.
 */
export function writeEdition(
  site: ScoredSite,
  links: DataLinks,
  { publish, ...store }: DataStore & { publish: (name: string, content: Piece | string) => void },
): DataEdition {
  const edition = buildEdition(site, links, store);
  for (const file of edition.files.values()) publish(file.name, file);
  for (const { name, write } of listDocuments(edition)) publish(name, write());
  return edition;
}
