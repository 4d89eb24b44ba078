import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFileDigests } from '#data/file-digests.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import { type ContentCommit, formatIntegrity, INTEGRITY_FILE } from '#exports/integrity.ts';
import { buildReceipt, formatReceipt } from '#exports/receipt.ts';
import { buildAgencyTotal, buildYearTotal } from '#exports/total-receipt.ts';
import { buildSite } from './build-site.ts';
import { makeFolder, writeFiles } from './content-folder.ts';

/** Two years, two agencies, with and without scores. */
export function buildSmallSite(): ScoredSite {
  return buildSite({
    items: {
      '2566/finance/tax': { reports: { 4: 80 } },
      '2567/finance/tax': {
        indicator: { weight: 20 },
        reports: { 1: 10, 2: 33.335 },
        year: { result: 75.5, text: 'สรุป' },
      },
      '2567/finance/roads': { indicator: { weight: 'unknown' }, reports: { 1: { text: 'กำลังซ่อม 3 สาย' } } },
      '2567/works/lamps': { indicator: { target: 60 }, reports: { 1: 20, 2: 30, 3: 45, 4: 61 } },
    },
  });
}

/** A folder with a site's receipts, totals and some pages, as a build leaves it. */
export function makeDist(site = buildSmallSite(), commit?: ContentCommit): string {
  const folder = makeFolder();
  const receipts = [...site.items.keys()].map((path) => [path, buildReceipt(site, path)] as const);
  const totals = [...site.byYear].flatMap(([year, agencies]) => [
    [`${year}`, buildYearTotal(site, year)] as const,
    ...[...agencies.keys()].map((agency) => [`${year}/${agency}`, buildAgencyTotal(site, year, agency)] as const),
  ]);
  const data = [...receipts, ...totals];
  writeFiles(folder, Object.fromEntries(data.map(([path, value]) => [`${path}.json`, formatReceipt(value)])));
  const pages = data.flatMap(([path]) => [`${path}/index.html`, `en/${path}/index.html`]);
  writeFiles(folder, Object.fromEntries(pages.map((page) => [page, `<!doctype html><p>${page}: 12.50 / 20</p>\n`])));
  writeFiles(folder, {
    'index.html': '<!doctype html><p>2567</p>\n',
    'about/index.html': '<!doctype html><p>Since 2564</p>\n',
    '2567/finance/tax.csv': '﻿Quarter,Result\r\n1,10\r\n',
    'assets/base.123.css': 'p{margin:0}\n',
  });
  signDist(folder, commit);
  return folder;
}

/** Writes the list of what the folder holds now. */
export function signDist(folder: string, commit?: ContentCommit): void {
  const files = listFileDigests(folder).filter(({ path }) => path !== INTEGRITY_FILE);
  writeFileSync(join(folder, INTEGRITY_FILE), formatIntegrity(files, commit));
}

/** Puts one text of a file in place of another that must be there. */
export function editFile(folder: string, file: string, from: string, to: string): void {
  const text = readFileSync(join(folder, file), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(join(folder, file), text.replace(from, to));
}

/** The file with its digit number `count` made another one; undefined where it has none. Counts go round. */
export function flipDigit(bytes: Uint8Array, count: number): Uint8Array | undefined {
  const digits = [...bytes.keys()].filter((at) => isDigit(bytes[at]));
  const at = digits[count % digits.length];
  if (at === undefined) return undefined;
  const flipped = Uint8Array.from(bytes);
  flipped[at] = (bytes[at] ?? 0) === 0x39 ? 0x30 : (bytes[at] ?? 0) + 1;
  return flipped;
}

function isDigit(byte = 0): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
