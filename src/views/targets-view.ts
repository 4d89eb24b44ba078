import { getQuarterSpan } from '#domain/fiscal-year.ts';
import type { Revision } from '#domain/ledger/ledger.ts';
import { listMovedPromises, type MovedPromise } from '#domain/ledger/moved-promises.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import { nameListed } from './changes-lines.ts';
import { findFirstDay, type ListedRevision, listInScope, listScopes } from './changes-list.ts';
import { type CommitView, getCommitView } from './commit-links.ts';
import type { ViewContext } from './context.ts';
import { listEffects, wordRemoved } from './history-effects.ts';
import { isAbout, wordReason } from './history-lines.ts';
import { formatValue, nameField } from './history-values.ts';
import { tellGap } from './history-view.ts';
import { getShortYear, getYearLabel } from './names.ts';
import type { Crumb } from './page-view.ts';

/** Promises of a fiscal year that were changed, or taken back, after the year began. */
export interface TargetsView {
  title: string;
  description: string;
  crumbs: Crumb[];
  /** How many there are, or that there are none, as far as history is known. */
  lead: string;
  notes: string[];
  years: (Crumb & { isCurrent: boolean })[];
  rows: TargetRow[];
}

/** What one commit did to the promise of one indicator. */
export interface TargetRow {
  name: string;
  language: 'th' | 'en';
  href?: string;
  place: string;
  /** That the promise is there no more. */
  headline?: string;
  lines: { label: string; before: string; after: string }[];
  effects: string[];
  day: string;
  commit?: CommitView;
  /** Empty where nobody gave any. */
  reasons: string[];
}

export function getTargetsView(site: ScoredSite, year: number, context: ViewContext): TargetsView {
  const { t, format, links } = context;
  const label = getYearLabel(year, context);
  const rows = listRows(site, year, context);
  const { ledger } = site;
  const first = findFirstDay(site);
  const began = getQuarterSpan(year, 1).from;
  const params = { year: label, day: first === undefined ? '' : format.day(first), count: format.count(rows.length) };
  const known = rows.length > 0 ? t('targets.count', params) : t('targets.none', params);
  return {
    title: t('targets.title', { year: label }),
    description: t('targets.description', { year: label }),
    crumbs: [
      { label: t('nav.home'), href: links.home },
      { label: t('changes.title-of', { of: label }), href: links.changes(year) },
    ],
    lead: ledger.state === 'unknown' ? tellGap(ledger, context) : known,
    notes: [
      t('targets.note', { day: format.day(began) }),
      ...(first !== undefined && began < first ? [t('targets.before', params)] : []),
      ...(ledger.state === 'shallow' ? [t('changes.since-shallow', params)] : []),
    ],
    years: listScopes(site).years.map((other) => ({
      label: getShortYear(other, context),
      href: links.movedTargets(other),
      isCurrent: other === year,
    })),
    rows,
  };
}

/** Promises that moved, and indicators of the year that were removed for good after it began; newest first. */
function listRows(site: ScoredSite, year: number, context: ViewContext): TargetRow[] {
  const moved = listMovedPromises(site.ledger, site, year);
  const removed = listInScope(site, { of: 'year', year })
    .flatMap(({ revisions }) => revisions)
    .filter(
      (listed) => isTakenBack(listed, year, site.today) && !moved.some((one) => one.revision === listed.revision),
    );
  const rows = [
    ...moved.map((one) => getRow(site, year, one, context)),
    ...removed.map((listed) => getRow(site, year, { ...listed, fields: [], corrections: [] }, context)),
  ];
  return rows.sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0)).map(({ time: _, ...row }) => row);
}

/** A promise that is no longer there was moved as far as can be; one that came back was not. */
function isTakenBack({ revision, now }: ListedRevision, year: number, today: string): boolean {
  const day = revision.commit?.day ?? today;
  return revision.change === 'removed' && now === undefined && getQuarterSpan(year, 1).from <= day;
}

function getRow(
  site: ScoredSite,
  year: number,
  { revision, now, fields, corrections }: MovedPromise,
  context: ViewContext,
): TargetRow & { time: string } {
  const { t, format } = context;
  const { commit, change } = revision;
  const isRemoved = change === 'removed';
  const listed = { revision, ...(now === undefined ? {} : { now }) };
  return {
    ...nameListed(site, { of: 'year', year }, listed, context),
    ...(isRemoved ? { headline: wordRemoved(revision, context) } : {}),
    lines: fields.map(({ key, before, after }) => ({
      label: nameField('indicator', key, context),
      before: formatValue(key, before, context),
      after: formatValue(key, after, context),
    })),
    effects: isRemoved ? [] : getEffects(revision, context),
    day: commit === undefined ? t('history.uncommitted') : format.day(commit.day),
    ...(commit === undefined ? {} : { commit: getCommitView(commit, site.settings, context) }),
    reasons: corrections
      .filter((correction) => fields.some(({ key }) => isAbout(correction, key)))
      .map((correction) => wordReason(correction, context)),
    time: commit?.time ?? '9999',
  };
}

function getEffects({ standings }: Revision, context: ViewContext): string[] {
  const effects = listEffects(standings, context);
  return effects.length === 0 ? [context.t('history.no-effect')] : effects;
}
