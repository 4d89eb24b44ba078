import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { packDatabase } from '#data/pack-database.ts';
import { DATABASE_FILE } from '#exports/data-edition.ts';
import { TABLES } from '#exports/tables/tables.ts';
import { buildSite } from '../support/build-site.ts';
import { makeFolder } from '../support/content-folder.ts';
import { makeEdition, makeSample, PARTS, readPublished } from '../support/data-edition.ts';

/** Opens the bytes as whoever took the file would. */
function open(bytes: Uint8Array): DatabaseSync {
  const file = join(makeFolder(), 'data.sqlite');
  writeFileSync(file, bytes);
  return new DatabaseSync(file, { readOnly: true });
}

const sample = makeSample();
const bytes = sample.files.get(DATABASE_FILE)?.read() ?? new Uint8Array();

describe('the database of all tables', () => {
  test('is the same bytes for the same record', () => {
    const again = makeEdition(buildSite(PARTS)).files.get(DATABASE_FILE);
    expect(again?.sha256).toBe(sample.files.get(DATABASE_FILE)?.sha256);
  });

  test('holds every row of every table as the JSON has it', () => {
    const database = open(bytes);
    for (const { id, columns } of TABLES) {
      const name = { indicators: 'all', reports: 'all-reports' }[id as string] ?? id;
      const rows: Record<string, unknown>[] = JSON.parse(readPublished(sample, `${name}.json`)).rows;
      const stored = database.prepare(`SELECT * FROM "${id}"`).all();
      const flags = new Set(columns.filter(({ type }) => type === 'flag').map((column) => column.id));
      const read = stored.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [key, flags.has(key) && value !== null ? value === 1 : value]),
        ),
      );
      const expected = rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [key, Array.isArray(value) ? JSON.stringify(value) : value]),
        ),
      );
      expect(read).toEqual(expected);
    }
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    database.close();
  });

  test('has views that join what belongs together, an absent figure staying absent', () => {
    const database = open(bytes);
    expect(
      database.prepare("SELECT q1, q2, q3 FROM indicator_quarters WHERE path = '2567/finance/roads'").all(),
    ).toEqual([{ q1: 12.25, q2: 0, q3: null }]);
    const late = database.prepare('SELECT agency_name, days_late FROM report_details WHERE days_late > 0').all();
    expect(late).toEqual([{ agency_name: 'สำนัก finance', days_late: 3 }]);
    database.close();
  });

  test('explains its columns and says under what it may be used', () => {
    const database = open(bytes);
    expect(
      database.prepare(`SELECT name_th FROM columns WHERE "table" = 'indicators' AND "column" = 'weight'`).all(),
    ).toEqual([{ name_th: 'น้ำหนัก' }]);
    expect(database.prepare("SELECT value FROM about WHERE key = 'licence_url'").all()).toHaveLength(1);
    database.close();
  });

  test('is not made where a key points to nothing', () => {
    const steps = [
      { sql: 'PRAGMA foreign_keys = ON' },
      { sql: 'CREATE TABLE a (id TEXT PRIMARY KEY) STRICT' },
      { sql: 'CREATE TABLE b (a TEXT REFERENCES a (id)) STRICT' },
    ];
    expect(Array.from(packDatabase(steps), (part) => part.byteLength)).not.toEqual([]);
    const broken = [...steps, { sql: 'INSERT INTO b VALUES (?)', rows: [['none']] }];
    expect(() => [...packDatabase(broken)]).toThrow('FOREIGN KEY');
  });
});
