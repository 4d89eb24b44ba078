import { keepBySite } from '#domain/keep-by-site.ts';
import { buildReporting, type YearReporting } from '#domain/reporting/reporting.ts';
import type { ScoredSite } from '#domain/scored-site.ts';

/** Who reported when, by year. Judged once: every page about reports asks for the same. */
export const getReporting = keepBySite(buildReporting);

/** The reports of a year that has indicators. */
export function getYearReporting(site: ScoredSite, year: number): YearReporting {
  const found = getReporting(site).get(year);
  if (found === undefined) throw new Error(`no indicators in ${year}`);
  return found;
}
