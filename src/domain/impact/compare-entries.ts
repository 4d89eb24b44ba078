import type { IndicatorYear } from '../dataset.ts';
import type { IndicatorEntry, ReportEntry, Sections, YearEntry } from '../entry.ts';
import { QUARTERS } from '../fiscal-year.ts';
import type { Correction } from '../schemas/correction.ts';
import type { Evidence } from '../schemas/evidence.ts';
import { findText } from '../section-text.ts';
import { compareFields, compareLists } from './compare-fields.ts';
import type { Change, EntryChange, EntryPlace, Narrative, NarrativeChange } from './impact.ts';

export type WrittenEntry = IndicatorEntry | ReportEntry | YearEntry;

/** What a file says, as far as it is known. */
export interface Said {
  data: { evidence?: Evidence[] | undefined; corrections?: Correction[] | undefined };
  sections: Sections;
}

/** Told apart from the other fields: they are lists of records. */
const LISTS = ['evidence', 'corrections'];

/** Texts of at most so many characters are shown, longer ones counted. */
const SHORT = 60;

const SECTIONS = ['body', 'definition', 'method', 'supporting', 'obstacles'] as const;

/** What changed in the files of an indicator's year, the promise first. A stub is no report. */
export function compareEntries(before: IndicatorYear, after: IndicatorYear): EntryChange[] {
  const places: EntryPlace[] = ['indicator', ...QUARTERS, 'year'];
  return places.flatMap((place) => {
    const [old, now] = [findEntry(before, place), findEntry(after, place)];
    const change = compareEntry(place, old, now);
    return change === undefined ? [] : [change];
  });
}

/** The entry at a place of an indicator's year, where it holds anything. */
export function findEntry(item: IndicatorYear, place: EntryPlace): WrittenEntry | undefined {
  if (place === 'indicator') return item.indicator;
  const entry = place === 'year' ? item.summary : item.reports[place];
  return entry === undefined || isStub(entry) ? undefined : entry;
}

/** One spelling of everything that an indicator's year says, whatever its path. */
export function spellItem(item: IndicatorYear, places: readonly EntryPlace[]): string {
  const entries = places.map((place) => {
    const entry = findEntry(item, place);
    // A folder that moves may have to say so in a correction, and is then still the same.
    const said = entry && Object.entries(entry.data).filter(([key]) => key !== 'corrections');
    return entry && [said, SECTIONS.map((section) => entry.sections[section]?.html)];
  });
  return JSON.stringify(entries);
}

/** Whether a file holds nothing: it was only laid out. */
export function isStub(said: Said): boolean {
  // Fields first: the text of an old version is read only when it is asked for.
  return Object.keys(said.data).length === 0 && Object.keys(said.sections).length === 0;
}

/** What changed in one file; undefined where it says the same as before. */
export function compareEntry(
  place: EntryPlace,
  before: Said | undefined,
  after: Said | undefined,
): EntryChange | undefined {
  const change: Change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const fields = compareFields(before?.data, after?.data, LISTS);
  const narratives = compareNarratives(before?.sections ?? {}, after?.sections ?? {});
  const evidence = compareLists(before?.data.evidence, after?.data.evidence);
  const corrections = compareLists(before?.data.corrections, after?.data.corrections);
  const lists = [fields, narratives, evidence.added, evidence.removed, corrections.added, corrections.removed];
  if (lists.every((list) => list.length === 0)) return undefined;
  return { place, change, fields, narratives, evidence, corrections };
}

function compareNarratives(before: Sections, after: Sections): NarrativeChange[] {
  return SECTIONS.filter((section) => before[section]?.html !== after[section]?.html).map((section) => {
    const [old, now] = [before[section], after[section]];
    return {
      section,
      ...(old === undefined ? {} : { before: measure(findText(old) ?? '') }),
      ...(now === undefined ? {} : { after: measure(findText(now) ?? '') }),
    };
  });
}

function measure(text: string): Narrative {
  let characters = 0;
  for (const _ of text) characters += 1;
  return characters <= SHORT ? { characters, text } : { characters };
}
