/**
 * Fiscal years in so many groups, or fewer where there are fewer years: each as "2564,2565", none with much more
 * indicators than another. The same counts give the same groups.
 */
export function groupYears(counts: ReadonlyMap<number, number>, most: number): string[] {
  const groups: { years: number[]; count: number }[] = [];
  // The largest first, each to where least is.
  for (const [year, count] of [...counts].sort(([a, one], [b, other]) => other - one || a - b)) {
    if (groups.length < most) groups.push({ years: [year], count });
    else {
      const least = groups.reduce((known, group) => (group.count < known.count ? group : known));
      least.years.push(year);
      least.count += count;
    }
  }
  return groups.map(({ years }) => years.sort((a, b) => a - b).join(',')).sort();
}
