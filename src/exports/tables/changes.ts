import type {
  EntryChange,
  EntryPlace,
  FieldChange,
  FieldValue,
  Mark,
  StandingChange,
  StandingFigures,
} from '#domain/impact/impact.ts';
import type { CalendarRevision, Commit, Revision } from '#domain/ledger/ledger.ts';
import { getYearItems } from '#domain/scored-site.ts';
import { defineColumn } from './column.ts';
import { getPlaceName, PLACES } from './corrections.ts';
import { defineYearTable, listSiteYears, type TableSource } from './table.ts';
import { getValueType, VALUE_TYPES } from './value.ts';

/** What a row tells of: the indicator as a whole, one of its fields, what a score came to, or the year's rules. */
const SUBJECTS = [
  'indicator',
  'field',
  'narrative',
  'evidence',
  'correction',
  'standing',
  'unreadable',
  'calendar',
] as const;
const CHANGES = ['added', 'changed', 'removed', 'moved', 'restored'] as const;
const MARKS = [
  'after-year-began',
  'closed-without-correction',
  'closed-with-correction',
  'closed-correction-differs',
] as const satisfies readonly Mark[];

/** One thing that a commit did. */
interface Step {
  subject: (typeof SUBJECTS)[number];
  place?: EntryPlace;
  field?: string;
  before?: FieldValue | undefined;
  after?: FieldValue | undefined;
  marks?: readonly Mark[];
}

interface Row extends Step {
  year: number;
  revision: (Revision & { stands: boolean }) | CalendarRevision;
}

const required = { isRequired: true };
const kind = { ...required, choices: VALUE_TYPES };

/**
 * One row for each value that a commit changed, as git has it; no rows where the history is not known. A row is listed with the
 * year that its indicator stands in now, or last stood in.
 */
export const changes = defineYearTable<Row>({
  id: 'changes',
  isByYear: false,
  primaryKey: [],
  columns: [
    [defineColumn('fiscal_year', 'integer', required), ({ year }) => year],
    [defineColumn('path', 'text'), ({ revision }) => ('path' in revision ? revision.path : undefined)],
    [defineColumn('moved_from', 'text'), ({ revision }) => ('path' in revision ? revision.from : undefined)],
    [defineColumn('stands', 'flag', required), ({ revision }) => !('stands' in revision) || revision.stands],
    [defineColumn('commit', 'text'), (row) => findCommit(row)?.id],
    [defineColumn('commit_time', 'time'), (row) => findCommit(row)?.time],
    [defineColumn('commit_day', 'day'), (row) => findCommit(row)?.day],
    [defineColumn('request', 'integer'), (row) => findCommit(row)?.request],
    [defineColumn('cut_off', 'flag', required), ({ revision }) => revision.isCutOff === true],
    [defineColumn('change', 'text', { ...required, choices: CHANGES }), ({ revision }) => revision.change],
    [defineColumn('subject', 'text', { ...required, choices: SUBJECTS }), ({ subject }) => subject],
    [
      defineColumn('place', 'text', { choices: PLACES }),
      ({ place }) => (place === undefined ? undefined : getPlaceName(place)),
    ],
    [defineColumn('changed_field', 'text'), ({ field }) => field],
    [defineColumn('value_before', 'any'), ({ before }) => before],
    [defineColumn('type_before', 'text', kind), ({ before }) => getValueType(before)],
    [defineColumn('value_after', 'any'), ({ after }) => after],
    [defineColumn('type_after', 'text', kind), ({ after }) => getValueType(after)],
    [defineColumn('marks', 'list', { choices: MARKS }), ({ marks }) => marks],
  ],
  listYears: listLedgerYears,
  list: function* ({ site }, year) {
    const { ledger } = site;
    if (ledger.state === 'unknown') return;
    const { items, gone, calendars } = ledger;
    // Asked for one by one: going through the whole history would be reading all of it.
    for (const { path } of getYearItems(site, year)) yield* listRevisions(items.get(path), true);
    for (const path of [...gone.keys()].filter((known) => getYear(known) === year).sort()) {
      yield* listRevisions(gone.get(path), false);
    }
    yield* listRules(calendars.filter((revision) => revision.year === year));
  },
});

/** Throws where the history tells of what the site does not have: no row may be lost. */
function listLedgerYears(source: TableSource): number[] {
  const { ledger, items } = source.site;
  const years = listSiteYears(source);
  if (ledger.state === 'unknown') return years;
  const lost = [...ledger.items.keys()].find((path) => !items.has(path));
  if (lost !== undefined) throw new Error(`the history tells of ${lost}, which the site does not have`);
  const told = [...[...ledger.gone.keys()].map(getYear), ...ledger.calendars.map(({ year }) => year)];
  return [...new Set([...years, ...told])].sort((a, b) => a - b);
}

function* listRevisions(revisions: readonly Revision[] = [], stands: boolean): Iterable<Row> {
  for (const revision of revisions) {
    const year = getYear(revision.path);
    for (const step of listSteps(revision)) yield { ...step, year, revision: { ...revision, stands } };
  }
}

function* listRules(calendars: readonly CalendarRevision[]): Iterable<Row> {
  for (const revision of calendars) {
    const { year, fields } = revision;
    for (const field of fields) yield { ...readField('calendar', field), year, revision };
    if (fields.length === 0) yield { subject: 'calendar', year, revision };
  }
}

/** The fiscal year of year/agency/indicator. */
function getYear(path: string): number {
  return Number(path.slice(0, path.indexOf('/')));
}

function* listSteps({ entries, standings, unreadable, marks }: Revision): Iterable<Step> {
  yield { subject: 'indicator', marks };
  for (const entry of entries) yield* listEntrySteps(entry);
  for (const file of unreadable) yield { subject: 'unreadable', field: file };
  for (const standing of standings) yield* listFigures(standing);
}

function* listEntrySteps({ place, fields, narratives, evidence, corrections }: EntryChange): Iterable<Step> {
  for (const field of fields) yield { ...readField('field', field), place };
  for (const { section, before, after } of narratives) {
    // How long the texts are; the text itself may be longer than a cell should be.
    yield { subject: 'narrative', place, field: section, before: before?.characters, after: after?.characters };
  }
  for (const { title } of evidence.removed) yield { subject: 'evidence', place, before: title };
  for (const { title } of evidence.added) yield { subject: 'evidence', place, after: title };
  for (const { field } of corrections.removed) yield { subject: 'correction', place, before: field };
  for (const { field } of corrections.added) yield { subject: 'correction', place, after: field };
}

function* listFigures({ of, before, after }: StandingChange): Iterable<Step> {
  const [old, young] = [readFigures(before), readFigures(after)];
  for (const field of new Set([...Object.keys(old), ...Object.keys(young)])) {
    if (old[field] !== young[field]) {
      yield { subject: 'standing', place: of, field, before: old[field], after: young[field] };
    }
  }
}

function readFigures(figures: StandingFigures | undefined): Record<string, FieldValue | undefined> {
  if (figures === undefined) return {};
  const { status, result, score } = figures;
  if (score.state === 'not-scored') return { status, result, not_scored_reason: score.reason };
  const { percent, points, level } = score;
  return { status, result, percent, points, level };
}

function readField(subject: Step['subject'], { key, before, after, marks }: FieldChange): Step {
  return { subject, field: key, before, after, marks };
}

function findCommit({ revision }: Row): Commit | undefined {
  return revision.commit;
}
