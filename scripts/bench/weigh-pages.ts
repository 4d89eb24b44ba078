import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes as they travel, gzip, of a built site's indicator pages with the style sheet that every page shares. */
export interface PageWeight {
  pages: number;
  median: number;
  heaviest: { path: string; bytes: number };
  styles: number;
}

/** Pages four folders deep are indicators: year, agency, indicator and its index. */
export function weighPages(dist: string): PageWeight {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^\d{4}\/[^/]+\/[^/]+\/index\.html$/.test(file))
    .map((path) => ({ path, bytes: gzipSync(readFileSync(join(dist, path))).length }))
    .sort((a, b) => a.bytes - b.bytes);
  const styles = readdirSync(join(dist, 'assets')).filter((file) => file.endsWith('.css'));
  return {
    pages: pages.length,
    median: pages[Math.floor(pages.length / 2)]?.bytes ?? 0,
    heaviest: pages.at(-1) ?? { path: '', bytes: 0 },
    styles: styles.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, 'assets', file))).length, 0),
  };
}

export function wordWeight({ pages, median, heaviest, styles }: PageWeight): string {
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  return `indicator pages, gzip    median ${kilobytes(median)}, heaviest ${kilobytes(heaviest.bytes)} (${heaviest.path}) of ${pages}; styles ${kilobytes(styles)}`;
}
