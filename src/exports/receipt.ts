import { getNameOfYear } from '#domain/agency-name.ts';
import { QUARTERS } from '#domain/fiscal-year.ts';
import type { ScoredItem, ScoredSite } from '#domain/scored-site.ts';

/** Version of the shape of an indicator's JSON; raised when a field changes its meaning. */
export const RECEIPT_VERSION = 1;

/** An indicator as data: what was promised and reported, and every number a score was made from. */
export function buildReceipt(site: ScoredSite, path: string) {
  const item = site.items.get(path);
  if (item === undefined) throw new Error(`no indicator at ${path}`);
  const agency = site.dataset.agencies.get(item.agency)?.data;
  return {
    version: RECEIPT_VERSION,
    path: item.path,
    year: item.year,
    asOf: site.today,
    agency: { id: item.agency, code: agency?.code, name: agency && getNameOfYear(agency, item.year) },
    series: item.series,
    indicator: {
      ...item.indicator.data,
      text: item.indicator.sections.body?.text,
      definition: item.indicator.sections.definition?.text,
      method: item.indicator.sections.method?.text,
    },
    quarters: QUARTERS.map((quarter) => getQuarter(item, quarter)),
    standing: item.standing.year,
    summary: getSummary(item),
    disagreements: item.disagreements.map(({ code, params }) => ({ code, ...params })),
  };
}

function getQuarter(item: ScoredItem, quarter: (typeof QUARTERS)[number]) {
  const report = item.reports[quarter];
  return {
    ...item.standing.quarters[quarter - 1],
    report: report === undefined ? undefined : { ...report.data, narrative: report.sections.body?.text },
  };
}

function getSummary(item: ScoredItem) {
  const { summary } = item;
  if (summary === undefined) return undefined;
  const { body, supporting, obstacles } = summary.sections;
  return { ...summary.data, narrative: body?.text, supporting: supporting?.text, obstacles: obstacles?.text };
}
