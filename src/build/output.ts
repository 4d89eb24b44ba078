import type { FileToWrite } from './output-keeper.ts';

/** Files of the site that are made together, other than pages. */
export interface Output {
  /** The same from build to build: the address of the first of its files, without its ending where there are several. */
  id: string;
  /** Every file that may come of it, from the top of the site; some only where there is something to draw. */
  paths: readonly string[];
  make: () => Promise<readonly FileToWrite[]> | readonly FileToWrite[];
}

/** The fiscal year that a file or page of the site belongs to, by its path; undefined for what belongs to none. */
export function findYear(path: string): number | undefined {
  const [, year] = /^(?:[a-z]{2}\/)?(\d{4})(?=[/.])/.exec(path) ?? [];
  return year === undefined ? undefined : Number(year);
}
