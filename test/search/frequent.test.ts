import { expect, test } from 'vitest';
import { listFrequent, packFrequent, readMask, writeMask } from '#search/frequent.ts';
import { listTrigrams } from './texts.ts';

test('what is frequent in each part is told apart from what is so in others', () => {
  const parts = ['การงานของเทศบาล', '', 'งานถนน', 'ร้อยละของถนนที่ซ่อม'].map((text) => listTrigrams(text));
  const { trigrams, masks } = packFrequent(parts);
  const all = listFrequent(trigrams);
  expect(masks.map((mask) => readMask(mask, all))).toEqual(parts.map((part) => [...new Set(part)].sort()));
  expect(trigrams.length).toBe(5 * new Set(parts.flat()).size);
});

test('a site without such a part has none', () => {
  expect(packFrequent([[], []])).toEqual({ trigrams: '', masks: ['', ''] });
  expect(listFrequent('')).toEqual([]);
});

test('a mask tells which of some things are meant', () => {
  const things = ['a', 'b', 'c', 'd', 'e', 'f'];
  const mask = writeMask(things.length, (at) => [0, 3, 5].includes(at));
  expect(mask).toHaveLength(2);
  expect(readMask(mask, things)).toEqual(['a', 'd', 'f']);
});
