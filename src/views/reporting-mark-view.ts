import type { MissRun, Moment } from '#domain/reporting/miss-runs.ts';
import type { DueReport, ReportState } from '#domain/reporting/report-state.ts';
import type { DaySpread, Tally } from '#domain/reporting/tally.ts';
import type { Status } from '#domain/scoring/status.ts';
import type { ViewContext } from './context.ts';

/** Reports in one state: a shape, a word, how many, and by how many days. */
export interface MarkView {
  /** The status whose shape and colour it has. */
  shape: Status;
  label: string;
  count: string;
  days?: string;
}

/** Whether a report came has the shapes of what was achieved: a tick where it came in time, a ring where it never did. */
const SHAPES: Record<ReportState, Status> = {
  overdue: 'overdue',
  'not-reported': 'not-reported',
  late: 'behind',
  'on-time': 'met',
  'no-day': 'reported',
  'not-due': 'not-due',
  'not-in-source': 'not-in-source',
  'not-applicable': 'not-applicable',
  withdrawn: 'withdrawn',
};

export function getMarks(tally: Tally, context: ViewContext): MarkView[] {
  return tally.map(({ state, count, days }) => ({
    ...getStateView(state, context),
    count: context.format.count(count),
    ...(days === undefined ? {} : { days: wordSpread(days, context) }),
  }));
}

/** "Quarter 2: late, days: 12", with its shape. */
export function getReportView({ quarter, state, days }: DueReport, context: ViewContext) {
  const { t, format } = context;
  const { shape, label } = getStateView(state, context);
  const told =
    days === undefined
      ? label
      : t('reporting.state-days', { state: label, days: t('reporting.days', { days: format.count(days) }) });
  return { shape, text: t('reporting.in-quarter', { quarter, state: told }) };
}

export function getStateView(state: ReportState, { t }: ViewContext): Pick<MarkView, 'shape' | 'label'> {
  return { shape: SHAPES[state], label: t(`reporting.state-${state}`) };
}

/** How many due quarters in a row, from when until when; `key` tells whose. */
export function wordRun(
  { count, from, until }: MissRun,
  key: 'reporting.run' | 'reporting.run-agency',
  context: ViewContext,
): string {
  const { t, format } = context;
  const moment = ({ year, quarter }: Moment) => t('reporting.moment', { year, quarter });
  return t(key, { count: format.count(count), from: moment(from), until: moment(until) });
}

function wordSpread({ median, most }: DaySpread, { t, format }: ViewContext): string {
  return median === most
    ? t('reporting.days', { days: format.count(most) })
    : t('reporting.days-spread', { median: format.plain(median), most: format.count(most) });
}
