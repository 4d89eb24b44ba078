import { describe, expect, it, test } from 'vitest';
import { parseMdx } from '#mdx/parse-mdx.ts';

const OPTIONS = { file: 'q1.mdx', titles: {}, headingRank: () => 4 };
const SIZE = 60_000;

const fill = (piece: string) => (size: number) => piece.repeat(Math.floor(size / Buffer.byteLength(piece)));

/** First issue as "CODE line:column". */
function findFirst(text: string): string | undefined {
  const [issue] = parseMdx(text, OPTIONS).issues;
  return issue === undefined ? undefined : `${issue.code} ${issue.line}:${issue.column}`;
}

/** What four times the text may cost at most. */
const LINEAR = 10;
/** The parser itself looks through these anew for each of their pieces; a file's 64 KB keep that within bounds. */
const SQUARE = 40;

/**
 * Texts that took the parser minutes, gigabytes, or the whole process: it is not shown them as they stand. Each as
 * long as asked, with its first issue at full length.
 */
const HEAVY: [string, (size: number) => string, string | undefined, growth: number][] = [
  ['brackets inside an expression', (size) => `{${fill('(')(size)}`, 'CW402 1:1', LINEAR],
  ['lists inside an export', (size) => `export const a = ${fill('[')(size)}`, 'CW401 1:1', SQUARE],
  ['braces', fill('{'), 'CW402 1:1', LINEAR],
  ['an expression after the other', fill('{a}'), 'CW402 1:1', LINEAR],
  ['a < after the other', fill('ก <5 '), 'CW404 1:3', LINEAR],
  ['quotations in quotations', fill('>'), 'CW419 1:1', LINEAR],
  ['lists in lists', fill('- '), 'CW419 1:1', LINEAR],
  ['numbered lists in lists', fill('1. '), 'CW419 1:1', LINEAR],
  ['components that are never closed', fill('<Note>'), 'CW419 1:241', LINEAR],
  ['closing tags', fill('</Note>'), 'CW414 1:1', SQUARE],
  ['attributes', (size) => `<Note ${fill('a={b} ')(size)}>ก</Note>`, 'CW414 1:1', LINEAR],
  [
    'bold in bold',
    (size) => fill('**ก ')(size).slice(0, size / 6) + fill(' ข**')(size).slice(0, size / 6),
    'CW419 1:153',
    SQUARE,
  ],
  ['links that are never closed', fill('[a](<b'), 'CW407 1:5', SQUARE],
  ['a table of one row and very many columns', buildTable, 'CW420 2:1', LINEAR],
  ['references to control characters', fill('&#1;'), 'CW110 1:1', LINEAR],
  ['spaces', (size) => `ก${fill(' ')(size)}ข`, undefined, LINEAR],
  ['escapes', fill('\\*'), undefined, LINEAR],
];

function buildTable(size: number): string {
  const columns = Math.floor((size * 3) / 20);
  return `|${'ก|'.repeat(columns)}\n|${'-|'.repeat(columns)}\n${'ข\n'.repeat(columns / 10)}`;
}

/** Milliseconds of CPU, the best of three: a busy machine makes time pass, not work. */
function measure(text: string): number {
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    findFirst(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** Less than this is the noise of the clock and of the collector. */
const NOISE = 2;

describe('texts made to be costly', () => {
  test.each(HEAVY)('%s: told, and the reader goes on', { timeout: 120_000 }, (_, build, expected, growth) => {
    expect(findFirst(build(SIZE))).toBe(expected);
    const size = growth === LINEAR ? SIZE : SIZE / 4;
    const small = Math.max(NOISE, measure(build(size / 4)));
    expect(measure(build(size)) / small).toBeLessThan(growth);
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
