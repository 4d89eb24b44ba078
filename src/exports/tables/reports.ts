import { countDays } from '#domain/days.ts';
import type { ReportEntry } from '#domain/entry.ts';
import { QUARTERS } from '#domain/fiscal-year.ts';
import { isReviewed } from '#domain/reporting/report-state.ts';
import type { Calendar } from '#domain/schemas/calendar.ts';
import type { QuarterNumber } from '#domain/schemas/text.ts';
import { getCalendar, getYearItems, type ScoredItem } from '#domain/scored-site.ts';
import type { QuarterStanding } from '#domain/scoring/standing.ts';
import { findText } from '#domain/section-text.ts';
import { defineColumn, showField } from './column.ts';
import { listScoreColumns } from './score-columns.ts';
import { type ColumnOf, defineYearTable } from './table.ts';

interface Row {
  item: ScoredItem;
  quarter: QuarterNumber;
  standing: QuarterStanding;
  report: ReportEntry | undefined;
  calendar: Calendar;
}

const required = { isRequired: true };
const inOwnUnit = { unit: 'own' } as const;

/** One row for each quarter of each indicator, whether or not it was reported. */
export const reports = defineYearTable<Row>({
  id: 'reports',
  isByYear: true,
  primaryKey: ['path', 'quarter'],
  foreignKeys: [
    { columns: ['path'], table: 'indicators', reference: ['path'] },
    { columns: ['agency'], table: 'agencies', reference: ['agency'] },
  ],
  columns: [
    ...listIdentity(),
    ...listFigures(),
    ...listScoreColumns<Row>(({ standing, calendar }) => ({ ...standing, ruleSet: calendar.ruleSet })),
    ...listDays(),
    ...listReview(),
    ...listRest(),
  ],
  list: function* ({ site }, year) {
    const calendar = getCalendar(site.dataset, year);
    for (const item of getYearItems(site, year)) {
      for (const quarter of QUARTERS) {
        const standing = item.standing.quarters[quarter - 1];
        if (standing !== undefined) yield { item, quarter, standing, report: item.reports[quarter], calendar };
      }
    }
  },
});

function listIdentity(): ColumnOf<Row>[] {
  return [
    [defineColumn('path', 'text', required), ({ item }) => item.path],
    [defineColumn('quarter', 'integer', { ...required, range: { least: 1, most: 4 } }), ({ quarter }) => quarter],
    [defineColumn('fiscal_year', 'integer', required), ({ item }) => item.year],
    [defineColumn('agency', 'text', required), ({ item }) => item.agency],
    [showField('series', 'indicator/series', required), ({ item }) => item.series],
  ];
}

function listFigures(): ColumnOf<Row>[] {
  const of = { choices: ['quarter', 'year'] };
  return [
    [showField('result', 'report/result', inOwnUnit), ({ report }) => report?.data.result],
    [defineColumn('to_date', 'number', inOwnUnit), ({ standing }) => findToDate(standing)],
    [defineColumn('compared_target', 'number', inOwnUnit), ({ standing }) => standing.target?.value],
    [defineColumn('compared_target_of', 'text', of), ({ standing }) => standing.target?.of],
  ];
}

function listDays(): ColumnOf<Row>[] {
  const dates = ({ calendar, quarter }: Row) => calendar.quarters[quarter - 1];
  return [
    [showField('as_of', 'report/asOf'), ({ report }) => report?.data.asOf],
    [showField('submitted', 'report/submitted'), ({ report }) => report?.data.submitted],
    [showField('due', 'calendar/quarters/due', required), (row) => dates(row)?.due],
    [showField('closed', 'calendar/quarters/closed', required), (row) => dates(row)?.closed],
    [showField('dates_basis', 'calendar/basis', required), ({ calendar }) => calendar.basis],
    [
      defineColumn('days_late', 'integer', { unit: 'days', range: { least: 0 } }),
      (row) => countLate(row.report?.data.submitted, dates(row)?.due),
    ],
  ];
}

function listReview(): ColumnOf<Row>[] {
  const percent = { unit: 'percent' } as const;
  const review = ({ report }: Row) => report?.data.review;
  return [
    [showField('level_claimed', 'report/level'), ({ report }) => report?.data.level],
    [showField('completeness', 'report/review/completeness', percent), (row) => review(row)?.completeness],
    [showField('timeliness', 'report/review/timeliness', percent), (row) => review(row)?.timeliness],
    [defineColumn('reviewed', 'flag'), (row) => review(row) && isReviewed(review(row))],
    [showField('review_note', 'report/review/note'), (row) => review(row)?.note],
  ];
}

function listRest(): ColumnOf<Row>[] {
  const count = { ...required, range: { least: 0 } };
  return [
    [showField('not_applicable', 'report/notApplicable'), ({ report }) => report?.data.notApplicable],
    [showField('declared_figure', 'report/declared'), ({ report }) => report?.data.declared],
    [defineColumn('evidence', 'integer', count), ({ report }) => report?.data.evidence?.length ?? 0],
    [defineColumn('corrections', 'integer', count), ({ report }) => report?.data.corrections?.length ?? 0],
    [defineColumn('status_day', 'day', required), (_, { site }) => site.today],
    [defineColumn('narrative', 'text'), ({ report }) => findText(report?.sections.body)],
  ];
}

/** The figure that stands for the year so far: none where quarters do not add up. */
function findToDate({ toDate, score }: QuarterStanding): number | undefined {
  return toDate ?? (score.state === 'scored' ? score.value : undefined);
}

/** Whole days after the due date; 0 on time, undefined where a day is not known. */
function countLate(submitted: string | undefined, due: string | undefined): number | undefined {
  if (submitted === undefined || due === undefined) return undefined;
  return Math.max(0, countDays(due, submitted));
}
