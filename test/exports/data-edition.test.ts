import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { traceSite } from '#data/traced-site.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import { buildEdition, type DataEdition } from '#exports/data-edition.ts';
import { LARGEST } from '#exports/data-file.ts';
import type { DataStore, Piece } from '#exports/data-store.ts';
import { listPublished } from '#exports/published-data.ts';
import { writeEdition } from '#exports/write-edition.ts';
import { createTranslate } from '#strings/translate.ts';
import { buildSite, thai } from '../support/build-site.ts';
import { makeEdition, makeSample, PARTS, STORE } from '../support/data-edition.ts';

const sample = makeSample();

/** Keeps pieces from one edition to the next as a build does: by what was read, and by what else they are made from. */
function createKeeper() {
  const known = new Map<string, { piece: Piece; of: string | undefined; read: [string, string][] }>();
  return (site: ScoredSite, version: Record<string, string> = {}): { edition: DataEdition; made: string[] } => {
    const traced = traceSite(site, (file) => version[file] ?? 'first');
    const made: string[] = [];
    const keepPiece: DataStore['keepPiece'] = (name, make, of) => {
      const before = known.get(name);
      const isSame = before?.read.every(([part, digest]) => traced.getDigest(part) === digest);
      if (before !== undefined && isSame && before.of === of) return before.piece;
      made.push(name);
      const { value: piece, reads } = traced.reads.collect(() => STORE.keepPiece(name, make));
      known.set(name, { piece, of, read: [...reads].map((part) => [part, traced.getDigest(part)]) });
      return piece;
    };
    return { edition: buildEdition(traced, thai.links, { ...STORE, keepPiece }, 2000), made };
  };
}

function listHashes({ files }: DataEdition): string[] {
  return [...files.values()].map(({ name, bytes, sha256 }) => `${name} ${bytes} ${sha256}`);
}

describe('an edition that goes on from the one before', () => {
  const report = '2567/works/bridge';
  const changed = buildSite({
    ...PARTS,
    items: { ...PARTS.items, [report]: { ...PARTS.items?.[report], reports: { 1: 7.25 } } },
  });
  const build = createKeeper();
  const first = build(sample.site);
  const again = build(sample.site);
  const second = build(changed, { [`reports/${report}/q1.mdx`]: 'second' });

  test('makes nothing where nothing changed', () => {
    expect(first.made).toContain('2566-reports.csv');
    expect(again.made).toEqual([]);
    expect(listHashes(again.edition)).toEqual(listHashes(first.edition));
  });

  test('lists and packs no other year’s rows after a change', () => {
    expect(second.made).toEqual(
      expect.arrayContaining(['2567.json', '2567-reports.sqlite', '2567-reports.csv.deflate']),
    );
    expect(second.made.filter((name) => name.startsWith('2566'))).toEqual([]);
  });

  test('comes to the same bytes as one that is made from the beginning', () => {
    expect(listHashes(second.edition)).toEqual(listHashes(makeEdition(changed, 2000)));
    expect(listHashes(second.edition)).not.toEqual(listHashes(first.edition));
  });

  test('takes nothing for rows that does not begin as a file of them does', () => {
    const other = STORE.keepPiece('x', () => [Buffer.alloc(3000, '0')]);
    const keepPiece: DataStore['keepPiece'] = (name, make, of) =>
      name === '2566-reports.csv' ? other : STORE.keepPiece(name, make, of);
    expect(() => buildEdition(sample.site, thai.links, { ...STORE, keepPiece }, 2000)).toThrow('2566-reports.csv');
  });
});

describe('a file that is too large', () => {
  const packed = makeEdition(sample.site, 2000);

  test('is published packed, and unpacks to what it is where it is not', () => {
    const names = [...packed.files.keys()].filter((name) => name.endsWith('.gz'));
    expect(names).toEqual(expect.arrayContaining(['all.csv.gz', 'all-reports.json.gz', '2567-reports.th.csv.gz']));
    for (const name of names) {
      const plain = sample.files.get(name.slice(0, -'.gz'.length))?.read();
      expect([name, gunzipSync(packed.files.get(name)?.read() ?? '').equals(plain ?? Buffer.alloc(0))]).toEqual([
        name,
        true,
      ]);
    }
  });

  test('stands for the plain one, of which there is none then', () => {
    expect(packed.files.has('all.csv')).toBe(false);
    expect(packed.files.size).toBe(sample.files.size);
    for (const { bytes, isPacked, form } of packed.files.values()) {
      if (!isPacked && form !== 'database') expect(bytes).toBeLessThanOrEqual(2000);
    }
  });

  test('is described as packed, under the same name, with its own size and hash', () => {
    const read = (name: string) => {
      return JSON.parse(
        String(
          listPublished(packed)
            .find((file) => file.name === name)
            ?.write(),
        ),
      );
    };
    const file = packed.files.get('all.csv.gz');
    expect(read('datapackage.json').resources).toContainEqual(
      expect.objectContaining({
        name: 'all',
        path: 'all.csv.gz',
        format: 'csv',
        mediatype: 'text/csv',
        compression: 'gz',
        bytes: file?.bytes,
        hash: `sha256:${file?.sha256}`,
      }),
    );
    expect(JSON.stringify(read('catalog.jsonld'))).toContain('"dcat:compressFormat"');
    expect(listPublished(packed).find(({ name }) => name === 'all.csv.gz')?.contentType).toBe('application/gzip');
  });

  test('is larger than the page says', () => {
    for (const language of ['th', 'en'] as const) {
      expect(createTranslate(language)('data.reading-large')).toContain(`${LARGEST / 1024 / 1024} MB`);
    }
  });
});

describe('an edition that is written', () => {
  test('is every file that is published, whole, and what describes them', () => {
    const written = new Map<string, string>();
    const publish = (name: string, content: Piece | string) => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : readFileSync(content.path);
      written.set(name, createHash('sha256').update(bytes).digest('hex'));
    };
    writeEdition(sample.site, thai.links, { ...STORE, publish });
    const published = listPublished(sample).map(({ name, write }) => {
      return [name, createHash('sha256').update(write()).digest('hex')] as const;
    });
    expect(written).toEqual(new Map(published));
  });
});
