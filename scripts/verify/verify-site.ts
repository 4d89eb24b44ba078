import { INTEGRITY_FILE } from '#exports/integrity.ts';
import { checkData, DATA, readTable } from './check-data.ts';
import { checkReceipt, type ReceiptSummary } from './check-receipt.ts';
import { checkAgreement, checkTotal, PAGE, RECEIPT, TOTAL } from './check-totals.ts';
import { compareWithContent, isCutOff } from './compare-content.ts';
import type { Difference } from './difference.ts';
import type { FoundContent } from './find-content.ts';
import type { Integrity } from './read-integrity.ts';
import { forEachOf, getDigest, isFailure, type SiteFiles } from './site-files.ts';

export interface Counts {
  files: number;
  receipts: number;
  totals: number;
}

export interface Checked {
  /** By file. */
  differences: Difference[];
  counts: Counts;
  /** The day that its statuses hold for; absent where no receipt was read. */
  asOf?: string;
  /** Whether receipts name commits that a shallow clone ended at: those are compared with nothing. */
  isCutOff?: boolean;
}

/** What is to be checked: a site, or only these files of it. */
export interface Wishes {
  only?: readonly string[] | undefined;
  content: FoundContent;
  onProgress?: ((done: number, all: number) => void) | undefined;
}

/** So many files are read at once. */
const AT_ONCE = 6;

/** What was read of a site, to be held against each other. */
interface Seen {
  receipts: ReceiptSummary[];
  /** Texts by file. */
  totals: Map<string, string>;
  tables: Map<string, string>;
  /** Receipts that could not be read. */
  unread: string[];
  isCutOff: boolean;
}

/** Holds files against their digests, receipts against themselves and content, totals against receipts. */
export async function verifySite(site: SiteFiles, integrity: Integrity, wishes: Wishes): Promise<Checked> {
  const { only, content, onProgress } = wishes;
  const wanted = only ?? [...integrity.files.keys()];
  const seen: Seen = { receipts: [], totals: new Map(), tables: new Map(), unread: [], isCutOff: false };
  const differences = [...(only === undefined ? findExtra(site, integrity) : []), ...findBare(wanted, integrity)];
  let done = 0;
  await forEachOf(wanted, AT_ONCE, async (file) => {
    const bytes = await site.read(file);
    onProgress?.(++done, wanted.length);
    if (isFailure(bytes)) {
      differences.push(describeFailure(file, bytes));
      seen.unread.push(...findReceiptPath(file));
      return;
    }
    const changed = compareDigest(file, bytes, integrity);
    differences.push(...changed);
    if (changed[0]?.kind === 'web-page') seen.unread.push(...findReceiptPath(file));
    else differences.push(...seeFile(seen, file, bytes, content));
  });
  // Those that came first stand first, whichever was read first.
  seen.receipts.sort((a, b) => (a.file < b.file ? -1 : 1));
  differences.push(...checkSums(seen), ...(only === undefined ? checkWhole(seen, content) : []));
  const { receipts, totals, isCutOff: hasCutOff } = seen;
  const [first] = receipts;
  return {
    differences: sortByFile(differences),
    counts: { files: wanted.length, receipts: receipts.length, totals: totals.size },
    ...(first === undefined ? {} : { asOf: first.asOf }),
    isCutOff: hasCutOff,
  };
}

/** The year/agency/indicator of a file that is a receipt. */
function findReceiptPath(file: string): string[] {
  return RECEIPT.exec(file)?.slice(1, 2) ?? [];
}

/** Keeps what others are held against, and checks a receipt by itself. */
function seeFile(seen: Seen, file: string, bytes: Buffer, content: FoundContent): Difference[] {
  const [path] = findReceiptPath(file);
  if (DATA.test(file)) seen.tables.set(file, readTable(file, bytes));
  if (TOTAL.test(file)) seen.totals.set(file, bytes.toString('utf8'));
  if (path === undefined) return [];
  const { differences, receipt } = checkReceipt(file, bytes.toString('utf8'), path);
  if (receipt === undefined) {
    seen.unread.push(path);
    return differences;
  }
  seen.receipts.push(receipt.summary);
  seen.isCutOff ||= isCutOff(receipt.inputs);
  return [...differences, ...(content.state === 'none' ? [] : compareWithContent(content, file, receipt))];
}

function checkSums({ receipts, totals, unread }: Seen): Difference[] {
  const sums = [...totals].flatMap(([file, text]) => checkTotal(file, text, receipts, unread));
  return [...sums, ...checkAgreement(receipts)];
}

/** What can be asked only where every file was read. */
function checkWhole({ receipts, totals, tables, unread }: Seen, content: FoundContent): Difference[] {
  const figures = new Map(receipts.map((receipt) => [receipt.part.path, receipt.figures]));
  const known = new Set([...figures.keys(), ...unread]);
  return [
    ...[...tables].flatMap(([file, text]) => checkData(file, text, figures, unread)),
    ...findUnpublished(receipts, totals, known, content),
  ];
}

/** By file; what was found of one stays in the order in which it was. */
export function sortByFile(differences: readonly Difference[]): Difference[] {
  return differences.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

function findExtra(site: SiteFiles, { files }: Integrity): Difference[] {
  const extra = (site.list() ?? []).filter((file) => file !== INTEGRITY_FILE && !files.has(file));
  return extra.map((file) => ({ file, kind: 'extra' }));
}

/** Receipts and totals of pages that are listed without them. */
function findBare(wanted: readonly string[], { files }: Integrity): Difference[] {
  const due = wanted.flatMap((file) => PAGE.exec(file)?.[1] ?? []).map((path) => `${path}.json`);
  return [...new Set(due)].filter((file) => !files.has(file)).map((file) => ({ file, kind: 'no-receipt' }));
}

/** Totals that receipts call for, and receipts that totals or content call for, and that nobody published. */
function findUnpublished(
  receipts: readonly ReceiptSummary[],
  totals: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
  content: FoundContent,
): Difference[] {
  const sums = receipts.flatMap(({ year, agency }) => [`${year}.json`, `${year}/${agency.id}.json`]);
  const counted = [...totals.values()].flatMap((text) => [...text.matchAll(COUNTED)].map(([, path = '']) => path));
  const promised = content.state === 'none' ? [] : [...content.dataset.indicatorYears.keys()];
  const due = [...counted, ...promised].filter((path) => !known.has(path)).map((path) => `${path}.json`);
  const files = new Set([...sums.filter((file) => !totals.has(file)), ...due]);
  return [...files].map((file) => ({ file, kind: 'no-receipt' }));
}

/** An indicator that a total names. */
const COUNTED = /"path": "(\d{4}\/[a-z0-9-]+\/[a-z0-9-]+)"/g;

function compareDigest(file: string, bytes: Buffer, { files }: Integrity): Difference[] {
  const [published, recomputed] = [files.get(file), getDigest(bytes)];
  if (published === undefined) return [{ file, kind: 'extra' }];
  if (published === recomputed) return [];
  const isPage = file.endsWith('.json') && /^\s*</.test(bytes.toString('utf8', 0, 200));
  return [{ file, kind: isPage ? 'web-page' : 'changed', published, recomputed }];
}

function describeFailure(
  file: string,
  { failure, ...more }: Extract<Awaited<ReturnType<SiteFiles['read']>>, { failure: string }>,
): Difference {
  if (failure === 'missing') return { file, kind: 'missing' };
  return { file, kind: 'failed', field: failure, ...('detail' in more ? { published: more.detail } : {}) };
}
