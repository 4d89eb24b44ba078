import type { Ledger, Revision } from '#domain/ledger/ledger.ts';
import { traceFigures } from '#domain/ledger/trace-figures.ts';
import type { ScoredItem, ScoredSite } from '#domain/scored-site.ts';
import { type CommitView, getCommitView } from './commit-links.ts';
import type { ViewContext } from './context.ts';
import { listEffects } from './history-effects.ts';
import type { FindLater } from './history-lines.ts';
import { getRevisionView, listKinds, type RevisionView } from './history-revision.ts';

/** How the figures of an indicator's year came to be as they are. */
export interface HistoryView {
  /** Since when the indicator is published, or why that is not known. */
  lead: string;
  /** The commit that the line speaks of. */
  first?: CommitView;
  /** Whether anything was changed since. */
  since?: string;
  /** Newest first: the newest few, then the others. */
  newest: HistoryEventView[];
  older: HistoryEventView[];
  olderLabel: string;
  /** Beside the headline figures: how often they were changed; absent where never. */
  hint?: string;
}

export interface HistoryEventView {
  /** Absent for what is not committed. */
  commit?: CommitView;
  revision: RevisionView;
}

/** Events shown before one asks for more. */
const FEW = 5;

export function getHistory(site: ScoredSite, item: ScoredItem, context: ViewContext): HistoryView {
  const { t, format } = context;
  const { ledger } = site;
  if (ledger.state === 'unknown') return { ...NOTHING, lead: tellGap(ledger, context) };
  const revisions = ledger.items.get(item.path) ?? [];
  const [first] = revisions;
  // An entry that git ignores, and so may never have a commit.
  if (first === undefined) return { ...NOTHING, lead: t('history.uncommitted') };
  const told = revisions.filter((revision, index) => index > 0 && tellsFigures(revision, context)).reverse();
  const findLater = listExplained(item, revisions);
  const events = told.map((revision) => getEvent(site, revision, context, findLater(revision)));
  const changes = told.filter(isChange);
  const last = changes.find(({ commit }) => commit !== undefined)?.commit;
  const count = format.count(changes.length);
  const hint =
    last === undefined ? t('history.hint', { count }) : t('history.hint-last', { count, day: format.day(last.day) });
  return {
    ...getLead(site, first, context),
    ...(first.commit === undefined
      ? {}
      : { since: tellSince(revisions.length - 1 - told.length, changes.length, context) }),
    newest: events.slice(0, FEW),
    older: events.slice(FEW),
    olderLabel: t('history.older', { count: format.count(events.length - FEW) }),
    ...(changes.length === 0 ? {} : { hint }),
  };
}

const NOTHING = { newest: [], older: [], olderLabel: '' };

/** Why nothing is known of history, for people. */
export function tellGap(ledger: Extract<Ledger, { state: 'unknown' }>, { t }: ViewContext): string {
  return t(`history.gap-${ledger.reason}`);
}

function getEvent(site: ScoredSite, revision: Revision, context: ViewContext, findLater: FindLater): HistoryEventView {
  return {
    ...(revision.commit === undefined ? {} : { commit: getCommitView(revision.commit, site.settings, context) }),
    revision: getRevisionView(revision, context, findLater),
  };
}

/** For each revision the corrections that explain its changes, those written later among them. */
function listExplained(item: ScoredItem, revisions: readonly Revision[]): (revision: Revision) => FindLater {
  const steps = traceFigures(item, revisions).flatMap(({ place, key, changes }) =>
    changes.map((step) => ({ place, key, ...step })),
  );
  return (revision) => (place, key) =>
    steps.find((step) => step.revision === revision && step.place === place && step.key === key)?.correction;
}

/** Whether figures, rules or what follows from them changed, or nobody can tell. */
function tellsFigures(revision: Revision, context: ViewContext): boolean {
  const { commit, unreadable, standings } = revision;
  if (commit === undefined || unreadable.length > 0) return true;
  return listEffects(standings, context).length > 0 || !listKinds(revision).includes('other');
}

/** Whether something that was published became another: not only more was published, or it moved. */
function isChange(revision: Revision): boolean {
  const kinds = listKinds(revision);
  return kinds.includes('figures') || kinds.includes('promise');
}

function getLead(site: ScoredSite, { commit, isCutOff }: Revision, context: ViewContext) {
  const { t, format } = context;
  if (commit === undefined) return { lead: t('history.uncommitted') };
  const key = isCutOff === true ? 'history.first-or-before' : 'history.first';
  return { lead: t(key, { day: format.day(commit.day) }), first: getCommitView(commit, site.settings, context) };
}

function tellSince(words: number, changes: number, { t, format }: ViewContext): string {
  return [
    changes === 0 ? t('history.never') : t('history.times', { count: format.count(changes) }),
    ...(words === 0 ? [] : [t('history.words', { count: format.count(words) })]),
  ].join(' ');
}
