import { expect, inject, test } from 'vitest';
import { waitForOutcome } from '../setup/run-beside.ts';

test('the types of every file hold', async () => {
  const failure = await waitForOutcome(inject('types'));
  if (failure !== undefined) expect.fail(failure);
});
