import { getAddress } from '#domain/public-address.ts';
import { buildCatalogue, CATALOGUE_FILE } from './catalogue.ts';
import type { DataEdition } from './data-edition.ts';
import { buildDataPackage } from './data-package.ts';
import { buildReceiptSchema } from './receipt-schema.ts';
import { buildRowsSchema, buildTableSchema, getSchemaName } from './table-schema.ts';
import { TABLES } from './tables/tables.ts';

/** A file below /data/. */
export interface PublishedFile {
  name: string;
  contentType: string;
  write: () => string | Uint8Array<ArrayBuffer>;
}

/** Every file of the open data: the tables, and what describes them. */
export function listPublished(edition: DataEdition): PublishedFile[] {
  const { site, links, files } = edition;
  const tables = [...files.values()].map(({ name, mediaType, read }) => ({
    name,
    contentType: mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
    write: read,
  }));
  const schema = (id: string, build: (address: string | undefined) => object) => {
    const name = `schema/${id}.json`;
    return publishJson(name, () => build(getAddress(site.settings, links.dataFile(name))), 'application/schema+json');
  };
  return [
    ...tables,
    publishJson('datapackage.json', () => buildDataPackage(edition)),
    publishJson(CATALOGUE_FILE, () => buildCatalogue(edition), 'application/ld+json'),
    ...TABLES.map((table) => publishJson(getSchemaName(table.id), () => buildTableSchema(table))),
    ...TABLES.map((table) => schema(table.id, (address) => buildRowsSchema(table, address))),
    schema('receipt', buildReceiptSchema),
  ];
}

function publishJson(name: string, build: () => object, contentType = 'application/json'): PublishedFile {
  return { name, contentType, write: () => `${JSON.stringify(build(), null, 2)}\n` };
}
