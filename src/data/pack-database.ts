import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readBytes } from './keep-bytes.ts';

/** A statement, run once for each row of values; once without any where it has no rows. */
interface Step {
  sql: string;
  rows?: Iterable<readonly (string | number | null)[]>;
}

/**
 * The bytes of an SQLite database made by steps, some at a time, the same for the same steps. It is made in a folder of its
 * own, which is gone afterwards. Throws what a statement does, a broken key too.
 */
export function* packDatabase(steps: readonly Step[]): Iterable<Uint8Array<ArrayBuffer>> {
  const folder = mkdtempSync(join(tmpdir(), 'chiwat-'));
  try {
    const file = join(folder, 'data.sqlite');
    write(new DatabaseSync(file), steps);
    yield* readBytes(file, 0, statSync(file).size);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(database: DatabaseSync, steps: readonly Step[]): void {
  try {
    // Nobody else reads it before it is whole.
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
    for (const { sql, rows } of steps) {
      if (rows === undefined) database.exec(sql);
      else runEach(database, sql, rows);
    }
  } finally {
    database.close();
  }
}

function runEach(database: DatabaseSync, sql: string, rows: NonNullable<Step['rows']>): void {
  const statement = database.prepare(sql);
  for (const row of rows) statement.run(...row);
}
