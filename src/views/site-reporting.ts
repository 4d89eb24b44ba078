import { buildReporting, type Reporting, type YearReporting } from '#domain/reporting/reporting.ts';
import type { ScoredSite } from '#domain/scored-site.ts';

/** A site's reports are judged once; every page about them asks for the same. */
const known = new WeakMap<ScoredSite, Reporting>();

export function getReporting(site: ScoredSite): Reporting {
  const reporting = known.get(site) ?? buildReporting(site);
  known.set(site, reporting);
  return reporting;
}

/** The reports of a year that has indicators. */
export function getYearReporting(site: ScoredSite, year: number): YearReporting {
  const found = getReporting(site).get(year);
  if (found === undefined) throw new Error(`no indicators in ${year}`);
  return found;
}
