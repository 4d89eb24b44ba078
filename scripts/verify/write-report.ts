import { createFormat } from '#strings/format.ts';
import type { Language } from '#strings/translate.ts';
import { clean } from '../check/write-report.ts';
import { describeDifference, describeField } from './describe-difference.ts';
import type { Verified } from './run-verify.ts';
import { createWords, type VerifyKey, type Words } from './words.ts';

/** So many differences are told; of a site that is another one altogether nobody reads more. */
const MOST_TOLD = 50;

const JSON_VERSION = 1;

/** For people: each difference on a line of its own, what was counted, what is proven and what is not. */
export function writeText(verified: Verified, language: Language): string {
  const words = createWords(language);
  const format = createFormat(language);
  const { differences } = verified;
  const day = verified.asOf === undefined ? undefined : words('as-of', { day: format.day(verified.asOf) });
  const told = differences.slice(0, MOST_TOLD).map((difference) => {
    return `${clean(difference.file)} — ${describeDifference(difference, words)}`;
  });
  const rest = differences.length - told.length;
  const blocks = [
    [...told, ...(rest === 0 ? [] : [words('rest', { count: format.count(rest) })])],
    [summarise(verified, words, format.count), day, describeContent(verified, words)],
    [findProven(verified, words), describeUnproven(verified, words)],
  ];
  const lines = blocks.map((block) => block.filter((line) => line !== undefined).join('\n'));
  return lines.filter((block) => block !== '').join('\n\n');
}

/** For programs; the shape stands in the usage. Every difference is there. */
export function writeJson(verified: Verified, language: Language): string {
  const words = createWords(language);
  const { target, scope, commit, asOf, counts, content, other, differences } = verified;
  const list = differences.map((difference) => {
    const { file, kind, field, published, recomputed } = difference;
    const label = describeField(difference, words);
    return { file, kind, field, label, published, recomputed, message: describeDifference(difference, words) };
  });
  const proven = findProven(verified, words);
  const unproven = describeUnproven(verified, words);
  const told = { ...counts, differences: list.length };
  const head = { version: JSON_VERSION, target, scope, commit, asOf, counts: told, content, other };
  return JSON.stringify({ ...head, differences: list, proven, unproven }, null, 2);
}

function summarise({ counts, differences }: Verified, words: Words, count: (value: number) => string): string {
  const { files, receipts, totals } = counts;
  const params = { files: count(files), receipts: count(receipts), totals: count(totals) };
  if (differences.length === 0) return words('summary.same', params);
  const named = new Set(differences.map(({ file }) => file)).size;
  return words('summary.different', { ...params, count: count(differences.length), named: count(named) });
}

function describeContent({ content, commit, counts }: Verified, words: Words): string | undefined {
  if (content.state === 'none') return words('content.none', { reason: words(`reason.${content.reason}`) });
  if (counts.receipts + counts.totals === 0) return undefined;
  if (content.folder !== undefined) return words('content.folder', { folder: content.folder });
  return words('content.commit', { commit: commit ?? '' });
}

/** What holds when nothing differs; nothing is proven where something does. */
function findProven({ scope, counts, content, other, differences }: Verified, words: Words): string | undefined {
  if (differences.length > 0) return undefined;
  const hasReceipts = counts.receipts + counts.totals > 0;
  const parts = [
    words(getProof(scope, counts)),
    ...(content.state === 'compared' && hasReceipts ? [words('proven.content')] : []),
    ...(other === undefined ? [] : [words('proven.other', { name: other.name })]),
  ];
  return words('proven', { parts: parts.join(' ') });
}

function getProof(scope: Verified['scope'], { receipts, totals }: Verified['counts']): VerifyKey {
  if (receipts > 0) return `proven.${scope}`;
  if (scope === 'file') return 'proven.sum';
  if (scope === 'site') return 'proven.listed';
  return totals > 0 ? 'proven.page' : 'proven.plain';
}

function describeUnproven({ scope, isHost, content, other }: Verified, words: Words): string {
  const parts = [
    words('unproven.truth'),
    ...(content.state === 'none' ? [words('unproven.content')] : []),
    ...(content.state === 'compared' && !content.hasHistory ? [words('unproven.history')] : []),
    ...(scope === 'file' ? [words('unproven.published')] : other === undefined ? [words('unproven.pages')] : []),
    ...(scope === 'page' ? [words('unproven.rest')] : []),
    ...(scope === 'site' && isHost ? [words('unproven.hidden')] : []),
  ];
  return words('unproven', { parts: parts.join(' · ') });
}
