import { QUARTERS } from '#domain/fiscal-year.ts';
import type { EntryPlace } from '#domain/impact/impact.ts';
import type { Correction } from '#domain/schemas/correction.ts';
import { getYearItems, type ScoredItem } from '#domain/scored-site.ts';
import { defineColumn, showField } from './column.ts';
import { defineYearTable } from './table.ts';
import { getValueType, readShown, VALUE_TYPES } from './value.ts';

interface Row {
  item: ScoredItem;
  place: EntryPlace;
  number: number;
  correction: Correction;
}

const required = { isRequired: true };
const kind = { ...required, choices: VALUE_TYPES };

/** Where a value stands: in the promise, in a quarter's report or in the year's summary. */
export const PLACES = ['indicator', 'q1', 'q2', 'q3', 'q4', 'year'] as const;

/** One row for each correction of a published value, as the record states it. */
export const corrections = defineYearTable<Row>({
  id: 'corrections',
  isByYear: false,
  primaryKey: ['path', 'place', 'number'],
  foreignKeys: [{ columns: ['path'], table: 'indicators', reference: ['path'] }],
  columns: [
    [defineColumn('path', 'text', required), ({ item }) => item.path],
    [defineColumn('place', 'text', { ...required, choices: PLACES }), ({ place }) => getPlaceName(place)],
    [defineColumn('number', 'integer', { ...required, range: { least: 1 } }), ({ number }) => number],
    [defineColumn('fiscal_year', 'integer', required), ({ item }) => item.year],
    [showField('corrected_on', 'indicator/corrections/date', required), ({ correction }) => correction.date],
    [showField('field', 'indicator/corrections/field', required), ({ correction }) => correction.field],
    [defineColumn('value_before', 'any'), ({ correction }) => readShown(correction.from)],
    [defineColumn('type_before', 'text', kind), ({ correction }) => getValueType(readShown(correction.from))],
    [defineColumn('value_after', 'any'), ({ correction }) => readShown(correction.to)],
    [defineColumn('type_after', 'text', kind), ({ correction }) => getValueType(readShown(correction.to))],
    [showField('correction_reason', 'indicator/corrections/reason', required), ({ correction }) => correction.reason],
    [showField('approved_by', 'indicator/corrections/approvedBy', required), ({ correction }) => correction.approvedBy],
  ],
  list: function* ({ site }, year) {
    for (const item of getYearItems(site, year)) yield* listRows(item);
  },
});

/** The name of the file that a value stands in, without its ending. */
export function getPlaceName(place: EntryPlace): (typeof PLACES)[number] {
  return typeof place === 'number' ? `q${place}` : place;
}

function* listRows(item: ScoredItem): Iterable<Row> {
  const { indicator, reports, summary } = item;
  const entries: [EntryPlace, readonly Correction[] | undefined][] = [
    ['indicator', indicator.data.corrections],
    ...QUARTERS.map((quarter): [EntryPlace, Correction[] | undefined] => [quarter, reports[quarter]?.data.corrections]),
    ['year', summary?.data.corrections],
  ];
  for (const [place, list = []] of entries) {
    for (const [index, correction] of list.entries()) yield { item, place, number: index + 1, correction };
  }
}
