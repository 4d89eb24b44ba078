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

type PublishedText = Omit<PublishedFile, 'write'> & { write: () => string };

/** Every file of the open data: the tables, and what describes them. */
export function listPublished(edition: DataEdition): PublishedFile[] {
  const tables = [...edition.files.values()].map(({ name, mediaType, isPacked, read }) => {
    const plain = mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;
    return { name, contentType: isPacked ? 'application/gzip' : plain, write: read };
  });
  return [...tables, ...listDocuments(edition)];
}

/** What describes the tables: made from names, sizes and hashes of their files, and from the site's settings. */
export function listDocuments(edition: DataEdition): PublishedText[] {
  const { site, links } = edition;
  const schema = (id: string, build: (address: string | undefined) => object) => {
    const name = `schema/${id}.json`;
    return publishJson(name, () => build(getAddress(site.settings, links.dataFile(name))), 'application/schema+json');
  };
  return [
    publishJson('datapackage.json', () => buildDataPackage(edition)),
    publishJson(CATALOGUE_FILE, () => buildCatalogue(edition), 'application/ld+json'),
    ...TABLES.map((table) => publishJson(getSchemaName(table.id), () => buildTableSchema(table))),
    ...TABLES.map((table) => schema(table.id, (address) => buildRowsSchema(table, address))),
    schema('receipt', buildReceiptSchema),
  ];
}

function publishJson(name: string, build: () => object, contentType = 'application/json'): PublishedText {
  return { name, contentType, write: () => `${JSON.stringify(build(), null, 2)}\n` };
}
