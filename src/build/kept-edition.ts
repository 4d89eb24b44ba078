import type { DataEdition } from '#exports/data-edition.ts';

/** What the page about the open data has read: it is another one when any of its files is. */
export const DATA_READ = 'data';

/** Shared by the module graphs of one process: made before the pages, by whoever builds, and shown on a page. */
declare global {
  var chiwatEdition: DataEdition | undefined;
}

/** The open data of the build at hand; undefined where none was made, as while developing. */
export function findKeptEdition(): DataEdition | undefined {
  return globalThis.chiwatEdition;
}

export function setKeptEdition(edition: DataEdition): void {
  globalThis.chiwatEdition = edition;
}
