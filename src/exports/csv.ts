import Papa from 'papaparse';

/** What spreadsheets take for a formula begins so, whatever follows: the library's own pattern ends at the first line. */
const FORMULA = /^[=+\-@\t\r\n]/;

/**
 * Rows as CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, absent cells empty. A text that a spreadsheet
 * would take for a formula gets an apostrophe before it; numbers stay numbers.
 */
export function formatCsv(rows: readonly (readonly (string | number | undefined)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => cell ?? ''));
  return `\uFEFF${Papa.unparse(cells, { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
}
