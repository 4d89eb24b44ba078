import { checkEntry } from '../checks/check-entry.ts';
import type { IndicatorYear } from '../dataset.ts';
import type { IndicatorEntry } from '../entry.ts';
import { getQuarterPhase, QUARTERS } from '../fiscal-year.ts';
import { isError } from '../issue.ts';
import type { QuarterNumber } from '../schemas/text.ts';
import { getQuarterStanding } from '../scoring/quarter-standing.ts';
import { getStanding, type QuarterStanding, type Rules, type Standing } from '../scoring/standing.ts';
import { getYearStanding } from '../scoring/year-standing.ts';
import { findIndicatorYear, type ItemVersion, type PlaceDigests } from './item-version.ts';

/**
 * Where a version stood; undefined where it cannot be read whole, or its scale is none that scores can be made by.
 * `former` is a version that was scored by the same rules just now: what did not change since is taken from there.
 */
export type ScoreVersion = (version: ItemVersion, rules: Rules, former?: ItemVersion) => Standing | undefined;

interface Scored extends Pick<Rules, 'calendar' | 'ratioUnits'> {
  item: IndicatorYear;
  phases: readonly string[];
  standing: Standing;
}

/**
 * Scores versions. One that is asked for again, on a later day as the former side of the next change, is scored anew
 * only for the quarters of which that day decides something.
 */
export function createScoring(): ScoreVersion {
  const known = new WeakMap<PlaceDigests, Scored>();
  const find = (digests: PlaceDigests | undefined, { calendar, ratioUnits }: Rules) => {
    const last = digests === undefined ? undefined : known.get(digests);
    return last?.calendar === calendar && last.ratioUnits === ratioUnits ? last : undefined;
  };
  return (version, rules, former) => {
    const { calendar, ratioUnits } = rules;
    const own = find(version.digests, rules);
    const item = own?.item ?? findIndicatorYear(version);
    if (item === undefined || (own === undefined && !hasSoundScale(item.indicator))) return undefined;
    const phases = QUARTERS.map((quarter) => getQuarterPhase(calendar, quarter, rules.today));
    const last = own ?? find(former?.digests, rules);
    const standing = last === undefined ? getStanding(item, rules) : scoreFrom(last, item, phases, rules);
    known.set(version.digests, { calendar, ratioUnits, item, phases, standing });
    return standing;
  };
}

/**
 * A standing from one of another version or day by the same rules. What decides of a quarter is the promise, its phase
 * (all that a day says of it) and the reports until then; the year is made anew.
 */
function scoreFrom(last: Scored, item: IndicatorYear, phases: readonly string[], rules: Rules): Standing {
  const isSameItem = last.item === item;
  if (isSameItem && phases.every((phase, index) => phase === last.phases[index])) return last.standing;
  const isSamePromise = isSameItem || last.item.indicator === item.indicator;
  let isSame = isSamePromise;
  const quarter = (number: QuarterNumber): QuarterStanding => {
    isSame &&= isSameItem || last.item.reports[number] === item.reports[number];
    const known =
      isSame && phases[number - 1] === last.phases[number - 1] ? last.standing.quarters[number - 1] : undefined;
    return known ?? getQuarterStanding(item, number, rules);
  };
  const quarters: Standing['quarters'] = [quarter(1), quarter(2), quarter(3), quarter(4)];
  return { quarters, year: getYearStanding(item, quarters, rules) };
}

/** The checker refuses such a scale today; it may have been published before there was the rule. */
function hasSoundScale(entry: IndicatorEntry): boolean {
  return !checkEntry(entry).some((issue) => isError(issue) && /^(scale|direction)\b/.test(issue.field?.key ?? ''));
}
