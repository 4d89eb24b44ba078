import { expect, test } from 'vitest';
import { keepLoading } from '#search/keep-loading.ts';

test('what is loaded is loaded once; what could not be had is tried again', async () => {
  const kept = new Map<string, Promise<number>>();
  let tries = 0;
  const load = async () => {
    tries += 1;
    if (tries === 1) throw new Error('offline');
    return tries;
  };
  await expect(keepLoading(kept, 'words', load)).rejects.toThrow('offline');
  expect(await keepLoading(kept, 'words', load)).toBe(2);
  expect(await keepLoading(kept, 'words', load)).toBe(2);
  expect(await keepLoading(kept, 'others', load)).toBe(3);
});
