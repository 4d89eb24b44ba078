import { describe, expect, test } from 'vitest';
import type { StandingFigures } from '#domain/impact/impact.ts';
import type { Commit, Ledger, Revision } from '#domain/ledger/ledger.ts';
import { TABLES } from '#exports/tables/tables.ts';
import { buildSite } from '../support/build-site.ts';
import { makeEdition, readPublished } from '../support/data-edition.ts';
import { readTableCsv } from '../support/read-table.ts';

const PATH = '2567/works/bridge';
const commit: Commit = { id: 'a'.repeat(40), time: '2024-07-20T05:00:00Z', day: '2024-07-20', request: 12 };
const status = (percent: number): StandingFigures => ({
  status: 'reported',
  result: percent,
  isLate: false,
  score: { state: 'scored', percent, points: percent / 10 },
});

const corrected: Revision = {
  commit,
  path: PATH,
  name: 'สะพาน',
  change: 'changed',
  places: [],
  entries: [
    {
      place: 1,
      change: 'changed',
      fields: [
        { key: 'result', before: 0, after: -12.5, marks: ['closed-with-correction'] },
        { key: 'declared', after: '=1+1', marks: [] },
        { key: 'quarterTargets', before: [1, 2], after: true, marks: [] },
      ],
      narratives: [{ section: 'body', before: { characters: 120 }, after: { characters: 80, text: 'x' } }],
      evidence: { added: [{ title: 'ภาพถ่าย' }], removed: [] },
      corrections: { added: [], removed: [] },
    },
  ],
  standings: [{ of: 'year', before: status(0), after: status(-12.5) }],
  unreadable: ['q3.mdx'],
  marks: [],
};

const gone: Revision = {
  ...corrected,
  path: '2567/works/gone',
  change: 'removed',
  entries: [],
  standings: [],
  unreadable: [],
};

const ledger: Ledger = {
  state: 'shallow',
  head: commit,
  isEdited: false,
  items: new Map([
    [PATH, [corrected, { ...corrected, commit, entries: [], standings: [], unreadable: [], isCutOff: true }]],
  ]),
  gone: new Map([['2567/works/gone', [gone]]]),
  calendars: [{ year: 2567, change: 'changed', fields: [{ key: 'ruleSet', before: 1, after: 2, marks: [] }] }],
};

const edition = makeEdition({ ...buildSite({ items: { [PATH]: {} } }), ledger });
const file = JSON.parse(readPublished(edition, 'changes.json'));
const find = (where: Record<string, unknown>) =>
  file.rows.filter((row: Record<string, unknown>) => Object.entries(where).every(([id, value]) => row[id] === value));

describe('the table of changes', () => {
  test('says how far the history reaches', () => {
    expect(file).toMatchObject({ history: 'shallow', commit: commit.id, isEdited: false });
  });

  test('has each value before and after with its kind, its commit and what a reader should look at', () => {
    expect(find({ changed_field: 'result', subject: 'field' })).toEqual([
      {
        fiscal_year: 2567,
        path: PATH,
        moved_from: null,
        stands: true,
        commit: commit.id,
        commit_time: '2024-07-20T05:00:00Z',
        commit_day: '2024-07-20',
        request: 12,
        cut_off: false,
        change: 'changed',
        subject: 'field',
        place: 'q1',
        changed_field: 'result',
        value_before: 0,
        type_before: 'number',
        value_after: -12.5,
        type_after: 'number',
        marks: ['closed-with-correction'],
      },
    ]);
    expect(find({ changed_field: 'declared' })).toMatchObject([{ value_before: null, type_before: 'absent' }]);
    expect(find({ changed_field: 'quarterTargets' })).toMatchObject([
      { value_before: [1, 2], type_before: 'list', value_after: true },
    ]);
    expect(find({ subject: 'narrative' })).toMatchObject([{ value_before: 120, value_after: 80 }]);
    expect(find({ subject: 'evidence' })).toMatchObject([{ type_before: 'absent', value_after: 'ภาพถ่าย' }]);
  });

  test('has what a change did to the score, and only what it changed', () => {
    const effects = find({ subject: 'standing' }).map((row: Record<string, unknown>) => [
      row.place,
      row.changed_field,
      row.value_after,
    ]);
    expect(effects).toEqual([
      ['year', 'result', -12.5],
      ['year', 'percent', -12.5],
      ['year', 'points', -1.25],
    ]);
  });

  test('tells what no longer stands, what is cut off, what cannot be read, and rules of a year that are not committed', () => {
    expect(find({ stands: false })).toMatchObject([
      { path: '2567/works/gone', change: 'removed', subject: 'indicator' },
    ]);
    expect(find({ cut_off: true })).toHaveLength(1);
    expect(find({ subject: 'unreadable' })).toMatchObject([{ changed_field: 'q3.mdx' }]);
    expect(find({ subject: 'calendar' })).toMatchObject([
      { path: null, commit: null, value_before: 1, value_after: 2 },
    ]);
  });

  test('lists what happened to a year’s indicators with that year, oldest first, and loses nothing', () => {
    const old: Revision = { ...gone, path: '2565/works/old' };
    const items = new Map([
      [PATH, [corrected]],
      ['2566/works/bridge', [{ ...corrected, path: '2566/works/bridge' }]],
    ]);
    const site = buildSite({ items: { [PATH]: {}, '2566/works/bridge': {} } });
    const told = { ...ledger, items, gone: new Map([['2565/works/old', [old]]]), calendars: [] };
    const { rows } = JSON.parse(readPublished(makeEdition({ ...site, ledger: told }), 'changes.json'));
    const paths = rows.map((row: Record<string, unknown>) => row.path);
    expect([...new Set(paths)]).toEqual(['2565/works/old', '2566/works/bridge', PATH]);
    expect(() =>
      makeEdition({ ...site, ledger: { ...told, items: new Map([['2566/works/x', [corrected]]]) } }),
    ).toThrow('2566/works/x');
  });

  test('reads back from CSV as its JSON has it', () => {
    const table = TABLES.find(({ id }) => id === 'changes');
    expect(readTableCsv(readPublished(edition, 'changes.csv'), table?.columns ?? [])).toEqual(file.rows);
  });
});
