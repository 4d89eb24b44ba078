import { findDisagreements } from '#domain/checks/check-figures.ts';
import type { IndicatorYear } from '#domain/dataset.ts';
import type { ReportEntry, SectionKey, Sections } from '#domain/entry.ts';
import { QUARTERS } from '#domain/fiscal-year.ts';
import { NO_PLACES } from '#domain/places.ts';
import type { Report } from '#domain/schemas/report.ts';
import type { QuarterNumber } from '#domain/schemas/text.ts';
import type { ScoredItem } from '#domain/scored-site.ts';
import { getStanding, type Rules } from '#domain/scoring/standing.ts';
import { buildSection } from '#domain/section-text.ts';
import type { ReceiptInputs } from './receipt-schema.ts';

/** An indicator scored by rules, as the site does it. */
export function scoreItem(item: IndicatorYear, rules: Rules): ScoredItem {
  return { ...item, standing: getStanding(item, rules), disagreements: findDisagreements(item, rules.ratioUnits) };
}

/** The rules that a receipt says it was made by. */
export function getRules({ rules, asOf }: ReceiptInputs): Rules {
  return { calendar: rules.calendar, ratioUnits: rules.ratioUnits, today: asOf };
}

/** The indicator's year that a receipt's inputs make. Its path decides which it is, as in content. */
export function buildItem({ path, indicator, quarters, summary }: ReceiptInputs): IndicatorYear {
  const [year, agency = '', slug = ''] = path.split('/');
  const at = { year: Number(year), agency, slug, places: NO_PLACES, mentions: [] };
  const { text, definition, method, ...data } = indicator;
  const item: IndicatorYear = {
    path,
    year: Number(year),
    agency,
    slug,
    series: data.series ?? `${agency}/${slug}`,
    indicator: { ...at, file: '', kind: 'indicator', data, sections: toSections({ body: text, definition, method }) },
    reports: {},
    attachments: [],
  };
  for (const quarter of QUARTERS) {
    const report = quarters[quarter - 1]?.report;
    if (report !== undefined) item.reports[quarter] = buildReport(quarter, report, at);
  }
  if (summary === undefined) return item;
  const { narrative, supporting, obstacles, ...own } = summary;
  const sections = toSections({ body: narrative, supporting, obstacles });
  return { ...item, summary: { ...at, file: '', kind: 'year', data: own, sections } };
}

type Place = Pick<ReportEntry, 'year' | 'agency' | 'slug' | 'places' | 'mentions'>;

function buildReport(
  quarter: QuarterNumber,
  { narrative, ...data }: Report & { narrative?: string | undefined },
  at: Place,
): ReportEntry {
  return { ...at, file: '', kind: 'report', quarter, data, sections: toSections({ body: narrative }) };
}

/** Rules read the text of sections only. */
function toSections(texts: Partial<Record<SectionKey, string | undefined>>): Sections {
  const known = Object.entries(texts).flatMap(([key, text]) =>
    text === undefined ? [] : [[key, buildSection('', text)]],
  );
  return Object.fromEntries(known);
}
