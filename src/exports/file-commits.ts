import type { IndicatorYear } from '#domain/dataset.ts';
import { QUARTERS } from '#domain/fiscal-year.ts';
import type { EntryPlace } from '#domain/impact/impact.ts';
import type { Ledger, Revision } from '#domain/ledger/ledger.ts';

/** The commit that last set what a file of an indicator says: its id and its day, nothing of who made it. */
export interface FileCommit {
  file: string;
  id: string;
  /** YYYY-MM-DD in the site's time zone. */
  day: string;
  /** Set where a shallow clone ends: the file is from this commit or from one before it. */
  isCutOff?: true;
}

/** The files of an indicator's year with the commits they are from; undefined where git tells nothing, a file that is not committed is left out. */
export function listFileCommits(ledger: Ledger, item: IndicatorYear): FileCommit[] | undefined {
  const revisions = ledger.state === 'unknown' ? undefined : ledger.items.get(item.path);
  if (revisions === undefined) return undefined;
  const last = new Map<EntryPlace, Revision>();
  for (const revision of revisions) {
    for (const place of listTouched(revision)) last.set(place, revision);
  }
  return listPlaces(item).flatMap((place) => {
    const { commit, isCutOff } = last.get(place) ?? {};
    if (commit === undefined) return [];
    return [{ file: nameFile(place), id: commit.id, day: commit.day, ...(isCutOff && { isCutOff }) }];
  });
}

function listTouched({ places, entries, unreadable }: Revision): EntryPlace[] {
  const all: EntryPlace[] = ['indicator', ...QUARTERS, 'year'];
  // What could not be read may have been set there.
  return [
    ...places,
    ...entries.map(({ place }) => place),
    ...all.filter((place) => unreadable.includes(nameFile(place))),
  ];
}

function listPlaces({ reports, summary }: IndicatorYear): EntryPlace[] {
  const quarters = QUARTERS.filter((quarter) => reports[quarter] !== undefined);
  return ['indicator', ...quarters, ...(summary === undefined ? [] : (['year'] as const))];
}

function nameFile(place: EntryPlace): string {
  return typeof place === 'number' ? `q${place}.mdx` : `${place}.mdx`;
}
