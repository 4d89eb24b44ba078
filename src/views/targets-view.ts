import { getQuarterSpan } from '#domain/fiscal-year.ts';
import type { Revision } from '#domain/ledger/ledger.ts';
import type { MovedPromise } from '#domain/ledger/moved-promises.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import { nameListed } from './changes-lines.ts';
import { findFirstDay, listScopes } from './changes-list.ts';
import { type CommitView, getCommitView } from './commit-links.ts';
import type { ViewContext } from './context.ts';
import { listEffects, wordRemoved } from './history-effects.ts';
import { isAbout, wordReason } from './history-lines.ts';
import { formatValue, nameField } from './history-values.ts';
import { tellGap } from './history-view.ts';
import { getShortYear, getYearLabel } from './names.ts';
import type { Crumb } from './page-view.ts';
import { getFileLink, getPager, type PagerView, titlePage } from './pager-view.ts';
import { getTargetsPage } from './targets-list.ts';

/** Promises of a fiscal year that were changed, or taken back, after the year began. */
export interface TargetsView {
  title: string;
  headTitle: string;
  description: string;
  crumbs: Crumb[];
  /** How many there are, or that there are none, as far as history is known. */
  lead: string;
  notes: string[];
  years: (Crumb & { isCurrent: boolean })[];
  rows: TargetRow[];
  pager: PagerView;
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

/** `number` is that of the page, from 1. */
export function getTargetsView(site: ScoredSite, year: number, context: ViewContext, number = 1): TargetsView {
  const { t, format, links } = context;
  const label = getYearLabel(year, context);
  const page = getTargetsPage(site, year, number);
  const title = t('targets.title', { year: label });
  const { ledger } = site;
  const first = findFirstDay(site);
  const began = getQuarterSpan(year, 1).from;
  const params = { year: label, day: first === undefined ? '' : format.day(first), count: format.count(page.total) };
  const known = page.total > 0 ? t('targets.count', params) : t('targets.none', params);
  return {
    title,
    headTitle: titlePage(title, page, context),
    description: titlePage(t('targets.description', { year: label }), page, context),
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
    rows: page.items.map((moved) => getRow(site, year, moved, context)),
    pager: getPager(page, links.movedTargets(year), context, {
      words: { previous: 'changes.newer', next: 'changes.older' },
      whole: [getFileLink('changes', context)],
    }),
  };
}

function getRow(
  site: ScoredSite,
  year: number,
  { revision, now, fields, corrections }: MovedPromise,
  context: ViewContext,
): TargetRow {
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
  };
}

function getEffects({ standings }: Revision, context: ViewContext): string[] {
  const effects = listEffects(standings, context);
  return effects.length === 0 ? [context.t('history.no-effect')] : effects;
}
