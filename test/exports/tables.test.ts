import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DataEdition } from '#exports/data-edition.ts';
import { TABLES } from '#exports/tables/tables.ts';
import { getColumnText } from '#strings/column-text.ts';
import { buildSite } from '../support/build-site.ts';
import { makeEdition, makeSample, readPublished } from '../support/data-edition.ts';
import { readTableCsv } from '../support/read-table.ts';

const sample = makeSample();

function readRows(edition: DataEdition, name: string): Record<string, unknown>[] {
  return JSON.parse(readPublished(edition, `${name}.json`)).rows;
}

function getRow(name: string, where: Record<string, unknown>) {
  const found = readRows(sample, name).filter((row) => Object.entries(where).every(([id, value]) => row[id] === value));
  expect(found).toHaveLength(1);
  return found[0];
}

describe('the table of indicators', () => {
  test('has a row for each indicator and year, oldest year first', () => {
    expect(readRows(sample, 'all').map((row) => row.path)).toEqual([
      '2566/finance/roads',
      '2567/finance/roads',
      '2567/works/bridge',
    ]);
    expect(readRows(sample, '2567').map((row) => row.path)).toEqual(['2567/finance/roads', '2567/works/bridge']);
  });

  test('says in columns of their own that target and weight are unknown', () => {
    const unknown = { target: null, target_unknown: true, weight: null, weight_unknown: true, year_basis: 'inferred' };
    expect(getRow('all', { path: '2566/finance/roads' })).toMatchObject(unknown);
    const known = { target: 100, target_unknown: false, weight: 10, weight_unknown: false, year_basis: null };
    expect(getRow('all', { path: '2567/finance/roads' })).toMatchObject(known);
  });

  test('gives the score or why there is none, never both', () => {
    expect(getRow('all', { path: '2566/finance/roads' })).toMatchObject({
      year_result: -2.5,
      result_from: 'stated',
      percent: null,
      points: null,
      not_scored_reason: 'target-unknown',
    });
    expect(getRow('all', { path: '2567/finance/roads' })).toMatchObject({
      year_result: 0,
      percent: 0,
      points: 0,
      not_scored_reason: null,
      rule_set: 1,
    });
    expect(getRow('all', { path: '2567/works/bridge' })).toMatchObject({ status: 'withdrawn', withdrawn_quarter: 2 });
  });

  test('leads to page and receipt by full addresses, and to nowhere where the host is not known', () => {
    expect(getRow('all', { path: '2567/works/bridge' })).toMatchObject({
      page_url: 'https://kpi.example.org/2567/works/bridge/',
      receipt_url: 'https://kpi.example.org/2567/works/bridge.json',
    });
    const hidden = makeEdition(buildSite({ items: { '2567/works/bridge': {} } }));
    expect(readRows(hidden, 'all')[0]).toMatchObject({ page_url: null, receipt_url: null });
  });
});

describe('the table of reports', () => {
  test('has four quarters of each indicator, reported or not', () => {
    expect(readRows(sample, 'all-reports')).toHaveLength(12);
    expect(getRow('all-reports', { path: '2567/finance/roads', quarter: 3 })).toMatchObject({
      result: null,
      status: 'not-reported',
      submitted: null,
      days_late: null,
      due: '2024-07-15',
    });
  });

  test('counts days after the due date; 0 is on time', () => {
    expect(getRow('2567-reports', { path: '2567/finance/roads', quarter: 1 })).toMatchObject({ days_late: 3 });
    expect(getRow('2567-reports', { path: '2567/finance/roads', quarter: 2 })).toMatchObject({
      days_late: 0,
      result: 0,
    });
  });

  test('tells a pair of zeros that nobody has reviewed from a review, and from none', () => {
    const reviewed = [1, 2, 3].map(
      (quarter) => getRow('2567-reports', { path: '2567/finance/roads', quarter })?.reviewed,
    );
    expect(reviewed).toEqual([false, true, null]);
  });
});

