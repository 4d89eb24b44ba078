import type { IndicatorYear } from '../dataset.ts';
import type { IndicatorEntry, YearEntry } from '../entry.ts';
import { QUARTERS } from '../fiscal-year.ts';
import { isStub, type Said, type WrittenEntry } from '../impact/compare-entries.ts';
import type { EntryPlace } from '../impact/impact.ts';

/** The files of an indicator's year, the promise first. */
export const PLACES: readonly EntryPlace[] = ['indicator', ...QUARTERS, 'year'];

/** Names of the objects that hold the files of an indicator's year. The same files are the same object of this kind. */
export type PlaceDigests = Readonly<Partial<Record<EntryPlace, string>>>;

/** What is known of a file whose text the rules of today cannot read whole: its fields that are in order. */
export type Known = Said['data'] & { name?: string | undefined };

/** One version of a file: read whole, or as far as it is certain. */
export type EntryVersion =
  | {
      is: 'whole';
      entry: WrittenEntry;
      /** What stands below its fields, as typed: the same text needs no second reading to be known as the same. */
      readText: () => string;
    }
  | { is: 'part'; known: Known };

/** An indicator's year as a commit holds it. */
export interface ItemVersion {
  path: string;
  year: number;
  agency: string;
  slug: string;
  digests: PlaceDigests;
  entries: Readonly<Partial<Record<EntryPlace, EntryVersion>>>;
}

/** What a version of a file says; undefined where there is none, and of a file that was only laid out. */
export function findSaid(version: EntryVersion | undefined): Said | undefined {
  if (version === undefined) return undefined;
  if (version.is === 'part') return { data: version.known, sections: {} };
  return version.entry.kind !== 'indicator' && isStub(version.entry) ? undefined : version.entry;
}

/** The indicator's name, where it is known. */
export function findName({ entries: { indicator } }: ItemVersion): string | undefined {
  return indicator?.is === 'part' ? indicator.known.name : findWholeName(indicator?.entry);
}

function findWholeName(entry: WrittenEntry | undefined): string | undefined {
  return entry?.kind === 'indicator' ? entry.data.name : undefined;
}

/** Name of the file at a place. */
export function getFileName(place: EntryPlace): string {
  return typeof place === 'number' ? `q${place}.mdx` : `${place}.mdx`;
}

/** The version as scoring takes it; undefined where a file of it cannot be read whole. */
export function findIndicatorYear({ path, year, agency, slug, entries }: ItemVersion): IndicatorYear | undefined {
  let indicator: IndicatorEntry | undefined;
  let summary: YearEntry | undefined;
  const reports: IndicatorYear['reports'] = {};
  for (const place of PLACES) {
    const version = entries[place];
    if (version === undefined) continue;
    if (version.is === 'part') return undefined;
    const { entry } = version;
    if (entry.kind === 'indicator') indicator = entry;
    else if (entry.kind === 'year') summary = entry;
    else if (typeof place === 'number') reports[place] = entry;
  }
  if (indicator === undefined) return undefined;
  const series = indicator.data.series ?? `${agency}/${slug}`;
  const item = { path, year, agency, slug, series, indicator, reports, attachments: [] };
  return summary === undefined ? item : { ...item, summary };
}

/**
 * The later version with what it cannot tell filled in from the earlier: of files that did not change all, of files
 * that cannot be read whole the fields that are not in order.
 */
export function fillIn(before: ItemVersion, after: ItemVersion): ItemVersion {
  const entries: Partial<Record<EntryPlace, EntryVersion>> = {};
  for (const place of PLACES) {
    const [old, now] = [before.entries[place], after.entries[place]];
    if (now === undefined) continue;
    if (now.is === 'whole') entries[place] = now;
    else if (old !== undefined && before.digests[place] === after.digests[place]) entries[place] = old;
    else entries[place] = { is: 'part', known: { ...findSaid(old)?.data, ...now.known } };
  }
  return { ...after, entries };
}
