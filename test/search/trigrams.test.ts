import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BREAK, getPair, getTrigram, isExact, listTrigramsOf } from '#search/trigrams.ts';
import { anyText, listTrigrams } from './texts.ts';

/** Characters that have a word of their own: Thai, ASCII and the break. */
const OWN = [
  ...Array.from({ length: 0x5b }, (_, at) => String.fromCharCode(0x0e01 + at)),
  ...Array.from({ length: 0x5f }, (_, at) => String.fromCharCode(0x20 + at)),
  BREAK,
];
const own = fc.string({ unit: fc.constantFrom(...OWN), minLength: 3, maxLength: 3 });

test('the engine sees nothing but words of five small Latin letters and digits, whatever a page holds', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const word of listTrigrams(text)) expect(word).toMatch(/^[0-9a-z]{5}$/);
    }),
    { numRuns: 300 },
  );
});

test('no two runs of Thai and ASCII are written as the same word', () => {
  const pairs = OWN.flatMap((one) => OWN.map((other) => one + other));
  expect(new Set(pairs.map((pair) => getPair(pair))).size).toBe(OWN.length ** 2);
  expect(new Set(OWN.map((last) => getTrigram(`กก${last}`))).size).toBe(OWN.length);
  fc.assert(
    fc.property(own, own, (one, other) => {
      expect(getTrigram(one) === getTrigram(other)).toBe(one === other);
    }),
  );
});

test('all words that begin with two characters, and no others, begin with the word of the two', () => {
  fc.assert(
    fc.property(own, own, (text, other) => {
      const pair = getPair(text);
      expect(getTrigram(text).startsWith(pair)).toBe(true);
      expect(listTrigramsOf(pair)).toContain(getTrigram(text));
      expect(getTrigram(other).startsWith(pair)).toBe(other.slice(0, 2) === text.slice(0, 2));
    }),
  );
  const all = listTrigramsOf(getPair('งบ'));
  expect(new Set(all).size).toBe(all.length);
  expect(all.every((word) => word.startsWith(getPair('งบ')))).toBe(true);
});

test('the n-th word of a text is that of its n-th character and the two behind it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const words = listTrigrams(text);
      expect(words).toHaveLength(Math.max(0, text.length - 2));
      words.forEach((word, at) => {
        expect(word).toBe(getTrigram(text.slice(at, at + 3)));
      });
    }),
    { numRuns: 300 },
  );
});

test('other characters have words too, which they share', () => {
  expect(isExact(`งบ 2563, PM2.5${BREAK}`)).toBe(true);
  expect(isExact('café')).toBe(false);
  // There are 28 of them: é and ê differ, é and ą are written alike.
  expect(getTrigram('caé')).not.toBe(getTrigram('caê'));
  expect(getTrigram('caé')).toBe(getTrigram('caą'));
});
