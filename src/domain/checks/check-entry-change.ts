import { getCorrectedKey, PATH_FIELD } from '../corrected-field.ts';
import { fillIn, spellCorrection, spellYaml, writeCorrection } from '../correction-lines.ts';
import type { IndicatorYear } from '../dataset.ts';
import { type FrozenChange, listFrozenChanges, spellParts } from '../frozen-changes.ts';
import { findEntry, type WrittenEntry } from '../impact/compare-entries.ts';
import { isClosed, type MarkRules } from '../impact/find-marks.ts';
import type { EntryChange, FieldValue } from '../impact/impact.ts';
import type { Issue } from '../issue.ts';
import { findOwnPlace, NO_PLACES } from '../places.ts';
import type { Correction } from '../schemas/correction.ts';
import { spellValue } from '../shown-value.ts';
import type { Transition } from './check-changes.ts';
import { checkAddedCorrections, findUncovered } from './check-new-corrections.ts';
import { reportIssue } from './report-issue.ts';

/** What changed in one file of an indicator's year, with the year as it was and as it is. */
export interface EntryTransition {
  change: EntryChange;
  before: IndicatorYear;
  after: IndicatorYear;
  rules: MarkRules;
}

/** Corrections of one file told apart: new ones, and those that were published and are gone or say something else. */
interface Told {
  added: Correction[];
  edited: { was: Correction; index: number }[];
  removed: Correction[];
}

/** A change of one file, each figure of it and each correction held against the other. */
export function checkEntryChange(whole: EntryTransition, transition: Transition): Issue[] {
  const { change, before, after, rules } = whole;
  const entry = findEntry(after, change.place);
  const frozen = listFrozenChanges(change, before, rules);
  const told = tellApart(change, entry);
  const uncovered = findUncovered(frozen, told.added);
  return [
    ...demandCorrections(whole, uncovered, transition),
    ...(entry === undefined ? [] : checkAddedCorrections(entry, addMove(whole), frozen, told.added)),
    ...checkPublished(whole, entry, told),
  ];
}

/** The changes of a file; of the promise also where the indicator stands, which a correction names like a field. */
function addMove({ change, before, after }: EntryTransition): EntryChange {
  if (change.place !== 'indicator' || before.path === after.path) return change;
  const moved = { key: PATH_FIELD, before: before.path, after: after.path, marks: [] };
  return { ...change, fields: [...change.fields, moved] };
}

function demandCorrections(
  whole: EntryTransition,
  uncovered: readonly FrozenChange[],
  transition: Transition,
): Issue[] {
  const { change, before, after, rules } = whole;
  const [old, now] = [findEntry(before, change.place), findEntry(after, change.place)];
  const host = now ?? old;
  if (host === undefined) return [];
  return uncovered.map((frozen) => {
    const key = getPlaceKey(frozen);
    const values = spellChange(frozen, old, now, transition);
    const field = frozen.field === 'scale' ? key : frozen.field;
    const written = writeCorrection(host, fillIn({ date: transition.today, field, ...values.yaml }));
    const reason = now === undefined ? 'file' : written.place;
    const params = { before: values.before, after: values.after, closed: findClosingDay(change.place, rules), reason };
    const code = frozen.of === 'figure' ? 'CW711' : 'CW712';
    const issue = reportIssue(
      now === undefined ? { ...host, places: NO_PLACES } : host,
      code,
      getCorrectedKey(key),
      params,
    );
    return { ...issue, lines: written.lines };
  });
}

/** The one part of a scale that changed, else the field as a whole. */
function getPlaceKey({ field, parts }: FrozenChange): string {
  const [first, ...others] = parts;
  return first !== undefined && others.length === 0 ? first.key : field;
}

/** Both values for people and as YAML, in the spelling of the file where it is known. */
function spellChange(
  frozen: FrozenChange,
  old: WrittenEntry | undefined,
  now: WrittenEntry | undefined,
  { findTyped }: Transition,
) {
  const [single, ...others] = frozen.parts;
  if (single !== undefined && others.length > 0) {
    const [before, after] = [spellParts(frozen.parts, 'before'), spellParts(frozen.parts, 'after')];
    return { before, after, yaml: { from: JSON.stringify(before), to: JSON.stringify(after) } };
  }
  const key = getCorrectedKey(getPlaceKey(frozen));
  const spell = (side: 'base' | 'head', value: FieldValue | undefined, entry: WrittenEntry | undefined) => {
    const place = entry === undefined ? undefined : findOwnPlace(entry.places, key);
    const typed = entry === undefined || place === undefined ? undefined : findTyped?.(side, entry.file, place);
    if (typeof value === 'number') return typed !== undefined && Number(typed) === value ? typed : spellYaml(value);
    return spellYaml(spellValue(value));
  };
  const { before, after } = single ?? frozen;
  const yaml = { from: spell('base', before, old), to: spell('head', after, now) };
  const show = (value: FieldValue | undefined, text: string) => {
    if (value === undefined) return '–';
    return typeof value === 'number' ? text : spellValue(value);
  };
  return { before: show(before, yaml.from), after: show(after, yaml.to), yaml };
}

/** The first day by which what a file reports was closed. */
function findClosingDay(place: EntryChange['place'], rules: MarkRules): string {
  if (place === 'indicator') return '';
  const quarter = place === 'year' ? 4 : place;
  const closed = rules.calendars.filter((calendar) => isClosed(quarter, { ...rules, calendars: [calendar] }));
  return closed.flatMap(({ quarters }) => quarters[quarter - 1]?.closed ?? []).sort()[0] ?? '';
}

/** An edited correction is one that is gone and one that is new in its place: of the same field and day, or number in the list. */
function tellApart({ corrections }: EntryChange, entry: WrittenEntry | undefined): Told {
  const list = entry?.data.corrections ?? [];
  const left = [...corrections.added];
  const told: Told = { added: [], edited: [], removed: [] };
  for (const was of corrections.removed) {
    const at = left.findIndex(
      ({ date, field, from }) => field === was.field && (date === was.date || from === was.from),
    );
    const [now] = at < 0 ? [] : left.splice(at, 1);
    if (now === undefined) told.removed.push(was);
    else told.edited.push({ was, index: list.indexOf(now) });
  }
  return { ...told, added: left };
}

function checkPublished({ change, before }: EntryTransition, entry: WrittenEntry | undefined, told: Told): Issue[] {
  const host = entry ?? findEntry(before, change.place);
  if (host === undefined) return [];
  const write = (was: Correction) => writeCorrection(entry, spellCorrection(was)).lines;
  const describe = ({ field, from, to, date }: Correction) => ({ seen: date, about: field, from, to });
  const at = entry === undefined ? { ...host, places: NO_PLACES } : host;
  return [
    ...told.edited.map(({ was, index }) => ({
      ...reportIssue(at, 'CW715', `corrections.${index}`, { ...describe(was), reason: 'edited' }),
      lines: write(was),
    })),
    ...told.removed.map((was) => ({
      ...reportIssue(at, 'CW715', 'corrections', describe(was)),
      lines: write(was),
    })),
  ];
}
