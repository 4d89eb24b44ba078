/** Signs that Markdown or MDX would read, anywhere in a line. */
const SIGNS = /[\\`*_{[\]<~|]|&(?=[#\w])/g;

/** Addresses would become links, and not all of them safe ones: they are shown as they were typed. */
const ADDRESS = /(?:https?:\/\/|ftp:\/\/|www\.)[!#-&(-;=?-_a-~]+/gi;

/**
 * One line of plain text as Markdown that reads as the same characters: nothing in it becomes a list, a heading, a
 * link, code or markup.
 */
export function escapeLine(typed: string): string {
  // Spaces in a row are shown as one.
  const line = typed.trim().replace(/\s+/g, ' ');
  let escaped = '';
  let from = 0;
  for (const { 0: address, index } of line.matchAll(ADDRESS)) {
    escaped += `${escapeWords(line.slice(from, index))}\`${address}\``;
    from = index + address.length;
  }
  escaped += escapeWords(line.slice(from));
  return escaped
    .replace(/^([-+#>=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([ie])(?=(?:mport|xport)(?:[\s{*'"\\]|$))/, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** Lines as paragraphs. */
export function writeParagraphs(lines: readonly string[]): string {
  return lines.map(escapeLine).join('\n\n');
}

function escapeWords(text: string): string {
  return text.replace(SIGNS, (sign) => `\\${sign}`);
}
