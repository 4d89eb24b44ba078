import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

// Days must not depend on where a machine stands: far from Bangkok, on the other side of midnight.
process.env.TZ = 'America/Los_Angeles';

// Commands are started hundreds of times: each takes half as long when it need not be compiled anew.
process.env.NODE_COMPILE_CACHE ??= resolve('node_modules/.cache/chiwat/compile');

export default defineConfig({
  test: {
    // One for each core of the smallest machine that runs them; by itself Vitest leaves one idle.
    maxWorkers: 2,
    reporters: ['default', './test/setup/reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/site/**', 'test/types/**'],
          // Before the tests of sites, which are built meanwhile.
          sequence: { groupOrder: 0 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Nothing in src/ keeps a state that a test could spoil; loading everything anew for each file takes a third of the time.
          isolate: false,
        },
      },
      {
        test: {
          name: 'site',
          include: ['test/site/**/*.test.ts'],
          globalSetup: ['./test/setup/browser.ts', './test/setup/site.ts'],
          setupFiles: './test/setup/wait-for-sites.ts',
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Pages that a file has opened are used by the next.
          isolate: false,
        },
      },
      {
        test: {
          name: 'types',
          include: ['test/types/**/*.test.ts'],
          // Checked from the start of the run, beside all other tests, and asked for its outcome at the end.
          globalSetup: './test/setup/types.ts',
          sequence: { groupOrder: 2 },
          testTimeout: 600_000,
        },
      },
    ],
  },
});
