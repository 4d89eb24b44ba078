// Loaded into the measured process: writes what it used when it ends, so that nothing of the bench itself is counted.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const file = process.env.CHIWAT_USAGE;
  if (file === undefined) return;
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(
    file,
    JSON.stringify({ cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: maxRSS / 1024 }),
  );
});
