import type { IndicatorEntry, ReportEntry, Sections, YearEntry } from '../entry.ts';
import { QUARTERS } from '../fiscal-year.ts';
import type { ScoredItem } from '../scored-site.ts';
import { compareFields, compareLists } from './compare-fields.ts';
import type { Change, EntryChange, EntryPlace, Narrative, NarrativeChange } from './impact.ts';

type WrittenEntry = IndicatorEntry | ReportEntry | YearEntry;

/** Told apart from the other fields: they are lists of records. */
const LISTS = ['evidence', 'corrections'];

/** Texts of at most so many characters are shown, longer ones counted. */
const SHORT = 60;

const SECTIONS = ['body', 'definition', 'method', 'supporting', 'obstacles'] as const;

/** What changed in the files of an indicator's year, the promise first. A stub is no report. */
export function compareEntries(before: ScoredItem, after: ScoredItem): EntryChange[] {
  const places: EntryPlace[] = ['indicator', ...QUARTERS, 'year'];
  return places.flatMap((place) => {
    const [old, now] = [findEntry(before, place), findEntry(after, place)];
    const change = compareEntry(place, old, now);
    return change === undefined ? [] : [change];
  });
}

/** The entry at a place of an indicator's year, where it holds anything. */
export function findEntry(item: ScoredItem, place: EntryPlace): WrittenEntry | undefined {
  if (place === 'indicator') return item.indicator;
  const entry = place === 'year' ? item.summary : item.reports[place];
  return entry === undefined || isStub(entry) ? undefined : entry;
}

/** One spelling of everything that an indicator's year says, whatever its path. */
export function spellItem(item: ScoredItem, places: readonly EntryPlace[]): string {
  const entries = places.map((place) => {
    const entry = findEntry(item, place);
    return entry && [entry.data, SECTIONS.map((section) => entry.sections[section]?.html)];
  });
  return JSON.stringify(entries);
}

function isStub({ data, sections }: WrittenEntry): boolean {
  return Object.keys(data).length === 0 && Object.keys(sections).length === 0;
}

function compareEntry(
  place: EntryPlace,
  before: WrittenEntry | undefined,
  after: WrittenEntry | undefined,
): EntryChange | undefined {
  const change: Change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const fields = compareFields(before?.data, after?.data, LISTS);
  const narratives = compareNarratives(before?.sections ?? {}, after?.sections ?? {});
  const evidence = compareLists(getEvidence(before), getEvidence(after));
  const corrections = compareLists(before?.data.corrections, after?.data.corrections);
  const lists = [fields, narratives, evidence.added, evidence.removed, corrections.added, corrections.removed];
  if (lists.every((list) => list.length === 0)) return undefined;
  return { place, change, fields, narratives, evidence, corrections };
}

function getEvidence(entry: WrittenEntry | undefined) {
  return entry === undefined || entry.kind === 'indicator' ? [] : (entry.data.evidence ?? []);
}

function compareNarratives(before: Sections, after: Sections): NarrativeChange[] {
  return SECTIONS.filter((section) => before[section]?.html !== after[section]?.html).map((section) => {
    const [old, now] = [before[section], after[section]];
    return {
      section,
      ...(old === undefined ? {} : { before: measure(old.text) }),
      ...(now === undefined ? {} : { after: measure(now.text) }),
    };
  });
}

function measure(text: string): Narrative {
  const characters = [...text].length;
  return characters <= SHORT ? { characters, text } : { characters };
}
