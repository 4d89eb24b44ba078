import { Exact } from '#domain/decimal.ts';

export type CsvCell = string | number | undefined;

/** What spreadsheets take for a formula begins so, whatever follows; the full-width signs count where Chinese or Japanese is set. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A text with apostrophes before such a beginning gets one more, so that taking one away always gives the text back. */
const NEEDS_GUARD = new RegExp(`^'*${FORMULA.source.slice(1)}`);
const GUARDED = new RegExp(`^'+${FORMULA.source.slice(1)}`);

/** What would be read as something else without quotes: spaces at an end, which some readers cut, and a byte order mark too. */
const NEEDS_QUOTES = /[",\r\n\uFEFF]|^ | $/;

/**
 * Rows as CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, absent cells empty. A text that a spreadsheet
 * would take for a formula gets an apostrophe before it; numbers stay numbers, spelt without an exponent.
 */
export function formatCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map(formatCsvLine).join('')}`;
}

/** A line that follows others in the same file: without the mark, with its end. */
export function formatCsvLine(row: readonly CsvCell[]): string {
  let line = '';
  for (const [index, cell] of row.entries()) line += index === 0 ? writeCell(cell) : `,${writeCell(cell)}`;
  return `${line}\r\n`;
}

/** A text as it was before `formatCsv` guarded it. */
export function parseGuarded(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

function writeCell(cell: CsvCell): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'string') return writeText(cell);
  const digits = String(cell);
  return digits.includes('e') ? new Exact(cell).toFixed() : digits;
}

function writeText(text: string): string {
  const guarded = NEEDS_GUARD.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
