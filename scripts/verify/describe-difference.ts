import { clean } from '../check/write-report.ts';
import type { Difference } from './difference.ts';
import { findWord, type VerifyKey, type Words } from './words.ts';

/** So much of a value is shown, around where two values part. */
const MOST_SHOWN = 64;

/** A difference as a person is told of it, without the file's name. */
export function describeDifference(difference: Difference, words: Words): string {
  const { published, recomputed } = difference;
  const start = Math.max(0, findParting(published ?? '', recomputed ?? '') - MOST_SHOWN / 2);
  return words(getKey(difference), {
    label: describeField(difference, words) ?? words('whole-file'),
    published: published === undefined ? words('absent') : shorten(published, start),
    recomputed: recomputed === undefined ? words('absent') : shorten(recomputed, start),
  });
}

/** What a value is called, with its key: "the year points (standing.score.points)". */
export function describeField({ kind, field }: Difference, words: Words): string | undefined {
  if (kind === 'other-build' && field === undefined) return words('field.file');
  if (field === undefined || field === '' || kind === 'failed') return undefined;
  const keys = field.split('.');
  const [first = '', second = ''] = keys;
  const place =
    first === 'quarters' ? words('field.quarter', { quarter: Number(second) + 1 }) : findWord(words, `field.${first}`);
  const value = keys.toReversed().flatMap((key) => findWord(words, `value.${key}`) ?? [])[0];
  const name = [place, value].filter((word) => word !== undefined).join(' ');
  return clean(name === '' ? field : `${name} (${field})`);
}

function getKey({ kind, field }: Difference): VerifyKey {
  if (kind !== 'failed') return `kind.${kind}`;
  switch (field) {
    case 'status':
    case 'too-large':
    case 'redirect':
    case 'timeout':
      return `kind.failed.${field}`;
    default:
      return 'kind.failed.unreachable';
  }
}

/** Where two texts begin to differ. */
function findParting(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

function shorten(text: string, start: number): string {
  if (text.length <= MOST_SHOWN) return clean(text);
  const end = start + MOST_SHOWN;
  return clean(`${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`);
}