describe('the other tables', () => {
  test('of agencies: no account of a reviewer is in any file', () => {
    expect(getRow('agencies', { agency: 'finance' })).toMatchObject({
      agency_name_en: 'Finance',
      aliases: ['คลัง'],
      indicator_count: 2,
    });
    for (const { read } of sample.files.values()) expect(Buffer.from(read()).includes('@someone')).toBe(false);
  });

  test('of the plan: each node below its parent', () => {
    expect(getRow('plan', { plan_code: '1.1.1' })).toMatchObject({
      parent_code: '1.1',
      node_level: 'goal',
      plan_from: 2566,
    });
    expect(getRow('plan', { plan_code: '1.1.2' })).toMatchObject({ node_name: null });
    expect(getRow('plan', { plan_code: '11' })).toMatchObject({ parent_code: null, node_level: 'area' });
  });

  test('of corrections: absent, numbers and texts are told apart', () => {
    expect(getRow('corrections', { number: 1 })).toMatchObject({
      place: 'q1',
      value_before: null,
      type_before: 'absent',
      value_after: 12.25,
      type_after: 'number',
    });
    expect(getRow('corrections', { number: 2 })).toMatchObject({
      value_before: '-5',
      type_before: 'text',
      value_after: null,
      type_after: 'absent',
    });
  });

  test('of changes: empty with the reason where no history is known', () => {
    const file = JSON.parse(readPublished(sample, 'changes.json'));
    expect(file).toMatchObject({ history: 'unknown', reason: 'no-repository', rows: [] });
  });
});

describe('every table', () => {
  test.each(TABLES.map((table) => [table.id, table] as const))(
    '%s reads back from CSV as its JSON has it',
    (id, table) => {
      const names = table.isByYear
        ? [id === 'indicators' ? 'all' : `all-${id}`, id === 'indicators' ? '2567' : `2567-${id}`]
        : [id];
      for (const name of names) {
        expect(readTableCsv(readPublished(sample, `${name}.csv`), table.columns)).toEqual(readRows(sample, name));
      }
    },
  );

  test('reads back whatever its texts hold', () => {
    const letters = [
      'ก',
      '๑',
      ' ',
      '\u200b',
      '"',
      ',',
      '\n',
      '\r',
      '\t',
      ';',
      '=',
      '+',
      '-',
      '@',
      "'",
      '1',
      '[',
      'true',
    ];
    const text = fc.string({ unit: fc.constantFrom(...letters), minLength: 1 }).filter((made) => /\S/.test(made));
    const figure = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
    fc.assert(
      fc.property(
        text,
        text,
        figure,
        fc.constantFrom('accumulation' as const, 'scale' as const),
        (note, quote, result, inferred) => {
          const reports = { 1: { result, text: quote }, 4: { notApplicable: note } };
          const indicator = {
            withdrawn: { quarter: 3 as const, reason: note },
            source: { note, inferred: [inferred] },
          };
          const edition = makeEdition(buildSite({ items: { '2567/works/bridge': { indicator, reports } } }));
          for (const [index, name] of ['all', 'all-reports'].entries()) {
            const read = readTableCsv(readPublished(edition, `${name}.csv`), TABLES[index]?.columns ?? []);
            expect(read).toEqual(readRows(edition, name));
          }
          const [first] = readRows(edition, 'all-reports');
          expect([first?.result, first?.narrative]).toEqual([result + 0, quote]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('has Thai headings in the file for spreadsheets, no two alike, and words for values to choose from', () => {
    for (const { columns } of TABLES) {
      for (const language of ['th', 'en'] as const) {
        const names = columns.map((column) => getColumnText(column, language).name);
        expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
      }
    }
    const [head = '', ...lines] = readPublished(sample, '2567.th.csv').split('\r\n');
    expect(head).toMatch(/ปีงบประมาณ.*ชื่อตัวชี้วัด.*ค่าเป้าหมาย/);
    expect(lines.join()).toContain('ยกเลิกตัวชี้วัด');
    expect(lines.join()).not.toMatch(/\b(withdrawn|true|higher)\b/);
  });

  test('keeps the order of ids, which is part of what does not change', () => {
    const [first] = readRows(sample, 'all');
    expect(Object.keys(first ?? {})).toEqual(TABLES[0]?.columns.map(({ id }) => id));
  });
});
