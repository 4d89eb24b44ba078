const WIDEST = 120;

/** JSON as the project's formatter writes it: a list of plain values stands on one line where it fits. */
export function formatJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  const joined = text.replace(/^( *)(.*?)\[\n((?:\s+(?:"(?:[^"\\]|\\.)*"|[\w.+-]+),?\n)+) *\](,?)$/gm, joinList);
  return `${joined}\n`;
}

function joinList(lines: string, indent: string, start: string, items: string, end: string): string {
  const joined = `${indent}${start}[${items.trim().replace(/,\n\s+/g, ', ')}]${end}`;
  // Vowels and tone marks above and below a letter take no place of their own.
  return joined.replace(/\p{Mn}/gu, '').length <= WIDEST ? joined : lines;
}
