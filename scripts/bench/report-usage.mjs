// Loaded into the measured process: writes what it and the programs it started used when it ends, so that nothing of the
// bench itself is counted.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { findChildSeconds } from '../../src/data/child-seconds.ts';

process.on('exit', () => {
  const file = process.env.CHIWAT_USAGE;
  if (file === undefined || !isMainThread) return;
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cpuSeconds = (userCPUTime + systemCPUTime) / 1e6 + (findChildSeconds() ?? 0);
  writeFileSync(file, JSON.stringify({ cpuSeconds, peakMegabytes: maxRSS / 1024 }));
});
