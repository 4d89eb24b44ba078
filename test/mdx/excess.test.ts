import { describe, expect, it, test } from 'vitest';
import { parseMdx } from '#mdx/parse-mdx.ts';

const OPTIONS = { file: 'q1.mdx', titles: {}, headingRank: () => 4 };
const SIZE = 60_000;

function fill(piece: string): string {
  return piece.repeat(Math.floor(SIZE / Buffer.byteLength(piece)));
}

/** First issue as "CODE line:column"; the texts here must not take the parser seconds, nor stop the process. */
function findFirst(text: string): string | undefined {
  const [issue] = parseMdx(text, OPTIONS).issues;
  return issue === undefined ? undefined : `${issue.code} ${issue.line}:${issue.column}`;
}

/** Texts that took the parser minutes, gigabytes, or the whole process: it is not shown them as they stand. */
const HEAVY: [string, string, string | undefined][] = [
  ['brackets inside an expression', `{${fill('(')}`, 'CW402 1:1'],
  ['lists inside an export', `export const a = ${fill('[')}`, 'CW401 1:1'],
  ['braces', fill('{'), 'CW402 1:1'],
  ['an expression after the other', fill('{a}'), 'CW402 1:1'],
  ['a < after the other', fill('ก <5 '), 'CW404 1:3'],
  ['quotations in quotations', fill('>'), 'CW419 1:1'],
  ['lists in lists', fill('- '), 'CW419 1:1'],
  ['numbered lists in lists', fill('1. '), 'CW419 1:1'],
  ['components that are never closed', fill('<Note>'), 'CW419 1:241'],
  ['closing tags', fill('</Note>'), 'CW414 1:1'],
  ['attributes', `<Note ${fill('a={b} ')}>ก</Note>`, 'CW414 1:1'],
  ['bold in bold', `${fill('**ก ').slice(0, SIZE / 6)}${fill(' ข**').slice(0, SIZE / 6)}`, 'CW419 1:153'],
  ['links that are never closed', fill('[a](<b'), 'CW407 1:5'],
  [
    'a table of one row and very many columns',
    `|${'ก|'.repeat(9000)}\n|${'-|'.repeat(9000)}\n${'ข\n'.repeat(900)}`,
    'CW420 2:1',
  ],
  ['references to control characters', fill('&#1;'), 'CW110 1:1'],
  ['spaces', `ก${fill(' ')}ข`, undefined],
  ['escapes', fill('\\*'), undefined],
];

describe('texts made to be costly', () => {
  test.each(HEAVY)('%s: told at once, and the reader goes on', { timeout: 10_000 }, (_, text, expected) => {
    const start = performance.now();
    expect(findFirst(text)).toBe(expected);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('lists to the allowed depth are read', () => {
    const nested = Array.from({ length: 15 }, (_, depth) => `${'  '.repeat(depth)}- ก`).join('\n');
    expect(findFirst(nested)).toBeUndefined();
  });

  it('a table of a year is read', () => {
    const row = `|${' 12 |'.repeat(13)}`;
    expect(findFirst(`${row}\n|${'---|'.repeat(13)}\n${`${row}\n`.repeat(60)}`)).toBeUndefined();
  });
});
