import { expect, test } from 'vitest';
import { packFrequent, unpackFrequent } from '#search/frequent.ts';
import { listTrigrams } from '#search/trigrams.ts';

test('what is frequent in each part is told apart from what is so in others', () => {
  const parts = ['การงานของเทศบาล', '', 'งานถนน', 'ร้อยละของถนนที่ซ่อม'].map((text) => listTrigrams(text));
  const { trigrams, masks } = packFrequent(parts);
  expect(masks.map((mask) => unpackFrequent(trigrams, mask))).toEqual(parts.map((part) => new Set(part)));
  expect(trigrams.length).toBe(5 * new Set(parts.flat()).size);
});

test('a site without such a part has none', () => {
  expect(packFrequent([[], []])).toEqual({ trigrams: '', masks: ['', ''] });
  expect(unpackFrequent('', '').size).toBe(0);
});
