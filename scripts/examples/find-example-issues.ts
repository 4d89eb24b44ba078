import { type ReadOptions, readContent } from '#data/read-content.ts';
import { checkChanges, mergeIssues } from '#domain/checks/check-changes.ts';
import { checkCorrectionDays } from '#domain/checks/check-corrections.ts';
import type { Issue } from '#domain/issue.ts';

/** The day that examples are read on: every quarter of the small site has closed. */
const DAY = '2024-12-01';

/** All that the checker finds in a folder, and in how it came from the folder that stood before where there is one. */
export function findExampleIssues(folder: string, base?: string, options?: ReadOptions): Issue[] {
  const head = readContent(folder, options);
  const days = head.entries.flatMap((entry) => ('agency' in entry ? checkCorrectionDays(entry, DAY) : []));
  const changes = base === undefined ? [] : checkChanges({ base: readContent(base), head, today: DAY });
  return mergeIssues([...head.issues, ...days], changes);
}
