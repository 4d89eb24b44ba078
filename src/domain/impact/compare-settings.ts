import type { Dataset } from '../dataset.ts';
import type { AgencyEntry, CalendarEntry, PlanEntry, SiteEntry } from '../entry.ts';
import { getOrAdd } from '../get-or-add.ts';
import { type ScoredItem, type ScoredSite, scoreSite } from '../scored-site.ts';
import { compareFields } from './compare-fields.ts';
import { compareStandings } from './compare-standings.ts';
import type { RuleEffect, SettingChange, StandingChange } from './impact.ts';

type SettingEntry = SiteEntry | CalendarEntry | PlanEntry | AgencyEntry;

/** How many paths stand for all those that new rules touch. */
const FIRST = 5;

/** Changes of site.yaml, calendars, plans and agencies, by file. */
export function compareSettings(base: Dataset, head: Dataset): SettingChange[] {
  const [old, now] = [listSettings(base), listSettings(head)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((file) => {
    const [before, after] = [old.get(file), now.get(file)];
    const kind = (after ?? before)?.kind;
    const fields = compareFields(before?.data, after?.data);
    if (kind === undefined || fields.length === 0) return [];
    const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    return [{ kind, file, change, fields }];
  });
}

/** What the new calendars and settings alone do to the old content, by year. */
export function findRuleEffects(base: ScoredSite, head: ScoredSite): RuleEffect[] {
  const calendars = new Map([...base.dataset.calendars, ...head.dataset.calendars]);
  const { site } = head.dataset;
  const ruled = scoreSite({ ...base.dataset, site, calendars }, base.today);
  const touched = new Map<number, { item: ScoredItem; changes: StandingChange[] }[]>();
  for (const [path, item] of base.items) {
    const changes = compareStandings(item.standing, ruled.items.get(path)?.standing);
    if (changes.length > 0) getOrAdd(touched, item.year, () => []).push({ item, changes });
  }
  return [...touched]
    .sort(([a], [b]) => a - b)
    .map(([year, all]) => ({
      year,
      indicators: all.length,
      standings: all.reduce((sum, { changes }) => sum + changes.length, 0),
      transitions: countTransitions(all.flatMap(({ changes }) => changes)),
      first: all.slice(0, FIRST).map(({ item }) => item.path),
    }));
}

function listSettings({ site, calendars, plans, agencies }: Dataset): Map<string, SettingEntry> {
  const all: SettingEntry[] = [...calendars.values(), ...plans.values(), ...agencies.values()];
  if (site !== undefined) all.push(site);
  return new Map(all.map((entry) => [entry.file, entry]));
}

/** Statuses before and after, the most frequent first. */
function countTransitions(changes: readonly StandingChange[]): RuleEffect['transitions'] {
  const counts = new Map<string, RuleEffect['transitions'][number]>();
  for (const { before, after } of changes) {
    if (before === undefined || after === undefined || before.status === after.status) continue;
    const [old, now] = [before.status, after.status];
    getOrAdd(counts, `${old} ${now}`, () => ({ before: old, after: now, count: 0 })).count += 1;
  }
  return [...counts].sort(([a, { count: x }], [b, { count: y }]) => y - x || (a < b ? -1 : 1)).map(([, it]) => it);
}
