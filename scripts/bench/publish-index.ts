import { readFileSync } from 'node:fs';
import { publishSearch } from '#data/publish-search.ts';

// Run by the bench in a process of its own, so that nothing but making the search is measured: publishes the shelves
// in a file, and writes what its own process took for it, without the engine's, as JSON.
const [, , file = '', folder = '', cache = ''] = process.argv;
const shelves = JSON.parse(readFileSync(file, 'utf8'));
const before = process.cpuUsage();
const published = await publishSearch(shelves, folder, cache);
const { user, system } = process.cpuUsage(before);
const { userCPUTime, systemCPUTime } = process.resourceUsage();
console.log(
  JSON.stringify({
    ...published,
    ownSeconds: (user + system) / 1e6,
    otherSeconds: (userCPUTime + systemCPUTime - user - system) / 1e6,
  }),
);
