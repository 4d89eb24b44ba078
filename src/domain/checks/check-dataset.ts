import type { Dataset } from '../dataset.ts';
import type { Entry } from '../entry.ts';
import type { Issue } from '../issue.ts';
import { buildOutline } from '../outline.ts';
import { checkEntry } from './check-entry.ts';
import { findDisagreements } from './check-figures.ts';
import { checkEvidence, checkOrphans, checkWithdrawal } from './check-folder.ts';
import { checkReferences } from './check-references.ts';
import { checkCopies, checkText, type FindPlace } from './check-text.ts';

/** What can be said of an entry by itself; kept with it in the cache. `findPlace` knows where its text stands. */
export function checkAlone(entry: Entry, findPlace?: FindPlace): Issue[] {
  return [...checkEntry(entry), ...checkText(entry, findPlace)];
}

/** What can be said only of entries together. */
export function checkTogether(dataset: Dataset): Issue[] {
  const outlines = [...dataset.indicatorYears.values()].map(buildOutline);
  return [...checkReferences(dataset, outlines), ...checkFolders(dataset, dataset.site?.data.ratioUnits ?? [])];
}

/** What the files of each indicator's folder say of each other, whatever stands elsewhere: the same for all folders at once or one by one. */
export function checkFolders(dataset: Dataset, ratioUnits: readonly string[]): Issue[] {
  return [
    ...checkOrphans(dataset),
    ...[...dataset.indicatorYears.values()].flatMap((item) => [
      ...checkWithdrawal(item),
      ...checkEvidence(item),
      ...findDisagreements(item, ratioUnits),
      ...checkCopies(item),
    ]),
  ];
}
