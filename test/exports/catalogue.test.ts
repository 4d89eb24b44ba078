import { toRDF } from 'jsonld';
import { describe, expect, test } from 'vitest';
import { buildSite } from '../support/build-site.ts';
import { LICENCE, makeEdition, makeSample, readPublished } from '../support/data-edition.ts';

const DATA = 'https://kpi.example.org/data';
const DCAT = 'http://www.w3.org/ns/dcat#';
const DCT = 'http://purl.org/dc/terms/';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

interface Term {
  value: string;
  datatype?: { value: string };
  language?: string;
}
type Triple = { subject: Term; predicate: Term; object: Term };

/** The triples of a catalogue; what it would fetch from the network fails. */
async function readTriples(text: string): Promise<Triple[]> {
  const documentLoader = () => Promise.reject(new Error('nothing is fetched'));
  // Safe: without a format the library gives quads as objects.
  return (await toRDF(JSON.parse(text), {
    base: 'https://mirror.example.net/data/catalog.jsonld',
    documentLoader,
  })) as Triple[];
}

const sample = makeSample();
const triples = await readTriples(readPublished(sample, 'catalog.jsonld'));

function list(subject: string, predicate: string, all = triples): Term[] {
  return all
    .filter((triple) => triple.subject.value === subject && triple.predicate.value === predicate)
    .map(({ object }) => object);
}

const values = (subject: string, predicate: string) => list(subject, predicate).map(({ value }) => value);

describe('the DCAT catalogue', () => {
  test('lists a data set for all years, for each year, and for each table without years', () => {
    const ids = ['all', '2567', '2566', 'agencies', 'plan', 'corrections', 'changes'];
    expect(values(`${DATA}/`, `${DCAT}dataset`)).toEqual(ids.map((id) => `${DATA}/catalog.jsonld#${id}`));
    expect(values(`${DATA}/`, TYPE)).toEqual([`${DCAT}Catalog`]);
    for (const id of ids) expect(values(`${DATA}/catalog.jsonld#${id}`, TYPE)).toEqual([`${DCAT}Dataset`]);
  });

  test('words titles and descriptions in both languages', () => {
    for (const predicate of [`${DCT}title`, `${DCT}description`]) {
      const texts = list(`${DATA}/catalog.jsonld#2567`, predicate);
      expect(texts.map(({ language }) => language)).toEqual(['th', 'en']);
      expect(texts[1]?.value).toContain('Than Thong');
    }
  });

  test('says which days a year covers', () => {
    const [span = ''] = values(`${DATA}/catalog.jsonld#2567`, `${DCT}temporal`);
    expect(list(span, `${DCAT}startDate`)).toMatchObject([
      { value: '2023-10-01', datatype: { value: 'http://www.w3.org/2001/XMLSchema#date' } },
    ]);
    expect(values(span, `${DCAT}endDate`)).toEqual(['2024-09-30']);
  });

  test('tells size, type, checksum and licence of each file', () => {
    const file = sample.files.get('2567.csv');
    const [checksum = ''] = values(`${DATA}/2567.csv`, 'http://spdx.org/rdf/terms#checksum');
    expect(values(`${DATA}/2567.csv`, `${DCAT}byteSize`)).toEqual([String(file?.bytes)]);
    expect(values(`${DATA}/2567.csv`, `${DCAT}mediaType`)).toEqual([
      'https://www.iana.org/assignments/media-types/text/csv',
    ]);
    expect(values(checksum, 'http://spdx.org/rdf/terms#checksumValue')).toEqual([file?.sha256]);
    expect(values(`${DATA}/2567.csv`, `${DCT}license`)).toEqual([LICENCE.url]);
    const files = triples
      .filter(({ predicate }) => predicate.value === `${DCAT}distribution`)
      .map(({ object }) => object.value);
    expect(files.sort()).toEqual([...sample.files.keys()].map((name) => `${DATA}/${name}`).sort());
  });

  test('without a public address is told by where it is read, and states no licence that is not stated', async () => {
    const bare = makeEdition(buildSite({ items: { '2567/works/bridge': {} } }));
    const all = await readTriples(readPublished(bare, 'catalog.jsonld'));
    const data = 'https://mirror.example.net/data';
    expect(list(`${data}/2567.csv`, `${DCAT}downloadURL`, all)).toMatchObject([{ value: `${data}/2567.csv` }]);
    expect(all.filter(({ predicate }) => predicate.value === `${DCT}license`)).toEqual([]);
  });
});
