import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getLeast, groupCosts, type PartSize, PLACE_BYTES, readCosts } from '#search/costs.ts';

const trigram = fc.string({
  unit: fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyz'),
  minLength: 5,
  maxLength: 5,
});
const part: fc.Arbitrary<PartSize> = fc.integer({ min: 500, max: 20_000 }).chain((chunk) =>
  fc.record({
    chunk: fc.constant(chunk),
    dear: fc.dictionary(trigram, fc.integer({ min: chunk + 1, max: chunk * 200 }), {
      maxKeys: 12,
      noNullPrototype: true,
    }),
  }),
);

test('what a trigram costs is read back to the power of two below it, over all indexes together', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (sizes) => {
      const getCost = readCosts(groupCosts(sizes));
      const least = sizes.reduce((sum, { chunk }) => sum + chunk, 0);
      for (const word of sizes.flatMap(({ dear }) => Object.keys(dear))) {
        // An index in which it is not dear loads a chunk all the same.
        const places = sizes.reduce((sum, { dear, chunk }) => sum + (dear[word] ?? chunk), 0);
        const cost = getCost(word);
        expect(cost).toBeLessThanOrEqual(places / least);
        expect(cost * 2).toBeGreaterThan(places / least);
      }
    }),
  );
});

test('a trigram that is nowhere dear costs one', () => {
  const costs = groupCosts([{ chunk: 500, dear: { aaaaa: 4_000, bbbbb: 4_100, ccccc: 999 } }]);
  expect(costs).toEqual(['', '', 'aaaaabbbbb']);
  const getCost = readCosts(costs);
  expect(['aaaaa', 'bbbbb', 'ccccc', 'ddddd', 'aaabb'].map(getCost)).toEqual([8, 8, 1, 1, 1]);
});

test('a look-up takes a chunk of every index at least', () => {
  const sizes = [
    { chunk: 500, dear: {} },
    { chunk: 1_500, dear: {} },
  ];
  expect(getLeast(sizes)).toBe(Math.round(2_000 * PLACE_BYTES));
  expect(groupCosts([])).toEqual([]);
});
