import type { IndicatorYear } from '../dataset.ts';
import { compareEntry } from '../impact/compare-entries.ts';
import { compareStandings } from '../impact/compare-standings.ts';
import { markEntry, markRemoval } from '../impact/find-marks.ts';
import type { EntryChange, EntryPlace, FieldChange, Mark, StandingChange } from '../impact/impact.ts';
import type { Calendar } from '../schemas/calendar.ts';
import type { Standing } from '../scoring/standing.ts';
import {
  type EntryVersion,
  findIndicatorYear,
  findName,
  findSaid,
  getFileName,
  type ItemVersion,
  PLACES,
} from './item-version.ts';
import type { Commit, Revision } from './ledger.ts';

/** What a commit's changes are judged by. */
export interface CommitRules {
  /** Absent for what is not committed. */
  commit?: Commit;
  isCutOff?: true;
  /** YYYY-MM-DD: the commit's day. */
  day: string;
  /** Calendars of a year that can be read, before the commit and after it. */
  getCalendars: (year: number) => readonly Calendar[];
  /** Under the commit's own rules; undefined where they or the version cannot be read. */
  findStanding: (version: ItemVersion, former?: ItemVersion) => Standing | undefined;
}

/** What became of an indicator's year; undefined where nothing of it changed that is told. */
export function buildRevision(
  before: ItemVersion | undefined,
  after: ItemVersion | undefined,
  change: 'restored' | undefined,
  rules: CommitRules,
): Revision | undefined {
  if (after === undefined) return before === undefined ? undefined : buildRemoval(before, rules);
  if (before === undefined) {
    const standings = compareStandings(undefined, rules.findStanding(after));
    return {
      ...begin(after, rules),
      change: 'added',
      places: listPlaces(after),
      unreadable: listUnreadable(undefined, after),
      standings,
    };
  }
  const told = {
    ...begin(after, rules),
    ...compareVersions(before, after, rules),
    unreadable: listUnreadable(before, after),
  };
  const isMoved = before.path !== after.path;
  if (change === undefined && !isMoved && told.entries.length + told.unreadable.length === 0) return undefined;
  const standings = compareKnown(rules.findStanding(before), rules.findStanding(after, before));
  if (!isMoved) return { ...told, change: change ?? 'changed', standings };
  // Into another year: the figures are no longer there for the year that they were published for.
  const marks = before.year === after.year ? [] : markGone(before, rules);
  return { ...told, change: 'moved', from: before.path, standings, marks };
}

function buildRemoval(before: ItemVersion, rules: CommitRules): Revision {
  const standings = compareStandings(rules.findStanding(before), undefined);
  return { ...begin(before, rules), change: 'removed', standings, marks: markGone(before, rules) };
}

/** What every revision says, before anything is told of it. */
function begin(item: ItemVersion, { commit, isCutOff }: CommitRules) {
  return {
    ...(commit === undefined ? {} : { commit }),
    ...(isCutOff === undefined ? {} : { isCutOff }),
    path: item.path,
    // A folder's name is all there is where the file cannot be read.
    name: findName(item) ?? item.slug,
    places: [],
    entries: [],
    unreadable: [],
    marks: [],
  };
}

/** What changed in the files, marked, and the places of which it is not certain. */
function compareVersions(before: ItemVersion, after: ItemVersion, { day, getCalendars }: CommitRules) {
  const rules = { year: after.year, today: day, calendars: getCalendars(after.year) };
  const isUncertain = (place: EntryPlace) => before.entries[place]?.is === 'part';
  const entries = listEntries(before, after).map((entry) => {
    const marked = markEntry(entry, rules);
    return isUncertain(entry.place) ? { ...marked, fields: marked.fields.map(dropDoubtful) } : marked;
  });
  const uncertain = entries.map(({ place }) => place).filter(isUncertain);
  return uncertain.length === 0 ? { entries } : { entries, uncertain };
}

/** Where nobody knows what stood before, nobody can say that it was changed without a word. */
function dropDoubtful(field: FieldChange): FieldChange {
  return field.before === undefined ? { ...field, marks: [] } : field;
}

function listPlaces({ entries }: ItemVersion): EntryPlace[] {
  return PLACES.filter((place) => findSaid(entries[place]) !== undefined);
}

function listUnreadable(before: ItemVersion | undefined, after: ItemVersion): string[] {
  const isChanged = (place: EntryPlace) => before?.digests[place] !== after.digests[place];
  return PLACES.filter((place) => after.entries[place]?.is === 'part' && isChanged(place)).map(getFileName);
}

function listEntries(before: ItemVersion, after: ItemVersion): EntryChange[] {
  return PLACES.flatMap((place) => {
    const [old, now] = [before.entries[place], after.entries[place]];
    if (old === now) return [];
    const entry = compareEntry(place, ...getSides(old, now));
    return entry === undefined ? [] : [entry];
  });
}

/** Both sides; without their texts where these are the same, or one is not known since its file cannot be read whole. */
function getSides(old: EntryVersion | undefined, now: EntryVersion | undefined) {
  const [before, after] = [findSaid(old), findSaid(now)];
  const areWhole = old?.is === 'whole' && now?.is === 'whole';
  const isOneSided = before === undefined || after === undefined;
  const isKnown = old?.is !== 'part' && now?.is !== 'part';
  if (isKnown && (isOneSided || !areWhole || old.readText() !== now.readText())) return [before, after] as const;
  return [before && { data: before.data, sections: {} }, after && { data: after.data, sections: {} }] as const;
}

function compareKnown(before: Standing | undefined, after: Standing | undefined): StandingChange[] {
  return before === undefined || after === undefined ? [] : compareStandings(before, after);
}

function markGone(version: ItemVersion, { day, getCalendars }: CommitRules): Mark[] {
  const item: IndicatorYear | undefined = findIndicatorYear(version);
  if (item === undefined) return [];
  return markRemoval(item, { year: version.year, today: day, calendars: getCalendars(version.year) });
}
