import type { Agency } from './schemas/agency.ts';

/** The agency's name as it was in a fiscal year; the present one without a year, or where the year is in no span. */
export function getNameOfYear(agency: Agency, year?: number): string {
  const ofYear =
    year === undefined
      ? undefined
      : agency.names.findLast(({ from = year, until = year }) => from <= year && year <= until);
  return (ofYear ?? agency.names.at(-1))?.name ?? '';
}
