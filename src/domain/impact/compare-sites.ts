import type { Issue } from '../issue.ts';
import type { ScoredItem, ScoredSite } from '../scored-site.ts';
import { compareItem, findDelays } from './compare-items.ts';
import { compareSettings, findRuleEffects } from './compare-settings.ts';
import { compareStandings } from './compare-standings.ts';
import { compareTotals } from './compare-totals.ts';
import { compareWarnings } from './compare-warnings.ts';
import type { Impact } from './impact.ts';
import { listPages } from './list-pages.ts';
import { type ItemPair, pairItems } from './pair-items.ts';

/** One state of the content: scored, with what the checker found in it. */
export interface Side {
  site: ScoredSite;
  issues: readonly Issue[];
  /** By path from the content folder, of files that git knows: two files of one size are told apart by it. */
  digests?: ReadonlyMap<string, string>;
}

/** What leads from one state of the content to another. Both must be scored for the same day. */
export function compareSites(base: Side, head: Side): Impact {
  const pairs = pairItems(base.site.items, head.site.items);
  const edited = pairs.flatMap((pair) => {
    const change = compareItem(pair, base, head);
    return change === undefined ? [] : [{ ...pair, change }];
  });
  const settings = compareSettings(base.site.dataset, head.site.dataset);
  const hasNewRules = settings.some(({ kind }) => kind === 'calendar' || kind === 'site');
  const ruleEffects = hasNewRules ? findRuleEffects(base.site, head.site) : [];
  const written = new Set(edited.map(({ change }) => change.path));
  const ruled = hasNewRules ? pairs.flatMap((pair) => findRuled(pair, written)) : [];
  const moves = edited.flatMap(({ change: { path, from } }) =>
    from === undefined ? [] : [[`reports/${from}`, `reports/${path}`] as const],
  );
  return {
    today: head.site.today,
    items: edited.map(({ change }) => change),
    delays: edited.flatMap((pair) => findDelays(pair, head.site)),
    totals: compareTotals(base.site, head.site),
    settings,
    ruleEffects,
    warnings: compareWarnings(base.issues, head.issues, new Map(moves)),
    pages: listPages({ base: base.site, head: head.site, edited, ruled, settings }),
  };
}

function findRuled({ before, after }: ItemPair, written: ReadonlySet<string>): ScoredItem[] {
  if (before === undefined || after === undefined || written.has(after.path)) return [];
  return compareStandings(before.standing, after.standing).length > 0 ? [after] : [];
}
