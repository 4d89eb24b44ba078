import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { ScoredItem } from '#domain/scored-site.ts';
import { TABLE_VERSION } from '#exports/tables/table-file.ts';
import { compareValues, type Difference } from './difference.ts';
import { locateIssue, parseJson } from './parse-json.ts';

/** Path of the table of a year, or of all years, in the open data; a large one is packed. */
export const DATA = /^data\/(?:(\d{4})|all)\.json(?:\.gz)?$/;

const schema = z.looseObject({ rows: z.array(z.looseObject({ path: z.string() })) });

/** Figures of a row that a receipt tells too; null where there is none. */
export type RowFigures = Record<string, number | string | null>;

/** The figures of an indicator's year under the names of their columns. */
export function getRowFigures({ indicator, standing }: ScoredItem): RowFigures {
  const { target, weight } = indicator.data;
  const { status, score, result } = standing.year;
  const scored = score.state === 'scored' ? score : undefined;
  return {
    target: target === 'unknown' ? null : target,
    weight: weight === 'unknown' ? null : weight,
    year_result: result?.value ?? null,
    status,
    percent: scored?.percent ?? null,
    points: scored?.points ?? null,
    level: scored?.level ?? null,
    not_scored_reason: score.state === 'scored' ? null : score.reason,
    other_percent: scored?.other?.percent ?? null,
    other_points: scored?.other?.points ?? null,
  };
}

/** The text of a table's file; of one that cannot be unpacked none, which is then told as no JSON. */
export function readTable(file: string, bytes: Buffer): string {
  if (!file.endsWith('.gz')) return bytes.toString('utf8');
  try {
    return gunzipSync(bytes).toString('utf8');
  } catch {
    return '';
  }
}

/** Holds the figures of a table against its receipts, as they were worked out here: a row for each, and no row without one. */
export function checkData(
  file: string,
  text: string,
  receipts: ReadonlyMap<string, RowFigures>,
  unread: readonly string[],
): Difference[] {
  const parsed = parseJson(file, text, TABLE_VERSION);
  if ('differences' in parsed) return parsed.differences;
  const read = schema.safeParse(parsed.value);
  if (!read.success) return [{ file, kind: 'shape', field: locateIssue(read.error.issues) }];
  const rows = new Map(read.data.rows.map((row) => [row.path, row]));
  const year = DATA.exec(file)?.[1];
  const due = [...receipts.keys()].filter((path) => year === undefined || path.startsWith(`${year}/`));
  const paths = [...new Set([...rows.keys(), ...due])].filter((path) => !unread.includes(path));
  const repeated = read.data.rows.filter((row) => rows.get(row.path) !== row);
  const twice = repeated.map((row): Difference => ({ file, kind: 'shape', field: `rows.${row.path}` }));
  const differing = paths.flatMap((path) => {
    const [row, figures] = [rows.get(path), receipts.get(path)];
    const told = row && Object.fromEntries(Object.keys(figures ?? { path }).map((key) => [key, row[key]]));
    const values = compareValues(told, figures, `rows.${path}`);
    return values.map((value): Difference => ({ file, kind: 'recomputed', ...value }));
  });
  return [...twice, ...differing];
}
