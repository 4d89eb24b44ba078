import { getNameOfYear } from '#domain/agency-name.ts';
import { QUARTERS } from '#domain/fiscal-year.ts';
import type { Agency } from '#domain/schemas/agency.ts';
import { getCalendar, type ScoredItem, type ScoredSite } from '#domain/scored-site.ts';
import type { Rules } from '#domain/scoring/standing.ts';
import { findText } from '#domain/section-text.ts';
import { listFileCommits } from './file-commits.ts';

/** Version of the shape of an indicator's JSON; raised when a field changes its meaning or one that others rest on is added. */
export const RECEIPT_VERSION = 2;

/** An agency as a receipt calls it: its address, its permanent code, its name in that year. */
export interface AgencyLabel {
  id: string;
  code: string | undefined;
  name: string | undefined;
}

/** An indicator as data: what was promised and reported, by which rules it was scored, and every number of its scores. */
export function buildReceipt(site: ScoredSite, path: string) {
  const item = site.items.get(path);
  if (item === undefined) throw new Error(`no indicator at ${path}`);
  const { today, settings } = site;
  const rules = { calendar: getCalendar(site.dataset, item.year), today, ratioUnits: settings.ratioUnits };
  const commits = listFileCommits(site.ledger, item);
  return { ...writeReceipt(item, rules, labelAgency(site, item.agency, item.year)), commits };
}

/** The same without history, of an item that may stand on no site: everything in it follows from what is passed. */
export function writeReceipt(item: ScoredItem, rules: Rules, agency: AgencyLabel) {
  const { calendar, ratioUnits } = rules;
  return {
    version: RECEIPT_VERSION,
    path: item.path,
    year: item.year,
    asOf: rules.today,
    rules: { ruleSet: calendar.ruleSet, ratioUnits, calendar },
    agency,
    series: item.series,
    indicator: {
      ...item.indicator.data,
      text: findText(item.indicator.sections.body),
      definition: findText(item.indicator.sections.definition),
      method: findText(item.indicator.sections.method),
    },
    quarters: QUARTERS.map((quarter) => getQuarter(item, quarter)),
    standing: item.standing.year,
    summary: getSummary(item),
    disagreements: item.disagreements.map(({ code, params }) => ({ code, ...params })),
  };
}

export function labelAgency(site: Pick<ScoredSite, 'dataset'>, id: string, year: number): AgencyLabel {
  const agency: Agency | undefined = site.dataset.agencies.get(id)?.data;
  return { id, code: agency?.code, name: agency && getNameOfYear(agency, year) };
}

/** The text of a receipt's file: two receipts that say the same are the same bytes. */
export function formatReceipt(receipt: object): string {
  return `${JSON.stringify(receipt, null, 2)}\n`;
}

function getQuarter(item: ScoredItem, quarter: (typeof QUARTERS)[number]) {
  const report = item.reports[quarter];
  return {
    ...item.standing.quarters[quarter - 1],
    report: report === undefined ? undefined : { ...report.data, narrative: findText(report.sections.body) },
  };
}

function getSummary(item: ScoredItem) {
  const { summary } = item;
  if (summary === undefined) return undefined;
  const { body, supporting, obstacles } = summary.sections;
  return {
    ...summary.data,
    narrative: findText(body),
    supporting: findText(supporting),
    obstacles: findText(obstacles),
  };
}
