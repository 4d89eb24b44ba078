import Papa from 'papaparse';
import { Exact } from '#domain/decimal.ts';

/** What spreadsheets take for a formula begins so, whatever follows; the full-width signs count where Chinese or Japanese is set. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A text with apostrophes before such a beginning gets one more, so that taking one away always gives the text back. */
const NEEDS_GUARD = new RegExp(`^'*${FORMULA.source.slice(1)}`);
const GUARDED = new RegExp(`^'+${FORMULA.source.slice(1)}`);

/**
 * Rows as CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, absent cells empty. A text that a spreadsheet
 * would take for a formula gets an apostrophe before it; numbers stay numbers, spelt without an exponent.
 */
export function formatCsv(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return `\uFEFF${formatCsvLines(rows)}`;
}

/** Lines that follow others in the same file: without the mark, each with its end. */
export function formatCsvLines(rows: readonly (readonly (string | number | undefined)[])[]): string {
  if (rows.length === 0) return '';
  const cells = rows.map((row) => row.map(writeCell));
  return `${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
}

/** A text as it was before `formatCsv` guarded it. */
export function parseGuarded(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

function writeCell(cell: string | number | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return NEEDS_GUARD.test(cell) ? `'${cell}` : cell;
  const digits = String(cell);
  return digits.includes('e') ? new Exact(cell).toFixed() : digits;
}
