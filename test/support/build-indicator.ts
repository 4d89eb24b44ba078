import type { IndicatorYear } from '#domain/dataset.ts';
import { Exact, round } from '#domain/decimal.ts';
import type { IndicatorEntry, ReportEntry, Sections, YearEntry } from '#domain/entry.ts';
import { QUARTERS } from '#domain/fiscal-year.ts';
import { packPlaces } from '#domain/places.ts';
import { type Calendar, calendarSchema } from '#domain/schemas/calendar.ts';
import { type Indicator, indicatorSchema } from '#domain/schemas/indicator.ts';
import { type Report, reportSchema, type YearSummary, yearSummarySchema } from '#domain/schemas/report.ts';
import type { Milestones, Reading } from '#domain/schemas/scale.ts';
import type { QuarterNumber } from '#domain/schemas/text.ts';
import type { Rules } from '#domain/scoring/standing.ts';
import { buildSection } from '#domain/section-text.ts';

/** Front matter with a narrative; a bare number stands for a report of that figure. */
type Written<T> = number | (Partial<T> & { text?: string });

export interface IndicatorYearParts {
  indicator?: Partial<Indicator>;
  reports?: Partial<Record<QuarterNumber, Written<Report>>>;
  year?: Written<YearSummary>;
}

/** A promise that the schema accepts: 100 of weight 10, more is better, shares of the way from 0. */
export function buildIndicator(changes: Partial<Indicator> = {}): Indicator {
  return indicatorSchema.parse({
    name: 'จำนวนถนนที่ปรับปรุงแล้วเสร็จ',
    kind: 'strategic',
    outcome: 'output',
    weight: 10,
    unit: 'สาย',
    direction: 'higher',
    accumulation: 'cumulative',
    target: 100,
    scale: { kind: 'proportional' },
    ...changes,
  });
}

/** Five milestones at 20, 40 … 100 percent, each worth a fifth of the weight. */
export function buildMilestones(between: Reading, weight = 20): Milestones {
  const levels = [1, 2, 3, 4, 5].map((level) => ({
    level,
    percent: 20 * level,
    points: round(new Exact(weight).times(level).div(5), 4),
    criterion: `ขั้นตอนที่ ${level} แล้วเสร็จ`,
  }));
  return { kind: 'milestones', between, levels };
}

/** The fiscal year 2567: due on the 15th after each quarter, closed a month later; on track from 80 %, behind from 50 %. */
export function buildCalendar(changes: Partial<Calendar> = {}): Calendar {
  return calendarSchema.parse({
    quarters: [
      { due: '2024-01-15', closed: '2024-02-15' },
      { due: '2024-04-15', closed: '2024-05-15' },
      { due: '2024-07-15', closed: '2024-08-15' },
      { due: '2024-10-15', closed: '2024-11-15' },
    ],
    thresholds: { onTrack: 80, behind: 50 },
    ruleSet: 1,
    basis: 'stated',
    ...changes,
  });
}

/** The rules as they are read on a day. */
export function buildRules(today: string): Rules {
  return { calendar: buildCalendar(), today, ratioUnits: ['ร้อยละ', 'ระดับ', 'ค่าเฉลี่ย'] };
}

/** An indicator of the year 2567 with its reports, linked as `buildDataset` links them. */
export function buildIndicatorYear({ indicator, reports = {}, year }: IndicatorYearParts = {}): IndicatorYear {
  const item: IndicatorYear = {
    path: '2567/finance/roads',
    year: 2567,
    agency: 'finance',
    slug: 'roads',
    series: 'finance/roads',
    indicator: buildIndicatorEntry(indicator),
    reports: {},
    attachments: [],
  };
  for (const quarter of QUARTERS) {
    const written = reports[quarter];
    if (written !== undefined) item.reports[quarter] = buildReportEntry(quarter, written);
  }
  if (year !== undefined) item.summary = buildYearEntry(year);
  return item;
}

export function buildIndicatorEntry(changes?: Partial<Indicator>): IndicatorEntry {
  return { ...place('indicator.mdx'), kind: 'indicator', data: buildIndicator(changes), sections: {} };
}

export function buildReportEntry(quarter: QuarterNumber, written: Written<Report>): ReportEntry {
  const { text, ...fields } = typeof written === 'number' ? { result: written, text: undefined } : written;
  const data = reportSchema.parse(fields);
  return { ...place(`q${quarter}.mdx`), kind: 'report', quarter, data, sections: toSections(text) };
}

export function buildYearEntry(written: Written<YearSummary>): YearEntry {
  const { text, ...fields } = typeof written === 'number' ? { result: written, text: undefined } : written;
  return { ...place('year.mdx'), kind: 'year', data: yearSummarySchema.parse(fields), sections: toSections(text) };
}

function place(name: string) {
  return {
    file: `reports/2567/finance/roads/${name}`,
    year: 2567,
    agency: 'finance',
    slug: 'roads',
    places: packPlaces({ '': [1, 1] }),
    mentions: [],
  };
}

function toSections(text: string | undefined): Sections {
  return text === undefined ? {} : { body: buildSection(`<p>${text}</p>`, text) };
}
