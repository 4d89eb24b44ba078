import type { EntryChange, EntryPlace, FieldChange, ItemChange, StandingChange } from '#domain/impact/impact.ts';
import { describeChange, describeField, describeResult, describeScores } from './describe-values.ts';
import type { Words } from './words.ts';

/** One line of the table of figures, without the indicator: field, before → after, score before → after. */
export type FigureRow = [field: string, change: string, score: string];

/** Fields of a report that are shown beside its figure where the report is new, or gone. */
const OF_WHOLE_REPORT = /^(level|review\.(completeness|timeliness)|notApplicable)$/;

/** The figures of an indicator that change, each with the score it changes; scores that follow stand below. */
export function listFigureRows(item: ItemChange, words: Words): FigureRow[] {
  if (item.change === 'added' || item.change === 'removed') return [];
  const left = new Map(item.standings.map((standing) => [standing.of, standing]));
  const rows = item.entries
    .filter(({ place }) => place !== 'indicator')
    .flatMap((entry) => {
      const standing = entry.place === 'indicator' ? undefined : left.get(entry.place);
      const own = entry.change === 'changed' ? listChanged(entry, standing, words) : listWhole(entry, standing, words);
      if (standing !== undefined && own.some(([, , score]) => score !== '')) left.delete(standing.of);
      return own;
    });
  return [...rows, ...listFollowing([...left.values()], words)];
}

/** Where in the year an entry stands. */
export function describePlace(place: EntryPlace, { say, format }: Words): string {
  if (place === 'indicator') return '';
  return place === 'year' ? say('place.year') : say('place.quarter', { quarter: format.count(place) });
}

/** The marks of a change as a line of their own within a cell. */
export function describeMarks(marks: FieldChange['marks'], { say }: Words): string {
  return marks.map((mark) => `${mark === 'closed-with-correction' ? 'ℹ️' : '⚠️'} ${say(`mark.${mark}`)}`).join('<br>');
}

function listChanged(entry: EntryChange, standing: StandingChange | undefined, words: Words): FigureRow[] {
  const fields = [...entry.fields].sort((a, b) => Number(b.key === 'result') - Number(a.key === 'result'));
  return fields.map((field, index) => {
    const decides = index === 0 && standing !== undefined && isFigure(field);
    return describeRow(entry, field, decides ? describeScores(standing, words) : '', words);
  });
}

function isFigure({ key }: FieldChange): boolean {
  return key === 'result' || key === 'notApplicable';
}

/** A report that is new, or gone: its figure first. */
function listWhole(entry: EntryChange, standing: StandingChange | undefined, words: Words): FigureRow[] {
  const place = describePlace(entry.place, words);
  const isNew = entry.change === 'added';
  const label = words.say(isNew ? 'place.new-report' : 'place.removed-report', { place });
  const result = entry.fields.find(({ key }) => key === 'result');
  const only = words.say('value.words-only');
  const absent = words.say('value.absent');
  const kind = entry.place === 'year' ? 'year' : 'report';
  const change =
    result === undefined
      ? words.say('value.change', isNew ? { before: absent, after: only } : { before: only, after: absent })
      : describeChange(kind, result, words);
  const score = standing === undefined ? '' : describeScores(standing, words);
  const others = entry.fields.filter(({ key }) => OF_WHOLE_REPORT.test(key));
  const marks = describeMarks(result?.marks ?? [], words);
  return [
    [marks === '' ? label : `${label}<br>${marks}`, change, score],
    ...others.map((field) => describeRow(entry, field, '', words)),
  ];
}

function describeRow(entry: EntryChange, field: FieldChange, score: string, words: Words): FigureRow {
  const kind = entry.place === 'year' ? 'year' : 'report';
  const place = describePlace(entry.place, words);
  const label = words.say('place.field', { place, field: describeField(kind, field.key, words) });
  const marks = describeMarks(field.marks, words);
  return [marks === '' ? label : `${label}<br>${marks}`, describeChange(kind, field, words), score];
}

/** What stands otherwise because of another quarter, or of the promise; quarters of which the same is said in one row. */
function listFollowing(standings: readonly StandingChange[], words: Words): FigureRow[] {
  const alike = Map.groupBy(standings, (standing) => `${standing.of === 'year'} ${describeFollowing(standing, words)}`);
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const quarters = group.map(({ of }) => (of === 'year' ? '' : words.format.count(of))).join(', ');
    const place = words.say('place.quarter', { quarter: quarters });
    const label = words.say(first.of === 'year' ? 'score.result-of-year' : 'score.result-of-quarter', { place });
    return [[label, ...describeFollowing(first, words)]];
  });
}

function describeFollowing(standing: StandingChange, words: Words): [change: string, score: string] {
  const { before, after } = standing;
  const [old, now] = [before?.result, after?.result].map((result) => describeResult(result, words));
  const change = old === now ? (now ?? '') : words.say('value.change', { before: old ?? '', after: now ?? '' });
  return [change, describeScores(standing, words)];
}
