/** A part of the report: a table, or lines where it has no header. Cells are Markdown already. */
export interface Section {
  title: string;
  header: string[];
  rows: string[][];
}

/**
 * A section as Markdown with at most so many rows, those that a reviewer should look at first where not all fit; `tellMore`
 * says how many are left out. Empty without rows.
 */
export function formatSection(
  { title, header, rows }: Section,
  most: number,
  tellMore: (count: number) => string,
): string {
  if (rows.length === 0) return '';
  const shown =
    rows.length <= most ? rows : [...rows.filter(isMarked), ...rows.filter((row) => !isMarked(row))].slice(0, most);
  const isTable = header.length > 0;
  const head = isTable ? [formatRow(header), formatRow(header.map(() => '---'))] : [];
  const lines = isTable ? shown.map(formatRow) : shown.map(([text = '']) => `- ${text}`);
  const left = rows.length - shown.length;
  const more = left === 0 ? [] : ['', `… ${tellMore(left)}`];
  return [`### ${title}`, '', ...head, ...lines, ...more].join('\n');
}

function isMarked(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.includes('⚠️'));
}

function formatRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
