import { getCorrectedKey, getTopField } from '../corrected-field.ts';
import { findEntry } from '../impact/compare-entries.ts';
import { flattenFields } from '../impact/compare-fields.ts';
import type { EntryPlace, FieldValue } from '../impact/impact.ts';
import type { Correction } from '../schemas/correction.ts';
import type { ScoredItem } from '../scored-site.ts';
import { isShown } from '../shown-value.ts';
import { getFileName, PLACES } from './item-version.ts';
import type { Commit, Revision } from './ledger.ts';

/** Where and when a figure was given a value. */
export interface FigureSource {
  /** Absent for what is not committed. */
  commit?: Commit;
  /** Set where a shallow clone ends: in this commit or before it. */
  isCutOff?: true;
  /** Set where the text before cannot be read: in this commit, or in one before it. */
  isUncertain?: true;
  revision: Revision;
}

/** A figure that got another value. */
export interface FigureStep extends FigureSource {
  /** Absent where it did not stand. */
  before?: FieldValue;
  after?: FieldValue;
  /** The entry that explains it, where there is one. */
  correction?: Correction;
}

/** How one published figure came to be as it is. */
export interface FigureTrace {
  place: EntryPlace;
  /** Dotted key in its file. */
  key: string;
  /** As it stands now; absent where it was taken out. */
  value?: FieldValue;
  /** With which value it was first published, and when. */
  first: FigureSource & { value: FieldValue };
  /** Every later change, oldest first. */
  changes: FigureStep[];
}

/** Fields that are published as figures or decide how they are judged; each may hold more below it. */
const FIGURES = {
  indicator: [
    'target',
    'quarterTargets',
    'weight',
    'unit',
    'direction',
    'accumulation',
    'scale',
    'notScored',
    'withdrawn',
  ],
  report: ['result', 'level', 'review', 'notApplicable', 'asOf', 'submitted'],
};

/** Whether a field at a place of an indicator's year is one that is traced. */
function isTraced(place: EntryPlace, key: string): boolean {
  return FIGURES[place === 'indicator' ? 'indicator' : 'report'].includes(getTopField(key));
}

/**
 * The history of every published figure of an indicator's year, in the order of its files and fields, through moves;
 * of those that were taken out after the others of their file. `revisions` are those of the item, oldest first;
 * without any, nothing is known and nothing is told.
 */
export function traceFigures(item: ScoredItem, revisions: readonly Revision[]): FigureTrace[] {
  return PLACES.flatMap((place) => {
    const values = flattenFields(findEntry(item, place)?.data ?? {});
    const steps = Map.groupBy(listSteps(revisions, place), ({ key }) => key);
    const keys = [...new Set([...values.keys(), ...steps.keys()])].filter((key) => isTraced(place, key));
    const corrections = findEntry(item, place)?.data.corrections ?? [];
    return keys.flatMap((key) => {
      const trace = traceFigure(revisions, place, key, values.get(key), steps.get(key) ?? []);
      return trace === undefined
        ? []
        : [{ ...trace, changes: trace.changes.map((step) => explain(step, key, corrections)) }];
    });
  });
}

interface KeyedStep extends FigureStep {
  key: string;
}

/** Every change of a field at a place, oldest first, with the corrections that came with it. */
function listSteps(revisions: readonly Revision[], place: EntryPlace): KeyedStep[] {
  return revisions.flatMap((revision) => {
    const entry = revision.entries.find((other) => other.place === place);
    const isUncertain = revision.uncertain?.includes(place) === true;
    return (entry?.fields ?? []).map(({ key, before, after }): KeyedStep => {
      const correction = findCorrection(entry?.corrections.added ?? [], key, before, after);
      return {
        key,
        ...getSource(revision),
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
        ...(isUncertain ? { isUncertain } : {}),
        ...(correction === undefined ? {} : { correction }),
      };
    });
  });
}

function traceFigure(
  revisions: readonly Revision[],
  place: EntryPlace,
  key: string,
  value: FieldValue | undefined,
  steps: readonly KeyedStep[],
): FigureTrace | undefined {
  const now = { place, key, ...(value === undefined ? {} : { value }) };
  const [earliest, ...later] = steps;
  if (earliest !== undefined && earliest.before === undefined) {
    // Neither before nor after: a list of records, which has no value of its own.
    if (earliest.after === undefined) return undefined;
    const { key: _, after, before: __, correction: ___, ...source } = earliest;
    return { ...now, first: { ...source, value: after }, changes: later.map(dropKey) };
  }
  const published = findPublished(revisions, place);
  const first = earliest === undefined ? value : earliest.before;
  if (published === undefined || first === undefined) return undefined;
  return { ...now, first: { ...getSource(published), value: first }, changes: steps.map(dropKey) };
}

/** The revision by which a file came as a whole, with the indicator or by itself. */
function findPublished(revisions: readonly Revision[], place: EntryPlace): Revision | undefined {
  return revisions.find(
    ({ change, places, unreadable }) =>
      change === 'added' && (places.includes(place) || unreadable.includes(getFileName(place))),
  );
}

function getSource(revision: Revision): FigureSource {
  const { commit, isCutOff } = revision;
  return {
    ...(commit === undefined ? {} : { commit }),
    ...(isCutOff === undefined ? {} : { isCutOff }),
    revision,
  };
}

function dropKey({ key: _, ...step }: KeyedStep): FigureStep {
  return step;
}

/** A correction may have been written later than the change that it explains. */
function explain(step: FigureStep, key: string, corrections: readonly Correction[]): FigureStep {
  if (step.correction !== undefined) return step;
  const fits = corrections.find(
    (one) => isAbout(one, key) && isShown(one.from, step.before) && isShown(one.to, step.after),
  );
  return fits === undefined ? step : { ...step, correction: fits };
}

/** Of the corrections that came with a change that which gives its values, else one of its field. */
function findCorrection(
  added: readonly Correction[],
  key: string,
  before: FieldValue | undefined,
  after: FieldValue | undefined,
): Correction | undefined {
  const named = added.filter((one) => isAbout(one, key));
  return named.find(({ from, to }) => isShown(from, before) && isShown(to, after)) ?? named.at(-1);
}

function isAbout({ field }: Correction, key: string): boolean {
  return getCorrectedKey(field) === key || field === getTopField(key);
}
