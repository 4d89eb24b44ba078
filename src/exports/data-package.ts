import { getAddress } from '#domain/public-address.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import { getTableText } from '#strings/column-text.ts';
import { createTranslate } from '#strings/translate.ts';
import type { DataEdition, DataFile } from './data-edition.ts';
import { namePublisher } from './data-page.ts';
import { buildTableSchema, getSchemaName } from './table-schema.ts';
import type { Table } from './tables/table.ts';
import { TABLES } from './tables/tables.ts';

/** Both generations of the standard read it: version 2 by `$schema` and `type`, version 1 by `profile`. */
const PROFILE = 'https://datapackage.org/profiles/2.0/datapackage.json';

/** How `formatCsv` writes; the byte order mark is part of no standard's dialect. */
const DIALECT = {
  delimiter: ',',
  lineTerminator: '\r\n',
  quoteChar: '"',
  doubleQuote: true,
  skipInitialSpace: false,
  header: true,
  byteOrderMark: true,
};

/** The Frictionless Data Package of all tables; paths in it are relative to it, so a copy of the folder keeps working. */
export function buildDataPackage({ site, links, files }: DataEdition): object {
  const { settings, today, years } = site;
  const [thai, english] = [createTranslate('th'), createTranslate('en')];
  const homepage = getAddress(settings, links.openData);
  const span = { first: years.at(-1) ?? '–', last: years[0] ?? '–' };
  return {
    $schema: PROFILE,
    profile: 'data-package',
    name: 'chiwat',
    ...(homepage && { id: homepage, homepage }),
    title: thai('data.package', { name: settings.name }),
    titleEn: english('data.package', { name: settings.nameEn }),
    description: thai('data.about', { organisation: settings.organisation, ...span }),
    descriptionEn: english('data.about', { organisation: settings.organisationEn, ...span }),
    // The day that statuses hold for: the same record on another day is another edition.
    version: today,
    ...describeRights(site),
    resources: [...files.values()].map((file) => buildResource(file)),
  };
}

/** Licence, sources and the publisher, which is an organisation and never a person. */
function describeRights(site: ScoredSite): object {
  const { organisation, organisationEn, licence } = site.settings;
  const publisher = namePublisher(site, 'th');
  return {
    ...(licence && {
      licenses: [{ ...(licence.id && { name: licence.id }), path: licence.url, title: licence.name }],
    }),
    sources: [{ title: organisation, titleEn: organisationEn }],
    contributors: [{ title: publisher.name, roles: ['publisher'], role: 'publisher' }],
  };
}

function buildResource(file: DataFile): object {
  const { name, form, year, mediaType, bytes, sha256, isPacked } = file;
  const table = TABLES.find(({ id }) => id === file.table);
  const base = {
    name: getResourceName(file),
    path: name,
    ...(table && describeTable(table, file)),
    format: form === 'worded' ? 'csv' : form === 'database' ? 'sqlite' : form,
    mediatype: mediaType,
    // Readers of the standard unpack by it; size and hash are those of the file as it stands.
    ...(isPacked && { compression: 'gz' }),
    bytes,
    hash: `sha256:${sha256}`,
    ...(form !== 'database' && { encoding: 'utf-8' }),
  };
  if (form === 'worded') return { ...base, dialect: DIALECT };
  if (form !== 'csv' || table === undefined) return base;
  // A year's file has the schema of all years; written out once is enough.
  const schema = year === undefined ? buildTableSchema(table) : getSchemaName(table.id);
  return { ...base, profile: 'tabular-data-resource', type: 'table', dialect: DIALECT, schema };
}

function describeTable({ id }: Table, { year, form }: DataFile): object {
  const [thai, english] = [getTableText(id, 'th'), getTableText(id, 'en')];
  const suffix = year === undefined ? '' : ` ${year}`;
  const isWorded = form === 'worded';
  return {
    title: `${thai.title}${suffix}`,
    titleEn: `${english.title}${suffix}`,
    description: isWorded ? createTranslate('th')('data.worded') : thai.about,
    descriptionEn: isWorded ? createTranslate('en')('data.worded') : english.about,
  };
}

/** 2567, 2567-json, agencies-th, database. */
function getResourceName({ name, form }: DataFile): string {
  if (form === 'database') return form;
  const stem = name.slice(0, name.indexOf('.'));
  return form === 'csv' ? stem : `${stem}-${form === 'worded' ? 'th' : form}`;
}
