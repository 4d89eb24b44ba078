import type { Dataset } from '../dataset.ts';
import type { Entry } from '../entry.ts';
import type { Issue } from '../issue.ts';
import { checkEntry } from './check-entry.ts';
import { findDisagreements } from './check-figures.ts';
import { checkReferences } from './check-references.ts';
import { checkCopies, checkText, type FindPlace } from './check-text.ts';

/** What can be said of an entry by itself; kept with it in the cache. `findPlace` knows where its text stands. */
export function checkAlone(entry: Entry, findPlace?: FindPlace): Issue[] {
  return [...checkEntry(entry), ...checkText(entry, findPlace)];
}

/** What can be said only of entries together. */
export function checkTogether(dataset: Dataset): Issue[] {
  const ratioUnits = dataset.site?.data.ratioUnits ?? [];
  const items = [...dataset.indicatorYears.values()];
  return [
    ...checkReferences(dataset),
    ...items.flatMap((item) => findDisagreements(item, ratioUnits)),
    ...items.flatMap(checkCopies),
  ];
}
