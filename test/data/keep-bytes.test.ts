import { describe, expect, test } from 'vitest';
import { keepBytes } from '#data/keep-bytes.ts';

describe('bytes that are kept', () => {
  test.each([0, 12, 1_500_000])('are read again as they were, %s of them, as often as asked', (size) => {
    const bytes = new Uint8Array(size).fill(7);
    const read = keepBytes(bytes);
    expect([...Array(2)].map(() => Buffer.compare(read(), new Uint8Array(size).fill(7)))).toEqual([0, 0]);
  });

  test('of one do not become those of another', () => {
    const [first, second] = [1, 2].map((value) => keepBytes(new Uint8Array(1_500_000).fill(value)));
    expect([first?.()[0], second?.()[0]]).toEqual([1, 2]);
  });
});
