import type { IssueCode } from '#domain/issue.ts';

/** Lists in lists in quotations, components in components: deeper than this is an attack or an accident. */
export const MOST_DEPTH = 40;

/** Cells a table comes to at most: every line below a table may become a row as wide as its head. */
const MOST_CELLS = 50_000;

const MARKERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;

/** Finds what would cost the parser more than any text for people does, before it is parsed. */
export function findExcess(
  source: string,
): { code: IssueCode; offset: number; params: Record<string, number> } | undefined {
  const lines = source.split('\n');
  let start = 0;
  for (const line of lines) {
    const markers = MARKERS.exec(line)?.[0].match(/>|[-*+]|\d+/g)?.length ?? 0;
    if (markers > MOST_DEPTH) return { code: 'CW419', offset: start, params: { seen: MOST_DEPTH } };
    const columns = /^[ \t>|:\-*+.)\d]+$/.test(line) ? (line.match(/\|/g)?.length ?? 0) : 0;
    if (columns * lines.length > MOST_CELLS) return { code: 'CW420', offset: start, params: { seen: columns } };
    start += line.length + 1;
  }
  let depth = 0;
  for (const tag of source.matchAll(/<(\/?)(?:Note|Timeline|Event)\b[^<>]*?(\/?)>/g)) {
    if (tag[2] !== '/') depth = Math.max(0, depth + (tag[1] === '/' ? -1 : 1));
    if (depth > MOST_DEPTH) return { code: 'CW419', offset: tag.index, params: { seen: MOST_DEPTH } };
  }
  return undefined;
}
