import { describe, expect, test } from 'vitest';
import type { DataEdition } from '#exports/data-edition.ts';
import { listPublished } from '#exports/published-data.ts';
import { TABLES } from '#exports/tables/tables.ts';
import { getDataView } from '#views/data-view.ts';
import { buildSite, english, thai } from '../support/build-site.ts';
import { makeEdition, makeSample } from '../support/data-edition.ts';

const sample = makeSample();
const bare = makeEdition(buildSite({ items: { '2567/works/bridge': {} } }));
const view = (edition: DataEdition, context = thai) => getDataView(edition, TABLES, context);

describe('the page about the open data', () => {
  test('offers first a file for spreadsheets, then those for programs and for study, each with its size', () => {
    const picks = view(sample).picks.map(({ files }) => files.map(({ name, size }) => [name, size]));
    expect(picks.map((files) => files.map(([name]) => name))).toEqual([
      ['all.th.csv', 'all-reports.th.csv'],
      ['all.csv', 'all.json', 'all-reports.csv', 'all-reports.json'],
      ['chiwat.sqlite'],
    ]);
    for (const [, size] of picks.flat()) expect(size).toMatch(/^\d[\d,.]* [KM]B$/);
  });

  test('offers, where all years are too large for a spreadsheet, the newest year instead, and names files as they are', () => {
    const packed = makeEdition(sample.site, 2000);
    const { picks, api } = view(
      {
        ...packed,
        files: new Map(
          [...packed.files]
            .filter(([name]) => !/^2567.*gz/.test(name))
            .concat([...sample.files].filter(([name]) => name.startsWith('2567'))),
        ),
      },
      english,
    );
    expect(picks[0]?.files.map(({ name }) => name)).toEqual(['2567.th.csv', '2567-reports.th.csv']);
    expect(picks[0]?.text).toContain('latest year');
    expect(picks[1]?.files[0]).toMatchObject({ name: 'all.csv.gz', label: 'Indicators, CSV, compressed' });
    const code = api.examples.map((example) => example.code).join('\n');
    expect(code).toContain('pd.read_csv("https://kpi.example.org/data/all-reports.csv.gz")');
    expect(code).toContain('read_csv("https://kpi.example.org/data/all.csv.gz"');
    expect(
      view(packed)
        .api.examples.map((example) => example.code)
        .join('\n'),
    ).toContain('DecompressionStream');
  });

  test('leads to every table of every year, newest first, and to nothing that is not published', () => {
    const { years, tables } = view(sample, english);
    expect(years.map(({ label }) => label)).toEqual(['2567 (2023/24)', '2566 (2022/23)', 'All years']);
    const offered = [...years, ...tables].flatMap(({ groups }) => groups.flatMap(({ files }) => files));
    const published = listPublished(sample).map(({ name }) => `/data/${name}`);
    expect(offered.map(({ href }) => href).filter((href) => !published.includes(href))).toEqual([]);
    expect(offered).toHaveLength(sample.files.size - 1);
  });

  test('says sizes as people do: whole kilobytes rounded up, megabytes with a decimal', () => {
    const grow = (bytes: number) => {
      const files = new Map([...sample.files].map(([name, file]) => [name, { ...file, bytes }]));
      return view({ ...sample, files }, english).picks[0]?.files[0]?.size;
    };
    expect([1, 1024, 1025, 1_048_000, 1_048_576, 2_400_000].map(grow)).toEqual([
      '1 KB',
      '1 KB',
      '2 KB',
      '1 MB',
      '1 MB',
      '2.3 MB',
    ]);
  });

  test('explains every column under both names, with the values to choose from', () => {
    const { columns } = view(sample);
    expect(columns.map((table) => table.columns.length)).toEqual(TABLES.map((table) => table.columns.length));
    const weight = columns[0]?.columns.find(({ id }) => id === 'weight');
    expect(weight).toMatchObject({ thai: 'น้ำหนัก', english: 'Weight', type: 'ตัวเลข · คะแนน' });
    const direction = columns[0]?.columns.find(({ id }) => id === 'direction');
    expect(direction?.choices).toContainEqual({ value: 'lower', meaning: 'ยิ่งน้อยยิ่งดี' });
    const anchors = columns.flatMap((table) => table.columns.map(({ anchor }) => anchor));
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  test('leads home', () => {
    expect(view(sample, english).crumbs).toEqual([{ label: 'Home', href: '/en/' }]);
  });

  test('states the licence, or that none is stated', () => {
    expect(view(sample, english).licence.stated).toEqual({
      name: 'Attribution 4.0',
      href: 'https://creativecommons.org/licenses/by/4.0/',
    });
    expect(view(sample).licence.citation).toContain('https://kpi.example.org/data/');
    expect(view(bare).licence.stated).toBeUndefined();
  });

  test('gives examples with the site’s own address, and says so where it is not known', () => {
    const { api } = view(sample);
    expect(api.hostNote).toBeUndefined();
    expect(api.examples[1]?.code).toBe('curl -O https://kpi.example.org/data/2567.csv');
    expect(view(bare, english).api.hostNote).toContain('in place of https://kpi.example.org');
  });

  test('says why the history is empty', () => {
    const changes = view(sample, english).tables.find(({ label }) => label === 'History of changes');
    expect(changes?.note).toBe('No rows, since the history is not known: the content is not in a git repository');
  });
});
