import { expect, test } from 'vitest';
import { wordChecks } from '../../scripts/bench/bench-check.ts';

test('a check above its bound, of time or memory, says so', () => {
  const check = (name: string, cpuSeconds: number, peakMegabytes: number) => ({
    name,
    mostSeconds: 1.5,
    cpuSeconds,
    wallSeconds: 2,
    peakMegabytes,
  });
  const [head, ...lines] = wordChecks(100_000, [
    check('one file', 1.04, 120),
    check('slow', 1.6, 120),
    check('large', 1, 1600),
  ]).split('\n');
  expect(head).toBe('100000 entries');
  expect(lines.map((line) => line.endsWith('ABOVE'))).toEqual([false, true, true]);
  expect(lines[0]).toMatch(/^one file +1\.04 CPU s +2\.00 s wall +120 MB peak +at most 1\.5 s, 1536 MB$/);
});
