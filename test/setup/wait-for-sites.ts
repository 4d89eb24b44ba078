import { inject } from 'vitest';
import { waitForOutcome } from './run-beside.ts';

// The sites are built while other tests run; no test of them begins before they stand.
const failure = await waitForOutcome(inject('built'));
if (failure !== undefined) throw new Error(failure);
