import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildReceipt, formatReceipt } from '#exports/receipt.ts';
import type { Difference } from '../../scripts/verify/difference.ts';
import { verifyFile } from '../../scripts/verify/verify-file.ts';
import { promise, resultFor } from '../domain/scoring/arbitraries.ts';
import { buildMilestones } from '../support/build-indicator.ts';
import { buildItem, type ItemParts } from '../support/build-site.ts';

const FILE = 'roads.json';

/** A site of one indicator, and the text of its receipt. */
function publish(parts: ItemParts, today?: string) {
  const { site, path } = buildItem(parts, today);
  return { site, text: formatReceipt(buildReceipt(site, path)) };
}

function verify(text: string): Difference[] {
  return verifyFile(FILE, text, { state: 'none', reason: 'no-commit' }).differences;
}

const item: fc.Arbitrary<ItemParts> = promise.chain((drawn) => {
  const result = fc.option(resultFor(drawn), { nil: undefined });
  return fc
    .record({ first: result, last: result, year: result, review: fc.integer({ min: 0, max: 100 }) })
    .map((told) => {
      const { first, last, year, review } = told;
      const { target = 'unknown', ...indicator } = drawn;
      return {
        indicator: { ...indicator, target },
        reports: {
          1: { ...(first !== undefined && { result: first }), review: { completeness: review, timeliness: 50 } },
          ...(last !== undefined && { 4: last }),
        },
        ...(year !== undefined && { year }),
      };
    });
});

interface Leaf {
  keys: string[];
  value: number;
}

function listNumbers(value: unknown, keys: string[] = []): Leaf[] {
  if (typeof value === 'number') return [{ keys, value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => listNumbers(inner, [...keys, key]));
}

/** The receipt's text with one number in place of another. */
function replaceNumber(text: string, { keys }: Leaf, put: number): string {
  const copy = JSON.parse(text);
  const last = keys.at(-1) ?? '';
  const group = keys.slice(0, -1).reduce((inner, key) => inner[key], copy);
  group[last] = put;
  return formatReceipt(copy);
}

/** What was promised and reported, not what follows from it. */
function isInput({ keys: [first, , third] }: Leaf): boolean {
  return ['indicator', 'summary', 'rules'].includes(first ?? '') || third === 'report';
}

describe('a receipt by itself', () => {
  test('works out again, whatever was promised and reported', () => {
    fc.assert(
      fc.property(item, (parts) => {
        expect(verify(publish(parts).text)).toEqual([]);
      }),
    );
  });

  test('is told of when any number in its results is another one', () => {
    fc.assert(
      fc.property(item, fc.nat(), fc.integer({ min: 1, max: 9 }), (parts, pick, more) => {
        const { text } = publish(parts);
        const leaves = listNumbers(JSON.parse(text)).filter((leaf) => !isInput(leaf));
        const leaf = leaves[pick % leaves.length];
        if (leaf === undefined) throw new Error('a receipt without numbers');
        expect(verify(replaceNumber(text, leaf, leaf.value + more)).length).toBeGreaterThan(0);
      }),
    );
  });

  test('is told of when any number in it is another one, held against content', () => {
    fc.assert(
      fc.property(item, fc.nat(), fc.integer({ min: 1, max: 9 }), (parts, pick, more) => {
        const { site, text } = publish(parts);
        const leaves = listNumbers(JSON.parse(text));
        const leaf = leaves[pick % leaves.length];
        if (leaf === undefined) throw new Error('a receipt without numbers');
        const changed = replaceNumber(text, leaf, leaf.value + more);
        const content = { state: 'found', dataset: site.dataset, from: 'folder' } as const;
        expect(verifyFile(FILE, text, content).differences).toEqual([]);
        expect(verifyFile(FILE, changed, content).differences.length).toBeGreaterThan(0);
      }),
    );
  });

  const { text } = publish({ indicator: { weight: 20, scale: buildMilestones('step') }, year: 75 }, '2024-05-01');

  test('names the value, what was published and what comes out', () => {
    expect(verify(text.replace(/"points": 12,\n {6}"level"/, '"points": 13,\n      "level"'))).toEqual([
      { file: FILE, kind: 'recomputed', field: 'standing.score.points', published: '13', recomputed: '12' },
    ]);
  });

  test('is told of when a result stands in it without its report', () => {
    const changed = text.replace('"isLate": false,', '"isLate": false,\n      "result": 50,');
    expect(verify(changed)).toEqual([{ file: FILE, kind: 'recomputed', field: 'quarters.0.result', published: '50' }]);
  });

  test('is told of when it says the same in another spelling', () => {
    expect(verify(text.replace('"value": 75,', '"value": 75.0,'))).toEqual([
      { file: FILE, kind: 'spelling', published: '"value": 75.0,', recomputed: '"value": 75,' },
    ]);
  });

  test('that claims another agency’s address is told of', () => {
    const changed = text.replace('"id": "finance"', '"id": "works"');
    expect(verify(changed)).toEqual([
      { file: FILE, kind: 'recomputed', field: 'agency.id', published: '"works"', recomputed: '"finance"' },
    ]);
  });

  test.each([
    ['not-json', '{"version": 2,'],
    ['web-page', '<!doctype html>'],
    ['shape', '[1]'],
    ['version', '{"version": 1}'],
    ['shape', '{"version": 2}'],
    ['shape', text.replace('"direction": "higher"', '"direction": "up"')],
    ['shape', text.replace('"asOf": "2024-05-01"', '"asOf": "2567-05-01"')],
  ])('that cannot be read is told of as %s', (kind, given) => {
    expect(verify(given)).toEqual([expect.objectContaining({ file: FILE, kind })]);
  });
});
