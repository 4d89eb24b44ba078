import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface WeighedPage {
  path: string;
  bytes: number;
}

/** Pages of one kind: indicators, agencies, years, and what is named by the first part of its address. */
export interface KindWeight {
  kind: string;
  pages: number;
  /** Of pages taken evenly from all. */
  median: number;
  heaviest: WeighedPage;
}

/** Bytes of HTML as they travel, gzip, and of the style sheets that every page shares. */
export interface SiteWeight {
  /** The heaviest kind first. */
  kinds: KindWeight[];
  styles: number;
  /** Every page above the bound, the heaviest first. */
  over: WeighedPage[];
}

/** What a page may weigh. */
export const MOST_BYTES = 100 * 1024;

/** Packing every page of a large site takes minutes: the longest of each kind hold the heaviest, others the median. */
const LONGEST = 40;
const SAMPLE = 200;

export function weighPages(dist: string): SiteWeight {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html'))
    .map((path) => ({ path, length: statSync(join(dist, path)).size }))
    .sort((a, b) => b.length - a.length || (a.path < b.path ? -1 : 1));
  const packed = new Map<string, number>();
  const weigh = (path: string) => {
    const bytes = packed.get(path) ?? gzipSync(readFileSync(join(dist, path))).length;
    packed.set(path, bytes);
    return { path, bytes };
  };
  const kinds = [...Map.groupBy(pages, ({ path }) => getKind(path))].map(([kind, own]): KindWeight => {
    const longest = heaviestFirst(own.slice(0, LONGEST).map(({ path }) => weigh(path)));
    const step = Math.max(1, Math.floor(own.length / SAMPLE));
    const sample = heaviestFirst(own.filter((_, index) => index % step === 0).map(({ path }) => weigh(path)));
    const [median, heaviest] = [sample[Math.floor(sample.length / 2)], longest[0]];
    return { kind, pages: own.length, median: median?.bytes ?? 0, heaviest: heaviest ?? { path: '', bytes: 0 } };
  });
  // What is no longer than the bound as it is cannot weigh more when packed.
  const over = pages.filter(({ length }) => length > MOST_BYTES).map(({ path }) => weigh(path));
  const styles = readdirSync(join(dist, 'assets')).filter((file) => file.endsWith('.css'));
  return {
    kinds: kinds.sort((a, b) => b.heaviest.bytes - a.heaviest.bytes),
    styles: styles.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, 'assets', file))).length, 0),
    over: heaviestFirst(over.filter(({ bytes }) => bytes > MOST_BYTES)),
  };
}

/** Languages are one kind, and so are the pages of a list: `en/2567/budget/page/2/index.html` is an agency. */
function getKind(path: string): string {
  const parts = path
    .replace(/^[a-z]{2}\//, '')
    .replace(/\/page\/\d+\//, '/')
    .split('/')
    .slice(0, -1);
  const [first] = parts;
  if (first === undefined) return path.endsWith('index.html') ? 'home' : path;
  return /^\d{4}$/.test(first) ? (['year', 'agency', 'indicator'][parts.length - 1] ?? 'beside an indicator') : first;
}

function heaviestFirst(pages: readonly WeighedPage[]): WeighedPage[] {
  return [...pages].sort((a, b) => b.bytes - a.bytes);
}

export function wordWeight({ kinds, styles, over }: SiteWeight): string {
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  return [
    `HTML, gzip; styles of every page ${kilobytes(styles)}`,
    ...kinds.map(
      ({ kind, pages, median, heaviest }) =>
        `  ${kind.padEnd(22)} ${String(pages).padStart(7)} pages, median ${kilobytes(median).padStart(8)}, heaviest ${kilobytes(heaviest.bytes).padStart(8)}  ${heaviest.path}`,
    ),
    over.length === 0
      ? `  no page above ${kilobytes(MOST_BYTES)}`
      : `  ${over.length} pages above ${kilobytes(MOST_BYTES)}: ${over
          .slice(0, 10)
          .map(({ path, bytes }) => `${path} ${kilobytes(bytes)}`)
          .join(', ')}`,
  ].join('\n');
}
