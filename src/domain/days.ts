const DAY = 86_400_000;

/** Days from one day (YYYY-MM-DD) to a later one; days without a time are read in UTC, where each has 24 hours. */
export function countDays(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / DAY;
}
