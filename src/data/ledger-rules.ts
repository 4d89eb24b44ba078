import { compareFields } from '#domain/impact/compare-fields.ts';
import type { CommitRules } from '#domain/ledger/build-revision.ts';
import type { CalendarRevision, Revision } from '#domain/ledger/ledger.ts';
import type { ScoreVersion } from '#domain/ledger/score-version.ts';
import type { LedgerState, Step } from './ledger-state.ts';
import type { LedgerVersions } from './ledger-versions.ts';

/** What the changes of a commit are judged by: its day, and the calendars and units as it left them. */
export function buildRules(
  told: Pick<Revision, 'commit' | 'isCutOff'>,
  day: string,
  { before, after }: Step,
  versions: LedgerVersions,
  scoring: ScoreVersion,
): CommitRules {
  const find = (digest: string | undefined) => (digest === undefined ? undefined : versions.findCalendar(digest));
  return {
    ...told,
    day,
    getCalendars: (year) => [before, after].flatMap(({ calendars }) => find(calendars.get(year)) ?? []),
    findStanding: (version, former) => {
      const ratioUnits = after.site === undefined ? undefined : versions.findRatioUnits(after.site);
      // Taken away in the same commit, it ruled what went with it.
      const calendar = find(after.calendars.get(version.year) ?? before.calendars.get(version.year));
      if (ratioUnits === undefined || calendar === undefined) return undefined;
      return scoring(version, { calendar, today: day, ratioUnits }, former);
    },
  };
}

/** Fields of a calendar by which figures are judged. */
const RULES = /^(quarters|thresholds|ruleSet)\b/;

/** What a commit did to calendars; the state is told which of them could be read last. */
export function listCalendars(
  { readCalendars }: LedgerState,
  { before, after }: Step,
  versions: LedgerVersions,
): Omit<CalendarRevision, 'commit' | 'isCutOff'>[] {
  if (before.calendars === after.calendars) return [];
  const years = [...new Set([...before.calendars.keys(), ...after.calendars.keys()])].sort();
  return years.flatMap((year): Omit<CalendarRevision, 'commit' | 'isCutOff'>[] => {
    const [old, now] = [before.calendars.get(year), after.calendars.get(year)];
    if (old === now) return [];
    const read = readCalendars.get(year);
    const last = read === undefined ? undefined : versions.findCalendar(read);
    const change = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
    const rules = now === undefined ? undefined : versions.findCalendar(now);
    if (now === undefined) readCalendars.delete(year);
    else if (rules === undefined) return [{ year, change, fields: [], isUnreadable: true }];
    else readCalendars.set(year, now);
    const fields = compareFields(last, rules).filter(({ key }) => RULES.test(key));
    return change === 'changed' && fields.length === 0 ? [] : [{ year, change, fields }];
  });
}
