import { findFieldValue, getCorrectedKey, PATH_FIELD, setFieldValue } from './corrected-field.ts';
import type { IndicatorYear } from './dataset.ts';
import { QUARTERS } from './fiscal-year.ts';
import { isFigure, isPromise } from './impact/find-marks.ts';
import type { EntryPlace } from './impact/impact.ts';
import type { Correction } from './schemas/correction.ts';
import { indicatorSchema } from './schemas/indicator.ts';
import { reportSchema, yearSummarySchema } from './schemas/report.ts';
import { getStanding, type Rules, type Standing } from './scoring/standing.ts';
import { ABSENT, isShown, listMeanings } from './shown-value.ts';

/** A correction and the file it stands in. */
export interface PlacedCorrection {
  place: EntryPlace;
  correction: Correction;
}

/** What a correction did to scores. */
export interface CorrectionEffect extends PlacedCorrection {
  /** Whether scores can depend on the field at all. */
  isDeciding: boolean;
  /** Under one set of rules, with all else as it stands now; absent where what stood before cannot be put back. */
  standings?: { before: Standing; after: Standing };
}

/** Every correction of an indicator's year: of the promise, of its quarters, of the year's own result. */
export function listCorrections(item: IndicatorYear): Correction[] {
  return placeCorrections(item).map(({ correction }) => correction);
}

/**
 * Takes the corrections of an indicator's year back, the newest first, and scores it before and after each of them. One that
 * only describes what it changed cannot be taken back, and nothing is said of the scores before it.
 */
export function replayCorrections(item: IndicatorYear, rules: Rules): CorrectionEffect[] {
  const newestFirst = placeCorrections(item)
    .sort((a, b) => compareDays(a.correction, b.correction))
    .reverse();
  let present: Scored | undefined = newestFirst.length === 0 ? undefined : score(item, rules);
  const effects = newestFirst.map((one): CorrectionEffect => {
    if (!isDeciding(one)) return { ...one, isDeciding: false };
    const after: Scored | undefined = present;
    const before = after && takeBack(after.item, one);
    present = before && score(before, rules);
    if (present === undefined || after === undefined) return { ...one, isDeciding: true };
    return { ...one, isDeciding: true, standings: { before: present.standing, after: after.standing } };
  });
  return effects.reverse();
}

interface Scored {
  item: IndicatorYear;
  standing: Standing;
}

function score(item: IndicatorYear, rules: Rules): Scored {
  return { item, standing: getStanding(item, rules) };
}

function compareDays(a: Correction, b: Correction): number {
  return a.date < b.date ? -1 : Number(a.date > b.date);
}

function placeCorrections({ indicator, reports, summary }: IndicatorYear): PlacedCorrection[] {
  const place = (at: EntryPlace, corrections: readonly Correction[] = []) =>
    corrections.map((correction) => ({ place: at, correction }));
  return [
    ...place('indicator', indicator.data.corrections),
    ...QUARTERS.flatMap((quarter) => place(quarter, reports[quarter]?.data.corrections)),
    ...place('year', summary?.data.corrections),
  ];
}

function isDeciding({ place, correction: { field } }: PlacedCorrection): boolean {
  const key = getCorrectedKey(field);
  return place === 'indicator' ? isPromise(key) : isFigure(key) && key !== 'level';
}

/** The item as it was before a correction; undefined where the file holds another value than the correction led to, or none can be made of its words. */
function takeBack(item: IndicatorYear, { place, correction }: PlacedCorrection): IndicatorYear | undefined {
  const { field, from, to } = correction;
  const entry = place === 'indicator' ? item.indicator : place === 'year' ? item.summary : item.reports[place];
  if (entry === undefined || field === PATH_FIELD) return undefined;
  const now = findFieldValue(entry.data, field);
  if (now === 'in-words' || !isShown(to, now.value)) return undefined;
  const meanings = from === ABSENT ? [undefined] : listMeanings(from);
  for (const value of meanings) {
    const made = setData(item, place, setFieldValue(entry.data, field, value));
    if (made !== undefined) return made;
  }
  return undefined;
}

/** The item with other data at a place; undefined where its schema refuses them. */
function setData(item: IndicatorYear, place: EntryPlace, data: object): IndicatorYear | undefined {
  if (place === 'indicator') {
    const { data: indicator } = indicatorSchema.safeParse(data);
    return indicator && { ...item, indicator: { ...item.indicator, data: indicator } };
  }
  if (place === 'year') {
    const { data: summary } = yearSummarySchema.safeParse(data);
    return summary && item.summary && { ...item, summary: { ...item.summary, data: summary } };
  }
  const entry = item.reports[place];
  const { data: report } = reportSchema.safeParse(data);
  return report && entry && { ...item, reports: { ...item.reports, [place]: { ...entry, data: report } } };
}
